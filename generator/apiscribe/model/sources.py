"""Where values of steps come from: arguments, records, and what the spec itself puts together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from apiscribe.model.arguments import Argument
from apiscribe.model.objects import ObjectType
from apiscribe.model.values import (
    CsvType,
    Field,
    ListType,
    MapType,
    ObjectRef,
    ValueType,
)
from apiscribe.runtime.program import Constant, Value

Sort = Literal["text", "number", "boolean", "list", "object", "moment"]
Key = str | None
"""What something is called in an object; None for each item of a list, or entry of a map."""
Keys = tuple[Key, ...]


class Column(Struct, frozen=True):
    """A field of an entity's records."""

    entity: str
    field: str


class Computed(Struct, frozen=True):
    """Whatever is computed: it may be anything of its sort, and of its type where that is known."""

    sort: Sort | None = None


class Part(Struct, frozen=True):
    """A part of an argument."""

    type: ValueType
    name: str


class Narrowed(Struct, frozen=True):
    """What steps have looked at: it need not be all that it may be."""

    source: Argument | Column


Source = Argument | Narrowed | Field | Part | Constant | Column | Computed


class Placed(Struct, frozen=True):
    """What is somewhere in a value that steps put together."""

    source: Source
    keys: Keys = ()
    """Where in that value; nothing for all of it."""
    said: Value | None = None
    """What says it, if a step does."""


def under(key: Key, inner: list[Placed]) -> list[Placed]:
    """What stands at a key of something larger."""
    return [replace(each, keys=(key, *each.keys)) for each in inner]


def within(placed: Placed, key: Key, objects: Mapping[str, ObjectType]) -> Placed | None:
    """What is at a key of something; None if that is not told here."""
    if placed.keys:
        first, *rest = placed.keys
        return replace(placed, keys=tuple(rest)) if first in (key, None) else None
    source = placed.source
    if isinstance(source, Argument | Field | Part):
        inner = _type_within(source.type, key, objects)
        if inner is not None:
            name = f"{source.name}[]" if key is None else f"{source.name}.{key}"
            return replace(placed, source=Part(inner, name))
    is_made_up = isinstance(source, Computed) and source.sort in ("object", "list")
    return None if is_made_up else replace(placed, source=Computed())


def _type_within(of: ValueType, key: Key, objects: Mapping[str, ObjectType]) -> ValueType | None:
    match of:
        case ObjectRef() if key is not None and of.object in objects:
            fields = objects[of.object].fields
            return next((f.type for f in fields if key in (f.name, f.wire_name)), None)
        case MapType():
            return of.value
        case ListType() if key is None and not of.single:
            return of.item
        case CsvType() if key is None:
            return of.item
    return None
