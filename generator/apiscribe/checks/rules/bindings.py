"""`binding`: what stands where it can be written, under a name of its own.

note:   {type: list, of: text, in: header}       # refused: a header is one text
all:    {type: Order, body: true}                # refused beside other arguments of the body
key:    {type: integer, idempotency_key: true}   # refused: the client makes text
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apiscribe.checks.kinds import IN_A_HEADER
from apiscribe.checks.subject import Subject
from apiscribe.load.source import Place
from apiscribe.model import (
    Argument,
    Constant,
    CsvType,
    FileType,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    Operation,
    TextType,
    TupleType,
    UnknownType,
    ValueType,
)
from apiscribe.problems import Position, Problem, did_you_mean, quoted

RULE = "binding"
_OF_THE_CLIENT = frozenset(
    (
        "accept",
        "accept-encoding",
        "user-agent",
        "content-type",
        "content-length",
        "host",
        "cookie",
        "connection",
        "expect",
        "keep-alive",
        "proxy-authorization",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    )
)
_IS_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+").fullmatch
"""What names of headers and cookies are, in HTTP."""


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        yield from _names(subject, operation)
        yield from _body(subject, operation)
        yield from _content_type(subject, operation)
        yield from _keys(subject, operation)
        yield from _expanding(subject, operation)
        for constant in operation.constants:
            place = subject.origins.place(constant) / "otherwise"
            yield from _known_error(subject, place, constant.otherwise)
        yield from _holding(subject, operation)
        for argument in subject.known_arguments(operation):
            if argument.prefix is None:
                yield from _headers(subject, argument)


def _names(subject: Subject, operation: Operation) -> Iterator[Problem]:
    taken: dict[tuple[str, str], str] = {}
    named: list[Argument | Constant] = [*operation.arguments, *operation.constants]
    for each in named:
        where = each.location
        if where == "body" and operation.encoding == "query":
            where = "query"
        wired = each.wire_name.lower() if where == "header" else each.wire_name
        may_be = wired == "accept" or (wired == "content-type" and _may_be_raw(subject, operation))
        if where == "header" and wired in _OF_THE_CLIENT and not may_be:
            message = f"the client writes the header {quoted(each.wire_name)} itself"
            if wired == "user-agent":
                message += "; one that callers choose is a key of `authentication` in `api.yaml`"
                message += " (`api_key` with `in: header`)"
            yield Problem(_where(subject, each, "wire_name"), RULE, message)
        if where == "header" and wired == "authorization":
            yield from _says_who_calls(subject, operation, each)
        if where in ("header", "cookie") and each.wire_name and not _IS_TOKEN(each.wire_name):
            message = f"{quoted(each.wire_name)} cannot be the name of a {where}: letters, digits"
            message += " and signs such as `-`, without blanks, `:` and `=`"
            yield Problem(_where(subject, each, "wire_name"), RULE, message)
        first = taken.setdefault((where, wired), each.name)
        if first != each.name:
            message = f"{quoted(each.name)} and {quoted(first)} are both {quoted(wired)} in the "
            message += where
            if isinstance(each, Argument) and isinstance(each.type, ObjectRef | MapType):
                message += "; of a value and an object of one name, an argument is each key of the"
                message += f" object, called like `{wired}[key]`"
            yield Problem(_where(subject, each, "wire_name"), RULE, message)


def _says_who_calls(
    subject: Subject, operation: Operation, part: Argument | Constant
) -> Iterator[Problem]:
    """Only where no credentials go, an argument says it, which a response has handed out."""
    position = _where(subject, part, "wire_name")
    if not operation.is_foreign or not isinstance(part, Argument):
        message = f"{quoted(part.wire_name)} says who calls: it is a scheme of `authentication`"
        message += " in `api.yaml` (`bearer`, `basic`, or a `hook` that signs), which an"
        message += " operation may name"
        yield Problem(position, RULE, message)
    elif not part.sensitive:
        message = f"who has {quoted(part.name)} may do what it is for; write `sensitive: true`"
        yield Problem(position, RULE, message)


def _may_be_raw(subject: Subject, operation: Operation) -> bool:
    knows_all = len(subject.known_arguments(operation)) == len(operation.arguments)
    return operation.encoding == "raw" or not knows_all


def _content_type(subject: Subject, operation: Operation) -> Iterator[Problem]:
    """What says what the body is, says it always, and nothing else says it."""
    if operation.encoding != "raw":
        return
    for each in operation.arguments:
        if each.location != "header" or each.wire_name.lower() != "content-type":
            continue
        files = [a.type for a in operation.arguments if isinstance(a.type, FileType)]
        if any(file.media_types for file in files):
            message = f"`media_type` says what the body is, and so does {quoted(each.name)}; "
            yield Problem(_where(subject, each, "wire_name"), RULE, message + "leave one of them")
        elif each.type.choices and not each.required:
            message = f"without {quoted(each.name)} the client sends `application/octet-stream`, "
            message += "which is none of its choices; write `required: true`"
            yield Problem(subject.origins.at(each, "choices"), RULE, message)


def _where(subject: Subject, part: Argument | Constant, key: str) -> Position:
    return subject.origins.at(part, key)


def _body(subject: Subject, operation: Operation) -> Iterator[Problem]:
    whole = [each for each in operation.arguments if each.whole_body]
    inside: list[Argument | Constant] = [*operation.arguments, *operation.constants]
    for each in whole:
        where = _where(subject, each, "body")
        if operation.encoding not in ("json", "raw"):
            message = f"a whole body is JSON, and this operation is encoded as {operation.encoding}"
            message += "; write `encoding: json`, or `type: file` for any other body"
            yield Problem(where, RULE, message)
        if each.location != "body":
            message = f"{quoted(each.name)} is in the {each.location}, and cannot be the body"
            yield Problem(where, RULE, message)
        others = [e.name for e in inside if e.location == "body" and e is not each]
        if others:
            message = f"{quoted(each.name)} is the whole body, which leaves no room for "
            message += f"{quoted(others[0])}; put it elsewhere with `in`"
            yield Problem(where, RULE, message)


def _keys(subject: Subject, operation: Operation) -> Iterator[Problem]:
    keys = [each for each in operation.arguments if each.idempotency_key]
    for each in keys:
        where = _where(subject, each, "idempotency_key")
        if not isinstance(each.type, TextType | UnknownType):
            yield Problem(where, RULE, "the client makes an idempotency key as text: `type: text`")
        if each.required:
            message = (
                "the client makes an idempotency key where none is given: it is not `required`"
            )
            yield Problem(_where(subject, each, "required"), RULE, message)
        if each.location == "path" and each.name in operation.made_at_times:
            message = f"{quoted(each.name)} is a part of the path, which is always there; no rule"
            yield Problem(where, RULE, f"{message} can say that it is left out")
        if each is not keys[0]:
            message = f"{quoted(keys[0].name)} is the idempotency key already"
            yield Problem(where, RULE, message)
        otherwise = None if each.idempotency_key is None else each.idempotency_key.otherwise
        place = subject.origins.place(each) / "idempotency_key" / "otherwise"
        yield from _known_error(subject, place, otherwise)


def _known_error(subject: Subject, place: Place, named: int | str | None) -> Iterator[Problem]:
    """The error that `otherwise` names has to be there."""
    dropped = subject.resolved.documents.dropped
    if named is None or ("errors",) in dropped or ("errors", named) in dropped:
        return
    if subject.api.error(named) is None:
        names = {name for each in subject.api.errors for name in (each.key, each.name)}
        message = f"there is no error {quoted(named)}{did_you_mean(named, names)}"
        yield Problem(place.position, "unknown-name", message)


def _expanding(subject: Subject, operation: Operation) -> Iterator[Problem]:
    expanding = [each for each in operation.arguments if each.expands is not None]
    for each in expanding:
        where = _where(subject, each, "expands")
        if not _is_list_of_texts(each.type):
            message = "what is expanded is a list of paths: `type: list`, `of: text`"
            yield Problem(where, RULE, message)
        if operation.returns is None:
            message = f"{quoted(operation.id)} returns nothing that could be expanded"
            yield Problem(where, RULE, message)
        if each is not expanding[0]:
            message = f"{quoted(expanding[0].name)} says already what is expanded"
            yield Problem(where, RULE, message)
        otherwise = None if each.expands is None else each.expands.otherwise
        place = subject.origins.place(each) / "expands" / "otherwise"
        yield from _known_error(subject, place, otherwise)


def _is_list_of_texts(of: ValueType) -> bool:
    if isinstance(of, ListType):
        return isinstance(of.item, TextType | UnknownType)
    return isinstance(of, UnknownType)


def _holding(subject: Subject, operation: Operation) -> Iterator[Problem]:
    holding = [each for each in operation.arguments if each.holds is not None]
    for each in holding:
        where = _where(subject, each, "holds")
        if not isinstance(each.type, IntegerType | NumberType | UnknownType):
            message = "how long a request is held is an `integer` or a `number`, of the unit that "
            yield Problem(where, RULE, message + "`holds` names")
        if each is not holding[0]:
            message = f"{quoted(holding[0].name)} says already how long the request is held"
            yield Problem(where, RULE, message)
    if holding and operation.holds is not None:
        message = f"{quoted(holding[0].name)} says already how long the request is held; its"
        message += " `default` says it where it is not given"
        yield Problem(subject.origins.at(operation, "holds"), RULE, message)


def _headers(subject: Subject, argument: Argument) -> Iterator[Problem]:
    if argument.in_json:
        return
    of = argument.type
    if argument.location == "header" and isinstance(of, CsvType) and of.is_list:
        return
    if argument.location in ("header", "cookie") and not isinstance(of, IN_A_HEADER):
        message = f"a {argument.location} is one text; {quoted(argument.name)} can be text, "
        message += "integer, number, decimal, boolean, digits, date, duration or bytes"
        message += ", or `separated`" if argument.location == "header" else ""
        if argument.location == "header" and isinstance(argument.type, ListType | TupleType):
            message += "; JSON if it says `style: {lists: json}`"
        elif argument.location == "header" and isinstance(argument.type, ObjectRef | MapType):
            message += "; JSON if it says `style: {objects: json}`"
        yield Problem(subject.origins.at(argument, "type"), RULE, message)
