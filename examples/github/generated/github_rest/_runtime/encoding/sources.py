"""Where the content of an upload is."""

from __future__ import annotations

from typing import Any, TypeAlias

from msgspec import Struct


class AtPath(Struct, frozen=True):
    """What is at a path."""

    path: str
    size: int | None
    """Bytes; None of what can be read only once."""


class Opened(Struct, frozen=True):
    """What an open file of the caller's has, from where it stands."""

    file: Any
    start: int | None
    """Where it stood at first; None if it cannot go back there."""
    size: int | None
    """Bytes; None if only reading them tells."""


class Glimpse(Struct, frozen=True):
    """What has been seen so far of what is read while it is sent."""

    beginning: bytes
    size: int


Source: TypeAlias = bytes | AtPath | Opened | Glimpse


class Unreadable(Exception):
    """A file cannot be read; the message says why."""
