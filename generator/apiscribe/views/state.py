"""`stub/state.json`: what the emulator does, and how it shows what it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never

import msgspec

from apiscribe.model import (
    AnyType,
    Api,
    BooleanType,
    BytesType,
    CsvType,
    DateType,
    DecimalType,
    DigitsType,
    DurationType,
    FileType,
    IdentifierType,
    IntegerType,
    ListType,
    MapType,
    NumberPaging,
    NumberType,
    ObjectRef,
    ObjectType,
    Operation,
    State,
    TextType,
    TokenPaging,
    TupleType,
    UnionType,
    ValueType,
    arms,
)
from apiscribe.runtime.program import Expands, Pages, Plan, Program, Shape, ShownField
from apiscribe.views.paging import scheme_of


def program(api: Api, state: State) -> Any:
    """The program as plain JSON."""
    plans = {
        operation.id: Plan(
            steps=state.plans.get(operation.id, ()),
            returns=None if operation.returns is None else shape(operation.returns, api.objects),
            statuses={
                status: None if of is None else shape(of, api.objects)
                for status, of in operation.statuses.items()
            },
            head=None if operation.head is None else shape(operation.head, api.objects),
            defaults={a.name: a.default for a in operation.arguments if a.default is not None},
            pages=_pages(api, operation),
            expands=_expands(api, operation),
            stored_defaults=operation.effect != "change",
        )
        for operation in api.operations
    }
    shown = [each for each in api.objects.values() if each.in_responses and not each.part_of]
    objects = {each.name: _fields(each, api.objects) for each in shown}
    whole = Program(entities=state.entities, plans=plans, objects=objects, populate=state.populate)
    return msgspec.to_builtins(whole)


def shape(type_: ValueType, objects: Mapping[str, ObjectType]) -> Shape:
    found = _shape(type_, objects)
    if type_.none_as is None:
        return found
    return msgspec.structs.replace(found, none_as=type_.none_as)


def _shape(type_: ValueType, objects: Mapping[str, ObjectType]) -> Shape:
    null = type_.nullable
    match type_:
        case TextType():
            return Shape(kind="text", nullable=null)
        case IntegerType():
            return Shape(kind="integer", in_text=type_.in_text, nullable=null)
        case NumberType():
            return Shape(kind="number", nullable=null)
        case BooleanType():
            return Shape(kind="boolean", words=type_.words, nullable=null)
        case DecimalType():
            kind = "decimal" if type_.in_json == "number" else "text"
            return Shape(kind=kind, nullable=null)  # type: ignore[arg-type]  # both are kinds
        case BytesType():
            return Shape(kind="text", nullable=null)
        case IdentifierType() | DigitsType():
            return Shape(kind="identifier", nullable=null)
        case DateType():
            return Shape(
                kind="date",
                formats=type_.formats,
                blank=type_.blank,
                in_text=type_.in_text,
                nullable=null,
            )
        case DurationType():
            return Shape(
                kind="duration", formats=type_.formats, in_text=type_.in_text, nullable=null
            )
        case CsvType():
            return Shape(kind="csv", separator=type_.separator, nullable=null)
        case TupleType():
            parts = tuple(shape(part, objects) for part in type_.parts)
            return Shape(kind="tuple", parts=parts, nullable=null)
        case ListType():
            return Shape(kind="list", item=shape(type_.item, objects), nullable=null)
        case MapType():
            return Shape(kind="map", item=shape(type_.value, objects), nullable=null)
        case ObjectRef():
            return Shape(kind="object", object=type_.object, nullable=null)
        case UnionType():
            members = tuple(shape(member.type, objects) for member in type_.members)
            return Shape(kind="union", members=members, arms=arms(objects, type_), nullable=null)
        case AnyType():
            return Shape(kind="any", nullable=null)
        case FileType():
            return Shape(kind="text", nullable=null)
    assert_never(type_)


def _fields(object_type: ObjectType, objects: Mapping[str, ObjectType]) -> tuple[ShownField, ...]:
    return tuple(
        ShownField(
            name=field.name,
            wire=field.wire_name,
            shape=shape(field.type, objects),
            optional=not field.required,
        )
        for field in object_type.fields
        if not field.misprint
    )


def _expands(api: Api, operation: Operation) -> Expands | None:
    for argument in operation.arguments:
        if argument.expands is not None:
            error = api.error(argument.expands.otherwise)
            return Expands(
                argument=argument.name,
                otherwise=None if error is None else error.key,
                message=argument.expands.message or ("" if error is None else error.meaning),
            )
    return None


def _pages(api: Api, operation: Operation) -> Pages | None:
    scheme = scheme_of(api, operation)
    if scheme is None:
        return None
    cursor = getattr(scheme, "cursor", "")
    types = {argument.name: argument.type for argument in api.continuing(operation).arguments}
    is_short = isinstance(operation.paging, NumberPaging | TokenPaging)
    return Pages(
        scheme=scheme,
        whole=isinstance(types.get(cursor), IntegerType),
        around=() if is_short else operation.unwrap,
    )
