"""What the head of an answer must be like, for either client: their libraries differ in it."""

from __future__ import annotations

import re
from email.errors import (
    FirstHeaderLineIsContinuationDefect,
    InvalidHeaderDefect,
    MalformedHeaderDefect,
    MissingHeaderBodySeparatorDefect,
)
from http.client import HTTPMessage

from urllib3 import HTTPHeaderDict

LONGEST_LINE = 65536
MOST_HEADERS = 100
"""Python's own limits."""
_NAMES = re.compile(r"(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+\n)*")
_MOST_DIGITS = 19
_DEFECTS = (
    FirstHeaderLineIsContinuationDefect,
    InvalidHeaderDefect,
    MalformedHeaderDefect,
    MissingHeaderBodySeparatorDefect,
)


def flaw_of_head(headers: HTTPMessage) -> str:
    """Why the headers are none, as Python reads them; empty if they are.

    Python takes what follows a line that is no header for the body, and of two lengths the first.
    """
    if headers.defects and any(isinstance(each, _DEFECTS) for each in headers.defects):
        return "a line of the head is no header"
    names, lengths, transfer = "", [], None
    for name, value in headers.raw_items():
        names += f"{name}\n"
        if "\0" in value:
            return "a header has a NUL"
        known = name.lower()
        if known == "content-length":
            lengths.append(value)
        elif known == "transfer-encoding":
            transfer = value if transfer is None else f"{transfer}, {value}"
    if _NAMES.fullmatch(names) is None:
        return "a header has no name"
    if len(lengths) > 1 or (lengths and transfer is not None):
        return "the body has several lengths"
    if lengths and not _is_length(lengths[0].strip()):
        return "the length of the body is no number"
    return "" if is_known_transfer(transfer) else "the body travels in a way that was not asked for"


def _is_length(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS


def is_known_transfer(encoding: str | None) -> bool:
    """Whether a body with this Transfer-Encoding can be read as it travels."""
    return encoding is None or encoding.strip().lower() == "chunked"


def readable(headers: HTTPHeaderDict, read_as: str, errors: str = "strict") -> HTTPHeaderDict:
    """`headers` read from their bytes in UTF-8, or in Latin-1 where they are none.

    `read_as` and `errors` say how the library has read them: libraries differ in it.
    """
    if all(value.isascii() for value in headers.values()):
        return headers
    found = HTTPHeaderDict()
    for name, value in headers.items():
        found.add(name, _read_again(value, read_as, errors))
    return found


def _read_again(value: str, read_as: str, errors: str) -> str:
    try:
        came = value.encode(read_as, errors)
    except UnicodeEncodeError:  # of a library that has read it in a way of its own
        return value
    try:
        return came.decode()
    except UnicodeDecodeError:
        return came.decode("latin-1")
