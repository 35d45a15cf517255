"""Days and moments, in every form in which an argument may be one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cached_property
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..semantics.dates import HTTP_DATE, DateFormat
from .domain import Domain, ValueBreakage, value_breakage, wrong_types

_ZONES = tuple(timezone(timedelta(hours=hours)) for hours in (0, 5.5, -8, 14, -12))

_ODD_MOMENTS = (
    datetime(2000, 1, 1),
    datetime(1, 1, 1),
    datetime(1999, 12, 31, 23, 59, 59),
    datetime(2000, 2, 29),
    datetime(2012, 2, 29, 12),
    datetime(2012, 11, 5, 9, 5, 7),
    datetime(9999, 12, 31, 23, 59, 59),
)
"""Leap days, the ends of a day, a year and the calendar, and one-digit parts."""

_BEYOND = (
    datetime(1, 1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
    datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-8))),
)
"""Moments that UTC has no year for."""

_EPOCH = datetime(1970, 1, 1)
_WRITERS: dict[DateFormat, Callable[[datetime], str | int]] = {
    "date": lambda at: f"{at.year:04}-{at.month:02}-{at.day:02}",
    "date_unpadded": lambda at: f"{at.year:04}-{at.month}-{at.day}",
    "utc": lambda at: f"{at.year:04}-{at.month:02}-{at.day:02}T{at:%H:%M:%S}Z",
    "utc_unpadded": lambda at: f"{at.year:04}-{at.month}-{at.day}T{at.hour}:{at:%M:%S}Z",
    "us_minutes": lambda at: f"{at:%m/%d}/{at.year:04} {at:%I:%M} {'am' if at.hour < 12 else 'pm'}",
    "rfc3339": lambda at: f"{at.year:04}-{at:%m-%dT%H:%M:%S}Z",
    "http_date": lambda at: f"{at:%a, %d %b} {at.year:04} {at:%H:%M:%S} GMT",
    "unix_seconds": lambda at: (at - _EPOCH) // timedelta(seconds=1),
    "unix_milliseconds": lambda at: (at - _EPOCH) // timedelta(milliseconds=1),
}

_IMPOSSIBLE: dict[DateFormat, tuple[str | int | float, ...]] = {
    "date": ("2012-02-30", "2013-02-29", "1900-02-29", "2012-13-01", "2012-00-10", "2012-04-31"),
    "date_unpadded": ("2012-2-30", "2012-13-1", "2012-0-10", "2012-4-31", "0000-1-1"),
    "utc": (
        "2012-02-30T12:00:00Z",
        "2013-02-29T12:00:00Z",
        "2012-11-25T24:00:00Z",
        "2012-11-25T12:60:00Z",
        "2012-11-25T12:00:60Z",
        "2012-13-25T12:00:00Z",
        "0000-11-25T12:00:00Z",
    ),
    "utc_unpadded": ("2012-2-30T3:00:00Z", "2012-1-9T24:00:00Z", "2012-1-9T3:60:00Z"),
    "us_minutes": (
        "02/30/2012 09:05 pm",
        "13/01/2012 09:05 pm",
        "11/31/2012 09:05 pm",
        "11/25/2012 13:05 pm",
        "11/25/2012 00:05 am",
        "11/25/2012 09:60 pm",
    ),
    "rfc3339": (
        "2012-02-30T12:00:00Z",
        "2012-11-25T24:00:00+01:00",
        "2012-11-25T12:00:00+24:00",
        "2012-11-25T12:00:60Z",
        "0001-01-01T00:00:00+14:00",
    ),
    "http_date": (
        "Fri, 30 Feb 2012 12:00:00 GMT",
        "Mon, 25 Nov 2012 12:00:00 GMT",
        "Sun, 25 Nov 2012 24:00:00 GMT",
        "sun, 25 nov 2012 12:00:00 gmt",
    ),
    "unix_seconds": (253_402_300_800, -62_135_596_801, 1353844800.5, True),
    "unix_milliseconds": (253_402_300_800_000, -62_135_596_800_001, 0.5, False),
}
"""Texts of the right shape, and numbers, that name no day or moment."""

_ONLY_IN: dict[DateFormat, tuple[str, frozenset[DateFormat]]] = {
    "date": ("2012-11-25", frozenset({"date", "date_unpadded"})),
    "date_unpadded": ("2012-1-5", frozenset({"date_unpadded"})),
    "utc": ("2012-11-25T12:00:00Z", frozenset({"utc", "utc_unpadded"})),
    "utc_unpadded": ("2012-1-5T3:00:00Z", frozenset({"utc_unpadded"})),
    "us_minutes": ("11/25/2012 09:05 pm", frozenset({"us_minutes"})),
}
"""A text of each format, and the formats that take it."""

_MISSPELLED = (
    "",
    "today",
    "1353844800",
    "2012-11",
    "20121125",
    "2012-11-25 ",
    " 2012-11-25",
    "2012-11-25\n",
    "2012/11/25",
    "25.11.2012",
    "12-11-25",
    "2-12-11-25",
    "2012-11-25T12:00:00",
    "2012-11-25T12:00:00Z\n",
    "2012-11-25T12:00:00z",
    "2012-11-25 12:00:00Z",
    "2012-11-25T12:00:00+00:00",
    "2012-11-25T12:00:00.000Z",
    "2012-11-25T12:00Z",
    "\u0662\u0660\u0661\u0662-11-25",
    "\uff12012-11-25T12:00:00Z",
    "11/25/2012",
    "11/25/2012 21:05",
    "11/25/2012 9:05 pm",
    "11/25/2012 09:05pm",
    "11/25/2012 09:05 pm\n",
    "11/25/12 09:05 pm",
)
"""Texts that are a date in no format."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Date(Domain[str | date]):
    """A day or a moment: text in one of `formats`, a datetime with a zone, a date for a day.

    Where a format is a number, that is what the text is.
    """

    formats: tuple[DateFormat, ...]
    blank: bool = False
    """May be empty text; in answers only."""

    @cached_property
    def valid(self) -> SearchStrategy[str | date]:
        moments = st.one_of(st.sampled_from(_ODD_MOMENTS), st.datetimes())
        dates = moments.flatmap(self.written)
        return st.one_of(dates, st.just("")) if self.blank else dates

    def written(self, moment: datetime) -> SearchStrategy[str | date]:
        """Everything that stands for a moment in UTC, or for its day."""
        if any("%y" in name for name in self.formats):
            moment = moment.replace(year=2000 + moment.year % 20, day=min(moment.day, 28))
        forms: list[Any] = [_in_format(name, moment) for name in self.formats]
        if "rfc3339" in self.formats:
            forms += [f"{moment:%Y-%m-%dT%H:%M:%S}.5+00:00".rjust(27, "0")]
        if "us_minutes" in self.formats:
            forms.append(str(_WRITERS["us_minutes"](moment)).upper())
        if "utc_unpadded" in self.formats:
            forms.append(_WRITERS["utc"](moment))
        if self._takes_days:
            forms.append(moment.date())
        if date.min < moment.date() < date.max:  # elsewhere no other zone has a name for it
            forms += [moment.replace(tzinfo=UTC).astimezone(zone) for zone in _ZONES]
        else:
            forms.append(moment.replace(tzinfo=UTC))
        return st.sampled_from(forms)

    def _breakages(self) -> Iterator[ValueBreakage]:
        is_number = [name.startswith("unix") for name in self.formats]
        raw = [int] * any(is_number) + [str] * (not all(is_number))
        yield from wrong_types(*raw, *([date] if self._takes_days else []), rule="date")
        for name in self.formats:
            if name in _IMPOSSIBLE:
                yield value_breakage("date", st.sampled_from(_IMPOSSIBLE[name]))
        yield value_breakage("date", st.datetimes())
        yield value_breakage("date", st.sampled_from(_BEYOND))
        if not self._takes_days:
            yield value_breakage("date", st.dates())
        foreign = [
            text for text, formats in _ONLY_IN.values() if not formats.intersection(self.formats)
        ]
        wrong = [*foreign, *_MISSPELLED[self.blank :]]
        yield value_breakage("date", st.sampled_from([t for t in wrong if not self._may_be(t)]))

    @property
    def is_single(self) -> bool:
        return True

    @property
    def _takes_days(self) -> bool:
        return any(map(_is_day, self.formats))

    def _may_be(self, text: str) -> bool:
        """Whether a text that is no date in most formats is one in a format of these."""
        return any(
            moment_in(text, name) is not None
            for name in self.formats
            if "%" in name or name == "rfc3339"
        )


def _is_day(name: DateFormat) -> bool:
    return name in ("date", "date_unpadded") or ("%" in name and not re.search("%-?[HI]", name))


def _in_format(name: DateFormat, at: datetime) -> str | int:
    """A moment in UTC as Python itself writes it."""
    if "%" not in name:
        return _WRITERS[name](at)
    form = name.replace("%Y", f"{at.year:04}").replace("%3f", f"{at.microsecond // 1000:03}")
    return at.strftime(form.replace("%:z", "+00:00").replace("%z", "Z"))


def moment_in(value: object, name: DateFormat) -> datetime | None:
    """The moment that a value of a format stands for, as Python itself reads it; None of others."""
    if isinstance(value, str) and ("%" in name or name == "http_date"):
        words = HTTP_DATE if name == "http_date" else name
        return _read(lambda: datetime.strptime(value, re.sub("%[-:3]", "%", words)))
    if isinstance(value, str) and name == "rfc3339":
        said = value.upper()  # RFC 3339 has `t` and `z` as well, and Python has not
        return _read(lambda: datetime.fromisoformat(said)) if "T" in said[10:11] else None
    if isinstance(value, int) and name in _STEPS:
        return _read(lambda: _EPOCH.replace(tzinfo=UTC) + value * _STEPS[name])
    return None


_STEPS = {"unix_seconds": timedelta(seconds=1), "unix_milliseconds": timedelta(milliseconds=1)}


def _read(reading: Callable[[], datetime]) -> datetime | None:
    try:
        found = reading()
    except (ValueError, OverflowError):
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found
