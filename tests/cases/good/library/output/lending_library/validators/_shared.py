# Generated from spec/types/ by `make generate`. Do not edit.
"""Checks that more than one resource needs."""

from __future__ import annotations

from lending_library._runtime.semantics import predicates
from lending_library._runtime.validation import messages, readers, values
from lending_library._runtime.validation.messages import Found
from lending_library._runtime.validation.validate import (
    ObjectChecks,
    check_object,
)


def shelf(value: object, path: str, found: Found) -> None:
    """A shelf, and the shelves inside of it."""
    check_object(value, path, found, _SHELF_FIELDS)


_TEXT_SPELLED_CHARACTERS = predicates.matcher("[A-Z0-9]*").fullmatch


def text_spelled(value: object, path: str, found: Found) -> None:
    """Only the characters [A-Z0-9]."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not _TEXT_SPELLED_CHARACTERS(value):
        messages.bad_characters(value, path, found, "A-Z0-9")


def date_2(value: object, path: str, found: Found) -> None:
    """Such as 2012-11-25T12:00:00Z."""
    if not predicates.is_date(value, ("utc",)):
        messages.bad_date(value, path, found, ("utc",))


def list_of_shelf(value: object, path: str, found: Found) -> None:
    """List."""
    items = readers.list_items(value, False)
    if items is None:
        messages.wrong_type(value, path, found, "a list")
        return
    values.each(items, path, found, shelf)


def nullable_shelf(value: object, path: str, found: Found) -> None:
    """A shelf, and the shelves inside of it."""
    if value is None:
        return
    check_object(value, path, found, _SHELF_FIELDS)


_SHELF_FIELDS = ObjectChecks(
    section="",
    fields={
        "label": text_spelled,
        "built": date_2,
        "inner": list_of_shelf,
        "parent": nullable_shelf,
    },
    required=("label",),
)
