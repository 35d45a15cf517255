"""`binding`: arguments are written in a way that they can be read from.

marks: {type: list, of: Mark, style: {lists: commas}}     # refused: a mark is more than a value
late:  {type: boolean, required: true, style: {booleans: bare}}   # refused: false is left out
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject, within
from apiscribe.model import (
    Argument,
    CsvType,
    ItemCount,
    ListType,
    MapType,
    ObjectRef,
    Operation,
    TupleType,
    ValueType,
)
from apiscribe.problems import Problem, quoted

RULE = "binding"
_ONE_BY_ONE = ("repeat", "commas", "blanks", "pipes")


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        for argument in subject.known_arguments(operation):
            yield from _texts(subject, argument)
            yield from _styles(subject, operation, argument)


def _texts(subject: Subject, argument: Argument) -> Iterator[Problem]:
    said = subject.origins.at(argument, "style")
    is_own = said != subject.origins.at(argument)
    if argument.style.texts != "plain" and is_own and not argument.in_percent:
        message = f"`texts` is how a text in a header is written, which {quoted(argument.name)}"
        yield Problem(said, RULE, f"{message} is not")


def _styles(subject: Subject, operation: Operation, argument: Argument) -> Iterator[Problem]:
    style = argument.style
    counts = [rule for rule in argument.type.rules if isinstance(rule, ItemCount)]
    takes_none = isinstance(argument.type, CsvType) and any(rule.minimum == 0 for rule in counts)
    if takes_none and argument.type.nullable and style.nulls == "empty":
        message = f"an empty text is null here, so that {quoted(argument.name)} without items "
        message += "cannot be told; leave `min_items: 0` or `nullable` away"
        yield Problem(subject.origins.at(argument, "min_items"), RULE, message)
    if argument.in_lines:
        yield from _lines(subject, operation, argument)
    if operation.all_in_json and argument.location == "body":
        return
    if argument.is_flag and (argument.required or argument.default is not None):
        key = "required" if argument.required else "default"
        message = f"{quoted(argument.name)} is left out where it is false; remove {quoted(key)}"
        yield Problem(subject.origins.at(argument, key), RULE, message)
    if argument.location not in ("query", "body"):
        return
    if style.lists == "indexed_last":
        yield from _numbered_once(subject, argument)
    if style.lists not in _ONE_BY_ONE:
        return
    outer, *inner = list(within(argument.type))
    nested = any(isinstance(part, ListType | TupleType | MapType | ObjectRef) for part in inner)
    if isinstance(outer, ListType) and nested:
        message = f"{quoted(argument.name)} holds more than single values, which "
        message += f"{quoted(style.lists)} cannot tell apart; write `lists: indexed` or `json`"
        yield Problem(subject.origins.at(argument, "style"), RULE, message)


def _lines(subject: Subject, operation: Operation, argument: Argument) -> Iterator[Problem]:
    at = subject.origins.at(argument, "style")
    if not (argument.whole_body and isinstance(argument.type, ListType)) or argument.takes_files:
        message = f"`lines` is of a list that is the whole body, which {quoted(argument.name)} is"
        yield Problem(at, RULE, f"{message} not; add `body: true`, or write `json`")
    elif operation.wrap:
        message = "lines of JSON have no key around them; add `wrap: null`"
        yield Problem(at, RULE, message)


def _numbered_once(subject: Subject, argument: Argument) -> Iterator[Problem]:
    """Of the numbers behind a key, the last one says which item it is, and no other can be told."""
    if not isinstance(argument.type, ListType):
        return
    for of in _parts(subject, argument.type.item, set()):
        if isinstance(of, ListType | TupleType):
            message = f"an item of {quoted(argument.name)} holds a list, and `indexed_last` has one"
            message += " number for both; write `lists: indexed` or `json`"
            yield Problem(subject.origins.at(argument, "style"), RULE, message)
            return


def _parts(subject: Subject, of: ValueType, seen: set[str]) -> Iterator[ValueType]:
    """A type and all that it is made of, fields of objects included."""
    for part in within(of):
        yield part
        if isinstance(part, ObjectRef) and part.object not in seen:
            seen.add(part.object)
            for field in subject.api.objects[part.object].fields:
                yield from _parts(subject, field.type, seen)
