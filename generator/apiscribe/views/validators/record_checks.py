"""Checks of the fields of records: those of the arguments and answers that the fields are."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from apiscribe.model import (
    Api,
    BytesType,
    DateType,
    DurationType,
    FileType,
    ListType,
    MapType,
    ObjectRef,
    State,
    TupleType,
    UnionType,
    ValueType,
)
from apiscribe.model.sources import Column
from apiscribe.model.stored import Sources, traced
from apiscribe.runtime.program import Entity
from apiscribe.views.text import literal
from apiscribe.views.validators import value_checks
from apiscribe.views.validators.check_parts import CheckKey
from apiscribe.views.validators.check_plan import RECORDS, CheckPlan


class Row(Struct, frozen=True):
    """An entity, and what each of its fields may hold."""

    entity: str
    fields: tuple[tuple[str, str], ...]


def rows(api: Api, state: State, plan: CheckPlan) -> tuple[Row, ...]:
    """The checks of all entities; `plan` places those that no operation has."""
    known = traced(api, state).stored
    found = []
    for name, entity in state.entities.items():
        shown = _shown(api, entity)
        fields = tuple(
            (literal(each), allowed)
            for each in entity.known
            if each != entity.state and each not in entity.links
            if (allowed := _allowed(plan, each, known.get(Column(name, each)), shown.get(each)))
        )
        if fields:
            found.append(Row(literal(name), fields))
    return tuple(found)


def _shown(api: Api, entity: Entity) -> dict[str, CheckKey]:
    """Fields as answers have them."""
    declared = api.objects.get(entity.shape)
    return {
        name: CheckKey(replace(each.type, nullable=False), each.sensitive)
        for each in (() if declared is None else declared.fields)
        for name in (each.name, each.wire_name)
    }


def _allowed(
    plan: CheckPlan, field: str, sources: Sources | None, shown: CheckKey | None
) -> str | None:
    """What a field may hold, as an expression; None where nothing more than its type is known."""
    keys = list(_of_arguments(sources))
    if shown is not None and shown.type.rules and _is_kept_alike(shown.type):
        keys.append(shown)
    is_typed = shown is not None  # which is looked at anyway
    if not keys or (is_typed and any(value_checks.plain(key) for key in keys)):
        return None
    checks = []
    for key in dict.fromkeys(keys):
        plan.need(key, RECORDS, field)
        checks.append(plan.reference(key, RECORDS))
    also = "" if sources is None else _also(sources)
    return f"Allowed(({', '.join(checks)},){also})"


def _of_arguments(sources: Sources | None) -> Iterator[CheckKey]:
    """The types of arguments, where a field holds nothing but these."""
    if sources is None or sources.is_computed:
        return
    types = [each.type for each in sources.arguments]
    if all(map(_is_kept_as_given, types)):
        yield from (CheckKey(each.type, each.sensitive) for each in sources.arguments)


def _also(sources: Sources) -> str:
    values = {repr(each): each for each in sources.constants}
    return f", also={literal(tuple(values.values()))}" if values else ""


def _is_kept_as_given(of: ValueType) -> bool:
    """Whether records hold what arguments of this type are, and not something made of it."""
    return not isinstance(of, DateType | DurationType | BytesType | FileType)


def _is_kept_alike(of: ValueType) -> bool:
    """Whether records hold what answers show of this type, and not what makes it up."""
    match of:
        case ListType():
            return _is_kept_alike(of.item)
        case MapType():
            return _is_kept_alike(of.value)
        case ObjectRef() | UnionType() | TupleType():
            return False
        case _:
            return _is_kept_as_given(of)
