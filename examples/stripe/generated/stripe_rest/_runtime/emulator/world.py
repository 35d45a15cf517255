"""What functions of values are called with: what names mean, and where records are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from .conditions import Passes
from .making import Maker

Record = dict[str, object]
Scope = Mapping[str, object]
"""What names mean: arguments, records, items."""


class World(Protocol):
    """What values look at besides names."""

    maker: Maker

    def count(self, search: Search, scope: Scope) -> int: ...
    def first(self, search: Search, scope: Scope) -> Record | None: ...
    def records(self, search: Search, scope: Scope) -> list[Record]: ...
    def former(self, record: object) -> Record: ...


Compute = Callable[[Scope, World], object]
Holds = Callable[[Scope, World], bool]
Tests = Sequence[tuple[str, Passes]]
"""Which fields of a record have to pass what."""


class Search(Struct, frozen=True):
    """A query, ready to be asked."""

    entity: str
    index: int
    keys: tuple[tuple[Compute, Callable[[object], str]], ...]
    """What the index's fields have to be, and how that is written."""
    by_key: bool
    """Whether the index is that of the entity's key."""
    tests: Callable[[Scope, World], Tests]
    """What else records have to pass."""
    descending: bool = False

    def value(self, scope: Scope, world: World) -> str:
        """Under what records stand in the index."""
        if len(self.keys) == 1:
            ((key, written),) = self.keys
            return written(key(scope, world))
        return "\0".join([written(key(scope, world)) for key, written in self.keys])


def passing(record: Record, tests: Tests) -> bool:
    for field, passes in tests:  # noqa: SIM110 - a generator would cost as much as the tests
        if not passes(record.get(field)):
            return False
    return True
