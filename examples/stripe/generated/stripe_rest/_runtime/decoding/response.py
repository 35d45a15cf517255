"""A response: no larger than it may be, and unpacked."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from msgspec import Struct

ENCODINGS = "gzip, deflate"
"""How servers may compress responses."""
_GZIP_OR_ZLIB, _RAW_DEFLATE = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS
_CUT_SHORT = "was cut short"
_MOST_PARTS = 100
"""How many compressed parts a body may have. Each costs a copy of all that follows it."""


class Response(Struct, frozen=True, kw_only=True):
    """What a server sent back."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    flaw: str = ""
    """What is wrong with it as an HTTP message, if anything; `body` is then as it came."""

    def __repr__(self) -> str:
        return f"<Response {self.status}, {len(self.body)} bytes>"

    def __rich_repr__(self) -> list[tuple[str, object]]:
        # The base class would tell rich every field.
        return [("status", self.status), ("size", len(self.body))]


def read_response(
    status: int,
    headers: Mapping[str, str],
    content: bytes,
    max_body: int | None,
    *,
    cut_short: bool = False,
) -> Response:
    """The response with `content`, which is unpacked if it can be, and kept as it came if not."""
    if max_body is not None and len(content) > max_body:
        return _response(status, headers, content[:max_body], _too_large(max_body))
    encoding = headers.get("content-encoding", "").strip().lower()
    if cut_short:
        return _response(status, headers, content, _CUT_SHORT)
    if not encoding or encoding == "identity" or not content:
        return _response(status, headers, content)
    if encoding not in ("gzip", "x-gzip", "deflate"):
        return _response(status, headers, content, "is compressed in a way that was not asked for")
    try:
        body = _unpacked(content, encoding, max_body)
    except zlib.error:
        return _response(status, headers, content, "is not compressed as its headers say")
    if body is None:
        return _response(status, headers, content, _CUT_SHORT)
    if max_body is not None and len(body) > max_body:
        return _response(status, headers, body[:max_body], _too_large(max_body))
    return _response(status, headers, body)


def _too_large(max_body: int) -> str:
    return f"is larger than {max_body} bytes"


def _response(status: int, headers: Mapping[str, str], body: bytes, flaw: str = "") -> Response:
    return Response(status=status, headers=headers, body=body, flaw=flaw)


def _unpacked(content: bytes, encoding: str, max_body: int | None) -> bytes | None:
    """The unpacked content, at most a byte more than allowed; None if it breaks off."""
    try:
        return _inflated(content, _GZIP_OR_ZLIB, max_body)
    except zlib.error:
        if encoding != "deflate":
            raise
        # Some servers mean by this name the raw stream, without the header of zlib.
        return _inflated(content, _RAW_DEFLATE, max_body)


def _inflated(content: bytes, form: int, max_body: int | None) -> bytes | None:
    parts: list[bytes] = []
    room = 0 if max_body is None else max_body + 1  # to zlib, 0 is no limit
    for _ in range(_MOST_PARTS):
        if not content:
            return b"".join(parts)
        unpacker = zlib.decompressobj(form)
        parts.append(unpacker.decompress(content, room))
        if max_body is not None:
            room -= len(parts[-1])
            if room <= 0:
                return b"".join(parts)
        if not unpacker.eof:
            return None
        content = unpacker.unused_data.lstrip(b"\0")
    raise zlib.error("too many parts")
