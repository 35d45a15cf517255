# Generated from spec/types/catalogue.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, UnsetType, field

from lending_library._runtime.api_object import ApiObject
from lending_library._runtime.model import AwareDatetime, CalendarDay


class Author(ApiObject, kw_only=True):
    """Who wrote a book."""

    name: str
    """Name."""

    born: int | None | UnsetType = UNSET
    """Year of birth; null if nobody knows."""


class Shelf(ApiObject, kw_only=True):
    """A shelf, and the shelves inside of it."""

    label: str
    """What is written on it."""

    built: AwareDatetime | UnsetType = UNSET
    """When it was put up."""

    inner: list[Shelf] | UnsetType = UNSET
    """The shelves inside."""

    parent: Shelf | None | UnsetType = UNSET
    """The shelf around it."""


class Import(ApiObject, kw_only=True):
    """What came of an import."""

    taken: int
    """How many books were taken."""

    refused: dict[str, list[str]]
    """What was wrong, by ISBN."""


class NewBook(ApiObject, kw_only=True):
    """A book to be imported."""

    isbn: str | UnsetType = UNSET
    """The number on its back."""

    title: str | UnsetType = UNSET
    """Title."""

    languages: list[str] | UnsetType = UNSET
    """In which languages it comes."""


class Place(ApiObject, kw_only=True):
    """A place in the house."""

    floor: int
    """Which floor."""

    shelf: Shelf | UnsetType = UNSET
    """Which shelf there."""


class Book(ApiObject, kw_only=True):
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

    changed_at: AwareDatetime = field(name="changedAt")
    """When its entry was last changed."""

    authors: list[Author]
    """Who wrote it."""

    price: float | None
    """What it would cost to replace."""

    place: Place | None
    """Where it stands."""

    date: CalendarDay | None | UnsetType = UNSET
    """When it was published."""

    bought: CalendarDay | UnsetType = UNSET
    """When the library bought it."""

    copies_per_branch: dict[str, int] | UnsetType = field(name="copiesPerBranch", default=UNSET)
    """How many copies each branch has."""

    _links: dict[str, str | None] | UnsetType = field(name="_links", default=UNSET)
    """Addresses of related things."""

    self_: Any | UnsetType = field(name="self", default=UNSET)
    """Whatever the catalogue's machine adds."""

    extra_: str | UnsetType = field(name="extra", default=UNSET)
    """What a librarian has noted."""


class BookPage(ApiObject, kw_only=True):
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
