"""What the rules count and compare, defined a second time.

Validators are tested with what is drawn here, so what decides whether a draw breaks a rule must
not be theirs: a mistake that both share would go unseen.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

INT64_MIN, INT64_MAX = -9_223_372_036_854_775_808, 9_223_372_036_854_775_807

_HAN = (
    (0x2E80, 0x2FDF),  # radicals
    (0x3005, 0x3005),  # the iteration mark
    (0x3007, 0x3007),  # zero
    (0x3021, 0x3029),  # numerals of Hangzhou
    (0x3038, 0x303B),
    (0x3400, 0x4DBF),  # ideographs, extension A
    (0x4E00, 0x9FFF),  # ideographs
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0x20000, 0x3FFFD),  # the planes of further ideographs
)
_DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:T(\d\d?):(\d\d):(\d\d)Z)?", re.ASCII)
_US_MINUTES = re.compile(r"(\d\d)/(\d\d)/(\d{4}) (\d\d):(\d\d) ([ap])m", re.ASCII | re.IGNORECASE)


def chinese_words(text: str) -> int:
    return sum(low <= ord(character) <= high for character in text for low, high in _HAN)


def is_over(value: object, most: int) -> bool:
    return type(value) is int and value > most


def is_under(value: object, least: int) -> bool:
    return type(value) is int and value < least


def is_later(first: object, last: object) -> bool:
    """Whether both are numbers or dates, and `first` comes after `last`; days know no hours."""
    if _is_number(first) and _is_number(last):
        return bool(first > last)  # type: ignore[operator]  # both are numbers
    one, two = _moment(first), _moment(last)
    if one is None or two is None:
        return False
    if type(one) is type(two) is datetime:
        return one > two
    return (one.year, one.month, one.day) > (two.year, two.month, two.day)


def _is_number(value: object) -> bool:
    return type(value) is int or (type(value) is float and abs(value) < float("inf"))


def _moment(value: object) -> date | None:
    """A moment in UTC, or a day; None for what is neither."""
    try:
        if isinstance(value, datetime):
            return value.astimezone(UTC) if value.tzinfo is not None else None
        if isinstance(value, str):
            return _read(value)
    except (ValueError, OverflowError):  # no such day
        return None
    return value if isinstance(value, date) else None


def _read(text: str) -> date | None:
    if found := _US_MINUTES.fullmatch(text):
        month, day, year, hour, minute = map(int, found.groups()[:5])
        if hour not in range(1, 13):
            return None
        return datetime(year, month, day, hour % 12 + 12 * (found[6] in "pP"), minute, tzinfo=UTC)
    if found := _DAY.fullmatch(text):
        year, month, day = map(int, found.groups()[:3])
        if found[4] is None:
            return date(year, month, day)
        return datetime(year, month, day, int(found[4]), int(found[5]), int(found[6]), tzinfo=UTC)
    return None
