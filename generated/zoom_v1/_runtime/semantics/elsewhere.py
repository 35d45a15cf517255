"""Addresses that a response hands out, and where a stub takes what is sent to them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

ADDRESS = r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?][!-\[\]-~]*)?"
"""What may be such an address: signs of ASCII, with a host and without a user."""
OWN_ADDRESS = rf"{ADDRESS}|/(?:[!-.0-\[\]-~][!-\[\]-~]*)?"
"""The same where it leads to the API's own servers, which may leave their own name out."""
BEHIND_HOST = r"(?:[/?][!-\[\]-z|~]*)?"
"""What may stand behind the host of one that is used as it is: no template does."""
_TEMPLATE = re.compile(r"\{[?&][A-Za-z0-9_,.]*\}$")
_BEGINS = "/_elsewhere"
_SAFE = "https://"


def without_template(address: str) -> str:
    """An address without what may stand behind it for arguments of the query (RFC 6570)."""
    return _TEMPLATE.sub("", address)


def path_for(id: str, argument: str) -> str:
    """The path of an operation that is sent elsewhere, where everything is on one host."""
    return f"{_BEGINS}/{id}/{{{argument}}}"


def here(id: str, address: str, origin: str, note: str = "") -> str:
    """Where a stub at `origin` takes what would be sent to `address`.

    Args:
        note: what the stub wants to be told with it.
    """
    noted = f"{note}@" if note else ""
    if is_below(address) and not address.startswith(f"{_BEGINS}/"):
        return f"{_BEGINS}/{id}/{noted}{address}"
    if not address.startswith(_SAFE):
        return address
    return f"{origin}{_BEGINS}/{id}/{noted}{address.removeprefix(_SAFE)}"


def meant(path: str) -> tuple[str, str]:
    """The address that a path of a stub stands for, whatever for, and what was noted with it."""
    rest = path.partition(f"{_BEGINS}/")[2].partition("/")[2]
    host, slash, inside = rest.partition("/")
    note, _, host = host.rpartition("@")
    safe = "" if slash and not host else _SAFE
    return f"{safe}{host}{slash}{inside}", note


def is_below(address: str) -> bool:
    """Whether an address is a path from the host on, of whoever hands it out."""
    return address.startswith("/") and not address.startswith("//")


def target_of(id: str, address: str) -> str:
    """The path and the query by which a stub takes it, whoever has handed it out."""
    parts = urlsplit(address)
    query = f"?{parts.query}" if parts.query else ""
    if parts.path.startswith(f"{_BEGINS}/"):
        return parts.path + query
    return f"{_BEGINS}/{id}/{parts.netloc}{parts.path}{query}"
