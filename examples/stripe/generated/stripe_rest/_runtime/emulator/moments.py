"""Moments as the emulator keeps them: text that sorts, `2031-01-01T00:00:00Z`, or a day alone."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_UNITS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}
_FIRST = datetime(1, 1, 1, tzinfo=UTC)
_LAST = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""Where the calendar begins and ends; whatever lies beyond is there."""


def moment_text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")[:-6] + "Z"


def read_moment(value: object) -> datetime | None:
    """The moment that text or a number of seconds stands for; a day is its midnight in UTC."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return datetime.fromtimestamp(value, UTC)
        except (OverflowError, ValueError, OSError):
            return _LAST if value > 0 else _FIRST
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, datetime):
        return None
    return value.replace(tzinfo=UTC) if value.tzinfo is None else in_zone(value, UTC)


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """The same moment by the clock of a zone, as far as the calendar goes."""
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return (_FIRST if moment.year == 1 else _LAST).replace(tzinfo=zone)


def later(moment: datetime, amount: int, unit: str) -> datetime:
    beyond = _LAST if amount > 0 else _FIRST
    if unit in _UNITS:
        try:
            return min(moment + timedelta(seconds=amount * _UNITS[unit]), _LAST)
        except OverflowError:
            return beyond
    months = moment.year * 12 + moment.month - 1 + amount * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    if not _FIRST.year <= year <= _LAST.year:
        return beyond
    day = min(moment.day, monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def start_of(moment: datetime, unit: str) -> datetime:
    if not unit:
        return moment
    moment = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit == "day":
        return moment
    return moment.replace(day=1) if unit == "month" else moment.replace(month=1, day=1)


def between(first: datetime, last: datetime, unit: str) -> int | str:
    seconds = max(0, int((last - first).total_seconds()))
    if unit == "clock":
        hours, rest = divmod(seconds, 3600)
        clock = f"{rest // 60:02}:{rest % 60:02}"
        return f"{hours:02}:{clock}" if hours else clock
    return seconds // _UNITS[unit]


@lru_cache(maxsize=256)
def time_zone(name: str) -> ZoneInfo:
    """The time zone of that name; UTC if there is none."""
    from zoneinfo import ZoneInfo  # not before somebody asks: documented examples have none

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")
