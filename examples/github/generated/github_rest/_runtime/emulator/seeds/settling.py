"""What records of a seed begin with that depends on others, which may come behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import asdict

from ...program import Program, Query
from ..records import Found, Records
from ..world import Scope


class Settling:
    """Works out what records take from those that belong to them, once all are there."""

    def __init__(self, records: Records, scope: Scope) -> None:
        self._records = records
        self._scope = scope
        self._depending: dict[str, frozenset[str]] = {}
        self._waiting: list[tuple[Found, frozenset[str]]] = []

    def add(self, record: Found, given: Iterable[str]) -> None:
        """A new record, and what the seed says of it."""
        fields = self._depending.get(record.entity)
        if fields is None:
            fields = _depending(self._records.program, record.entity)
            self._depending[record.entity] = fields
        if left := fields.difference(given):
            self._waiting.append((record, left))

    def settle(self) -> None:
        for record, fields in self._waiting:
            seen = {**self._scope, **record, record.entity: record}
            starts = self._records.kinds[record.entity].computed
            worked = {name: start(seen, self._records) for name, start in starts if name in fields}
            self._records.change(record, worked)


def _depending(program: Program, name: str) -> frozenset[str]:
    """The fields that begin with something of records which belong to this one."""
    entity = program.entities[name]
    others = {each.entity for each in entity.dependants} - {name}
    starts = entity.starts.items() if others else ()
    return frozenset(field for field, value in starts if not others.isdisjoint(_asked(value)))


def _asked(value: object) -> Iterable[str]:
    """The entities whose records a value is made of."""
    if isinstance(value, Query):
        yield value.entity
    parts: Iterable[object] = ()
    if isinstance(value, Struct):
        parts = asdict(value).values()
    elif isinstance(value, Mapping):
        parts = value.values()
    elif isinstance(value, list | tuple):
        parts = value
    for part in parts:
        yield from _asked(part)
