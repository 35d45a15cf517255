"""Functions that do one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from .over_records import Source
from .records import Found
from .running import NOW, Do, Event, NotInState, Run
from .values import Refuse
from .world import Compute, Holds, Search

Computed = Mapping[str, Compute]
Moves = Callable[[Run, Found], None]
"""Does a transition of a record."""


def nothing(run: Run) -> None:
    """No step at all."""


def in_order(steps: Sequence[Do]) -> Do:
    """One after the other, until one has answered."""
    if len(steps) < 2:
        return steps[0] if steps else nothing

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


def create(entity: str, name: str, fields: Computed, left_out: Sequence[str] | None) -> Do:
    """`left_out` are the arguments that are not stored; None for all of them."""

    def do(run: Run) -> None:
        made = {} if left_out is None else _without({**run.defaults, **run.given}, left_out)
        _compute(made, fields, run)
        kept = {field: value for field, value in made.items() if value is not None}
        run.scope[name] = run.records.create(entity, kept, run.scope)

    return do


def change(name: str, fields: Computed, left_out: Sequence[str] | None) -> Do:
    def do(run: Run) -> None:
        record = run.found(name)
        changed = {} if left_out is None else _without(dict(run.given), left_out)
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
        elif otherwise is not nothing:
            otherwise(run)

    return do


def for_each(source: Source, name: str, steps: Do) -> Do:
    def do(run: Run) -> None:
        for item in source(run.scope, run.records):
            run.scope[name] = item
            steps(run)
            if run.answered:
                return

    return do


def repeat(count: Compute, name: str, steps: Do) -> Do:
    def do(run: Run) -> None:
        times = count(run.scope, run.records)
        for time in range(1, times + 1 if isinstance(times, int) else 1):
            run.scope[name] = time
            steps(run)
            if run.answered:
                return

    return do


def at(moment: Compute, steps: Do) -> Do:
    def do(run: Run) -> None:
        now = run.scope[NOW]
        run.scope[NOW] = moment(run.scope, run.records) or now
        steps(run)
        run.scope[NOW] = now

    return do


def let(values: Computed) -> Do:
    return lambda run: _compute(run.scope, values, run)


def emit(event: str, fields: Computed) -> Do:
    def do(run: Run) -> None:
        told: dict[str, object] = {}
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
