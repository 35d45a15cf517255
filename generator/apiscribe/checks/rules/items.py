"""`items`: what a list or csv holds suits it.

{type: csv, of: text}
{type: csv, of: Recurrence}                      # refused: commas separate single values
{type: list, of: Panelist, unique: email}
{type: list, of: Panelist, unique: emial}        # refused: no such field
"""

from __future__ import annotations

from collections.abc import Iterator
from types import NoneType

from apiscribe.checks.kinds import MANY
from apiscribe.checks.subject import Subject
from apiscribe.model import (
    AnyType,
    BooleanType,
    CsvType,
    ListType,
    MapType,
    ObjectRef,
    TextType,
    TupleType,
    UniqueItems,
    ValueType,
)
from apiscribe.problems import Problem, did_you_mean, quoted

RULE = "items"


def check(subject: Subject) -> Iterator[Problem]:
    for type_ in subject.types:
        if isinstance(type_, CsvType) and not _is_single(type_.item):
            kind = "separated" if type_.is_list else "csv"
            message = f"a {kind} holds single values, none in words; a `list` can hold this"
            yield Problem(subject.origins.at(type_, "of"), RULE, message)
        if isinstance(type_, TupleType):
            yield from _places(subject, type_)
        if isinstance(type_, MapType) and not isinstance(type_.key, NoneType | TextType | AnyType):
            message = "the keys of a map are text, with rules of text"
            yield Problem(subject.origins.at(type_, "keys"), RULE, message)
    for type_, rule in subject.value_rules():
        if isinstance(rule, UniqueItems) and rule.by is not None:
            yield from _unknown_field(subject, type_, rule, rule.by)


def _is_single(type_: ValueType) -> bool:
    # `any` stands for types that are wrong themselves, and is no single value if written.
    if isinstance(type_, BooleanType) and type_.words is not None:
        return False
    return not isinstance(type_, MANY)


def _places(subject: Subject, of: TupleType) -> Iterator[Problem]:
    for part in of.parts:
        if isinstance(part, MANY):
            message = "a tuple holds single values; an object has fields for others"
            yield Problem(subject.origins.at(of, "parts"), RULE, message)


def _unknown_field(
    subject: Subject, type_: ValueType, rule: UniqueItems, by: str
) -> Iterator[Problem]:
    item = type_.item if isinstance(type_, (ListType, CsvType)) else None
    if isinstance(item, AnyType):
        return
    known: list[str] = []
    if isinstance(item, ObjectRef):
        object_type = subject.api.objects[item.object]
        if not subject.is_complete(object_type):
            return
        known = [field.name for field in object_type.fields]
    if by not in known:
        message = f"the items have no field {quoted(by)}{did_you_mean(by, known)}"
        yield Problem(subject.origins.at(rule), RULE, message)
