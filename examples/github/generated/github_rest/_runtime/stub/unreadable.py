"""Requests that are not read: what is wrong, or which bound of the stub they are beyond."""

from __future__ import annotations

from .bounds import Bounds
from .responses import Header, RequestRefused


def malformed(message: str) -> RequestRefused:
    return RequestRefused("malformed", message)


def too_many(where: str, bounds: Bounds) -> RequestRefused:
    return too_large(f"{where} has more than {bounds.fields} fields", "fields")


def too_long(where: str, bounds: Bounds) -> RequestRefused:
    told = f"{where} has more than {bounds.text_bytes} bytes besides files"
    return too_large(told, "text_bytes")


def too_large(told: str, bound: str, *headers: Header) -> RequestRefused:
    """What is beyond a bound, which is the stub's own and none of the API's."""
    return RequestRefused("too_large", f"{told} (the stub's bound `{bound}`)", headers)
