"""What is filled in on the page, and the request that comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class Part(Struct, frozen=True, omit_defaults=True):
    """A part of a multipart form: a text, or the file of an argument."""

    name: str
    text: str | None = None
    argument: str | None = None
    place: int = 0
    """Which of the argument's files."""
    filename: str | None = None


class Composed(Struct, frozen=True, kw_only=True):
    """A request that is ready to be sent."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: str | None = None
    file: str | None = None
    """The argument whose file is the body."""
    parts: tuple[Part, ...] = ()


class Asked(Struct, frozen=True, kw_only=True):
    """What was filled in."""

    arguments: Mapping[str, Any]
    """By the names that operations have them under; a file is `{"filename": TEXT}`."""
    credentials: Mapping[str, str] = {}
    headers: Mapping[str, str] = {}
    base_url: str = "http://localhost"
