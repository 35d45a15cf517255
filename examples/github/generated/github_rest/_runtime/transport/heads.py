"""What the head of an answer must be like, for either client: their libraries differ in it."""

from __future__ import annotations

from email.errors import (
    FirstHeaderLineIsContinuationDefect,
    InvalidHeaderDefect,
    MalformedHeaderDefect,
    MissingHeaderBodySeparatorDefect,
)
from http.client import (
    HTTPException,
    HTTPMessage,
    LineTooLong,
    RemoteDisconnected,
    parse_headers,
)
from io import BufferedIOBase, BytesIO
from string import ascii_letters, digits

from urllib3 import HTTPHeaderDict

LONGEST_LINE = 65536
MOST_HEADERS = 100
"""Python's own limits."""
_OF_NAMES = f"!#$%&'*+-.^_`|~{digits}{ascii_letters}".encode()
_MOST_DIGITS = 19
_DEFECTS = (
    FirstHeaderLineIsContinuationDefect,
    InvalidHeaderDefect,
    MalformedHeaderDefect,
    MissingHeaderBodySeparatorDefect,
)


def read_line(file: BufferedIOBase, what: str) -> bytes:
    """The next line of a head.

    Raises:
        HTTPException: there is none, or it is too long.
    """
    line = file.readline(LONGEST_LINE + 1)
    if not line:
        raise RemoteDisconnected("the connection was closed in the head")
    if len(line) > LONGEST_LINE:
        raise LineTooLong(what)
    return line


def read_headers(file: BufferedIOBase) -> HTTPMessage:
    """All headers, and the empty line after them.

    Raises:
        HTTPException: what comes is none, or does not end.
    """
    lines: list[bytes] = []
    while (line := read_line(file, "header line")) not in (b"\r\n", b"\n"):
        lines.append(line)
        if len(lines) >= MOST_HEADERS:
            raise HTTPException(f"got more than {MOST_HEADERS} headers")
    head = b"".join(lines)
    if b"\0" in head:
        raise HTTPException("a header has a NUL")
    # Python reads headers as those of a mail, which takes three times as long, and is for odd ones.
    if head.count(b"\r") > head.count(b"\r\n"):
        return _read_as_mail(head)
    headers = HTTPMessage()
    for line in lines:
        name, colon, value = line.partition(b":")
        if not colon or not _is_name(name):
            return _read_as_mail(head)
        headers.set_raw(name.decode(), value.lstrip(b" \t").rstrip(b"\r\n").decode("latin-1"))
    return headers


def _is_name(name: bytes) -> bool:
    return bool(name) and not name.translate(None, _OF_NAMES)


def _read_as_mail(head: bytes) -> HTTPMessage:
    headers = parse_headers(BytesIO(head))
    # Python takes what follows a line that is no header for the body.
    if any(isinstance(each, _DEFECTS) for each in headers.defects):
        raise HTTPException("a line of the head is no header")
    if not all(_is_name(name.encode("latin-1")) for name in headers):
        raise HTTPException("a header has no name")
    return headers


def framing_of(headers: HTTPMessage) -> tuple[int | None, bool]:
    """The length of the body, if it is told, and whether the body comes in chunks.

    Raises:
        HTTPException: it is not told where the body ends. Of two lengths, Python takes the first.
    """
    lengths, transfer = [], None
    for name, value in headers.raw_items():
        known = name.lower()
        if known == "content-length":
            lengths.append(value.strip())
        elif known == "transfer-encoding":
            transfer = value if transfer is None else f"{transfer}, {value}"
    if len(lengths) > 1 or (lengths and transfer is not None):
        raise HTTPException("the body has several lengths")
    if not all(map(_is_length, lengths)):
        raise HTTPException("the length of the body is no number")
    if not is_known_transfer(transfer):
        raise HTTPException("the body travels in a way that was not asked for")
    return (int(lengths[0]) if lengths else None), transfer is not None


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
