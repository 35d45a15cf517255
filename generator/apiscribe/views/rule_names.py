"""What the names in a rule between arguments mean, for every back end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import assert_never

from msgspec.structs import replace

from apiscribe import naming
from apiscribe.model import (
    Api,
    AppliesWhen,
    Argument,
    ArgumentRule,
    Deprecation,
    Exclusive,
    Field,
    IgnoredWhen,
    MemberOfWhen,
    ObjectRef,
    ObjectType,
    OneOfRequired,
    Operation,
    Ordered,
    RangeWhen,
    RequiredWhen,
    ValueType,
)
from apiscribe.runtime.semantics.paths import head_of, keys_of, path_of

Members = Mapping[str, ValueType]
"""The arguments or fields that a rule is about, and their types."""


def members(owner: Operation | ObjectType) -> Members:
    if isinstance(owner, Operation):
        return {each.name: each.type for each in owner.arguments}
    return {each.wire_name: each.type for each in owner.fields}


def as_sent(operation: Operation) -> Operation:
    """The operation with its arguments called as they are sent, in its rules too.

    Two in different places may be sent under one name; then the one outside the body keeps its own.
    """
    counts = Counter(each.wire_name for each in operation.arguments)
    names = {
        each.name: each.wire_name
        for each in operation.arguments
        if each.prefix is None and (each.location == "body" or counts[each.wire_name] == 1)
    }
    return _with_names(operation, names)


def advised_as_sent(operation: Operation) -> Operation:
    """The operation of which advice alone names arguments as they are sent."""
    sent = as_sent(operation).arguments
    pairs = zip(operation.arguments, sent, strict=True)
    return replace(
        operation,
        arguments=tuple(replace(each, deprecated=other.deprecated) for each, other in pairs),
    )


def as_called(operation: Operation) -> Operation:
    """The operation with its arguments called as the parameters of its method."""
    return _with_names(operation, {a.name: naming.argument(a.name) for a in operation.arguments})


def as_attributes(declared: ObjectType) -> ObjectType:
    """The object with its fields called, in its rules too, as the attributes of its model."""
    names = {each.wire_name: naming.field(each.name) for each in declared.fields}
    attributes = {each.name: naming.field(each.name) for each in declared.fields}
    fields = (
        replace(each, wire_name=attributes[each.name], deprecated=_advice(each, attributes))
        for each in declared.fields
    )
    rules = (_renamed(rule, names) for rule in declared.rules)
    return replace(declared, fields=tuple(fields), rules=tuple(rules))


def with_keys(declared: ObjectType) -> ObjectType:
    """The object of which advice, as rules do, names fields by their keys in the JSON."""
    keys = {each.name: each.wire_name for each in declared.fields}
    fields = (replace(each, deprecated=_advice(each, keys)) for each in declared.fields)
    return replace(declared, fields=tuple(fields))


def _with_names(operation: Operation, names: Mapping[str, str]) -> Operation:
    return replace(
        operation,
        arguments=tuple(_called(each, names) for each in operation.arguments),
        rules=tuple(_renamed(rule, names) for rule in operation.rules),
        limits=tuple(
            replace(each, argument=names.get(each.argument, each.argument))
            for each in operation.limits
        ),
    )


def _called(argument: Argument, names: Mapping[str, str]) -> Argument:
    name = names.get(argument.name, argument.name)
    return replace(argument, name=name, deprecated=_advice(argument, names))


def _advice(of: Argument | Field, names: Mapping[str, str]) -> Deprecation | None:
    """What the page advises in its place, by another name."""
    advice = of.deprecated
    if advice is None or advice.use is None:
        return advice
    return replace(advice, use=names.get(advice.use, advice.use))


def _renamed(rule: ArgumentRule, names: Mapping[str, str]) -> ArgumentRule:
    def new(name: str) -> str:
        if name in names:
            return names[name]
        first, rest = head_of(name)
        return f"{path_of((names.get(first, first),))}.{rest}" if rest else name

    match rule:
        case OneOfRequired() | Exclusive():
            return replace(rule, arguments=tuple(map(new, rule.arguments)))
        case Ordered():
            return replace(rule, first=new(rule.first), last=new(rule.last))
        case RequiredWhen() | IgnoredWhen() | AppliesWhen() | MemberOfWhen() | RangeWhen():
            when = tuple(replace(each, argument=new(each.argument)) for each in rule.when)
            return replace(rule, argument=new(rule.argument), when=when)
        case _:
            assert_never(rule)


def named(rule: ArgumentRule) -> tuple[str, ...]:
    """The names that a rule looks at."""
    match rule:
        case OneOfRequired() | Exclusive():
            return rule.arguments
        case Ordered():
            return (rule.first, rule.last)
        case RequiredWhen() | IgnoredWhen() | AppliesWhen() | MemberOfWhen() | RangeWhen():
            return (rule.argument, *(clause.argument for clause in rule.when))
        case _:
            assert_never(rule)


def path(known: Members, name: str) -> tuple[str, ...]:
    """The keys that lead to what is meant: one, unless a dotted name reaches into an object."""
    return (name,) if name in known else tuple(keys_of(name))


def is_short(api: Api, known: Members, keys: tuple[str, ...]) -> bool:
    """Whether a scalar in place of the last object stands for the field that is meant."""
    if len(keys) == 1:
        return False
    around = type_at(api, known, keys[:-1])
    if not isinstance(around, ObjectRef):
        return False
    declared = api.objects[around.object]
    return _field(declared, keys[-1]).name == declared.shorthand


def type_at(api: Api, known: Members, keys: tuple[str, ...]) -> ValueType | None:
    """The type of what is meant; None inside of what may be anything."""
    found = known.get(keys[0])
    for step in keys[1:]:
        if not isinstance(found, ObjectRef):
            return None
        found = _field(api.objects[found.object], step).type
    return found


def _field(declared: ObjectType, wire_name: str) -> Field:
    return next(field for field in declared.fields if field.wire_name == wire_name)
