"""Addresses that a response hands out, and where a stub takes what is sent to them."""

from __future__ import annotations

from urllib.parse import urlsplit

ADDRESS = r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?][!-\[\]-~]*)?"
"""What may be such an address: signs of ASCII, with a host and without a user."""
OWN_ADDRESS = rf"{ADDRESS}|/(?:[!-.0-\[\]-~][!-\[\]-~]*)?"
"""The same where it leads to the API's own servers, which may leave their own name out."""
_BEGINS = "/_elsewhere"
_SAFE = "https://"


def path_for(id: str, argument: str) -> str:
    """The path of an operation that is sent elsewhere, where everything is on one host."""
    return f"{_BEGINS}/{id}/{{{argument}}}"


def here(id: str, address: str, origin: str) -> str:
    """Where a stub at `origin` takes what would be sent to `address`."""
    if is_below(address) and not address.startswith(f"{_BEGINS}/"):
        return f"{_BEGINS}/{id}/{address}"
    if not address.startswith(_SAFE):
        return address
    return f"{origin}{_BEGINS}/{id}/{address.removeprefix(_SAFE)}"


def meant(path: str) -> str:
    """The address that a path of a stub stands for, whatever it was handed out for."""
    address = path.partition(f"{_BEGINS}/")[2].partition("/")[2]
    return address if is_below(address) else _SAFE + address


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
