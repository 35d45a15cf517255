# Generated from spec/types/ by `make generate`. Do not edit.
"""Hypothesis strategies for requests; they need the extra `testing`.

    >>> from hypothesis import given
    >>> from escape_artist import strategies
    >>> @given(strategies.valid_arguments('escape.type'))
    ... def test_what_is_allowed_is_taken(arguments): ...

Arguments go by their names on the wire, as `validators.validate` takes them.
"""

from __future__ import annotations

from datetime import date as _date
from functools import cache as _cache
from importlib import import_module as _import_module

from hypothesis.strategies import SearchStrategy

from escape_artist._runtime.strategies import calls as _calls
from escape_artist._runtime.strategies.calls import InvalidCall
from escape_artist._runtime.strategies.members import Members
from escape_artist.operations import resource_of as _resource_of
from escape_artist.strategies import _types

__all__ = [
    "InvalidCall",
    "escape",
    "invalid_arguments",
    "len",
    "reports",
    "type",
    "valid_arguments",
]


def valid_arguments(operation: str, *, warnings: bool = False) -> SearchStrategy[dict[str, object]]:
    """Arguments in which `validate` finds nothing wrong.

    Args:
        operation: Its id, such as `escape.type`.
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
        operation: Its id, such as `escape.type`.
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
    module = _import_module(f"escape_artist.strategies._operations.{resource}")
    members: dict[str, Members] = module.MEMBERS
    return members[operation]


def type() -> SearchStrategy[str]:
    """Values of `type`. One of ''' (\"\"\"), \\ (ends with \\) or </b> (&amp;)."""
    return _types.TYPE.valid


def len() -> SearchStrategy[str]:
    """Values of `len`. Matches ["'\\\\{}]+. Not empty."""
    return _types.LEN.valid


def reports() -> SearchStrategy[str]:
    """Values of `reports`. Only the characters ["'\\\\{}\\[\\]]."""
    return _types.REPORTS.valid


def escape() -> SearchStrategy[object]:
    """\"\"\" import os \"\"\".

    Fields:
        field: Its `class` alone may stand for it.
        date: Such as 2012-11-25.
        list: Each: such as 2012-11-25T12:00:00Z.

    Rules:
        Only one of `class` and `extra` can be given.
        `__init__` is required when `class` is ', \"\"\" or \\.
    """
    return _types.ESCAPE.valid
