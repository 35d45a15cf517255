"""Computes the values of a program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Protocol, assert_never

from ..program import (
    Appended,
    Arithmetic,
    AtLeast,
    AtMost,
    Between,
    Chosen,
    Clause,
    Constant,
    Contains,
    Counted,
    Drawn,
    Entries,
    Epoch,
    Equals,
    FirstOf,
    Given,
    Grouped,
    Has,
    InARow,
    Joined,
    LessThan,
    Listed,
    Looked,
    Made,
    Mapped,
    Moment,
    MoreThan,
    NoneOf,
    ObjectOf,
    OneOf,
    PartOf,
    Picked,
    Plausible,
    Query,
    Recurring,
    Reference,
    Size,
    Split,
    Summed,
    Template,
    Test,
    Tested,
    Value,
)
from ..semantics.paths import reach_keys
from .comparing import canonical, compared, has, in_a_row, is_given, number
from .making import Maker
from .moments import between, in_zone, later, moment_text, read_moment, start_of, time_zone

Record = dict[str, object]
Scope = Mapping[str, object]
"""What names mean: arguments, records, items."""


class World(Protocol):
    """What values look at besides names."""

    maker: Maker

    def count(self, query: Query, scope: Scope) -> int: ...
    def first(self, query: Query, scope: Scope) -> Record | None: ...
    def records(self, query: Query, scope: Scope) -> list[Record]: ...


def evaluate(value: Value, scope: Scope, world: World) -> object:
    match value:
        case Constant():
            return value.value
        case Reference():
            first, *rest = value.path
            return reach_keys(scope.get(first), rest)
        case Template():
            parts = (evaluate(part, scope, world) for part in value.parts)
            return "".join(map(canonical, parts))
        case Made():
            return world.maker.make(value)
        case Drawn():
            ends = (number(evaluate(each, scope, world)) for each in (value.low, value.high))
            return world.maker.between(*map(int, ends))
        case Picked():
            return evaluate(value.values[world.maker.pick(len(value.values))], scope, world)
        case Plausible():
            return world.maker.word(value.kind)
        case Chosen():
            case = value.cases.get(canonical(evaluate(value.on, scope, world)), value.otherwise)
            return None if case is None else evaluate(case, scope, world)
        case FirstOf():
            found = (evaluate(each, scope, world) for each in value.values)
            return next((each for each in found if is_given(each)), None)
        case Counted() | Summed() | Listed() | Grouped() | Mapped() | Looked():
            return _over_records(value, scope, world)
        case Appended():
            items = evaluate(value.value, scope, world)
            return [*(items if isinstance(items, list) else []), evaluate(value.item, scope, world)]
        case Moment() | Between() | Recurring() | Epoch():
            return _over_time(value, scope, world)
        case Arithmetic():
            return _computed(value, [number(evaluate(v, scope, world)) for v in value.values])
        case Entries():
            object_ = evaluate(value.value, scope, world)
            pairs = object_.items() if isinstance(object_, dict) else ()
            return [{"key": key, "value": each} for key, each in pairs]
        case Size():
            sized = evaluate(value.value, scope, world)
            return len(sized) if isinstance(sized, str | list | tuple | dict) else 0
        case PartOf():
            return _part(value, scope, world)
        case InARow():
            return in_a_row(value, canonical(evaluate(value.value, scope, world)))
        case Split():
            text = evaluate(value.value, scope, world)
            if isinstance(text, list):
                return text
            parts_ = str(text or "").split(value.separator)
            return [part.strip() for part in parts_ if part.strip()]
        case Joined():
            items = evaluate(value.value, scope, world)
            return value.separator.join(map(canonical, items if isinstance(items, list) else []))
        case Tested():
            return holds(value.condition, scope, world)
        case ObjectOf():
            fields = {key: evaluate(each, scope, world) for key, each in value.fields.items()}
            return {key: each for key, each in fields.items() if each is not None}
    assert_never(value)


def _part(value: PartOf, scope: Scope, world: World) -> list[object]:
    items = evaluate(value.value, scope, world)
    listed = items if isinstance(items, list) else []
    skip = 0 if value.skip is None else int(number(evaluate(value.skip, scope, world)))
    most = None if value.most is None else evaluate(value.most, scope, world)
    rest = listed[max(0, skip) :]
    return rest[: max(0, int(number(most)))] if is_given(most) else rest


def holds(condition: tuple[Clause, ...], scope: Scope, world: World) -> bool:
    return all(
        passes(clause.test, evaluate(clause.value, scope, world), scope, world)
        for clause in condition
    )


def passes(test: Test, value: object, scope: Scope, world: World) -> bool:
    """Whether a value passes a test."""
    match test:
        case Equals():
            return canonical(value) == canonical(evaluate(test.value, scope, world))
        case OneOf():
            return canonical(value) in _all(test.values, scope, world)
        case NoneOf():
            return canonical(value) not in _all(test.values, scope, world)
        case Given():
            return is_given(value) == test.given
        case Has():
            return has(test, canonical(value))
        case Contains():
            wanted = evaluate(test.value, scope, world)
            parts = [canonical(p) for p in (wanted if isinstance(wanted, list) else [wanted])]
            if isinstance(value, list | dict):
                return set(parts) <= set(map(canonical, value))
            return all(part.casefold() in canonical(value).casefold() for part in parts)
        case AtLeast() | AtMost() | MoreThan() | LessThan():
            other = evaluate(test.value, scope, world)
            if not is_given(value) or not is_given(other):
                return False
            return compared(test, value, other)
    assert_never(test)


def _all(values: tuple[Value, ...], scope: Scope, world: World) -> set[str]:
    """Values as they are compared; a list among them stands for its items."""
    found: set[str] = set()
    for each in values:
        value = evaluate(each, scope, world)
        if isinstance(value, list):
            found.update(map(canonical, value))
        else:
            found.add(canonical(value))
    return found


def _computed(value: Arithmetic, numbers: list[int | float]) -> int | float:
    if not numbers:
        return 0
    first, *rest = numbers
    for each in rest:
        match value.operator:
            case "plus":
                first += each
            case "minus":
                first -= each
            case "times":
                first *= each
    return first


def _over_records(
    value: Counted | Summed | Listed | Grouped | Mapped | Looked, scope: Scope, world: World
) -> object:
    if isinstance(value, Counted):
        return world.count(value.query, scope)
    if isinstance(value, Looked):
        found = world.first(value.query, scope)
        if found is None:
            return None
        return evaluate(value.value, {**scope, value.name: found}, world)
    source = value.source if isinstance(value, Listed | Mapped) else value.query
    scopes = [{**scope, value.name: item} for item in _items(source, scope, world)]
    each = [evaluate(value.value, inner, world) for inner in scopes]
    match value:
        case Summed():
            return sum(map(number, each))
        case Listed():
            return each
        case Mapped():
            keys = (canonical(evaluate(value.key, inner, world)) for inner in scopes)
            return dict(zip(keys, each, strict=True))
        case Grouped():
            return sorted({canonical(one) for one in each if is_given(one)})
    assert_never(value)


def _items(source: Query | Value, scope: Scope, world: World) -> Sequence[object]:
    if isinstance(source, Query):
        return world.records(source, scope)
    given = evaluate(source, scope, world)
    return given if isinstance(given, list) else []


def _over_time(value: Moment | Between | Recurring | Epoch, scope: Scope, world: World) -> object:
    match value:
        case Epoch():
            moment = read_moment(evaluate(value.value, scope, world))
            if moment is None:
                return None
            return int(moment.timestamp() * (1000 if value.unit == "milliseconds" else 1))
        case Moment():
            base = read_moment(evaluate(value.base, scope, world))
            if base is None:
                return None
            if value.zone is not None:
                zone = time_zone(canonical(evaluate(value.zone, scope, world)))
                base = in_zone(base.replace(tzinfo=zone), UTC)
            amount = 0 if value.amount is None else number(evaluate(value.amount, scope, world))
            return moment_text(later(start_of(base, value.floor), int(amount), value.unit))
        case Between():
            first = read_moment(evaluate(value.first, scope, world))
            last = read_moment(evaluate(value.last, scope, world))
            if first is None or last is None:
                return "" if value.unit == "clock" else 0
            return between(first, last, value.unit)
        case Recurring():
            return _recurring(value, scope, world)
    assert_never(value)


def _recurring(value: Recurring, scope: Scope, world: World) -> list[str]:
    from .recurrence import moments  # needs dateutil, which not every API does

    def whole(part: Value | None) -> int | None:
        found = None if part is None else evaluate(part, scope, world)
        return int(number(found)) if is_given(found) else None

    start = read_moment(evaluate(value.start, scope, world))
    if start is None:
        return []
    weekdays = None if value.weekdays is None else evaluate(value.weekdays, scope, world)
    days = weekdays.split(",") if isinstance(weekdays, str) else weekdays
    until: datetime | None = None
    if value.until is not None:
        until = read_moment(evaluate(value.until, scope, world))
    found = moments(
        start,
        canonical(evaluate(value.zone, scope, world)),
        canonical(evaluate(value.frequency, scope, world)),
        interval=whole(value.interval) or 1,
        weekdays=tuple(int(number(day)) for day in days) if isinstance(days, list) else (),
        month_day=whole(value.month_day),
        week=whole(value.week),
        week_day=whole(value.week_day),
        count=whole(value.count),
        until=until,
        most=value.most,
    )
    return [moment_text(moment) for moment in found]
