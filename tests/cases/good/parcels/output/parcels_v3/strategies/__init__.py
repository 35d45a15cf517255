# Generated from spec/types/ by `make generate`. Do not edit.
"""Hypothesis strategies for requests; they need the extra `testing`.

    >>> from hypothesis import given
    >>> from parcels_v3 import strategies
    >>> @given(strategies.valid_arguments('shipment.send'))
    ... def test_what_is_allowed_is_taken(arguments): ...

Arguments go by their names on the wire, as `validators.validate` takes them.
"""

from __future__ import annotations

from datetime import date as _date
from functools import cache as _cache
from importlib import import_module as _import_module

from hypothesis.strategies import SearchStrategy

from parcels_v3._runtime.strategies import calls as _calls
from parcels_v3._runtime.strategies.calls import InvalidCall
from parcels_v3._runtime.strategies.members import Members
from parcels_v3.operations import resource_of as _resource_of
from parcels_v3.strategies import _types

__all__ = [
    "InvalidCall",
    "address",
    "country",
    "instant",
    "invalid_arguments",
    "item",
    "passcode",
    "phone",
    "tracking",
    "valid_arguments",
]


def valid_arguments(operation: str, *, warnings: bool = False) -> SearchStrategy[dict[str, object]]:
    """Arguments in which `validate` finds nothing wrong.

    Args:
        operation: Its id, such as `shipment.send`.
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
        operation: Its id, such as `shipment.send`.
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
    module = _import_module(f"parcels_v3.strategies._operations.{resource}")
    members: dict[str, Members] = module.MEMBERS
    return members[operation]


def tracking() -> SearchStrategy[str]:
    """Values of `tracking`. Matches [A-Z]{2}[0-9]{9}."""
    return _types.TRACKING.valid


def country() -> SearchStrategy[str]:
    """Values of `country`. One of CA (Canada), US (United States) or FR (France)."""
    return _types.COUNTRY.valid


def passcode() -> SearchStrategy[str | int]:
    """Values of `passcode`. Exactly 6 digits."""
    return _types.PASSCODE.valid


def phone() -> SearchStrategy[str]:
    """Values of `phone`. Only the characters [0-9 +()\\-]. 5 to 20 characters."""
    return _types.PHONE.valid


def instant() -> SearchStrategy[str | _date]:
    """Values of `instant`. Such as 11/25/2012 09:05 pm."""
    return _types.INSTANT.valid


def address() -> SearchStrategy[object]:
    """Where a parcel goes.

    Fields:
        zip: 3 to 9 characters.
        floor: At least -3.

    Rules:
        `lift` has an effect only when `floor` is given (a warning).
    """
    return _types.ADDRESS.valid


def item() -> SearchStrategy[dict[str, object]]:
    """Something in a parcel.

    Fields:
        SKU: Not empty.
        count: At least 1.
    """
    return _types.ITEM.members.valid
