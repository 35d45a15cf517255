"""Rules between arguments as JSON Schema, as far as that can say them.

A warning is no constraint: the API takes such arguments. JSON Schema cannot compare two dates, and
a schema of the body knows nothing of the address. Of those rules there is the sentence alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations
from typing import Any, assert_never

from msgspec import Struct

from apiscribe.model import (
    Api,
    AppliesWhen,
    ArgumentRule,
    Clause,
    Exclusive,
    Ground,
    IgnoredWhen,
    MemberOfWhen,
    ObjectType,
    OneOfRequired,
    Operation,
    Ordered,
    RangeWhen,
    RequiredWhen,
    TextType,
)
from apiscribe.views import rule_names, rule_sentences
from apiscribe.views.openapi import scalar_schemas
from apiscribe.views.rule_names import Members

Schema = dict[str, Any]

_SOMETHING: Schema = {"not": {"type": "null"}}


def rules(
    api: Api, owner: Operation | ObjectType, properties: Collection[str]
) -> tuple[list[Schema], list[Schema]]:
    """What an instance with these properties has to match, and the rules that no schema says."""
    scope = _Scope(api, rule_names.members(owner))
    constraints: list[Schema] = []
    others: list[Schema] = []
    for rule in owner.rules:
        said: Schema = {"description": rule_sentences.argument_rule(api, scope.members, rule)}
        said |= rests_on(rule.ground)
        heads = {rule_names.path(scope.members, name)[0] for name in rule_names.named(rule)}
        is_sayable = rule.severity == "error" and heads <= set(properties)
        found = _constraint(scope, rule) if is_sayable else None
        if found is not None:
            constraints.append({**said, **found})
        else:
            others.append({**said, "severity": rule.severity})
    return constraints, others


def rests_on(ground: Ground) -> Schema:
    """What a rule rests on: nothing is said of a rule that is simply the page's."""
    found = {} if ground.basis == "documented" else {"x-basis": ground.basis}
    return found if ground.erratum is None else {**found, "x-erratum": ground.erratum}


class _Scope(Struct, frozen=True):
    api: Api
    members: Members

    def values(self, clause: Clause) -> Schema:
        """That a value is one of those that a clause names."""
        path = rule_names.path(self.members, clause.argument)
        of = rule_names.type_at(self.api, self.members, path)
        return {"enum": [scalar_schemas.written(of, value) for value in clause.values]}

    def given(self, name: str, value: Schema | None = None) -> Schema:
        """That a name is given; with `value`, that it is given and matches."""
        path = rule_names.path(self.members, name)
        return _given(path, value, short=rule_names.is_short(self.api, self.members, path))

    def wherever(self, name: str, value: Schema) -> Schema:
        """That a name matches, if it is given."""
        path = rule_names.path(self.members, name)
        return _wherever(path, value, short=rule_names.is_short(self.api, self.members, path))


def _given(path: tuple[str, ...], value: Schema | None, *, short: bool) -> Schema:
    first, *rest = path
    found: Schema = {"required": [first]}
    inner = value
    if rest:
        inner = {"type": "object", **_given(tuple(rest), value, short=short)}
        if short and len(rest) == 1:
            inner = {"if": {"type": "object"}, "then": inner, "else": value or {}}
    return found if inner is None else {**found, "properties": {first: inner}}


def _wherever(path: tuple[str, ...], value: Schema, *, short: bool) -> Schema:
    first, *rest = path
    if rest:
        inner = _wherever(tuple(rest), value, short=short)
        if short and len(rest) == 1:
            inner = {"if": {"type": "object"}, "then": inner, "else": value}
        value = inner
    return {"properties": {first: value}}


def _constraint(scope: _Scope, rule: ArgumentRule) -> Schema | None:
    match rule:
        case OneOfRequired():
            return {"anyOf": [scope.given(name) for name in rule.arguments]}
        case Exclusive():
            pairs = combinations(rule.arguments, 2)
            return {"not": _any([_all(map(scope.given, pair)) for pair in pairs])}
        case RequiredWhen():
            return _if(scope, rule.when, scope.given(rule.argument))
        case IgnoredWhen():
            return _if(scope, rule.when, {"not": scope.given(rule.argument)})
        case AppliesWhen():
            possible = _all(_may_hold(scope, clause) for clause in rule.when)
            return {"if": scope.given(rule.argument), "then": possible}
        case MemberOfWhen():
            return _if(scope, rule.when, scope.wherever(rule.argument, _listed(scope, rule)))
        case RangeWhen():
            bounds = {"minimum": rule.minimum, "maximum": rule.maximum}
            stated = {key: bound for key, bound in bounds.items() if bound is not None}
            return _if(scope, rule.when, scope.wherever(rule.argument, stated))
        case Ordered():
            return None
        case _:
            assert_never(rule)


def _listed(scope: _Scope, rule: MemberOfWhen) -> Schema:
    ids = [key for name in rule.lists for key in scope.api.lists[name].values]
    listed = {"enum": list(dict.fromkeys(ids))}
    path = rule_names.path(scope.members, rule.argument)
    of = rule_names.type_at(scope.api, scope.members, path)
    if isinstance(of, TextType) and not of.nullable:
        return listed
    return {"if": {"type": "string"}, "then": listed}


def _if(scope: _Scope, when: tuple[Clause, ...], then: Schema) -> Schema:
    # Always under an `if`, which makers of clients pass over: they would take what stands
    # beside it for one more declaration of the same properties.
    return {"if": _all(_holds(scope, clause) for clause in when) if when else {}, "then": then}


def _holds(scope: _Scope, clause: Clause) -> Schema:
    match clause.test:
        case "given":
            return scope.given(clause.argument)
        case "absent":
            return {"not": scope.given(clause.argument)}
        case "something":
            return scope.given(clause.argument, _SOMETHING)
        case "nothing":
            return {"not": scope.given(clause.argument, _SOMETHING)}
        case "in":
            return scope.given(clause.argument, scope.values(clause))
        case "not_in":
            return {"not": scope.given(clause.argument, scope.values(clause))}


def _may_hold(scope: _Scope, clause: Clause) -> Schema:
    """That a clause holds, or is about an absent argument, which settles nothing."""
    if clause.test == "in":
        return scope.wherever(clause.argument, scope.values(clause))
    return _holds(scope, clause)


def _all(schemas: Iterable[Schema]) -> Schema:
    every = list(schemas)
    return every[0] if len(every) == 1 else {"allOf": every}


def _any(schemas: list[Schema]) -> Schema:
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
