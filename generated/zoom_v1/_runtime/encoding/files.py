"""A file to upload, from whatever a caller has: a path, bytes or an open file."""

from __future__ import annotations

import os
from collections.abc import Coroutine
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

Content = str | os.PathLike[str] | bytes | BinaryIO
"""A path, what a file holds, or an open file."""
Upload = Content | tuple[str | None, Content] | tuple[str | None, Content, str]
"""What a caller may pass for a file: its content, perhaps behind a name, perhaps before a type."""
_PIECE = 2**20


class FilePart(Struct, frozen=True):
    """A file as it is sent: its name, if it has one, and its content."""

    filename: str | None
    content: bytes
    flaw: str = ""
    """Why it cannot be sent, if it could not be read."""
    media_type: str | None = None
    """What it is, if whoever gave it has said so."""

    def __repr__(self) -> str:
        return f"<FilePart {self.filename!r}, {len(self.content)} bytes>"


NOT_A_FILE = FilePart(None, b"", "is text; a file is a part that has a file name")
"""What a form has where a file should be, and is none."""


def read_upload(value: object, max_bytes: int | None = None) -> FilePart | None:
    """`value` as a file, or None if it is none.

    It is read to its end, and only once: a pipe gives what it holds to the first who asks. Of a
    file that is larger than `max_bytes`, one byte more is read.
    """
    if isinstance(value, FilePart):
        return value
    if isinstance(value, tuple):
        return _named(value, max_bytes)
    if isinstance(value, bytes | bytearray | memoryview):
        return FilePart(None, bytes(value))
    name = value if isinstance(value, str | os.PathLike) else getattr(value, "name", None)
    filename = os.path.basename(os.fsdecode(name)) if isinstance(name, str | os.PathLike) else None
    try:
        if isinstance(value, str | os.PathLike):
            with Path(value).open("rb") as file:
                return FilePart(filename, _content(file, max_bytes))
        if not callable(getattr(value, "read", None)):
            return None
        return FilePart(filename, _content(value, max_bytes))
    except OSError as error:
        return FilePart(filename, b"", f"cannot be read: {error.strerror or error}")
    except Exception as error:  # noqa: BLE001 - a caller's own file may raise anything
        return FilePart(filename, b"", f"cannot be read: {str(error) or type(error).__name__}")


def _named(given: tuple[object, ...], max_bytes: int | None) -> FilePart | None:
    """A file whose name, or type, is said beside it."""
    if not 2 <= len(given) <= 3 or isinstance(given[1], tuple):
        return None
    name, content, *kind = given
    part = read_upload(content, max_bytes)
    if part is None or not isinstance(name, str | None) or not all(map(_is_text, kind)):
        return None
    return FilePart(
        part.filename if name is None else name,
        part.content,
        part.flaw,
        str(kind[0]) if kind else part.media_type,
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _content(file: object, max_bytes: int | None) -> bytes:
    """All that `file` has. One that is not buffered gives less at a time than it is asked for."""
    content = bytearray()
    while max_bytes is None or len(content) <= max_bytes:
        size = _PIECE if max_bytes is None else min(max_bytes + 1 - len(content), _PIECE)
        part = file.read(size)  # type: ignore[attr-defined]
        if isinstance(part, Coroutine):
            part.close()
            raise TypeError("its read() has to be awaited: pass what it returns")
        if part is None:
            raise BlockingIOError("it has no more for now, as it does not block: read it yourself")
        if not isinstance(part, bytes | bytearray | memoryview):
            raise TypeError('it gives text: open it in binary mode, "rb"')
        if not part:
            break
        content += part
    return bytes(content)
