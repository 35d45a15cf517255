"""What is wrong with a day or a moment, in words."""

from __future__ import annotations

from datetime import date, datetime

from ..semantics import dates
from ..semantics.dates import DateFormat
from ..semantics.numbers import read_integer
from .showing import show

_read_iso = datetime.fromisoformat

Formats = tuple[DateFormat, ...]

_BEFORE_A_TIME = "T "
_OF_A_ZONE = "Z+-"


def told(value: object, formats: Formats, *, secret: bool) -> str:
    """What is wrong with a value that is none in one of `formats`."""
    if secret or not isinstance(value, date):
        return _of_spelling(value, formats, show(value, secret), _samples(formats))
    two_digits = f"{value} is not in the years 1969 to 2068, which two digits can say"
    if isinstance(value, datetime) and value.utcoffset() is None:
        return f"{value.isoformat()} has no time zone: give it one, such as tzinfo=UTC"
    if isinstance(value, datetime):
        if dates.in_utc(value) is not None:
            return two_digits
        return f"{value.isoformat()} is outside of the years 1 to 9999 in UTC"
    if any(map(dates.is_day, formats)):
        return two_digits
    return f"{value.isoformat()} is a day; a moment is needed, such as {_samples(formats)}"


def _samples(formats: Formats) -> str:
    return " or ".join(dict.fromkeys(map(dates.sample, formats)))


def _of_spelling(value: object, formats: Formats, shown: str, samples: str) -> str:
    if isinstance(value, str):
        if read_integer(value) is not None and all(map(dates.is_number, formats)):
            return f"{shown} is text; a number is needed, such as {samples}"
        if dates.read(f"{value}Z", formats) is not None:
            return f"{shown} has no time zone; it is written like {samples}"
        lacks = next(filter(None, (_lacking(value, form) for form in formats)), None)
        if lacks is not None:
            return f"{shown} has no {lacks}; it is written like {samples}"
    if _is_date(value, formats):
        return f"{shown} is not written like {samples}"
    return f"{shown} is no date that exists and is written like {samples}"


def _lacking(text: str, form: DateFormat) -> str | None:
    """What `text` would be a moment with: a time zone, or a time at all."""
    rest = dates.sample(form)[len(text) :]
    if not rest or dates.read(f"{text}{rest}", (form,)) is None:
        return None
    if rest.strip()[0] in _OF_A_ZONE:
        return "time zone"
    return "time" if rest[0] in _BEFORE_A_TIME else None


def _is_date(value: object, formats: Formats) -> bool:
    """Whether it is a date that exists, and is written otherwise."""
    if not isinstance(value, str):
        is_written_so = any(map(dates.is_number, formats))
        return not is_written_so and dates.read(value, dates.NAMED) is not None
    try:
        return dates.read(value, dates.NAMED) is not None or bool(_read_iso(value))
    except ValueError:
        return False
