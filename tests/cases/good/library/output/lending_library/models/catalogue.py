# Generated from spec/types/catalogue.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from datetime import date as date_aliased
from datetime import datetime
from typing import Any

from msgspec import UNSET, UnsetType, field

from lending_library._runtime.model import Model


class Author(Model, kw_only=True):
    """Who wrote a book."""

    name: str
    """Name. Not empty."""

    born: int | None | UnsetType = UNSET
    """Year of birth; null if nobody knows."""


class Shelf(Model, kw_only=True):
    """A shelf, and the shelves inside of it."""

    label: str
    """What is written on it. Only the characters [A-Z0-9]."""

    built: datetime | UnsetType = UNSET
    """When it was put up. Such as 2012-11-25T12:00:00Z."""

    inner: list[Shelf] | UnsetType = UNSET
    """The shelves inside."""

    parent: Shelf | None | UnsetType = UNSET
    """The shelf around it."""


class Import(Model, kw_only=True):
    """What came of an import."""

    taken: int
    """How many books were taken."""

    refused: dict[str, list[str]]
    """What was wrong, by ISBN."""


class NewBook(Model, kw_only=True):
    """A book to be imported.

    Rules:
        One of `isbn` and `title` is required.
    """

    isbn: str | UnsetType = UNSET
    """The number on its back. Matches 97[89][0-9]{10}."""

    title: str | UnsetType = UNSET
    """Title."""

    languages: list[str] | UnsetType = UNSET
    """In which languages it comes. Each: an id of the list of languages (3). No item twice."""


class Place(Model, kw_only=True):
    """A place in the house."""

    floor: int
    """Which floor. -1 to 4."""

    shelf: Shelf | UnsetType = UNSET
    """Which shelf there."""


class Book(Model, kw_only=True):
    """A book as the catalogue has it."""

    id: int
    """Its number."""

    isbn: str
    """The number on its back."""

    title: str
    """Title."""

    subtitle: str | None
    """Subtitle."""

    class_: str = field(name="class")
    """What kind of book."""

    changed_at: datetime = field(name="changedAt")
    """When its entry was last changed."""

    authors: list[Author]
    """Who wrote it."""

    price: float | None
    """What it would cost to replace."""

    place: Place | None
    """Where it stands."""

    date: date_aliased | None | UnsetType = UNSET
    """When it was published."""

    bought: date_aliased | UnsetType = UNSET
    """When the library bought it."""

    copies_per_branch: dict[str, int] | UnsetType = field(name="copiesPerBranch", default=UNSET)
    """How many copies each branch has."""

    _links: dict[str, str | None] | UnsetType = field(name="_links", default=UNSET)
    """Addresses of related things."""

    self_: Any | UnsetType = field(name="self", default=UNSET)
    """Whatever the catalogue's machine adds."""

    extra_: str | UnsetType = field(name="extra", default=UNSET)
    """What a librarian has noted."""


class BookPage(Model, kw_only=True):
    """A page of the catalogue."""

    page: int
    """Which page this is."""

    pages: int
    """How many there are."""

    per_page: int
    """How many books a page holds."""

    books_in_all: int
    """How many books there are."""

    items: list[Book]
    """The books."""
