# Generated from spec/types/ by `make generate`. Do not edit.
"""Hypothesis strategies for requests; they need the extra `testing`.

    >>> from hypothesis import given
    >>> from lending_library import strategies
    >>> @given(strategies.valid_arguments('book.list'))
    ... def test_what_is_allowed_is_taken(arguments): ...

Arguments go by their names on the wire, as `validators.validate` takes them.
"""

from __future__ import annotations

from datetime import date as _date
from functools import cache as _cache
from importlib import import_module as _import_module

from hypothesis.strategies import SearchStrategy

from lending_library._runtime.strategies import calls as _calls
from lending_library._runtime.strategies.calls import InvalidCall
from lending_library._runtime.strategies.members import Members
from lending_library.operations import resource_of as _resource_of
from lending_library.strategies import _types

__all__ = [
    "InvalidCall",
    "author",
    "genre",
    "invalid_arguments",
    "isbn",
    "language",
    "new_book",
    "place",
    "shelf",
    "valid_arguments",
]


def valid_arguments(operation: str, *, warnings: bool = False) -> SearchStrategy[dict[str, object]]:
    """Arguments in which `validate` finds nothing wrong.

    Args:
        operation: Its id, such as `book.list`.
        warnings: Also such as have no effect, of which `validate` only warns.

    Raises:
        LookupError: there is no such operation.
    """
    return _calls.valid_arguments(_members(operation), warnings)


def invalid_arguments(
    operation: str, *, argument: str | None = None, rule: str | None = None
) -> SearchStrategy[InvalidCall]:
    """Arguments that break one rule, with the rule and the argument that it is about.

    Args:
        operation: Its id, such as `book.list`.
        argument: Only rules about this argument, or about something in it.
        rule: Only rules of this kind, such as `required` or `max_length`.

    Raises:
        LookupError: there is no such operation.
        ValueError: it has no such rule.
    """
    return _calls.invalid_arguments(_members(operation), argument, rule)


@_cache
def _members(operation: str) -> Members:
    resource = _resource_of(operation)
    module = _import_module(f"lending_library.strategies._operations.{resource}")
    members: dict[str, Members] = module.MEMBERS
    return members[operation]


def isbn() -> SearchStrategy[str]:
    """Values of `isbn`. Matches 97[89][0-9]{10}."""
    return _types.ISBN.valid


def genre() -> SearchStrategy[str]:
    """Values of `genre`. One of novel (Invented), essay (Thought) or verse (Sung)."""
    return _types.GENRE.valid


def language() -> SearchStrategy[str]:
    """Values of `language`. An id of the list of languages (3)."""
    return _types.LANGUAGE.valid


def author() -> SearchStrategy[dict[str, object]]:
    """Who wrote a book.

    Fields:
        name: Not empty.
    """
    return _types.AUTHOR.members.valid


def place() -> SearchStrategy[dict[str, object]]:
    """A place in the house.

    Fields:
        floor: -1 to 4.
    """
    return _types.PLACE.members.valid


def shelf() -> SearchStrategy[dict[str, object]]:
    """A shelf, and the shelves inside of it.

    Fields:
        label: Only the characters [A-Z0-9].
        built: Such as 2012-11-25T12:00:00Z.
    """
    return _types.SHELF.members.valid


def new_book() -> SearchStrategy[dict[str, object]]:
    """A book to be imported.

    Fields:
        isbn: Matches 97[89][0-9]{10}.
        languages: Each: an id of the list of languages (3). No item twice.

    Rules:
        One of `isbn` and `title` is required.
    """
    return _types.NEW_BOOK.members.valid
