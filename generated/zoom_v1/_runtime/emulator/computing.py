"""Functions that compute a value of others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from ..program import InARow
from ..semantics.paths import reach_keys
from .comparing import canonical, in_a_row, is_given, number
from .world import Compute, Scope, World


def constant(value: object) -> Compute:
    return lambda scope, world: value


def reference(first: str, *rest: str) -> Compute:
    if not rest:
        return lambda scope, world: scope.get(first)
    if len(rest) == 1:
        return partial(_field, first, *rest)
    return lambda scope, world: reach_keys(scope.get(first), rest)


def _field(first: str, second: str, scope: Scope, world: World) -> object:
    """The field of a record, as most references are."""
    record = scope.get(first)
    return record.get(second) if isinstance(record, dict) else None


def template(parts: Sequence[str | Compute]) -> Compute:
    """`parts` are texts, and what computes others."""
    return lambda scope, world: "".join(
        [part if isinstance(part, str) else canonical(part(scope, world)) for part in parts]
    )


def drawn(low: Compute, high: Compute) -> Compute:
    def compute(scope: Scope, world: World) -> int:
        ends = int(number(low(scope, world))), int(number(high(scope, world)))
        return world.maker.between(*ends)

    return compute


def picked(values: Sequence[Compute]) -> Compute:
    return lambda scope, world: values[world.maker.pick(len(values))](scope, world)


def chosen(on: Compute, cases: Mapping[str, Compute], otherwise: Compute) -> Compute:
    return lambda scope, world: cases.get(canonical(on(scope, world)), otherwise)(scope, world)


def first_of(values: Sequence[Compute]) -> Compute:
    def compute(scope: Scope, world: World) -> object:
        found = (value(scope, world) for value in values)
        return next((each for each in found if is_given(each)), None)

    return compute


def appended(value: Compute, item: Compute) -> Compute:
    def compute(scope: Scope, world: World) -> list[object]:
        items = value(scope, world)
        return [*(items if isinstance(items, list) else []), item(scope, world)]

    return compute


def arithmetic(operator: str, values: Sequence[Compute]) -> Compute:
    def compute(scope: Scope, world: World) -> int | float:
        if not values:
            return 0
        first, *rest = [number(value(scope, world)) for value in values]
        for each in rest:
            match operator:
                case "plus":
                    first += each
                case "minus":
                    first -= each
                case "times":
                    first *= each
        return first

    return compute


def entries(value: Compute) -> Compute:
    def compute(scope: Scope, world: World) -> list[object]:
        held = value(scope, world)
        pairs = held.items() if isinstance(held, dict) else ()
        return [{"key": key, "value": each} for key, each in pairs]

    return compute


def size(value: Compute) -> Compute:
    def compute(scope: Scope, world: World) -> int:
        held = value(scope, world)
        return len(held) if isinstance(held, str | list | tuple | dict) else 0

    return compute


def part(value: Compute, skip: Compute, most: Compute) -> Compute:
    def compute(scope: Scope, world: World) -> list[object]:
        items, longest = value(scope, world), most(scope, world)
        listed = items if isinstance(items, list) else []
        rest = listed[max(0, int(number(skip(scope, world)))) :]
        return rest[: max(0, int(number(longest)))] if is_given(longest) else rest

    return compute


def row(value: Compute, of: InARow) -> Compute:
    return lambda scope, world: in_a_row(of, canonical(value(scope, world)))


def split(value: Compute, separator: str) -> Compute:
    def compute(scope: Scope, world: World) -> list[object]:
        text = value(scope, world)
        if isinstance(text, list):
            return text
        parts = (part.strip() for part in str(text or "").split(separator))
        return [part for part in parts if part]

    return compute


def joined(value: Compute, separator: str) -> Compute:
    def compute(scope: Scope, world: World) -> str:
        items = value(scope, world)
        return separator.join(map(canonical, items if isinstance(items, list) else []))

    return compute


def object_of(fields: Mapping[str, Compute]) -> Compute:
    def compute(scope: Scope, world: World) -> dict[str, object]:
        found = {name: value(scope, world) for name, value in fields.items()}
        return {name: each for name, each in found.items() if each is not None}

    return compute
