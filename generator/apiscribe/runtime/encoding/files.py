"""A file to upload, from whatever a caller has: a path, bytes or an open file.

Files are not read here, but looked at: what can be read twice tells how large it is, and how it
begins. Of what can be read only once, such as a pipe, nothing is taken before it is sent.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct

if TYPE_CHECKING:
    # Every client knows what a file is, and few calls have one.
    from .sources import Source

Content = str | os.PathLike[str] | bytes | BinaryIO
"""A path, what a file holds, or an open file."""
Upload = Content | tuple[str | None, Content] | tuple[str | None, Content, str]
"""What a caller may pass for a file: its content, perhaps behind a name, perhaps before a type."""

Progress = Callable[[int, int | None], object]
"""Called with how many bytes have been sent or written, and how many there will be, if that is
known."""


class FilePart(Struct, frozen=True):
    """A file as it is sent: its name, if it has one, and its content."""

    filename: str | None
    content: Source
    flaw: str = ""
    """Why it cannot be sent, if it could not be read."""
    media_type: str | None = None
    """What it is, if whoever gave it has said so."""

    @property
    def size(self) -> int | None:
        """Bytes; None if only reading them tells."""
        return len(self.content) if isinstance(self.content, bytes) else self.content.size

    def begins_with(self, magic: bytes) -> bool:
        """Whether it does; True if nothing can be seen of it yet.

        Raises:
            Unreadable: it cannot be looked at.
        """
        if not magic or self.size is None:
            return True
        content = self.content
        if isinstance(content, bytes):
            return content.startswith(magic)
        from .reading import beginning
        from .sources import Glimpse

        if isinstance(content, Glimpse):
            return content.beginning.startswith(magic)
        return beginning(content, len(magic)) == magic

    def __repr__(self) -> str:
        size = "bytes that nobody has counted" if self.size is None else f"{self.size} bytes"
        return f"<FilePart {self.filename!r}, {size}>"


NOT_A_FILE = FilePart(None, b"", "is text; a file is a part that has a file name")
"""What a form has where a file should be, and is none."""


def each_of(value: object) -> list[object]:
    """What may be files: of a list, of a map, or one alone."""
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else [value]


def look_at(value: object) -> FilePart | None:
    """`value` as a file, or None if it is none. Open files stand where they stood before."""
    if isinstance(value, FilePart):
        return value
    if isinstance(value, tuple):
        return _named(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return FilePart(None, bytes(value))
    is_path = isinstance(value, str | os.PathLike)
    if not is_path and not callable(getattr(value, "read", None)):
        return None
    name = value if is_path else getattr(value, "name", None)
    filename = os.path.basename(os.fsdecode(name)) if isinstance(name, str | os.PathLike) else None
    from .reading import look_into, look_up
    from .sources import Unreadable

    try:
        looked = look_up(os.fsdecode(value)) if is_path else look_into(value)  # type: ignore[arg-type]
    except Unreadable as error:
        return FilePart(filename, b"", str(error))
    return FilePart(filename, looked)


def _named(given: tuple[object, ...]) -> FilePart | None:
    """A file whose name, or type, is said beside it."""
    if not 2 <= len(given) <= 3 or isinstance(given[1], tuple):
        return None
    name, content, *kind = given
    part = look_at(content)
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
