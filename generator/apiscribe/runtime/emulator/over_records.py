"""Functions that look for records, and compute something over them or over items of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .comparing import canonical, is_given, number
from .world import Compute, Scope, Search, World

Source = Callable[[Scope, World], Sequence[object]]


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
