"""What an unquoted word of YAML means: the core schema of YAML 1.2, and a little less.

`NO`, `ON`, `yes`, `1_000`, `012`, `12:30` and `2012-11-25` are text.
"""

from __future__ import annotations

import math
import re

_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_RADIX = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_NUMBER_START = frozenset("+-.0123456789")
_MOST_DIGITS = 100


class NotANumber(ValueError):
    """It is written as a number, and is none that can be worked with; says why, if it knows."""


def plain_value(text: str) -> str | int | float | bool | None:
    """The value of a scalar without quotes."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_START:
        return text
    if _INTEGER.fullmatch(text) or _RADIX.fullmatch(text):
        return whole_number(text)
    if _FLOAT.fullmatch(text):
        return _finite(text)
    return text


def whole_number(digits: str) -> int:
    """A number of 64 bits: others are no more than text to whoever reads what is generated."""
    number = int(digits, 0) if len(digits) < _MOST_DIGITS else 2**64
    if not -(2**63) <= number < 2**63:
        raise NotANumber(", as whole ones are of 64 bits")
    return number


def _finite(text: str) -> float:
    try:
        number = float(text)
    except ValueError:  # `.inf` and `.nan`, which Python spells without the point
        raise NotANumber from None
    if not math.isfinite(number):
        raise NotANumber
    return number
