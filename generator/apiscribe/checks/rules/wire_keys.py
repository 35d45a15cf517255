"""`binding`: what a form writes as parts of names is told from the signs around it.

span: {type: Span, style: {objects: dots}}    # refused where `Span` has a key `from.day`
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import Argument, Field, ListType, MapType, ObjectRef, Operation, ValueType
from apiscribe.problems import Problem, quoted

RULE = "binding"
_SIGNS = {"brackets": "[]", "dots": ".[]", "json": ""}


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        for argument in operation.arguments:
            if _in_parts(operation, argument):
                yield from _fields(subject, argument)
                yield from _beside(subject, operation, argument)


def _in_parts(operation: Operation, argument: Argument) -> bool:
    """Whether an object is written as names of its own."""
    if argument.location == "body":
        return not operation.all_in_json
    return argument.location == "query"


def _fields(subject: Subject, argument: Argument) -> Iterator[Problem]:
    style, seen = argument.style.objects, set[str]()
    for owner, field in _inside(subject, argument, argument.type, seen):
        signs = [sign for sign in _SIGNS[style] if sign in field.wire_name]
        if signs:
            other = "`json`" if signs != ["."] else "`brackets` or `json`"
            message = f"{quoted(field.wire_name)} of {quoted(owner)} has {quoted(signs[0])}, which"
            message += f" `objects: {style}` takes for the end of a key; write {other}"
            yield Problem(subject.origins.at(argument, "style"), RULE, message)


def _inside(
    subject: Subject, argument: Argument, of: ValueType, seen: set[str]
) -> Iterator[tuple[str, Field]]:
    """The objects that are written in parts, and their fields."""
    match of:
        case ObjectRef() if of.object not in seen:
            seen.add(of.object)
            for field in subject.api.objects[of.object].fields:
                yield of.object, field
                yield from _inside(subject, argument, field.type, seen)
        case ListType() if argument.style.lists != "json":
            yield from _inside(subject, argument, of.item, seen)
        case MapType():
            yield from _inside(subject, argument, of.value, seen)
        case _:
            pass


def _beside(subject: Subject, operation: Operation, argument: Argument) -> Iterator[Problem]:
    """Names of others that read as keys of this one."""
    style = argument.style.objects
    in_keys = isinstance(argument.type, ObjectRef | MapType) or (
        isinstance(argument.type, ListType) and argument.style.lists == "indexed_last"
    )
    if not in_keys or style == "json":
        return
    before = argument.wire_name + ("." if style == "dots" else "[")
    for other in operation.arguments:
        if other.location == argument.location and other.wire_name.startswith(before):
            message = f"{quoted(other.wire_name)} reads as a key of {quoted(argument.name)}, which"
            message += f" `objects: {style}` writes; make it a field of that object"
            yield Problem(subject.origins.at(other, "wire_name"), RULE, message)
