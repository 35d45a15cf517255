"""What the checks look at: a model, and where each part of it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from apiscribe.model import (
    AnyType,
    Api,
    Argument,
    ArgumentRule,
    CsvType,
    Field,
    ListType,
    MapType,
    ObjectRef,
    ObjectType,
    Operation,
    TupleType,
    UnionType,
    UnknownType,
    ValueRule,
    ValueType,
)
from apiscribe.model.stored import Traced, traced
from apiscribe.resolve import Origins, Resolved
from apiscribe.runtime.semantics.paths import keys_of, path_of


class Subject:
    def __init__(self, resolved: Resolved) -> None:
        self.api: Api = resolved.api
        self.origins: Origins = resolved.origins
        self.resolved = resolved

    @property
    def knows_api(self) -> bool:
        """Whether `api.yaml` says what it means to; if not, parts of it are made up."""
        return ("api",) not in self.resolved.documents.dropped

    @property
    def knows_errors(self) -> bool:
        """Whether all errors are there; if not, one that seems to be missing may be one."""
        return not any(place[:1] == ("errors",) for place in self.resolved.documents.dropped)

    def is_complete(self, owner: Operation | ObjectType) -> bool:
        """Whether all arguments or fields are known; if not, none is missing."""
        name = owner.id if isinstance(owner, Operation) else owner.name
        return name not in self.resolved.incomplete

    @property
    def knows_operations(self) -> bool:
        """Whether all operations are there; if not, what seems to be missing may be one."""
        return self.resolved.documents.all_operations

    @property
    def knows_uses(self) -> bool:
        """Whether it is known what requests and responses hold."""
        return self.knows_operations and not any(
            isinstance(type_, UnknownType) for type_ in self.types
        )

    @cached_property
    def traced(self) -> Traced | None:
        """What steps put where; None where no state is described."""
        state = self.api.state
        return None if state is None else traced(self.api, state, populated=True)

    def known_arguments(self, operation: Operation) -> list[Argument]:
        """Those of a type that is known; of the others, no more is to be said."""
        return [each for each in operation.arguments if not isinstance(each.type, UnknownType)]

    def arguments(self) -> Iterator[Argument]:
        """Those of all operations, and those that all of them take."""
        for common in self.api.common:
            yield common.argument
        for operation in self.api.operations:
            yield from operation.arguments

    def fields(self) -> Iterator[Field]:
        for object_type in self.api.objects.values():
            yield from object_type.fields

    def owners(self) -> Iterator[Argument | Field]:
        """All that have a type and perhaps a default."""
        yield from self.arguments()
        yield from self.fields()

    @cached_property
    def types(self) -> tuple[ValueType, ...]:
        """Every type that is written anywhere, those inside of others included."""
        outer: list[ValueType] = [*self.api.values.values()]
        outer += [owner.type for owner in self.owners()]
        outer += [of for o in self.api.operations for of in o.answered]
        # A named type is one object wherever it is used.
        return tuple({id(inner): inner for of in outer for inner in within(of)}.values())

    def value_rules(self) -> Iterator[tuple[ValueType, ValueRule]]:
        for type_ in self.types:
            for rule in type_.rules:
                yield type_, rule

    def argument_rules(self) -> Iterator[tuple[MemberTypes, ArgumentRule]]:
        """All rules between arguments or fields, with what their names can mean."""
        for operation in self.api.operations:
            scope = MemberTypes(self.api, operation.arguments)
            for rule in operation.rules:
                yield scope, rule
        for object_type in self.api.objects.values():
            scope = MemberTypes(self.api, object_type.fields)
            for rule in object_type.rules:
                yield scope, rule


class MemberTypes:
    """Finds the type of a name that a rule uses."""

    def __init__(self, api: Api, members: Iterable[Argument | Field]) -> None:
        self._api = api
        known = {_wire_name(member): member for member in members}
        self._types = {name: member.type for name, member in known.items()}
        self.required = frozenset(
            name for name, member in known.items() if _is_always_there(member)
        )

    def type(self, name: str) -> ValueType:
        if name in self._types:
            return self._types[name]
        first, *rest = keys_of(name)
        found = self._types[first]
        for step in rest:
            fields = self._api.objects[found.object].fields  # type: ignore[union-attr]  # it was bound
            found = next(field.type for field in fields if field.wire_name == step)
        return found


def within(type_: ValueType) -> Iterator[ValueType]:
    """A type and those of its items."""
    yield type_
    if isinstance(type_, (ListType, CsvType)):
        yield from within(type_.item)
    elif isinstance(type_, MapType):
        yield from within(type_.value)
        yield from () if type_.key is None else within(type_.key)
    elif isinstance(type_, TupleType):
        for part in type_.parts:
            yield from within(part)
    elif isinstance(type_, UnionType):
        for member in type_.members:
            yield from within(member.type)


def type_at(subject: Subject, type_: ValueType, path: str) -> ValueType | None:
    """The type of what stands at a dotted path; None if nothing does.

    Of a union, where something stands there whatever it is.
    """
    found: ValueType = type_
    keys = list(filter(None, keys_of(path)))
    for place, key in enumerate(keys):
        if isinstance(found, AnyType):
            return found
        if isinstance(found, UnionType):
            rest = path_of(tuple(keys[place:]))
            told = [type_at(subject, each.type, rest) for each in found.members]
            return None if None in told else told[0]
        if not isinstance(found, ObjectRef):
            return None
        declared = subject.api.objects[found.object]
        fields = {each.wire_name: each.type for each in declared.body_fields}
        if key not in fields:
            return None
        found = fields[key]
    return found


def _is_always_there(member: Argument | Field) -> bool:
    return member.required and not (isinstance(member, Argument) and member.conditional)


def _wire_name(member: Argument | Field) -> str:
    return member.wire_name if isinstance(member, Field) else member.name
