# Generated from spec/types/ by `make generate`. Do not edit.
"""Types of arguments: the values that some have, and dicts that may stand for objects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

if TYPE_CHECKING:
    from lending_library.models.catalogue import Shelf

Genre = Literal["novel", "essay", "verse"]

Language = Literal["de", "en", "no"]


class AuthorDict(TypedDict):
    """Who wrote a book. A plain dict in place of `Author`."""

    name: str
    """Name. Not empty."""

    born: NotRequired[int | None]
    """Year of birth; null if nobody knows."""


class PlaceDict(TypedDict):
    """A place in the house. A plain dict in place of `Place`."""

    floor: int
    """Which floor. -1 to 4."""

    shelf: NotRequired[Shelf | ShelfDict]
    """Which shelf there."""


class ShelfDict(TypedDict):
    """A shelf, and the shelves inside of it. A plain dict in place of `Shelf`."""

    label: str
    """What is written on it. Only the characters [A-Z0-9]."""

    built: NotRequired[datetime | str]
    """When it was put up. Such as 2012-11-25T12:00:00Z."""

    inner: NotRequired[Sequence[Shelf | ShelfDict]]
    """The shelves inside."""

    parent: NotRequired[Shelf | ShelfDict | None]
    """The shelf around it."""


class NewBookDict(TypedDict):
    """A book to be imported. A plain dict in place of `NewBook`.

    Rules:
        One of `isbn` and `title` is required.
    """

    isbn: NotRequired[str]
    """The number on its back. Matches 97[89][0-9]{10}."""

    title: NotRequired[str]
    """Title."""

    languages: NotRequired[Sequence[Language]]
    """In which languages it comes. Each: an id of the list of languages (3). No item twice."""
