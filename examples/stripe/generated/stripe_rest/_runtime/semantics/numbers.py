"""Whole numbers of 64 bits; numbers and booleans as text."""

from __future__ import annotations

import math
from decimal import Decimal

from .compiled import compiled

INT64_MIN, INT64_MAX = -(2**63), 2**63 - 1
"""What every whole number is between: readers of JSON take others for fractions, or not at all."""

_DIGITS = 19
_INTEGER = rf"-?[0-9]{{1,{_DIGITS}}}"
_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?"


_DECIMAL = r"-?[0-9]+(?:\.[0-9]+)?"

_BOOLEANS = {"true": True, "false": False}
_NO = (None, False, 0, "", "0", "false", "no")
_YES = (True, "true", "1", "yes")


def read_integer(text: str) -> int | None:
    """The whole number that `text` writes; None if it writes none, or one of too many digits."""
    if len(text) <= _DIGITS and text.isdigit() and text.isascii():
        return int(text)  # nearly every one
    return int(text) if compiled(_INTEGER).fullmatch(text) else None


def read_number(text: str) -> float | None:
    """The number that `text` writes as JSON does; None if it writes none, or one too large."""
    if not compiled(_NUMBER).fullmatch(text):
        return None
    number = float(text)
    return number if math.isfinite(number) else None


def says_number(text: str) -> bool:
    """Whether `text` writes a number in digits, however many; no exponent."""
    return compiled(_DECIMAL).fullmatch(text) is not None


def as_whole(value: object) -> object:
    """`value` where JSON wants a whole number: 2.0 and 2e0 are 2, others stay what they are."""
    is_within = isinstance(value, float | Decimal) and INT64_MIN <= value <= INT64_MAX
    if is_within and (whole := int(value)) == value:  # type: ignore[call-overload]
        return whole
    return value


def written(number: float | Decimal) -> str:
    """A number with all its digits, as no exponent stands in an address or a form."""
    exact = Decimal(repr(number)) if isinstance(number, float) else number
    return format(exact or exact.copy_abs(), "f")


def read_boolean(text: str) -> bool | None:
    return _BOOLEANS.get(text)


def says_yes(flag: object) -> bool:
    """Whether a flag of a response is set, whatever is written in its place."""
    return (flag.strip().lower() if isinstance(flag, str) else flag) in _YES


def says_no(flag: object) -> bool:
    """Whether a flag of a response is not set, whatever is written in its place."""
    return (flag.strip().lower() if isinstance(flag, str) else flag) in _NO
