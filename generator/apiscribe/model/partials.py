"""Objects of which callers say which fields there are: beside each, one that may lack them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from apiscribe.model.api import Api
from apiscribe.model.objects import ObjectType
from apiscribe.model.operations import Operation
from apiscribe.model.values import (
    Field,
    ListType,
    MapType,
    ObjectRef,
    UnionMember,
    UnionType,
    ValueType,
)
from apiscribe.runtime.semantics.paths import keys_of

_PREFIX = "Partial"
_NOTE = "It may lack what was not asked for."


def with_partials(api: Api) -> Api:
    """The API with an object for each that may come in part, and operations that know theirs."""
    partials = _Partials(api)
    made = partials.objects()
    if not made:
        return api
    resources = tuple(
        replace(each, operations=tuple(map(partials.operation, each.operations)))
        for each in api.resources
    )
    return replace(api, resources=resources, objects={**api.objects, **made})


def partial_objects(api: Api) -> dict[str, ObjectType]:
    """Those objects by their names."""
    return _Partials(api).objects()


def objects_in(of: ValueType) -> Iterator[tuple[str, str | None]]:
    """The objects that a value is or holds as items, and by which of their fields it is told."""
    match of:
        case ObjectRef():
            yield of.object, None
        case ListType():
            yield from objects_in(of.item)
        case MapType():
            yield from objects_in(of.value)
        case UnionType():
            for member in of.members:
                yield from ((name, tag or of.by) for name, tag in objects_in(member.type))
        case _:
            return


class _Partials:
    def __init__(self, api: Api) -> None:
        self._api = api
        self._always: dict[str, frozenset[str]] = {}
        """Objects that may lack fields, and those that they never lack."""
        self._tags: dict[str, set[str]] = {}
        """By which of their fields unions tell them, which they have or are nobody's."""
        self._alone: set[str] = set()
        """What also stands where nothing has to tell it."""
        self._around: dict[str, set[str]] = {}
        """Objects that hold such ones, and under which keys."""
        for operation in api.operations:
            self._want(operation)

    def _want(self, operation: Operation) -> None:
        for argument in operation.selecting:
            selects = argument.selects
            assert selects is not None, "it says which fields there are"
            keys = [key for key in keys_of(selects.at) if key]
            for of in operation.returned:
                self._at(of, keys, frozenset(selects.always))

    def _at(self, of: ValueType, keys: list[str], always: frozenset[str]) -> None:
        for name, tag in objects_in(of):
            declared = self._api.objects[name]
            body = declared.body_field
            key = keys[0] if body is None and keys else None
            field = body or next((f for f in declared.fields if f.wire_name == key), None)
            if field is not None:
                self._around.setdefault(name, set()).add(field.wire_name)
                self._at(field.type, keys if body else keys[1:], always)
            elif not keys:
                self._lacking(name, tag, always)

    def _lacking(self, name: str, tag: str | None, always: frozenset[str]) -> None:
        if tag is not None:
            self._tags.setdefault(name, set()).add(tag)
        else:
            self._alone.add(name)
        known = self._always.get(name)
        self._always[name] = always if known is None else known & always
        if known is None:
            for field in self._api.objects[name].fields:
                for inner, told_by in objects_in(field.type):
                    self._lacking(inner, told_by, frozenset())

    def objects(self) -> dict[str, ObjectType]:
        made = (self._object(name) for name in {**self._always, **self._around})
        return {each.name: each for each in made}

    def _object(self, name: str) -> ObjectType:
        declared = self._api.objects[name]
        return replace(
            declared,
            name=f"{_PREFIX}{name}",
            part_of=name,
            doc=f"{declared.doc} {_NOTE}",
            fields=tuple(self._field(name, each) for each in declared.fields),
            rules=(),
            shorthand=None,
            used_in=frozenset(("response",)),
        )

    def _field(self, owner: str, field: Field) -> Field:
        if field.header:
            return field
        if owner in self._always:
            tags = set() if owner in self._alone else self._tags.get(owner, set())
            kept = self._always[owner] | tags
            required = field.required and field.wire_name in kept
            return replace(field, type=self.part(field.type), required=required)
        if field.wire_name in self._around[owner]:
            return replace(field, type=self.part(field.type))
        return field

    def part(self, of: ValueType) -> ValueType:
        """A type whose objects may lack fields."""
        match of:
            case ObjectRef() if of.object in self._always or of.object in self._around:
                return replace(of, object=f"{_PREFIX}{of.object}")
            case ListType():
                return replace(of, item=self.part(of.item))
            case MapType():
                return replace(of, value=self.part(of.value))
            case UnionType():
                title = of.title and f"{_PREFIX.lower()}_{of.title}"
                members = (UnionMember(type=self.part(m.type), tags=m.tags) for m in of.members)
                return replace(of, members=tuple(members), title=title)
            case _:
                return of

    def operation(self, operation: Operation) -> Operation:
        if not operation.selecting:
            return operation
        statuses = {
            status: None if of is None else self.part(of)
            for status, of in operation.statuses.items()
        }
        returns = operation.returns
        part = None if returns is None else self.part(returns)
        return replace(operation, part=part, part_statuses=statuses)
