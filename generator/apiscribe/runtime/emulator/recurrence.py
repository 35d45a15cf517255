"""The moments at which something recurs, in the time zone of whoever planned it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Literal
from zoneinfo import ZoneInfo

from dateutil import rrule

from .moments import in_zone, time_zone

_FREQUENCIES: dict[str, Literal[0, 1, 2, 3]] = {
    "daily": rrule.DAILY,
    "weekly": rrule.WEEKLY,
    "monthly": rrule.MONTHLY,
    "yearly": rrule.YEARLY,
}
_WEEKDAYS = (rrule.SU, rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA)


def moments(
    start: datetime,
    zone: str,
    frequency: str,
    *,
    interval: int = 1,
    weekdays: tuple[int, ...] = (),
    month_day: int | None = None,
    week: int | None = None,
    week_day: int | None = None,
    count: int | None = None,
    until: datetime | None = None,
    most: int = 50,
) -> list[datetime]:
    """At most `most` moments, in UTC. The clock on the wall stays the same over daylight saving.

    Weekdays count from 1, Sunday; `week` is the week of a month, -1 the last. A month that lacks
    the day is passed over, as iCalendar has it.
    """
    local = time_zone(zone)
    wall = in_zone(start, local).replace(tzinfo=None)
    if frequency not in _FREQUENCIES:
        return [start]
    rule = rrule.rrule(
        _FREQUENCIES[frequency],
        dtstart=wall,
        interval=max(1, interval),
        wkst=rrule.SU,
        byweekday=_days(weekdays, week, week_day) or None,
        bymonthday=month_day if frequency == "monthly" else None,
        count=count if until is None else None,
    )
    return list(islice(_until(rule, local, until), most))


def _until(rule: rrule.rrule, zone: ZoneInfo, until: datetime | None) -> Iterator[datetime]:
    for wall in rule:
        moment = in_zone(wall.replace(tzinfo=zone), UTC)
        if until is not None and moment > until:
            return
        yield moment


def _days(weekdays: tuple[int, ...], week: int | None, week_day: int | None) -> list[rrule.weekday]:
    if week is not None and week_day is not None:
        return [_WEEKDAYS[week_day - 1](week)]
    return [_WEEKDAYS[day - 1] for day in weekdays]
