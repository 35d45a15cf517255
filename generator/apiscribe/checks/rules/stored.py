"""`state`: what a field of a record or of an answer is can be shown as the type that it has.

pos: {type: integer}                                         # a field of the entity's shape
pos: {type: union, members: [integer, text]}                 # refused: a text would be shown as 0
- {change: $card, except: [pos], set: {pos: {choose: ...}}}  # taken: the steps look at what it is
- {page: card, around: {total: $total}}                      # refused if `total` is a boolean
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import (
    Argument,
    BooleanType,
    BytesType,
    CsvType,
    DecimalType,
    Field,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    TextType,
    TupleType,
    UnionType,
    ValueType,
)
from apiscribe.model.stored import Told, stored, told
from apiscribe.problems import Problem, quoted
from apiscribe.runtime.program import Page, Respond
from apiscribe.runtime.semantics.members import Kind
from apiscribe.runtime.semantics.paths import keys_of

RULE = "state"
_WORDS: dict[Kind, str] = {
    "text": "a text",
    "number": "a number",
    "boolean": "`true` or `false`",
    "list": "a list",
    "object": "an object",
    "file": "a file",
}


_READ_AS_OTHERS = re.compile(r"true|false|-?[0-9]+").fullmatch
"""Texts that are shown as what they say, where a field is a number or a boolean."""


def check(subject: Subject) -> Iterator[Problem]:
    if subject.api.state is None:
        return
    for column, sources in stored(subject.api, subject.api.state).items():
        entity = subject.api.state.entities.get(column.entity)
        shape = None if entity is None else subject.api.objects.get(entity.shape)
        field = (
            next((f for f in shape.fields if _is_called(f, column.field)), None) if shape else None
        )
        if shape is None or field is None:
            continue
        for given in sources.whole:
            strange = [kind for kind in _kinds(given.type) if not _shows(subject, field.type, kind)]
            if strange:
                message = _message(given, strange[0], column.entity, shape.name, field)
                yield Problem(subject.origins.at(given, "type"), RULE, message)


def check_told(subject: Subject) -> Iterator[Problem]:
    if subject.api.state is None:
        return
    for at, given in told(subject.api, subject.api.state):
        field = _field_of(subject, at)
        if field is None:
            continue
        strange = [kind for kind in _kinds(given.type) if not _shows(subject, field.type, kind)]
        if strange:
            message = (
                f"{quoted(given.name)} may be {_WORDS[strange[0]]}, and `{at.said}` of"
                f" {quoted(at.operation)} answers it in {quoted(at.key)}, which is shown as"
                f" {_name(field.type)}; say there what is answered, such as with `choose` or"
                " `count`"
            )
            yield Problem(subject.origins.at(given, "type"), RULE, message)


def _field_of(subject: Subject, at: Told) -> Field | None:
    """What is documented where a step says something; None if that is not known."""
    operation = next(each for each in subject.api.operations if each.id == at.operation)
    returned = operation.returns
    if isinstance(at.step, Respond) and at.step.status is not None:
        returned = operation.statuses.get(at.step.status)
    if isinstance(at.step, Page) and at.said == "with":
        items = at.step.items if operation.paging is None else operation.paging.items
        holder = _reached(subject, returned, keys_of(items)) if items else returned
        returned = holder.item if isinstance(holder, ListType) else None
    keys = keys_of(at.key) if at.said == "around" else (at.key,)
    *holders, last = keys
    holder = _reached(subject, returned, holders)
    fields = subject.api.objects[holder.object].fields if isinstance(holder, ObjectRef) else ()
    return next((each for each in fields if _is_called(each, last)), None)


def _reached(subject: Subject, of: ValueType | None, keys: Iterable[str]) -> ValueType | None:
    for key in keys:
        fields = subject.api.objects[of.object].fields if isinstance(of, ObjectRef) else ()
        of = next((each.type for each in fields if _is_called(each, key)), None)
    return of


def _is_called(field: Field, name: str) -> bool:
    return name in (field.name, field.wire_name)


def _message(given: Argument | Field, kind: Kind, entity: str, shape: str, field: Field) -> str:
    return (
        f"{quoted(given.name)} may be {_WORDS[kind]}, and is stored in {quoted(field.name)} of"
        f" {quoted(entity)}, which {quoted(shape)} shows as {_name(field.type)}; leave it out"
        f" (`except: [{given.name}]`), and say under `set`, such as with `choose`, what is stored"
        " instead"
    )


def _name(of: ValueType) -> str:
    kinds = _kinds(of)
    return _WORDS[kinds[0]] if kinds else quoted(of.name or "another type")


def _kinds(of: ValueType) -> tuple[Kind, ...]:
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
            return ("list", *_kinds(of.item))
        case ListType() | TupleType():
            return ("list",)
        case CsvType():
            return ("list",) if of.is_list else ("text",)
        case MapType() | ObjectRef():
            return ("object",)
        case UnionType():
            return tuple(dict.fromkeys(k for member in of.members for k in _kinds(member.type)))
        case _:
            return ()


def _shows(subject: Subject, of: ValueType, kind: Kind) -> bool:
    """Whether what is of a kind is shown as what it is, where a field of some type holds it."""
    match of:
        case IntegerType() | NumberType() | DecimalType():
            return kind == "number"
        case BooleanType():
            return kind in ("number", "boolean")
        case ListType() | TupleType():
            return kind == "list"
        case CsvType():
            return kind in ("list", "text")
        case ObjectRef():
            return kind == "object" or subject.api.objects[of.object].shorthand is not None
        case MapType():
            return kind == "object"
        case UnionType():
            return any(_shows(subject, member.type, kind) for member in of.members)
        case TextType() | BytesType():
            return kind not in ("list", "object")
        case _:
            return True
