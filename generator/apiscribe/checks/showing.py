"""Whether what steps put somewhere is shown there as what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct

from apiscribe.model import (
    AnyType,
    Api,
    Argument,
    BooleanType,
    BytesType,
    CsvType,
    DateType,
    DecimalType,
    DigitsType,
    DurationType,
    Field,
    FileType,
    IdentifierType,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    TextType,
    TupleType,
    UnionType,
    UnknownType,
    ValueType,
)
from apiscribe.model.sources import Column, Computed, Keys, Narrowed, Part, Sort, Source
from apiscribe.problems import quoted
from apiscribe.runtime.program import Constant

WORDS: dict[Sort, str] = {
    "text": "a text",
    "number": "a number",
    "boolean": "`true` or `false`",
    "list": "a list",
    "object": "an object",
    "moment": "a moment",
}
_PLAIN = ("text", "number", "boolean", "moment")
_READ_AS_OTHERS = re.compile(r"true|false|-?[0-9]+(\.[0-9]+)?").fullmatch
"""Texts that are shown as what they say, where a field is a number or a boolean."""


REMEDIES: dict[Sort, str] = {
    "text": "`choose` says what is meant by it",
    "number": "`choose` says what is meant by it",
    "boolean": "`choose` says what is meant by it",
    "list": "`join` makes a text of it, `size` a number",
    "object": "name what of it is meant, such as with `.` behind its name",
    "moment": "`epoch` makes a number of it",
}
"""What to do where something else is shown."""


class Missing(Struct, frozen=True):
    """A key that an object does not have."""

    object: str
    key: str


def reached(api: Api, of: ValueType | None, keys: Keys) -> list[ValueType | Missing]:
    """What is documented at a place inside of a type; nothing where that is not known."""
    if of is None:
        return []
    if not keys:
        return [of]
    first, *rest = keys
    inner: ValueType | None = None
    match of:
        case ObjectRef() if first is not None and of.object in api.objects:
            fields = api.objects[of.object].fields
            inner = next((f.type for f in fields if is_called(f, first)), None)
            if inner is None:
                return [Missing(of.object, first)]
        case MapType():
            inner = of.value
        case ListType() | CsvType() if first is None:
            inner = of.item
        case UnionType():
            found = [each for m in of.members for each in reached(api, m.type, keys)]
            return [each for each in found if not isinstance(each, Missing)]
    return reached(api, inner, tuple(rest))


def is_called(field: Field, name: str) -> bool:
    return name in (field.name, field.wire_name)


def strange(api: Api, source: Source, types: list[ValueType]) -> Sort | None:
    """What a source may be that is shown as something else; None if there is no such thing."""
    if not types:
        return None
    for sort in sorts_of(api, source):
        if not any(_shows(api, of, sort) for of in types):
            return sort
    if isinstance(source, Computed) and source.sort is not None:
        # Digits are a number, and what is told in words is mostly meant so.
        is_single = source.sort in _PLAIN and source.sort != "moment"
        if not is_single or not any(_is_single(of) for of in types):
            return None if any(_shows(api, of, source.sort) for of in types) else source.sort
    return None


def called(source: Source) -> str:
    """What a source is called in a sentence."""
    match source:
        case Argument() | Field() | Part():
            return f"{quoted(source.name)} may be"
        case Column():
            return f"{quoted(source.field)} of {quoted(source.entity)} may be"
        case Constant():
            text = source.value if isinstance(source.value, str) else repr(source.value)
            return f"{quoted(text)} is"
        case Computed() | Narrowed():
            return "what this makes is"
    assert_never(source)


def name_of(of: ValueType) -> str:
    found = sorts(of)
    return WORDS[found[0]] if found else quoted(of.name or "another type")


def sorts_of(api: Api, source: Source) -> tuple[Sort, ...]:
    """What a source may be; nothing where that is computed, or cannot be said."""
    match source:
        case Argument() | Field() | Part():
            return sorts(source.type)
        case Column():
            return tuple(_of_column(api, source))
        case Constant():
            return _of_constant(source.value)
        case Computed() | Narrowed():
            return ()
    assert_never(source)


def _of_column(api: Api, column: Column) -> Iterator[Sort]:
    """What a field of a record is by the shape of its entity; nothing where it may be several."""
    entity = None if api.state is None else api.state.entities.get(column.entity)
    shape = None if entity is None else api.objects.get(entity.shape)
    for field in () if shape is None else shape.fields:
        if is_called(field, column.field) and not isinstance(field.type, UnionType):
            yield from sorts(field.type)


def _of_constant(value: object) -> tuple[Sort, ...]:
    match value:
        case bool():
            return ("boolean",)
        case int() | float():
            return ("number",)
        case str():
            return () if _READ_AS_OTHERS(value) else ("text",)
        case list():
            return ("list",)
        case dict():
            return ("object",)
        case _:
            return ()


def sorts(of: ValueType) -> tuple[Sort, ...]:
    """What a value of a type is where it is kept; nothing if that cannot be said."""
    match of:
        case TextType() if of.choices and all(_READ_AS_OTHERS(str(each)) for each in of.choices):
            return ()
        case TextType() | BytesType():
            return ("text",)
        case IntegerType() | NumberType() | DecimalType():
            return ("number",)
        case BooleanType():
            return ("boolean",)
        case ListType() if of.single:
            return ("list", *sorts(of.item))
        case ListType() | TupleType() | CsvType():
            return ("list",)
        case MapType() | ObjectRef():
            return ("object",)
        case UnionType():
            return tuple(dict.fromkeys(each for m in of.members for each in sorts(m.type)))
        case _:
            return ()


def _is_single(of: ValueType) -> bool:
    match of:
        case ListType() | TupleType() | MapType() | ObjectRef():
            return False
        case UnionType():
            return any(_is_single(member.type) for member in of.members)
        case _:
            return True


def _shows(api: Api, of: ValueType, sort: Sort) -> bool:
    """Whether what is of a sort is shown as what it is, where something has a type."""
    match of:
        case IntegerType() | NumberType() | DecimalType():
            return sort == "number"
        case BooleanType():
            return sort in ("number", "boolean")
        case ListType() | TupleType():
            return sort == "list"
        case CsvType():
            return sort in ("list", "text")
        case ObjectRef() | MapType():
            known = api.objects.get(of.object) if isinstance(of, ObjectRef) else None
            return sort == "object" or (known is not None and known.shorthand is not None)
        case UnionType():
            return any(_shows(api, member.type, sort) for member in of.members)
        case (
            TextType() | BytesType() | IdentifierType() | DigitsType() | DateType() | DurationType()
        ):
            return sort in _PLAIN
        case FileType() | AnyType() | UnknownType():
            return True
    assert_never(of)
