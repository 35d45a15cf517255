"""Every type of an API, those inside of others included."""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.model import (
    Api,
    CsvType,
    ListType,
    MapType,
    ObjectRef,
    Operation,
    TupleType,
    UnionType,
    ValueType,
)


def every(api: Api) -> Iterator[ValueType]:
    stated = [*api.values.values()]
    for operation in api.operations:
        stated += [argument.type for argument in operation.arguments]
        stated += (*operation.answered, *operation.in_part.returned)
    for declared in api.objects.values():
        stated += [field.type for field in declared.fields]
    for of in stated:
        yield from within(of)


def modelled(api: Api) -> Iterator[tuple[ValueType, bool]]:
    """Those that models and what operations return have, each with whether it is sensitive."""
    for operation in api.operations:
        for returned in (*operation.answered, *operation.in_part.returned):
            yield from ((each, False) for each in within(returned))
    for declared in api.objects.values():
        for field in declared.fields if declared.used_in else ():
            yield from ((each, field.sensitive) for each in within(field.type))


def within(of: ValueType) -> Iterator[ValueType]:
    """A type and those of its parts."""
    yield of
    match of:
        case UnionType():
            for member in of.members:
                yield from within(member.type)
        case ListType() | CsvType():
            yield from within(of.item)
        case TupleType():
            for part in of.parts:
                yield from within(part)
        case MapType():
            yield from within(of.value)
        case _:
            return


def hidden_keys(api: Api, operation: Operation) -> Iterator[str]:
    """Keys of objects in its requests whose values are sensitive."""
    waiting = [argument.type for argument in operation.arguments]
    reached: set[str] = set()
    while waiting:
        for part in within(waiting.pop()):
            if isinstance(part, ObjectRef) and part.object not in reached:
                reached.add(part.object)
                for field in api.objects[part.object].fields:
                    waiting.append(field.type)
                    if field.sensitive and not field.readonly:
                        yield field.wire_name
