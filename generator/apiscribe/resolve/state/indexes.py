"""Indexes, which follow from the queries that there are."""

from __future__ import annotations

from apiscribe.runtime.program import Index


class Indexes:
    """The indexes of each entity. The first holds all records, by age."""

    def __init__(self) -> None:
        self._of: dict[str, list[Index]] = {}

    def place(self, entity: str, index: Index) -> int:
        known = self._of.setdefault(entity, [Index()])
        if index not in known:
            known.append(index)
        return known.index(index)

    def of(self, entity: str) -> tuple[Index, ...]:
        return tuple(self._of.get(entity, [Index()]))
