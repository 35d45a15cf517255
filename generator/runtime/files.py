"""A file to upload, from whatever a caller has: a path, bytes or an open file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

Upload = str | os.PathLike[str] | bytes | BinaryIO
"""What a caller may pass for a file."""


class FilePart(Struct, frozen=True):
    """A file as it travels: its name, if it has one, and its content."""

    filename: str | None
    content: bytes


def read_upload(value: object) -> FilePart | None:
    """`value` as a file, or None if it is none.

    Raises:
        OSError: a path or a file that cannot be read.
    """
    if isinstance(value, FilePart):
        return value
    if isinstance(value, bytes | bytearray | memoryview):
        return FilePart(None, bytes(value))
    if isinstance(value, str | os.PathLike):
        path = Path(value)
        return FilePart(path.name, _content(path.read_bytes))
    read = getattr(value, "read", None)
    content = _content(read) if callable(read) else None
    if not isinstance(content, bytes):
        return None
    name = getattr(value, "name", None)
    return FilePart(os.path.basename(name) if isinstance(name, str) else None, content)


def _content(read: Callable[[], bytes]) -> bytes:
    try:
        return read()
    except ValueError as error:  # a NUL in a path, a file that is closed
        raise OSError(str(error)) from None
