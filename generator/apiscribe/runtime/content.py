"""What responses hold that is no JSON: files, and texts of other kinds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, Literal, TypeVar

from msgspec import Struct

H = TypeVar("H")


class Content(Struct, frozen=True, kw_only=True):
    """What an operation documents of a response that is no JSON."""

    kind: Literal["file", "text"]
    media_types: tuple[str, ...] = ()
    """Any, if there are none."""

    @property
    def accept(self) -> str:
        """What requests say that they take."""
        return ", ".join(self.media_types) or "*/*"


class FileContent(Struct, frozen=True, kw_only=True):
    """A file that was answered, whole and in memory."""

    content: bytes
    media_type: str
    """As the service says it, with parameters; empty if it does not."""
    filename: str | None = None
    """What the service calls it."""

    def __repr__(self) -> str:
        return f"<FileContent {self.media_type!r}, {len(self.content)} bytes>"


class TextContent(Struct, frozen=True, kw_only=True):
    """A text that was answered, such as CSV or XML."""

    text: str
    media_type: str
    """As the service says it, with parameters; empty if it does not."""

    def __str__(self) -> str:
        return self.text


class SavedFile(Struct, frozen=True, kw_only=True):
    """A file that was answered and written where the caller wanted it."""

    path: str | None
    """Where it is; None if it was written to an open file."""
    size: int
    """Bytes that were written."""
    media_type: str
    filename: str | None = None
    """What the service calls it."""
    status: int = 200
    headers: Mapping[str, str] = {}

    def __repr__(self) -> str:
        return f"<SavedFile {self.path or 'an open file'}, {self.size} bytes>"


class HeadedFile(FileContent, Generic[H], frozen=True, kw_only=True):
    """A file with what headers say beside it."""

    head: H


class HeadedText(TextContent, Generic[H], frozen=True, kw_only=True):
    """A text with what headers say beside it."""

    head: H


class HeadedSavedFile(SavedFile, Generic[H], frozen=True, kw_only=True):
    """A file that was written, with what headers say beside it."""

    head: H


def filename_of(headers: Mapping[str, str]) -> str | None:
    """The name that `Content-Disposition` tells, without directories; None if there is none."""
    told = headers.get("content-disposition")
    if not told:
        return None
    from email.message import Message

    message = Message()
    message["content-disposition"] = told
    name = message.get_filename()
    last = (name or "").replace("\\", "/").rpartition("/")[2]
    return last if last not in ("", ".", "..") else None
