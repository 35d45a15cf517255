"""`placement`: some types can only stand in some places.

A file is an argument of its own; a date that may be `blank` is for answers; what is part
of a path or a query is written as one word; a GET has no body; only JSON can say null.
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject, within
from apiscribe.model import (
    Argument,
    DateType,
    FileType,
    ListType,
    MapType,
    ObjectRef,
    Operation,
    TextType,
    TupleType,
    UnionType,
    UnknownType,
    ValueType,
)
from apiscribe.problems import Problem, quoted

RULE = "placement"
_STRUCTURED = (ListType, TupleType, MapType, ObjectRef, FileType)


def check(subject: Subject) -> Iterator[Problem]:
    yield from _files(subject)
    for operation in subject.api.operations:
        is_told = operation.truths or not _has_body(subject, operation.returns)
        if operation.method == "HEAD" and not is_told:
            message = f"{quoted(operation.id)} is a HEAD, whose response has no body to return"
            yield Problem(subject.origins.at(operation, "returns"), RULE, message)
        yield from _redirects(subject, operation)
        for argument in operation.arguments:
            yield from _arguments(subject, operation, argument)


def _files(subject: Subject) -> Iterator[Problem]:
    results = [of for o in subject.api.operations for of in o.answered]
    yield from _texts(subject)
    inside: list[ValueType] = [part for result in results for part in list(within(result))[1:]]
    inside += [*(field.type for field in subject.fields())]
    inside += [part for argument in subject.arguments() for part in _nested(argument)]
    for result in results:
        if isinstance(result, FileType) and (result.magic or result.extensions or result.rules):
            message = "of a file that is answered, only its `media_type` is looked at"
            yield Problem(subject.origins.at(result, "type"), RULE, message)
    for type_ in inside:
        for part in within(type_):
            if isinstance(part, FileType):
                message = "a file is an argument of its own, or an item of one that is a list or a"
                message += " `map` with a `prefix`, by itself or as a member of a union"
                yield Problem(subject.origins.at(part, "type"), RULE, message)


def _has_body(subject: Subject, of: ValueType | None) -> bool:
    """Whether there is more to a response than headers."""
    if isinstance(of, ObjectRef):
        return bool(subject.api.objects[of.object].body_fields)
    return of is not None and not isinstance(of, UnknownType)


def _texts(subject: Subject) -> Iterator[Problem]:
    """Texts with a media type, which whole responses are and nothing else is."""
    whole = [o.returns for o in subject.api.operations if isinstance(o.returns, TextType)]
    for type_ in subject.types:
        if isinstance(type_, TextType) and type_.media_types and type_ not in whole:
            message = "a text with a `media_type` is a whole response; in a request, it is a `file`"
            yield Problem(subject.origins.at(type_, "media_type"), RULE, message)


def _redirects(subject: Subject, operation: Operation) -> Iterator[Problem]:
    if isinstance(operation.returns, UnknownType):
        return
    if operation.redirects and (operation.method != "GET" or operation.content_types is None):
        message = "redirects are followed to a file or text that is fetched with GET; whatever else"
        message += " is answered stands where the API is"
        yield Problem(subject.origins.at(operation, "redirects"), RULE, message)


def _nested(argument: Argument) -> list[ValueType]:
    """What stands inside of an argument's type, but for files that it may be or hold."""
    single = argument.single if argument.takes_files else argument.type
    if isinstance(single, UnionType):
        others = [m.type for m in single.members if not isinstance(m.type, FileType)]
        return [part for other in others for part in within(other)]
    return list(within(single))[1:]


def _parts(argument: Argument) -> list[ValueType]:
    """Its type, or the members of the union that it is."""
    of = argument.type
    return [member.type for member in of.members] if isinstance(of, UnionType) else [of]


def _is_json(operation: Operation, argument: Argument) -> bool:
    in_json = operation.encoding == "json" or operation.all_in_json
    return in_json and argument.location == "body" and not argument.takes_files


def _arguments(subject: Subject, operation: Operation, argument: Argument) -> Iterator[Problem]:
    if isinstance(argument.type, DateType) and argument.type.blank:
        message = "a date that may be blank is for answers"
        yield Problem(subject.origins.at(argument.type, "blank"), RULE, message)
    if argument.location == "path" and any(isinstance(t, _STRUCTURED) for t in _parts(argument)):
        message = f"the argument {quoted(argument.name)} is part of the path: one word"
        yield Problem(subject.origins.at(argument, "type"), RULE, message)
    ends = (f"/{{{argument.name}}}", f"/{{{argument.name}+}}")
    paths = (operation.path, *operation.aliases)
    if argument.may_be_blank and not all(path.endswith(ends) for path in paths):
        message = f"only the last segment of a path may be empty; {quoted(argument.name)} is not it"
        yield Problem(subject.origins.at(argument.type, "min_length"), RULE, message)
    if argument.location == "query" and argument.takes_files:
        message = f"{quoted(argument.name)} is a file, which travels in a body and in no address"
        yield Problem(subject.origins.at(argument, "type"), RULE, message)
    says_null = _is_json(operation, argument) or argument.style.nulls != "omit"
    says_null = says_null or argument.type.none_as is not None
    if argument.required and argument.type.nullable and not says_null and subject.knows_api:
        message = f"only JSON can say null, so that {quoted(argument.name)} cannot be required"
        message += " and `nullable`; `nullable: {as: ...}` if a value stands for none"
        yield Problem(subject.origins.at(argument), RULE, message)
    if argument.location == "body" and subject.knows_api:
        yield from _without_body(subject, operation, argument)


def _without_body(subject: Subject, operation: Operation, argument: Argument) -> Iterator[Problem]:
    if operation.method in ("GET", "HEAD"):
        where = "; its `encoding` or the argument's `in` can be `query`"
        message = f"{quoted(operation.id)} is a {operation.method}, which has no body for an"
        yield Problem(subject.origins.key_at(argument), RULE, f"{message} argument{where}")
    elif operation.encoding == "query":
        message = f"{quoted(operation.id)} has the encoding `query`, which has no body; write"
        message += " `encoding: form` or `json`, and `in: query` at the other arguments"
        yield Problem(subject.origins.key_at(argument), RULE, message)
