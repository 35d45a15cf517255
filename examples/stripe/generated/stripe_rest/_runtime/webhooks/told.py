"""How an event is told from others: by keys of its body, by headers, by what is there at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from .body import Headers, header

KeyPath: TypeAlias = tuple[str, ...]
Named: TypeAlias = str | int | bool
"""A value that tells an event."""


def is_named(found: object, named: tuple[Named, ...]) -> bool:
    """Whether a value is one of those named; `True` is no 1."""
    return any(found == each and type(found) is type(each) for each in named)


def told_by_headers(headers: Headers, wanted: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether each header, whose name is in lower case, has one of its values."""
    return all(header(headers, name) in texts for name, texts in wanted.items())
