"""Questions about single values: whether one is what a type or a rule asks for.

Generated validators ask them, and so do the compiler's checks of defaults, choices and conditions.
"""

from __future__ import annotations

import math
import re
import sys
from datetime import date, datetime

from . import dates
from .compiled import compiled
from .dates import DateFormat
from .numbers import INT64_MAX, INT64_MIN
from .text import EMAIL, EMAIL_MAX_LENGTH, HAN, UNENCODABLE

_LARGEST = sys.float_info.max
_read_iso = datetime.fromisoformat
_UNENCODABLE = f"[{UNENCODABLE}]"
_HAN = f"[{HAN}]"
_ANY_FORMAT: tuple[DateFormat, ...] = ("utc_unpadded", "date_unpadded", "us_minutes")


class matcher:  # noqa: N801 - generated code asks `matcher(pattern).fullmatch(text)`
    """A pattern of the specification, which is compiled when it is first asked."""

    __slots__ = ("_pattern",)

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return compiled(self._pattern).fullmatch(text)


def is_encodable(value: str) -> bool:
    """Whether text can be sent at all: no NUL, no half of a surrogate pair."""
    return compiled(_UNENCODABLE).search(value) is None


def is_email(value: str) -> bool:
    return (
        len(value) <= EMAIL_MAX_LENGTH
        and compiled(EMAIL).fullmatch(value) is not None
        and (value.isprintable() or is_encodable(value))
    )


def chinese_words(value: str) -> int:
    """How many Chinese words: each Han character is one."""
    return 0 if value.isascii() else len(compiled(_HAN).findall(value))


def utf8_size(value: str) -> int:
    """How many bytes text has in UTF-8. What no encoding carries, another rule refuses."""
    return len(value) if value.isascii() else len(value.encode(errors="surrogatepass"))


def is_digits(value: object, length: int) -> bool:
    """Whether it is exactly so many digits, as text or as a whole number."""
    if is_whole(value):
        value = str(value)
    return isinstance(value, str) and len(value) == length and value.isascii() and value.isdigit()


def is_date(value: object, formats: tuple[DateFormat, ...]) -> bool:
    """Whether `value` is, or can be written as, a date in one of `formats`."""
    if isinstance(value, str):
        if value[7::3] == "-T::Z" and "utc" in formats:
            # Text with these marks is of this form, the common one, or of none: no other form that
            # `fromisoformat` reads has them. It is six times as fast as `dates`, but may read hour
            # 24 as hour 0 of the next day.
            try:
                return _read_iso(value).hour != 0 or value[11] == "0"
            except ValueError:
                return False
        return dates.read(value, formats) is not None
    if isinstance(value, datetime):
        if value.utcoffset() is None or dates.in_utc(value) is None:
            return False
        return dates.is_writable(value, formats)
    if isinstance(value, date):
        return any(map(dates.is_day, formats)) and dates.is_writable(value, formats)
    return dates.read(value, formats) is not None


def is_later(
    first: object,
    last: object,
    formats: tuple[DateFormat, ...] = (),
    last_formats: tuple[DateFormat, ...] = (),
) -> bool:
    """Whether `first` is after `last`, as far as both can be read; `formats` are those of each."""
    if not formats and is_number(first) and is_number(last):
        return bool(first > last)  # type: ignore[operator]  # both are numbers
    one, two = _moment(first, formats), _moment(last, last_formats)
    if one is None or two is None:
        return False
    if isinstance(one, datetime) and isinstance(two, datetime):
        return one > two
    return _day(one) > _day(two)


def is_whole(value: object) -> bool:
    """Whether it is a whole number that every reader of JSON and forms takes: one of 64 bits."""
    return type(value) is int and INT64_MIN <= value <= INT64_MAX


def is_number(value: object) -> bool:
    """Whether it is a number that is finite as a fraction, too: readers of JSON may make it one."""
    if type(value) is int:
        return -_LARGEST <= value <= _LARGEST
    return type(value) is float and math.isfinite(value)


def is_over(value: object, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > most


def is_under(value: object, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value < least


def _moment(value: object, formats: tuple[DateFormat, ...]) -> date | datetime | None:
    if isinstance(value, str | int):
        value = dates.read(value, formats or _ANY_FORMAT)
    if isinstance(value, datetime):
        return None if value.utcoffset() is None else dates.in_utc(value)
    return value if isinstance(value, date) else None


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value
