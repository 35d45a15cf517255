"""Reads files that are uploaded: a little to look at them, and all of them in pieces."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, assert_never

from .sources import AtPath, Glimpse, Opened, Source, Unreadable

PIECE = 256 * 1024
"""Bytes of a file that are in memory at one time."""

_Read = Callable[[int], object]


def look_up(path: str) -> AtPath:
    """What is at a path.

    Raises:
        Unreadable: nothing that can be read.
    """
    with _Failing():
        known = os.stat(path)
        if not stat.S_ISREG(known.st_mode) and not stat.S_ISDIR(known.st_mode):
            return AtPath(path, None)  # to open a pipe is to take from it
        with open(path, "rb", buffering=0) as file:
            size = os.fstat(file.fileno()).st_size
            # What the system makes up while it is read has no size, and yet something in it.
            made_up = not size and bool(file.read(1))
        return AtPath(path, None if made_up else size)


def look_into(file: Any) -> Opened:
    """What an open file has, from where it stands.

    Raises:
        Unreadable: it is closed, or has text.
    """
    with _Failing():
        if getattr(file, "closed", False) is True:
            raise ValueError("it is closed")
        start = _number(_asked(file, "tell"))
        if start is None or not _goes_to(file, start):
            return Opened(file, None, None)
        end = _number(_asked(file, "tell")) if _goes_to(file, 0, os.SEEK_END) else None
        file.seek(start)
        if end is None:
            return Opened(file, start, None)
        looked = Opened(file, start, max(0, end - start))
        beginning(looked, 1)
        return looked


def beginning(source: AtPath | Opened, count: int) -> bytes:
    """The first bytes of what can be read twice.

    Raises:
        Unreadable: it cannot be read.
    """
    with _Failing():
        if isinstance(source, AtPath):
            with open(source.path, "rb", buffering=0) as file:
                return _filled(file.read, count)
        source.file.seek(source.start)
        try:
            return _filled(source.file.read, count)
        finally:
            source.file.seek(source.start)


def can_repeat(source: Source) -> bool:
    """Whether it can be read more than once."""
    if isinstance(source, AtPath):
        return source.size is not None
    return not isinstance(source, Opened) or source.start is not None


def pieces(source: Source) -> Iterator[bytes]:
    """All of it from its beginning, a piece at a time. What is opened here is closed here.

    Raises:
        Unreadable: it cannot be read, or has become shorter than it was.
    """
    match source:
        case bytes():
            for start in range(0, len(source), PIECE):
                yield source[start : start + PIECE]
        case AtPath():
            with _Failing():
                file = open(source.path, "rb", buffering=0)  # noqa: SIM115 - closed below
            with file:
                yield from _read(file.read, source.size)
        case Opened():
            if source.start is not None:
                with _Failing():
                    source.file.seek(source.start)
            yield from _read(source.file.read, source.size)
        case Glimpse():
            raise AssertionError("nobody sends what was only seen")
        case _:
            assert_never(source)


def _read(read: _Read, size: int | None) -> Iterator[bytes]:
    """What `read` gives, up to its end or its size: what is added meanwhile is not sent."""
    seen = 0
    while size is None or seen < size:
        wanted = PIECE if size is None else min(PIECE, size - seen)
        with _Failing():
            piece = _filled(read, wanted)
        seen += len(piece)
        if len(piece) < wanted and size is not None:
            raise Unreadable(f"has become shorter: {seen} bytes are left of {size}")
        if piece:
            yield piece
        if len(piece) < wanted:
            return


def _filled(read: _Read, size: int) -> bytes:
    """So many bytes, or all there are. What is not buffered gives less than it is asked for."""
    first = _some(read, size)
    if len(first) == size or not first:
        return first
    content = bytearray(first)
    while len(content) < size:
        part = _some(read, size - len(content))
        if not part:
            break
        content += part
    return bytes(content)


def _some(read: _Read, size: int) -> bytes:
    part = read(size)
    if isinstance(part, Coroutine):
        part.close()
        raise TypeError("its read() has to be awaited: pass what it returns")
    if part is None:
        raise BlockingIOError("it has no more for now, as it does not block: read it yourself")
    if not isinstance(part, bytes | bytearray | memoryview):
        raise TypeError('it gives text: open it in binary mode, "rb"')
    if len(part) > size:
        raise ValueError("it gives more than it is asked for")
    return bytes(part)


def _goes_to(file: Any, place: int, whence: int = os.SEEK_SET) -> bool:
    """Have it go there, and tell whether it does."""
    try:
        _number(file.seek(place, whence))
    except Exception:  # noqa: BLE001 - a caller's own file may raise anything
        return False
    return True


def _asked(file: Any, method: str) -> object:
    try:
        return getattr(file, method)()
    except Exception:  # noqa: BLE001 - a caller's own file may raise anything
        return None


def _number(value: object) -> int | None:
    if isinstance(value, Coroutine):
        value.close()
    return value if isinstance(value, int) else None


class _Failing:
    """Within it, whatever a file raises becomes `Unreadable`."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if isinstance(error, Exception) and not isinstance(error, Unreadable):
            reason = error.strerror if isinstance(error, OSError) else None
            told = reason or str(error) or type(error).__name__
            raise Unreadable(f"cannot be read: {told}") from None
