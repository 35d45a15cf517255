"""A file to upload, from whatever a caller has: a path, bytes or an open file."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

Upload = str | os.PathLike[str] | bytes | BinaryIO
"""What a caller may pass for a file."""


class FilePart(Struct, frozen=True):
    """A file as it is sent: its name, if it has one, and its content."""

    filename: str | None
    content: bytes

    def __repr__(self) -> str:
        return f"<FilePart {self.filename!r}, {len(self.content)} bytes>"


def read_upload(value: object, max_bytes: int | None = None) -> FilePart | None:
    """`value` as a file, or None if it is none.

    Reads at most one byte more than `max_bytes`.

    Raises:
        OSError: a path or a file that cannot be read.
    """
    if isinstance(value, FilePart):
        return value
    most = -1 if max_bytes is None else max_bytes + 1
    if isinstance(value, bytes | bytearray | memoryview):
        return FilePart(None, bytes(value))
    if isinstance(value, str | os.PathLike):
        path = Path(value)
        return FilePart(path.name, _content(partial(_from_disk, path, most)))
    read = getattr(value, "read", None)
    content = _content(partial(read, most)) if callable(read) else None
    if not isinstance(content, bytes):
        return None
    name = getattr(value, "name", None)
    return FilePart(os.path.basename(name) if isinstance(name, str) else None, content)


def _from_disk(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        return file.read(most)


def _content(read: Callable[[], bytes]) -> bytes:
    try:
        return read()
    except ValueError as error:  # a NUL in a path, a file that is closed
        raise OSError(str(error)) from None
