"""Tokens that the stub gives out: signed rather than remembered, so that they take no memory."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from ..clock import monotonic
from .tenants import digested

LIFETIME = 3600
"""Seconds."""
_KEY = secrets.token_bytes(32)
"""Whoever starts the stub again has other tokens."""


def issued(client: str) -> str:
    """A token that lives for `LIFETIME`, and says by a digest which client it is of."""
    until = f"{int(monotonic() + LIFETIME)}-{secrets.token_hex(4)}-{digested(client)}"
    return f"stub-{until}-{_signature(until)}"


def is_issued(token: str) -> bool:
    """Whether it was made here, and lives."""
    kind, _, rest = token.partition("-")
    until, _, signature = rest.rpartition("-")
    if kind != "stub" or not hmac.compare_digest(
        signature.encode("utf-8", "replace"), _signature(until).encode()
    ):
        return False
    return int(until.partition("-")[0]) > monotonic()


def client_of(token: str) -> str:
    """The digest of the client that a token was made for; empty if it was not made here."""
    return "-".join(token.split("-")[3:5]) if is_issued(token) else ""


def _signature(text: str) -> str:
    return hmac.new(_KEY, text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:32]
