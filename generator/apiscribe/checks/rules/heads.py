"""`head`: what stands in headers of a response is single values of an object that is all of it.

Widgets:
  fields:
    total: {type: integer, header: X-Total-Count}
    items: {type: list, of: Widget, body: true}
returns: Widgets
returns: {type: list, of: Widgets}     # refused: a response has its headers once
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.kinds import SEVERAL
from apiscribe.checks.subject import Subject, within
from apiscribe.model import Field, MapType, ObjectRef, ObjectType, Operation, UnknownType, ValueType
from apiscribe.problems import Problem, quoted

RULE = "head"


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        yield from _beside_content(subject, operation)
        yield from _beside_unwrapped(subject, operation)
    whole = {name for name, each in subject.api.objects.items() if each.is_whole}
    if not whole:
        return
    yield from _parts(subject, whole)
    for name in subject.api.objects:
        if name in whole:
            declared = subject.api.objects[name]
            yield from _object(subject, declared)
            for field in declared.fields:
                yield from _field(subject, declared, field)


def _beside_content(subject: Subject, operation: Operation) -> Iterator[Problem]:
    """What headers say beside a file or a text."""
    if operation.head is None or isinstance(operation.returns, UnknownType):
        return
    at = subject.origins.at(operation, "head")
    declared = subject.api.objects[operation.head.object]
    if operation.content_types is None:
        message = "`head` is for a file or a text that is returned; elsewhere, fields of what is"
        yield Problem(at, RULE, f"{message} returned say in which `header` they stand")
    elif not declared.is_whole or declared.body_fields:
        message = f"the body is the file or the text: all fields of {quoted(declared.name)} have to"
        yield Problem(at, RULE, f"{message} say in which `header` they stand")


def _beside_unwrapped(subject: Subject, operation: Operation) -> Iterator[Problem]:
    """What a body says beside what is unwrapped has no headers, and not that itself."""
    if operation.beside is None:
        return
    declared = subject.api.objects[operation.beside.object]
    if declared.is_whole:
        message = f"{quoted(declared.name)} has fields in headers; `beside` is about the body"
        yield Problem(subject.origins.at(operation.beside), RULE, message)
    if len(operation.unwrap) == 1:
        for field in declared.fields:
            if field.wire_name == operation.unwrap[0]:
                message = f"{quoted(field.name)} is what is unwrapped, and not beside it"
                yield Problem(subject.origins.key_at(field), RULE, message)


def _parts(subject: Subject, whole: set[str]) -> Iterator[Problem]:
    """Places where such an object is a part of something."""
    results = [of for o in subject.api.operations for of in o.answered]
    places: list[ValueType] = [field.type for field in subject.fields()]
    places += [argument.type for argument in subject.arguments()]
    places += [part for of in results for part in list(within(of))[1:]]
    for of in places:
        for part in within(of):
            if isinstance(part, ObjectRef) and part.object in whole:
                message = (
                    f"`{part.object}` has fields in headers, and a response has its headers once:"
                    " it is what an operation returns; a list goes into it, as a field that is"
                    " `body: true`"
                )
                yield Problem(subject.origins.at(part, "type"), RULE, message)
    if subject.api.webhooks is not None:
        for event in subject.api.webhooks.events:
            if event.payload in whole:
                message = f"`{event.payload}` has fields in headers, and no event has these"
                yield Problem(subject.origins.at(event, "payload"), RULE, message)
            if event.reply in whole:
                message = f"`{event.reply}` has fields in headers, and a reply to an event has none"
                yield Problem(subject.origins.at(event, "reply"), RULE, message)


def _object(subject: Subject, declared: ObjectType) -> Iterator[Problem]:
    body = declared.body_field
    if body is None:
        return
    for field in declared.body_fields:
        if field is not body:
            message = f"{quoted(body.name)} is the whole body, which leaves no room"
            message += f" for {quoted(field.name)}; it can stand in a `header`"
            yield Problem(subject.origins.key_at(field), RULE, message)


def _field(subject: Subject, declared: ObjectType, field: Field) -> Iterator[Problem]:
    key = "header" if field.header else "body"
    at = subject.origins.at(field, key)
    if field.header and field.whole_body:
        yield Problem(at, RULE, f"{quoted(field.name)} is in a header or is the body, not both")
    elif field.is_open:
        yield from _open(subject, field)
    elif field.header and isinstance(field.type, SEVERAL) and not field.in_json:
        message = "a header is one text: a single value, values between signs (`separated`), or"
        message += " JSON, if the field says `style: {objects: json}` or `{lists: json}`"
        if isinstance(field.type, MapType):
            message += "; a map is several headers with `header: {prefix: X-}`"
        yield Problem(subject.origins.at(field, "type"), RULE, message)
    elif field.header and field.type.nullable:
        message = "a header is there or it is not: write `optional: true` instead of `nullable`"
        yield Problem(subject.origins.at(field.type, "nullable"), RULE, message)
    elif field.whole_body and not field.required:
        message = "a body is always there; by status, `returns` can be another type or `nothing`"
        yield Problem(subject.origins.at(field, "optional"), RULE, message)
    elif (field.header or field.whole_body) and field.wire_name != field.name:
        message = f"{quoted(field.name)} has no key in the JSON that could be called otherwise"
        yield Problem(subject.origins.at(field, "wire_name"), RULE, message)
    elif (field.header or field.whole_body) and not field.goes_both_ways:
        key = "readonly" if field.readonly else "writeonly"
        message = f"{quoted(field.name)} is of responses in any case; leave `{key}` out"
        yield Problem(subject.origins.at(field, key), RULE, message)


def _open(subject: Subject, field: Field) -> Iterator[Problem]:
    """Headers that are the keys of a map, with a single value each."""
    of = field.type
    if not isinstance(of, MapType | UnknownType):
        message = (
            "headers with names that begin alike are a `map`, whose keys are the rest of these"
        )
        yield Problem(subject.origins.at(field, "type"), RULE, message)
    elif isinstance(of, MapType) and (isinstance(of.value, SEVERAL) or of.value.nullable):
        message = "each header is one text: `of` is a single value that is not `nullable`"
        yield Problem(subject.origins.at(of, "of"), RULE, message)
    elif of.nullable:
        message = "without such headers a map is empty: leave `nullable` out"
        yield Problem(subject.origins.at(of, "nullable"), RULE, message)
