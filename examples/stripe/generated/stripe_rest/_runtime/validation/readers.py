"""Finds the values to check inside of a value: the items of a list, the field at a path."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import UNSET

from ..encoding.wire import Wire, as_mapping
from ..semantics import commas


def list_items(value: object, single: bool) -> list[object] | None:
    """The items of a list; with `single`, an item alone is a list of one. None if it is neither."""
    if isinstance(value, list | tuple):
        return list(value)
    return [value] if single and value is not None else None


def csv_items(value: object, item: Wire, separator: str = commas.SEPARATOR) -> list[object] | None:
    """The items of text between separators, or of a list; None if it is neither."""
    if isinstance(value, str):
        return [item.parse(part) for part in commas.split(value, separator)]
    return list(value) if isinstance(value, list | tuple | set | frozenset) else None


def reach(given: Mapping[str, object], path: tuple[str, ...], *, short: bool = False) -> object:
    """The value at `path`, or UNSET.

    With `short`, a scalar in place of the last object is the value of that field.
    """
    value: object = given
    for key in path:
        fields = as_mapping(value)
        if fields is None:
            is_scalar = isinstance(value, str | int) and not isinstance(value, bool)
            return value if short and key == path[-1] and is_scalar else UNSET
        value = fields.get(key, UNSET)
    return value
