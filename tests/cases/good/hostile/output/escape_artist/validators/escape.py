# Generated from spec/resources/escape.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `escape` operations."""

from __future__ import annotations

from collections.abc import Mapping

from escape_artist import lists
from escape_artist._runtime.encoding import wire
from escape_artist._runtime.semantics import numbers, predicates
from escape_artist._runtime.validation import messages, readers, values
from escape_artist._runtime.validation.messages import Found
from escape_artist._runtime.validation.validate import (
    UNDECIDED,
    OperationChecks,
)
from escape_artist.validators import _shared as shared

_LEN_2_PATTERN = predicates.matcher("[\"'\\\\{}]+").fullmatch


def len_2(value: object, path: str, found: Found) -> None:
    """Matches ["'\\\\{}]+. Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not _LEN_2_PATTERN(value):
        messages.bad_pattern(value, path, found, "[\"'\\\\{}]+")
    if not value:
        messages.too_short(value, path, found, 1)


_TYPE_2_CHOICES = {"'''": '"""', "\\": "ends with \\", "</b>": "&amp;"}


def type_2(value: object, path: str, found: Found) -> None:
    """One of ''' (\"\"\"), \\ (ends with \\) or </b> (&amp;)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _TYPE_2_CHOICES:
        messages.bad_choice(value, path, found, _TYPE_2_CHOICES)


def list_of_reports_unique(value: object, path: str, found: Found) -> None:
    """Each: only the characters ["'\\\\{}\\[\\]]. No item twice."""
    items = readers.list_items(value, False)
    if items is None:
        messages.wrong_type(value, path, found, "a list")
        return
    if len(items) > 1:
        values.unique(items, path, found, None)
    values.each(items, path, found, reports)


_REPORTS_CHARACTERS = predicates.matcher("[\"'\\\\{}\\[\\]]*").fullmatch


def reports(value: object, path: str, found: Found) -> None:
    """Only the characters ["'\\\\{}\\[\\]]."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not _REPORTS_CHARACTERS(value):
        messages.bad_characters(value, path, found, "\"'\\\\{}\\[\\]")


def text_odd(value: object, path: str, found: Found) -> None:
    """An id of the list of odd \"\"\" ones (7)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.ODD:
        messages.not_listed(value, path, found, {'odd """ ones': lists.ODD})


_FOUND_2_CHOICES = {'"': "", "'": "", "{": "", "}}": "", "\n": ""}


def found_2(value: object, path: str, found: Found) -> None:
    """One of ", ', {, }} or ."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _FOUND_2_CHOICES:
        messages.bad_choice(value, path, found, _FOUND_2_CHOICES)


def csv_of_items(value: object, path: str, found: Found) -> None:
    """Sent separated by commas. Each: one of ' or "."""
    items = readers.csv_items(value, wire.TEXT)
    if items is None:
        messages.wrong_type(value, path, found, "a list, or text with commas")
        return
    values.each_between_commas(items, path, found, items_2)


_ITEMS_2_CHOICES = {"'": "", '"': ""}


def items_2(value: object, path: str, found: Found) -> None:
    """One of ' or "."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _ITEMS_2_CHOICES:
        messages.bad_choice(value, path, found, _ITEMS_2_CHOICES)


def integer_from_minus_1(value: object, path: str, found: Found) -> None:
    """At least -1."""
    if type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX:
        messages.not_whole(value, path, found, "a whole number")
        return
    if value < -1:
        messages.too_small(value, path, found, -1)


def _type_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of escape.type."""
    if given.get("found") in ('"', "\n") and given.get("builtins") != "\\" and "value" not in given:
        messages.missing(
            "value",
            found,
            '`found` is " or \n and `builtins` is not \\ (ends with \\)',
            source="\\",
        )
    if sum(("value" in given, "locals" in given, "items" in given)) > 1:
        messages.several_given(
            ("value", "locals", "items"),
            found,
            severity="warning",
            given=("value" in given, "locals" in given, "items" in given),
        )


def _type_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of escape.type were looked at, and are right."""
    if "cl'ass" not in given or '"x"' not in given:
        return UNDECIDED
    value = given["cl'ass"]
    if not isinstance(value, str) or (
        not value.isprintable() and not predicates.is_encodable(value)
    ):
        return UNDECIDED
    value = given['"x"']
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or not _LEN_2_PATTERN(value)
        or not value
    ):
        return UNDECIDED
    seen = 2
    if "builtins" in given:
        value = given["builtins"]
        if not isinstance(value, str) or value not in _TYPE_2_CHOICES:
            return UNDECIDED
        seen += 1
    if "value" in given:
        value = given["value"]
        if not isinstance(value, str) or value not in lists.ODD:
            return UNDECIDED
        seen += 1
    if "found" in given:
        value = given["found"]
        if not isinstance(value, str) or value not in _FOUND_2_CHOICES:
            return UNDECIDED
        seen += 1
    if given.get("found") in ('"', "\n") and given.get("builtins") != "\\" and "value" not in given:
        return UNDECIDED
    if sum(("value" in given, "locals" in given, "items" in given)) > 1:
        return UNDECIDED
    return seen


TYPE = OperationChecks(
    section='"""); open("PWNED", "w"); ("""',
    fields={
        "cl'ass": values.text,
        '"x"': len_2,
        "builtins": type_2,
        "locals": list_of_reports_unique,
        "value": text_odd,
        "found": found_2,
        "items": csv_of_items,
        **shared.COMMON,
    },
    required=("cl'ass", '"x"'),
    rules=_type_argument_rules,
    fast_path=_type_fast_path,
    fast_path_arguments=frozenset(('"x"', "builtins", "cl'ass", "found", "value")),
)


STR = OperationChecks(
    section="\\",
    fields={
        "int": integer_from_minus_1,
        "str": shared.escape,
        "dict": values.anything,
        **shared.COMMON,
    },
    required=(),
)


CHECKS_ = OperationChecks(
    section="\\",
    fields={
        "from": values.integer,
        "si ze": values.integer,
        **shared.COMMON,
    },
    required=(),
)


UNSET_ = OperationChecks(
    section="\\",
    fields={
        **shared.COMMON,
    },
    required=(),
)


CHECKS = {
    "escape.type": TYPE,
    "escape.str": STR,
    "escape.checks": CHECKS_,
    "escape.unset": UNSET_,
}
"""Operation id -> what its arguments have to keep."""
