"""How values are compared, and what is said of a text's characters."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any, assert_never

from ..program import AtLeast, AtMost, Has, InARow, LessThan, MoreThan
from ..semantics.numbers import says_number

NOTHING: tuple[object, ...] = (None, "", [], {})
"""What stands for a value that is not given."""


def beside(test: AtLeast | AtMost | MoreThan | LessThan, other: object) -> Callable[[object], bool]:
    """Whether a value is more or less than another: exactly, where both say numbers."""
    two = _number(other)
    text = canonical(other)

    def passes(value: object) -> bool:
        one = value if type(value) is int else _number(value)
        if one is None or two is None:
            return _holds(test, canonical(value), text)
        return _holds(test, one, two)

    return passes


def _holds(test: AtLeast | AtMost | MoreThan | LessThan, one: Any, two: Any) -> bool:
    match test:
        case AtLeast():
            return bool(one >= two)
        case AtMost():
            return bool(one <= two)
        case MoreThan():
            return bool(one > two)
        case LessThan():
            return bool(one < two)
    assert_never(test)


def _number(value: object) -> int | Decimal | None:
    """The number that a value is, or says in digits, with all of them; None if it says none."""
    if isinstance(value, int):
        return value
    text = repr(value) if isinstance(value, float) else canonical(value)
    try:
        return Decimal(text) if isinstance(value, float) or says_number(text) else None
    except InvalidOperation:
        return None


def differing(before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """What is another now, as it was before; of objects, only what is another in them."""
    found: dict[str, Any] = {}
    for key in (*before, *(key for key in now if key not in before)):
        one, two = before.get(key), now.get(key)
        if one != two:
            nested = isinstance(one, dict) and isinstance(two, dict)
            found[key] = differing(one or {}, two or {}) if nested else one
    return found


def canonical(value: object) -> str:
    """A value as it is compared: the number 1 and the text "1" are the same."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def is_given(value: object) -> bool:
    return value not in NOTHING


def number(value: object) -> int | float:
    if isinstance(value, int | float):
        return value
    try:
        return int(str(value))
    except ValueError:
        return 0


def has(test: Has, text: str) -> bool:
    """Whether a text has a character of a kind."""
    match test.kind:
        case "letter":
            return any(map(str.isalpha, text))
        case "digit":
            return any(map(str.isdigit, text))
        case "upper":
            return any(map(str.isupper, text))
        case "lower":
            return any(map(str.islower, text))
        case "special":
            return any(not each.isalnum() and not each.isspace() for each in text)
    assert_never(test.kind)


def in_a_row(value: InARow, text: str) -> int:
    """How many characters in a row are of one kind."""
    longest = 0
    for step in (0,) if value.kind == "same" else (1, -1):
        row = 1 if text else 0
        longest = max(longest, row)
        for one, next_ in pairwise(text):
            alike = ord(next_) - ord(one) == step and (
                step == 0 or (one.isalnum() and next_.isalnum())
            )
            row = row + 1 if alike else 1
            longest = max(longest, row)
    return longest
