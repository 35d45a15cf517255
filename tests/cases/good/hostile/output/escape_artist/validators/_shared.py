# Generated from spec/types/ by `make generate`. Do not edit.
"""Checks that more than one resource needs."""

from __future__ import annotations

from collections.abc import Mapping

from escape_artist._runtime.semantics import predicates
from escape_artist._runtime.validation import messages, readers, values
from escape_artist._runtime.validation.messages import Found
from escape_artist._runtime.validation.validate import (
    ObjectChecks,
    check_object,
)
from escape_artist._runtime.validation.values import Check

_INIT_CHOICES = {'"': "", "'": "", "\\": "", "{": "", "None": ""}


def init(value: object, path: str, found: Found) -> None:
    """One of ", ', \\, { or None."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _INIT_CHOICES:
        messages.bad_choice(value, path, found, _INIT_CHOICES)


def escape(value: object, path: str, found: Found) -> None:
    """\"\"\" import os \"\"\" Its `class` alone may stand for it."""
    check_object(value, path, found, _ESCAPE_FIELDS)


def date(value: object, path: str, found: Found) -> None:
    """Such as 2012-11-25."""
    if not predicates.is_date(value, ("date",)):
        messages.bad_date(value, path, found, ("date",))


def list_of_date(value: object, path: str, found: Found) -> None:
    """Each: such as 2012-11-25T12:00:00Z."""
    items = readers.list_items(value, False)
    if items is None:
        messages.wrong_type(value, path, found, "a list")
        return
    values.each(items, path, found, date_2)


def date_2(value: object, path: str, found: Found) -> None:
    """Such as 2012-11-25T12:00:00Z."""
    if not predicates.is_date(value, ("utc",)):
        messages.bad_date(value, path, found, ("utc",))


def map_of_identifier(value: object, path: str, found: Found) -> None:
    """Map."""
    if not isinstance(value, Mapping):
        messages.wrong_type(value, path, found, "an object")
        return
    values.each_value(value, path, found, values.identifier)


def _escape_field_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the fields of Escape."""
    if "class" in given and "extra" in given:
        messages.several_given(("class", "extra"), found, source='\'"""\'')
    if given.get("class") in ("'", '"""', "\\") and "__init__" not in given:
        messages.missing("__init__", found, '`class` is \', """ or \\')


_ESCAPE_FIELDS = ObjectChecks(
    section="\\",
    fields={
        "class": values.text,
        "__init__": values.text,
        "it's {{ here }}": values.text,
        "extra": values.text,
        "field": escape,
        "date": date,
        "list": list_of_date,
        "str": map_of_identifier,
    },
    required=(),
    rules=_escape_field_rules,
    shorthand="class",
)


COMMON: dict[str, Check] = {
    "__init__": init,
}
"""What every operation takes beside its own arguments."""
