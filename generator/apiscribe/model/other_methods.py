"""An operation that a service takes with several methods: what it is with each of the others."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from apiscribe.model.arguments import Location
from apiscribe.model.operations import Encoding, Operation
from apiscribe.model.rules import named_in
from apiscribe.model.values import FileType, ListType, MapType, UnionType, ValueType
from apiscribe.runtime.semantics.methods import BODILESS


def of(operation: Operation) -> Iterator[Operation]:
    """The same operation with each of its other methods."""
    for method in operation.other_methods:
        other = replace(operation, method=method)
        if method == "GET" and operation.encoding != "query":
            yield _moved(_without_files(other), "query", "body", "query")
        elif operation.encoding == "query" and method not in BODILESS:
            yield _moved(other, "form", "query", "body")
        else:
            yield other


def _without_files(operation: Operation) -> Operation:
    """The operation without what only a body can have."""
    files = {each.name for each in operation.arguments if each.is_file}
    return replace(
        operation,
        json_part=None,
        arguments=tuple(
            replace(each, type=_no_file(each.type))
            for each in operation.arguments
            if each.name not in files
        ),
        rules=tuple(rule for rule in operation.rules if files.isdisjoint(named_in(rule))),
    )


def _no_file(of: ValueType) -> ValueType:
    """A type of whose members none is a file."""
    match of:
        case UnionType():
            members = tuple(each for each in of.members if not isinstance(each.type, FileType))
            return replace(of, members=members) if len(members) > 1 else members[0].type
        case ListType():
            return replace(of, item=_no_file(of.item))
        case MapType():
            return replace(of, value=_no_file(of.value))
        case _:
            return of


def _moved(operation: Operation, encoding: Encoding, away: Location, to: Location) -> Operation:
    """The operation with what stands in one place in another."""
    return replace(
        operation,
        encoding=encoding,
        also=(),
        arguments=tuple(
            replace(each, location=to) if each.location == away else each
            for each in operation.arguments
        ),
        constants=tuple(
            replace(each, location=to) if each.location == away else each
            for each in operation.constants
        ),
    )
