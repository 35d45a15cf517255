"""Functions that do one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from .over_records import Source
from .records import Found
from .running import NOW, Do, Event, NotInState, Run
from .values import Refuse
from .world import Compute, Holds, Search

Computed = Mapping[str, Compute]
Moves = Callable[[Run, Found], None]
"""Does a transition of a record."""
Storing = Callable[[Run, Mapping[str, object]], dict[str, object]]
"""What a record has of what a request says; the latter is what goes for what it does not say."""

_NO_NAME = object()


def no_step(run: Run) -> None:
    """No step at all."""


def in_order(steps: Sequence[Do]) -> Do:
    """One after the other, until one has answered."""
    if len(steps) < 2:
        return steps[0] if steps else no_step

    def do(run: Run) -> None:
        for step in steps:
            step(run)
            if run.answered:
                return

    return do


def find(search: Search, name: str, otherwise: Refuse | None) -> Do:
    def do(run: Run) -> None:
        found = run.records.first(search, run.scope)
        if found is None and otherwise is not None:
            raise otherwise(run.scope, run.records)
        run.scope[name] = found

    return do


def require(condition: Holds, otherwise: Refuse) -> Do:
    def do(run: Run) -> None:
        if not condition(run.scope, run.records):
            raise otherwise(run.scope, run.records)

    return do


def arguments(left_out: Sequence[str]) -> Storing:
    """Stores what is given, or else what goes for it, without some of it."""
    return lambda run, defaults: _without({**defaults, **run.given}, left_out)


def of_object(value: Compute, names: Mapping[str, str], left_out: Sequence[str]) -> Storing:
    """Stores the fields of an object."""

    def stored(run: Run, defaults: Mapping[str, object]) -> dict[str, object]:
        found = value(run.scope, run.records)
        fields = found.items() if isinstance(found, dict) else ()
        return _without({names.get(key, key): each for key, each in fields}, left_out)

    return stored


def nothing(run: Run, defaults: Mapping[str, object]) -> dict[str, object]:
    return {}


def create(entity: str, name: str, stored: Storing, fields: Computed) -> Do:
    def do(run: Run) -> None:
        made = stored(run, run.defaults)
        _compute(made, fields, run)
        kept = {field: value for field, value in made.items() if value is not None}
        run.scope[name] = run.records.create(entity, kept, run.scope)

    return do


def change(name: str, stored: Storing, fields: Computed) -> Do:
    def do(run: Run) -> None:
        record = run.found(name)
        changed = stored(run, {})
        _compute(changed, fields, run)
        run.records.change(record, changed)

    return do


def remove(name: str) -> Do:
    return lambda run: run.records.remove(run.found(name))


def move(name: str, moves: Callable[[Run, Found], None], otherwise: Refuse | None) -> Do:
    def do(run: Run) -> None:
        try:
            moves(run, run.found(name))
        except NotInState:
            if otherwise is not None:
                raise otherwise(run.scope, run.records) from None

    return do


def when(condition: Holds, then: Do, otherwise: Do) -> Do:
    def do(run: Run) -> None:
        if condition(run.scope, run.records):
            then(run)
        elif otherwise is not no_step:
            otherwise(run)

    return do


def for_each(source: Source, name: str, steps: Do) -> Do:
    return lambda run: _one_by_one(run, source(run.scope, run.records), name, steps)


def repeat(count: Compute, name: str, steps: Do) -> Do:
    def do(run: Run) -> None:
        times = count(run.scope, run.records)
        if isinstance(times, int):
            _one_by_one(run, range(1, times + 1), name, steps)

    return do


def _one_by_one(run: Run, items: Iterable[object], name: str, steps: Do) -> None:
    """Do steps for each; then a name means again what it meant around them."""
    meant = run.scope.get(name, _NO_NAME)
    for item in items:
        run.scope[name] = item
        steps(run)
        if run.answered:
            return
    if meant is not _NO_NAME:
        run.scope[name] = meant


def at(moment: Compute, steps: Do) -> Do:
    def do(run: Run) -> None:
        now = run.scope[NOW]
        run.scope[NOW] = moment(run.scope, run.records) or now
        steps(run)
        run.scope[NOW] = now

    return do


def let(values: Computed) -> Do:
    return lambda run: _compute(run.scope, values, run)


def emit(event: str, value: Compute, fields: Computed) -> Do:
    def do(run: Run) -> None:
        found = value(run.scope, run.records)
        told: dict[str, object] = dict(found) if isinstance(found, dict) else {}
        _compute(told, fields, run)
        run.outcome.events.append(Event(event, told))

    return do


def fail(refuse: Refuse, *, keep: bool) -> Do:
    """`keep` says whether what was done before stays done."""

    def do(run: Run) -> None:
        refused = refuse(run.scope, run.records)
        if not keep:
            raise refused
        run.outcome.refused = refused
        run.answered = True

    return do


def _without(given: dict[str, object], left_out: Sequence[str]) -> dict[str, object]:
    for name in left_out:
        given.pop(name, None)
    return given


def _compute(found: dict[str, object], values: Computed, run: Run) -> None:
    scope, records = run.scope, run.records
    for name, value in values.items():
        found[name] = value(scope, records)
