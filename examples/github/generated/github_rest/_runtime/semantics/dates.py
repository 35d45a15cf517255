"""Days and moments in the formats that an API may ask for."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Literal, TypeVar

from .compiled import compiled

T = TypeVar("T")

DateFormat = Literal["date", "date_unpadded", "utc", "utc_unpadded", "us_minutes"]
"""How a moment or a day is written.

date           2012-11-25
date_unpadded  2012-1-5 as well
utc            2012-11-25T12:00:00Z
utc_unpadded   2012-1-5T3:00:00Z as well
us_minutes     11/25/2012 09:05 pm
"""

_SHAPES: dict[DateFormat, str] = {
    "date": r"([0-9]{4})-([0-9]{2})-([0-9]{2})",
    "date_unpadded": r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})",
    "utc": r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})Z",
    "utc_unpadded": r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})T([0-9]{1,2}):([0-9]{2}):([0-9]{2})Z",
    "us_minutes": r"([0-9]{2})/([0-9]{2})/([0-9]{4}) ([0-9]{2}):([0-9]{2}) ([AaPp])[Mm]",
}
"""The parts of each in parentheses, which are there for nothing else."""

_MONTH, _DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
_SHORT_MONTH, _SHORT_DAY = "(0?[1-9]|1[0-2])", "(0?[1-9]|[12][0-9]|3[01])"
_TIME = ":[0-5][0-9]:[0-5][0-9]Z"
_PATTERNS: dict[DateFormat, str] = {
    "date": f"[0-9]{{4}}-{_MONTH}-{_DAY}",
    "date_unpadded": f"[0-9]{{4}}-{_SHORT_MONTH}-{_SHORT_DAY}",
    "utc": f"[0-9]{{4}}-{_MONTH}-{_DAY}T([01][0-9]|2[0-3]){_TIME}",
    "utc_unpadded": f"[0-9]{{4}}-{_SHORT_MONTH}-{_SHORT_DAY}T([01]?[0-9]|2[0-3]){_TIME}",
    "us_minutes": f"{_MONTH}/{_DAY}/[0-9]{{4}} (0[1-9]|1[0-2]):[0-5][0-9] [AaPp][Mm]",
}

SAMPLES: dict[DateFormat, str] = {
    "date": "2012-11-25",
    "date_unpadded": "2012-11-25",
    "utc": "2012-11-25T12:00:00Z",
    "utc_unpadded": "2012-11-25T12:00:00Z",
    "us_minutes": "11/25/2012 09:05 pm",
}


def _unpatched(kind: type[T]) -> type[T]:
    return next(each for each in kind.__mro__ if each.__module__ == "datetime")


class Unpatched:
    """The classes of `datetime`, even where a test has patched them to stop the clock.

    Such patches reach every module that has the classes under some name, so types and values
    of answers are made of these. They stand in a class because patches do not reach there.
    """

    date = _unpatched(date)
    datetime = _unpatched(datetime)


def pattern(form: DateFormat) -> str:
    """A regular expression that keeps each field in its range; it knows no month's length."""
    return _PATTERNS[form]


def read(text: str, formats: tuple[DateFormat, ...]) -> date | datetime | None:
    """The day or moment that `text` writes in one of `formats`, or None."""
    for name in formats:
        match = compiled(_SHAPES[name]).fullmatch(text)
        if match is not None:
            return _build(name, match)
    return None


def in_utc(moment: datetime) -> datetime | None:
    """The same moment in UTC; None if it is in no year from 1 to 9999 there."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return None


def write(value: date | datetime | str, form: DateFormat, formats: tuple[DateFormat, ...]) -> str:
    """`value` as text: moments in UTC in `form`, days as days where `formats` has them."""
    if isinstance(value, str):
        return value
    if not isinstance(value, datetime):
        return value.isoformat()
    moment = value.astimezone(UTC)
    if form == "us_minutes":
        half = "am" if moment.hour < 12 else "pm"
        return f"{moment:%m/%d/}{moment.year:04d}{moment: %I:%M} {half}"
    if "utc" not in formats and "utc_unpadded" not in formats:
        return moment.date().isoformat()
    return moment.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _build(name: DateFormat, match: re.Match[str]) -> date | datetime | None:
    try:
        if name == "us_minutes":
            return _us_minutes(match)
        numbers = [int(group) for group in match.groups()]
        if len(numbers) == 3:
            return Unpatched.date(*numbers)
        return Unpatched.datetime(*numbers, tzinfo=UTC)  # type: ignore[misc, arg-type]
    except ValueError:
        return None


def _us_minutes(match: re.Match[str]) -> datetime | None:
    *numbers, half = match.groups()
    month, day, year, hour, minute = map(int, numbers)
    if not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half in "Pp" else 0)
    return Unpatched.datetime(year, month, day, hour, minute, tzinfo=UTC)
