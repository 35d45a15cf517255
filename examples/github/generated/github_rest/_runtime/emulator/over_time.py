"""Functions that compute moments, and what lies between them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from typing import assert_never

from ..program import Between, Epoch, Moment, OverTime, Recurring, Value
from .comparing import canonical, is_given, number
from .moments import between, in_zone, later, moment_text, read_moment, start_of, time_zone
from .world import Compute, Scope, World


def computing(
    value: OverTime,
    of: Callable[[Value], Compute],
    maybe: Callable[[Value | None], Compute],
) -> Compute:
    """What computes a value of time; `of` and `maybe` do so for what is in it."""
    match value:
        case Epoch():
            return epoch(of(value.value), value.unit)
        case Moment():
            zone = None if value.zone is None else of(value.zone)
            return moment(of(value.base), maybe(value.amount), value.unit, value.floor, zone)
        case Between():
            return interval(of(value.first), of(value.last), value.unit)
        case Recurring():
            return recurring(
                of(value.start),
                of(value.zone),
                of(value.frequency),
                maybe(value.until),
                maybe(value.weekdays),
                {
                    "interval": maybe(value.interval),
                    "month_day": maybe(value.month_day),
                    "week": maybe(value.week),
                    "week_day": maybe(value.week_day),
                    "count": maybe(value.count),
                },
                value.most,
            )
    assert_never(value)


def epoch(value: Compute, unit: str) -> Compute:
    factor = 1000 if unit == "milliseconds" else 1

    def compute(scope: Scope, world: World) -> int | None:
        moment = read_moment(value(scope, world))
        return None if moment is None else int(moment.timestamp() * factor)

    return compute


def moment(base: Compute, amount: Compute, unit: str, floor: str, zone: Compute | None) -> Compute:
    def compute(scope: Scope, world: World) -> str | None:
        found = read_moment(base(scope, world))
        if found is None:
            return None
        if zone is not None:
            local = time_zone(canonical(zone(scope, world)))
            found = in_zone(found.replace(tzinfo=local), UTC)
        far = int(number(amount(scope, world)))
        return moment_text(later(start_of(found, floor), far, unit))

    return compute


def interval(first: Compute, last: Compute, unit: str) -> Compute:
    def compute(scope: Scope, world: World) -> int | str:
        begin, end = read_moment(first(scope, world)), read_moment(last(scope, world))
        if begin is None or end is None:
            return "" if unit == "clock" else 0
        return between(begin, end, unit)

    return compute


def recurring(
    start: Compute,
    zone: Compute,
    frequency: Compute,
    until: Compute,
    weekdays: Compute,
    numbers: dict[str, Compute],
    most: int,
) -> Compute:
    """`numbers` are the whole numbers that a recurrence is told by: `interval`, `count`, ..."""

    def compute(scope: Scope, world: World) -> list[str]:
        from .recurrence import moments  # needs dateutil, which not every API does

        begin = read_moment(start(scope, world))
        if begin is None:
            return []
        days = weekdays(scope, world)
        days = days.split(",") if isinstance(days, str) else days
        told = {name: each(scope, world) for name, each in numbers.items()}
        whole = {name: int(number(each)) for name, each in told.items() if is_given(each)}
        found = moments(
            begin,
            canonical(zone(scope, world)),
            canonical(frequency(scope, world)),
            interval=whole.get("interval") or 1,
            weekdays=tuple(int(number(day)) for day in days) if isinstance(days, list) else (),
            month_day=whole.get("month_day"),
            week=whole.get("week"),
            week_day=whole.get("week_day"),
            count=whole.get("count"),
            until=read_moment(until(scope, world)),
            most=most,
        )
        return [moment_text(each) for each in found]

    return compute
