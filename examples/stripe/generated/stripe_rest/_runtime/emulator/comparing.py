"""How values are compared, and what is said of a text's characters."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, assert_never

from ..program import AtLeast, AtMost, Has, InARow, LessThan, MoreThan


def compared(test: AtLeast | AtMost | MoreThan | LessThan, value: object, other: object) -> bool:
    one: Any = _comparable(value)
    two: Any = _comparable(other)
    if type(one) is not type(two):
        one, two = str(one), str(two)
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


def _comparable(value: object) -> float | str:
    if isinstance(value, int | float):
        return float(value)
    text = str(value)
    try:
        return float(text)
    except ValueError:
        return text


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
    return value is not None and value != "" and value != [] and value != {}


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
