"""Bytes as text, in the alphabets of RFC 4648."""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode, urlsafe_b64encode

from .compiled import compiled

PATTERNS = {
    "base64": "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
    "base64url": "(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2}(?:==)?|[A-Za-z0-9_-]{3}=?)?",
}
"""What of each is text; of the second, the padding may be left out."""
FORMATS = tuple(PATTERNS)


def read(value: object, form: str) -> bytes | None:
    """The bytes themselves, or those that text stands for; None of what is neither."""
    if isinstance(value, bytes | bytearray):
        return bytes(value)
    if not isinstance(value, str) or not compiled(PATTERNS[form]).fullmatch(value):
        return None
    padded = value + "=" * (-len(value) % 4)
    try:
        return b64decode(padded, b"-_" if form == "base64url" else None, validate=True)
    except binascii.Error:
        return None


def size(value: object, form: str) -> int:
    return len(read(value, form) or b"")


def write(value: object, form: str) -> object:
    """Text for bytes; text as it is. Without padding in a URL's alphabet."""
    if not isinstance(value, bytes | bytearray):
        return value
    if form == "base64url":
        return urlsafe_b64encode(value).rstrip(b"=").decode()
    return b64encode(value).decode()
