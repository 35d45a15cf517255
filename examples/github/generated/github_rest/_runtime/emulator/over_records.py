"""Functions that look for records, and compute something over them or over items of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from .comparing import canonical, is_given, number
from .conditions import Passes

if TYPE_CHECKING:
    from .values import Compute, Record, Scope, World

Tests = Sequence[tuple[str, Passes]]
"""Which fields of a record have to pass what."""


class Search(Struct, frozen=True):
    """A query, ready to be asked."""

    entity: str
    index: str
    keys: tuple[tuple[Compute, Callable[[object], str]], ...]
    """What the index's fields have to be, and how that is written."""
    by_key: bool
    """Whether the index is that of the entity's key."""
    tests: Callable[[Scope, World], Tests]
    """What else records have to pass."""
    descending: bool = False

    def value(self, scope: Scope, world: World) -> str:
        """Under what records stand in the index."""
        return "\0".join([written(key(scope, world)) for key, written in self.keys])


Source = Callable[["Scope", "World"], Sequence[object]]


def passing(record: Record, tests: Tests) -> bool:
    return not tests or all(passes(record.get(field)) for field, passes in tests)


def found(search: Search) -> Source:
    return lambda scope, world: world.records(search, scope)


def items(value: Compute) -> Source:
    def listed(scope: Scope, world: World) -> Sequence[object]:
        found = value(scope, world)
        return found if isinstance(found, list) else []

    return listed


def counted(search: Search) -> Compute:
    return lambda scope, world: world.count(search, scope)


def looked(search: Search, name: str, value: Compute) -> Compute:
    def compute(scope: Scope, world: World) -> object:
        found = world.first(search, scope)
        return None if found is None else value({**scope, name: found}, world)

    return compute


def listed(source: Source, name: str, value: Compute) -> Callable[[Scope, World], list[object]]:
    def compute(scope: Scope, world: World) -> list[object]:
        return [value({**scope, name: each}, world) for each in source(scope, world)]

    return compute


def summed(source: Source, name: str, value: Compute) -> Compute:
    every = listed(source, name, value)
    return lambda scope, world: sum(map(number, every(scope, world)))


def grouped(source: Source, name: str, value: Compute) -> Compute:
    every = listed(source, name, value)
    return lambda scope, world: sorted(
        {canonical(each) for each in every(scope, world) if is_given(each)}
    )


def mapped(source: Source, name: str, key: Compute, value: Compute) -> Compute:
    def compute(scope: Scope, world: World) -> object:
        scopes = [{**scope, name: each} for each in source(scope, world)]
        values = [value(each, world) for each in scopes]
        return dict(zip((canonical(key(each, world)) for each in scopes), values, strict=True))

    return compute
