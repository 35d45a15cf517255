"""The body of a request: received up to its bounds, and unpacked."""

from __future__ import annotations

import zlib
from io import BytesIO

from .bounds import Bounds, Held
from .responses import Header, Receive, RequestRefused
from .showing import shown
from .unreadable import too_large

_CLOSE: Header = (b"connection", b"close")
_ACCEPTED: Header = (b"accept-encoding", b"gzip, deflate")
_UNAVAILABLE, _UNSUPPORTED = 503, 415
_ZLIB_OR_GZIP = zlib.MAX_WBITS | 32
_PACKED = (b"gzip", b"x-gzip", b"deflate")


class BodyReader:
    """Receives bodies. All that have come in part are counted together."""

    def __init__(self, bounds: Bounds, held: Held) -> None:
        self._bounds = bounds
        self._held = held

    async def read(self, receive: Receive) -> bytes | None:
        """A body; None if the client has hung up, or somebody has on the client.

        Raises:
            RequestRefused: too_large, of one that comes in pieces.
        """
        message = await receive()
        if message["type"] != "http.request":
            return None
        body: bytes = message.get("body", b"")
        if message.get("more_body", False):
            return await self._read_on(body, receive)
        return body

    def check(self, body: bytes) -> None:
        """Look whether a body that has come as a whole is one that is taken.

        Raises:
            RequestRefused: too_large.
        """
        if len(body) > self._bounds.body_bytes:
            raise self._too_large()

    async def _read_on(self, chunk: bytes, receive: Receive) -> bytes | None:
        body = BytesIO()  # which gives out what it holds without a copy
        size = 0
        more = True
        try:
            while True:
                size += len(chunk)
                if size <= self._bounds.body_bytes:
                    self._hold(chunk)
                    body.write(chunk)
                elif size > self._bounds.discarded_bytes:
                    raise self._too_large(_CLOSE)
                if not more:
                    break
                message = await receive()
                if message["type"] != "http.request":
                    return None
                chunk = message.get("body", b"")
                more = message.get("more_body", False)
        finally:
            self._held.give_back(body.tell())
        if size > self._bounds.body_bytes:
            raise self._too_large()
        return body.getvalue()

    def _hold(self, chunk: bytes) -> None:
        if not self._held.take(len(chunk)):
            message = "too many requests have come in part; wait for some answers"
            raise RequestRefused("too_large", message, [_CLOSE], status=_UNAVAILABLE)

    def _too_large(self, *headers: Header) -> RequestRefused:
        told = f"the body has more than {self._bounds.body_bytes} bytes"
        return too_large(told, "body_bytes", *headers)


def unpacked(body: bytes, coding: bytes, most: int) -> bytes:
    """`body` as it was before its Content-Encoding.

    Raises:
        RequestRefused: too_large, malformed.
    """
    coding = coding.strip().lower()
    if not body or coding in (b"", b"identity"):
        return body
    if coding not in _PACKED:
        name = shown(coding.decode("latin-1"))
        message = f"Content-Encoding {name} is not supported; use gzip, deflate or none"
        raise RequestRefused("malformed", message, [_ACCEPTED], status=_UNSUPPORTED)
    unpacker = zlib.decompressobj(_ZLIB_OR_GZIP)
    try:
        content = unpacker.decompress(body, most + 1)
    except zlib.error:
        raise _not_packed(coding) from None
    if len(content) > most:
        raise too_large(f"unpacked, the body has more than {most} bytes", "body_bytes")
    if not unpacker.eof or unpacker.unused_data:  # it ends early, or goes on after its end
        raise _not_packed(coding)
    return content


def _not_packed(coding: bytes) -> RequestRefused:
    name = coding.decode("latin-1")
    return RequestRefused("malformed", f"the body is not {name}, though Content-Encoding says so")
