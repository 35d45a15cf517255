"""Tokens that the stub gives out: signed rather than remembered, so that they take no memory."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from ..clock import wall
from .tenants import digested

LIFETIME = 3600
"""Seconds."""
_keys = [secrets.token_bytes(32)]
"""The first one signs. Whoever starts the stub again has other tokens."""


def sign_with(key: bytes) -> None:
    """Sign with a key that other processes have, too: each takes the tokens of all."""
    if key not in _keys:
        _keys.insert(0, key)


def issued(client: str, lifetime: int = LIFETIME) -> str:
    """A token that lives for so many seconds, and says by a digest which client it is of."""
    until = f"{int(wall() + lifetime)}-{secrets.token_hex(4)}-{digested(client)}"
    return f"stub-{until}-{_signature(_keys[0], until)}"


def is_issued(token: str) -> bool:
    """Whether it was made here, and lives."""
    kind, _, rest = token.partition("-")
    until, _, signature = rest.rpartition("-")
    given = signature.encode("utf-8", "replace")
    signed = [hmac.compare_digest(given, _signature(key, until).encode()) for key in _keys]
    if kind != "stub" or not any(signed):
        return False
    return int(until.partition("-")[0]) > wall()


def client_of(token: str) -> str:
    """The digest of the client that a token was made for; empty if it was not made here."""
    return "-".join(token.split("-")[3:5]) if is_issued(token) else ""


def _signature(key: bytes, text: str) -> str:
    return hmac.new(key, text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:32]
