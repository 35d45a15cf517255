"""Where the body of a response is written to while it arrives.

A path is written beside, under a name of its own, and moved into place when all of it has come:
what breaks off leaves nothing, and what was there before stays.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping
from pathlib import Path
from secrets import token_hex
from types import TracebackType
from typing import IO, BinaryIO, ClassVar, Literal, Self

from ..encoding.files import Progress
from ..errors import ConfigurationError, Interrupted

Destination = str | os.PathLike[str] | BinaryIO
"""A path, or a file that is open for writing bytes."""
_PACKED = ("gzip", "x-gzip", "deflate")
_PIECE = 1 << 20
_MOST_HELD = 1 << 16
"""Bytes of a body that are held back. Failures are smaller."""


class Sink:
    """Takes a body, once for each sending."""

    stays_open: ClassVar[Literal[False]] = False
    """Whether a body is read after the call."""

    def __init__(self, to: Destination, progress: Progress | None, max_bytes: int | None) -> None:
        if max_bytes is not None and (type(max_bytes) is not int or max_bytes <= 0):
            raise ConfigurationError(f"max_bytes= is {max_bytes!r}, not a number above 0, or None")
        is_path = isinstance(to, str | os.PathLike)
        if not is_path and not callable(getattr(to, "write", None)):
            raise ConfigurationError("what to write to is neither a path nor an open binary file")
        self.path = os.fspath(to) if isinstance(to, str | os.PathLike) else None
        self.size = 0
        self.flaw = ""
        """What is wrong with what has come."""
        self.held: bytes | None = None
        """What has come, as long as it may turn out to be a failure."""
        self.unwanted: int | None = None
        """The status of a success whose body is not what is to be written."""
        self._holds = False
        self._to = None if isinstance(to, str | os.PathLike) else to
        self._beside: IO[bytes] | None = None
        self._progress = progress
        self._most = max_bytes
        self._expected: int | None = None
        self._unpacker: zlib._Decompress | None = None

    @property
    def is_spent(self) -> bool:
        """Whether it has written what it cannot take back."""
        return self._to is not None and self.size > 0

    def __enter__(self) -> Self:
        """Open a file beside the path. What cannot be written is known before anything is sent."""
        if self.path is not None:
            place = Path(self.path)
            if place.is_dir():
                raise IsADirectoryError(f"{self.path} is a directory")
            beside = place.with_name(f".{place.name[:100]}.{token_hex(8)}.part")
            self._beside = beside.open("xb")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Move what has come into place, or remove it if it is not whole."""
        if self._beside is None or self.path is None:
            return
        beside = Path(self._beside.name)
        try:
            self._beside.close()
            if kind is None:
                beside.replace(self.path)
        finally:
            beside.unlink(missing_ok=True)

    def hold(self) -> None:
        """Write nothing before `release`: a body may tell a failure, whatever its status."""
        self._holds = True

    def release(self) -> None:
        """Write what was held back."""
        held, self.held = self.held, None
        if held:
            self._take(held)

    def wants(self, headers: Mapping[str, str]) -> bool:
        """Whether it takes a body with these headers: any, to say what is wrong with it."""
        self.begin(headers)
        return True

    def begin(self, headers: Mapping[str, str]) -> bool:
        """Whether a body with these headers is wanted; what came of an earlier one is dropped."""
        if self._beside is not None:
            self._beside.seek(0)
            self._beside.truncate()
        self.size, self.flaw, self._unpacker = 0, "", None
        self.held = b"" if self._holds else None
        length = headers.get("content-length", "")
        self._expected = int(length) if length.isascii() and length.isdecimal() else None
        encoding = headers.get("content-encoding", "").strip().lower()
        if encoding in _PACKED:
            self._unpacker, self._expected = zlib.decompressobj(32 + zlib.MAX_WBITS), None
        elif encoding not in ("", "identity"):
            self.flaw = "is compressed in a way that was not asked for"
        if self._most is not None and (self._expected or 0) > self._most:
            self.flaw = f"is larger than {self._most} bytes"
        return not self.flaw

    def write(self, piece: bytes) -> bool:
        """Take a piece; whether more is wanted.

        Raises:
            Interrupted: the file or the caller's function has failed.
        """
        if self._unpacker is None:
            return self._take(piece)
        try:
            while piece and not self.flaw:
                unpacked = self._unpacker.decompress(piece, _PIECE)
                piece = self._unpacker.unconsumed_tail
                if not self._take(unpacked):
                    break
        except zlib.error:
            self.flaw = "is not compressed as its headers say"
        return not self.flaw

    def ended(self, *, cut_short: bool) -> None:
        """All has come that will."""
        whole = self._unpacker is None or self._unpacker.eof or not (self.size or self.held)
        if not self.flaw and (cut_short or not whole):
            self.flaw = "was cut short"

    def _take(self, piece: bytes) -> bool:
        if self.held is not None:
            self.held += piece
            if len(self.held) <= _MOST_HELD:
                return True
            piece, self.held = self.held, None
        if self._most is not None and self.size + len(piece) > self._most:
            self.flaw = f"is larger than {self._most} bytes"
            return False
        try:
            into = self._beside if self._to is None else self._to
            assert into is not None, "it is entered before anything is sent"
            view = memoryview(piece)
            while view:
                # A file that is not buffered may take less than it is given.
                taken: object = into.write(view)
                view = view[taken if isinstance(taken, int) else len(view) :]
            self.size += len(piece)
            if self._progress is not None and piece:
                self._progress(self.size, self._expected)
        except Exception as error:  # noqa: BLE001 - handed on to whoever gave the file
            raise Interrupted(error) from None
        return True
