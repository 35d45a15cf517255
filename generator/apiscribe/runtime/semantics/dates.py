"""Days and moments in the formats that an API may ask for."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TypeVar

from .compiled import compiled

T = TypeVar("T")

DateFormat = str
"""How a moment or a day is written: one of `NAMED`, or directives as `strftime` has them.

date               2012-11-25
date_unpadded      2012-1-5 as well
utc                2012-11-25T12:00:00Z
utc_unpadded       2012-1-5T3:00:00Z as well
us_minutes         11/25/2012 09:05 pm
rfc3339            2012-11-25T13:00:00+01:00, with or without a fraction of a second
http_date          Sun, 25 Nov 2012 12:00:00 GMT
unix_seconds       1353844800
unix_milliseconds  1353844800000
"""

HTTP_DATE = "%a, %d %b %Y %H:%M:%S GMT"
_SHAPES: dict[DateFormat, str] = {
    "date": r"([0-9]{4})-([0-9]{2})-([0-9]{2})",
    "date_unpadded": r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})",
    "utc": r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})Z",
    "utc_unpadded": r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})T([0-9]{1,2}):([0-9]{2}):([0-9]{2})Z",
    "us_minutes": r"([0-9]{2})/([0-9]{2})/([0-9]{4}) ([0-9]{2}):([0-9]{2}) ([AaPp])[Mm]",
}
"""The parts of each in parentheses, which are there for nothing else."""

MONTH, DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
HOUR, MINUTES = "([01][0-9]|2[0-3])", ":[0-5][0-9]"
RFC3339 = (
    f"[0-9]{{4}}-{MONTH}-{DAY}[Tt]{HOUR}{MINUTES}{MINUTES}([.][0-9]{{1,9}})?"
    f"([Zz]|[+-]{HOUR}{MINUTES})"
)
"""A regular expression that keeps each field in its range."""

SAMPLES: dict[DateFormat, str] = {
    "date": "2012-11-25",
    "date_unpadded": "2012-11-25",
    "utc": "2012-11-25T12:00:00Z",
    "utc_unpadded": "2012-11-25T12:00:00Z",
    "us_minutes": "11/25/2012 09:05 pm",
    "rfc3339": "2012-11-25T12:00:00+01:00",
    "http_date": "Sun, 25 Nov 2012 12:00:00 GMT",
    "unix_seconds": "1353844800",
    "unix_milliseconds": "1353844800000",
}
NAMED = tuple(SAMPLES)

_TICKS = {"unix_seconds": 1_000_000, "unix_milliseconds": 1_000}
"""Microseconds of one step of formats that are whole numbers."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST = (datetime.min.replace(tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)
_LAST = (datetime.max.replace(tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)


def _unpatched(kind: type[T]) -> type[T]:
    return next(each for each in kind.__mro__ if each.__module__ == "datetime")


class Unpatched:
    """The classes of `datetime`, even where a test has patched them to stop the clock.

    Such patches reach every module that has the classes under some name, so types and values
    of answers are made of these. They stand in a class because patches do not reach there.
    """

    date = _unpatched(date)
    datetime = _unpatched(datetime)


def is_words(form: DateFormat) -> bool:
    """Whether it is made of directives. Only APIs that have such dates load what reads them."""
    return "%" in form


def sample(form: DateFormat) -> str:
    if form in SAMPLES:
        return SAMPLES[form]
    from . import date_words

    return date_words.sample(form)


def is_number(form: DateFormat) -> bool:
    """Whether JSON has it as a whole number."""
    return form in _TICKS


def bounds(form: DateFormat) -> tuple[int, int]:
    """The first and the last moment of a format that is a number."""
    return -(-_FIRST // _TICKS[form]), _LAST // _TICKS[form]


def is_day(form: DateFormat) -> bool:
    if is_words(form):
        from . import date_words

        return date_words.is_day(form)
    return form in ("date", "date_unpadded")


def read(value: object, formats: tuple[DateFormat, ...]) -> date | datetime | None:
    """The day or moment that text, or a whole number, writes in one of `formats`, or None."""
    for name in formats:
        found: date | None = None
        if isinstance(value, str) and name not in _TICKS:
            found = _from_text(value, name)
        elif type(value) is int and name in _TICKS:
            found = _from_number(value, _TICKS[name])
        if found is not None:
            return found
    return None


def read_leniently(value: object, formats: tuple[DateFormat, ...]) -> date | datetime | None:
    """The same for what a response has: numbers also with a fraction, or as text."""
    found = read(value, formats)
    ticks = next((_TICKS[form] for form in formats if form in _TICKS), None)
    if found is not None or ticks is None:
        return found
    if type(value) is float:
        return _from_number(value, ticks)
    if isinstance(value, str) and compiled(r"-?[0-9]{1,16}(?:\.[0-9]{1,9})?").fullmatch(value):
        return _from_number(float(value) if "." in value else int(value), ticks)
    return None


def in_utc(moment: datetime) -> datetime | None:
    """The same moment in UTC; None if it is in no year from 1 to 9999 there."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return None


def is_writable(value: date, formats: tuple[DateFormat, ...]) -> bool:
    """Whether the format in which `value` is written can say it: one of two digits, the year."""
    form = chosen(isinstance(value, datetime), formats)
    if not is_words(form):
        return True
    from . import date_words

    return date_words.is_writable(value, form)


@cache
def chosen(is_moment: bool, formats: tuple[DateFormat, ...]) -> DateFormat:
    """The first format, or else the first that says as much: a moment to the second, or a day."""
    if is_day(formats[0]) != is_moment:
        return formats[0]
    fine = (form for form in formats if is_day(form) != is_moment and form != "us_minutes")
    return next(fine, formats[0])


def write(value: date | str | int, formats: tuple[DateFormat, ...]) -> str | int:
    """`value` as JSON has it: moments in UTC, unless the format says the offset."""
    if isinstance(value, str | int):
        return value
    form = chosen(isinstance(value, datetime), formats)
    if is_words(form):
        return _in_words(value, form)
    if not isinstance(value, datetime):
        return value.isoformat()
    if form == "rfc3339":
        return _rfc3339(value)
    moment = value.astimezone(UTC)
    if form in _TICKS:
        return (moment - _EPOCH) // timedelta(microseconds=_TICKS[form])
    if form == "http_date":
        return _in_words(moment, HTTP_DATE)
    if form == "us_minutes":
        half = "am" if moment.hour < 12 else "pm"
        return f"{moment:%m/%d/}{moment.year:04d}{moment: %I:%M} {half}"
    if is_day(form):
        return moment.date().isoformat()
    return moment.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _in_words(value: date, form: str) -> str:
    from . import date_words

    return date_words.write(value, form)


def _rfc3339(value: datetime) -> str:
    if (value.utcoffset() or timedelta()) % timedelta(minutes=1):
        value = value.astimezone(UTC)
    return value.isoformat().removesuffix("+00:00") + ("" if value.utcoffset() else "Z")


def _from_number(value: float, ticks: int) -> datetime | None:
    if not _FIRST <= value * ticks <= _LAST:
        return None
    return _in_unpatched(_EPOCH + timedelta(microseconds=round(value * ticks)))


def _in_unpatched(moment: datetime) -> datetime:
    return Unpatched.datetime(*moment.timetuple()[:6], moment.microsecond, tzinfo=UTC)


def _from_text(text: str, name: DateFormat) -> date | datetime | None:
    try:
        if name == "http_date" or is_words(name):
            return _from_words(text, HTTP_DATE if name == "http_date" else name)
        if name == "rfc3339":
            return _from_rfc3339(text)
        match = compiled(_SHAPES[name]).fullmatch(text)
        return None if match is None else _build(name, match)
    except ValueError:
        return None


def _from_words(text: str, form: str) -> date | datetime | None:
    from . import date_words

    parts = date_words.read(text, form)
    if parts is None:
        return None
    numbers = date_words.numbers(parts)
    if len(numbers) == 3:
        return Unpatched.date(*numbers)
    return Unpatched.datetime(*numbers, tzinfo=date_words.offset(parts))  # type: ignore[misc, arg-type]


def _from_rfc3339(text: str) -> datetime | None:
    if not compiled(RFC3339).fullmatch(text):
        return None
    moment = Unpatched.datetime.fromisoformat(text.upper())
    return moment if in_utc(moment) is not None else None


def _build(name: DateFormat, match: re.Match[str]) -> date | datetime:
    if name == "us_minutes":
        return _us_minutes(match)
    numbers = [int(group) for group in match.groups()]
    if len(numbers) == 3:
        return Unpatched.date(*numbers)
    return Unpatched.datetime(*numbers, tzinfo=UTC)  # type: ignore[misc, arg-type]


def _us_minutes(match: re.Match[str]) -> datetime:
    *numbers, half = match.groups()
    month, day, year, hour, minute = map(int, numbers)
    if not 1 <= hour <= 12:
        raise ValueError("no such hour")
    hour = hour % 12 + (12 if half in "Pp" else 0)
    return Unpatched.datetime(year, month, day, hour, minute, tzinfo=UTC)
