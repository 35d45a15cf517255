"""Puts records into an order in which each comes after those that it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .records import Local, SeedProblem, SeedRecord


def ordered(records: Iterable[SeedRecord], problems: list[SeedProblem]) -> tuple[SeedRecord, ...]:
    """The records, those that are referred to by a local name first; else as they are written."""
    records = tuple(records)
    named = {each.name: each for each in records if each.name}
    done: dict[int, SeedRecord] = {}
    for record in records:
        _place(record, named, done, [], problems)
    return tuple(done.values())


def _place(
    record: SeedRecord,
    named: dict[str, SeedRecord],
    done: dict[int, SeedRecord],
    above: list[SeedRecord],
    problems: list[SeedProblem],
) -> None:
    if id(record) in done:
        return
    if any(each is record for each in above):
        problem = f"`${record.name}` and what it refers to refer to each other"
        problems.append(SeedProblem(record.at, problem))
        return
    for name in _names(record.fields.values()):
        if name in named:
            _place(named[name], named, done, [*above, record], problems)
    done.setdefault(id(record), record)


def _names(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, Local):
            yield value.name
        elif isinstance(value, list):
            yield from _names(value)
