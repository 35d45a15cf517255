"""What tells the members of a union apart."""

from __future__ import annotations

from collections.abc import Mapping

from apiscribe.model.objects import ObjectType
from apiscribe.model.values import (
    BooleanType,
    DateType,
    DigitsType,
    FileType,
    IdentifierType,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    TextType,
    UnionMember,
    UnionType,
    ValueType,
)
from apiscribe.runtime.semantics import dates
from apiscribe.runtime.semantics.members import Arm, Arms, Kind

_KINDS: dict[type, tuple[Kind, ...]] = {
    TextType: ("text",),
    IntegerType: ("number",),
    NumberType: ("number",),
    BooleanType: ("boolean",),
    IdentifierType: ("text", "number"),
    DigitsType: ("text", "number"),
    ListType: ("list",),
    MapType: ("object",),
    ObjectRef: ("object",),
    FileType: ("file",),
}


def kinds(of: ValueType) -> tuple[Kind, ...]:
    """What values of a type are in JSON; nothing for what is no member of a union."""
    if isinstance(of, DateType):
        return () if any(map(dates.is_number, of.formats)) else ("text",)
    if isinstance(of, BooleanType) and of.words is not None:
        return ()
    if isinstance(of, IntegerType) and of.in_text:
        return ()
    return _KINDS.get(type(of), ())


def arms(objects: Mapping[str, ObjectType], of: UnionType) -> Arms:
    """What the runtime knows of a union to tell its members apart."""
    members = tuple(_arm(objects, of, member) for member in of.members)
    return Arms(members, by=of.by, is_closed=of.closed)


def _arm(objects: Mapping[str, ObjectType], of: UnionType, member: UnionMember) -> Arm:
    declared = objects.get(member.type.object) if isinstance(member.type, ObjectRef) else None
    if declared is None:
        return Arm(kinds(member.type))
    known = tuple(field.wire_name for field in declared.fields)
    tag = next((field.type for field in declared.fields if field.wire_name == of.by), None)
    stated = member.tags or (tag.choices if tag is not None else ())
    return Arm(("object",), stated, declared.always_required, known)
