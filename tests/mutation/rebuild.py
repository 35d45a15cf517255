"""A model with some of its parts exchanged, cut down to one operation."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from apiscribe.model import (
    Api,
    Argument,
    CsvType,
    Field,
    ListType,
    MapType,
    MemberOf,
    MemberOfWhen,
    ObjectRef,
    ObjectType,
    Operation,
    ValueType,
)

Exchange = Mapping[int, object]
"""Identity of a part -> what takes its place, or None where nothing does."""

PACKAGE = "mutant"


def within(of: ValueType) -> Iterator[ValueType]:
    """A type and those that it is made of; not those of an object's fields."""
    yield of
    match of:
        case CsvType() | ListType():
            yield from within(of.item)
        case MapType():
            yield from within(of.value)
        case _:
            pass


def objects_of(api: Api, of: ValueType, known: dict[str, None]) -> dict[str, None]:
    """The objects that a type refers to, and those that these refer to."""
    for each in within(of):
        if isinstance(each, ObjectRef) and each.object not in known:
            known[each.object] = None
            for field in api.objects[each.object].fields:
                objects_of(api, field.type, known)
    return known


def cut(api: Api, operation: Operation) -> Api:
    """The API as if it had this one operation."""
    known: dict[str, None] = {}
    for argument in operation.arguments:
        objects_of(api, argument.type, known)
    resource = next(each for each in api.resources if each.name == operation.resource)
    return replace(
        api,
        package=PACKAGE,
        resources=(replace(resource, operations=(operation,)),),
        objects={name: each for name, each in api.objects.items() if name in known},
    )


def rebuilt(api: Api, exchange: Exchange) -> Api:
    """The API with parts exchanged, wherever they stand."""
    objects = {
        name: replace(
            each,
            fields=_all(each.fields, exchange),
            rules=_kept(each.rules, exchange),
            shorthand=None if id(each) in exchange else each.shorthand,
        )
        for name, each in api.objects.items()
    }
    resources = tuple(
        replace(
            resource,
            operations=tuple(
                replace(
                    each,
                    arguments=_all(each.arguments, exchange),
                    rules=_kept(each.rules, exchange),
                )
                for each in resource.operations
            ),
        )
        for resource in api.resources
    )
    common = tuple(
        replace(each, argument=_all((each.argument,), exchange)[0])
        for each in _kept(api.common, exchange)
    )
    lists = {name: exchange.get(id(each), each) for name, each in api.lists.items()}
    return replace(api, objects=objects, resources=resources, common=common, lists=lists)


def _all(parts: tuple[Any, ...], exchange: Exchange) -> tuple[Any, ...]:
    """Arguments or fields, with their types."""
    return tuple(replace(each, type=_type(each.type, exchange)) for each in _kept(parts, exchange))


def _kept(parts: tuple[Any, ...], exchange: Exchange) -> tuple[Any, ...]:
    exchanged = (exchange.get(id(each), each) for each in parts)
    return tuple(each for each in exchanged if each is not None)


def _type(of: Any, exchange: Exchange) -> Any:
    if id(of) in exchange:
        return exchange[id(of)]
    match of:
        case CsvType() | ListType():
            of = replace(of, item=_type(of.item, exchange))
        case MapType():
            of = replace(of, value=_type(of.value, exchange))
        case _:
            pass
    rules = _kept(of.rules, exchange)
    return of if rules == of.rules else replace(of, rules=rules)


def lists_of(part: Any) -> tuple[str, ...]:
    """The lists that a rule names."""
    match part:
        case MemberOf():
            return (part.list,)
        case MemberOfWhen():
            return part.lists
        case _:
            return ()


def parts(api: Api) -> Iterator[Any]:
    """All rules of an API, those of its types included."""
    owners: list[Operation | ObjectType] = [*api.operations, *api.objects.values()]
    members: list[Argument | Field] = [a for o in api.operations for a in o.arguments]
    members += [f for o in api.objects.values() for f in o.fields]
    for owner in owners:
        yield from owner.rules
    for member in members:
        for each in within(member.type):
            yield from each.rules
