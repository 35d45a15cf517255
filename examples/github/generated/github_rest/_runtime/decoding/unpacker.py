"""Unpacks what comes compressed, piece by piece."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

_PACKED = ("gzip", "x-gzip", "deflate")
_GZIP_OR_ZLIB, _RAW_DEFLATE = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS
_HEADER = 2
"""Bytes of the header of zlib."""
_PIECE = 1 << 16
"""Bytes of one piece, however many there are in what has come."""


class NotUnpacked(Exception):
    """What came cannot be unpacked; its text says why."""


class Unpacker:
    """Hands out what a body holds, as its `Content-Encoding` says.

    Raises:
        NotUnpacked: it is compressed in a way that was not asked for.
    """

    def __init__(self, encoding: str) -> None:
        encoding = encoding.strip().lower()
        if encoding not in ("", "identity", *_PACKED):
            raise NotUnpacked("is compressed in a way that was not asked for")
        self._is_packed = encoding in _PACKED
        self._may_be_raw = encoding == "deflate"
        self._head = b""
        """What has come, as long as it does not show of which kind it is."""
        self._inside: zlib._Decompress | None = None
        """What unpacks a part that has not ended."""

    def unpacked(self, piece: bytes) -> Iterator[bytes]:
        """What a piece holds.

        Raises:
            NotUnpacked: it is not compressed as it says.
        """
        if not self._is_packed:
            yield piece
            return
        if self._may_be_raw:
            piece = self._head = self._head + piece
            if len(piece) < _HEADER:
                return
            self._may_be_raw = False
            if not _is_zlib(piece):
                self._inside = zlib.decompressobj(_RAW_DEFLATE)
            self._head = b""
        try:
            yield from self._parts(piece)
        except zlib.error:
            raise NotUnpacked("is not compressed as its headers say") from None

    @property
    def is_whole(self) -> bool:
        """Whether what has come has an end."""
        return self._inside is None and not self._head

    def _parts(self, piece: bytes) -> Iterator[bytes]:
        more = False
        while piece or more:
            if self._inside is None:
                self._inside = zlib.decompressobj(_GZIP_OR_ZLIB)
            part = self._inside.decompress(piece, _PIECE)
            # As much as was asked for: there may be more of what has been read.
            more = len(part) == _PIECE
            yield part
            piece = self._inside.unconsumed_tail
            if self._inside.eof:
                piece, more = self._inside.unused_data.lstrip(b"\0"), False
                self._inside = None


def _is_zlib(piece: bytes) -> bool:
    """Whether it begins with the header of zlib, which some servers leave out."""
    return piece[0] & 0x0F == zlib.DEFLATED and int.from_bytes(piece[:_HEADER]) % 31 == 0
