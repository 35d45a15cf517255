"""What rules between arguments say in English, and where the rules of objects hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from apiscribe.model import (
    Api,
    AppliesWhen,
    Argument,
    ArgumentRule,
    Choices,
    Clause,
    CsvType,
    Exclusive,
    IgnoredWhen,
    ListType,
    MapType,
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
from apiscribe.views.rule_names import Members, members
from apiscribe.views.sentences import basis_notes, bounds, list_title, wire_text, with_notes
from apiscribe.views.text import listed


def rules_of(api: Api, owner: Operation | ObjectType) -> list[str]:
    """The rules between the arguments of an operation, or between the fields of an object."""
    return [argument_rule(api, members(owner), rule) for rule in owner.rules]


def rules_inside(api: Api, arguments: Iterable[Argument]) -> Iterator[tuple[str, list[str]]]:
    """The rules of the objects that arguments hold, each list with what it is about."""
    for each in arguments:
        yield from _inside(api, each.type, f"`{each.name}`", each.name, ())


def _inside(
    api: Api, of: ValueType, where: str, path: str, around: tuple[str, ...]
) -> Iterator[tuple[str, list[str]]]:
    match of:
        case ListType() | CsvType():
            yield from _inside(api, of.item, f"each of `{path}`", path, around)
        case MapType():
            yield from _inside(api, of.value, f"each value of `{path}`", path, around)
        case ObjectRef() if of.object not in around:
            declared = api.objects[of.object]
            if declared.rules:
                yield where, rules_of(api, declared)
            for field in declared.fields:
                inner = f"{path}.{field.wire_name}"
                yield from _inside(api, field.type, f"`{inner}`", inner, (*around, of.object))
        case _:
            pass


def argument_rule(api: Api, members: Members, rule: ArgumentRule) -> str:
    """What a rule between arguments says, as one sentence."""
    match rule:
        case OneOfRequired():
            said = f"One of {_names(rule.arguments, 'and')} is required"
        case RequiredWhen():
            said = f"`{rule.argument}` is required when {condition(members, rule.when)}"
        case IgnoredWhen():
            said = f"`{rule.argument}` has no effect when {condition(members, rule.when)}"
        case AppliesWhen():
            said = f"`{rule.argument}` has an effect only when {condition(members, rule.when)}"
        case MemberOfWhen():
            lists = listed(list_title(api, name) for name in rule.lists)
            said = f"`{rule.argument}` is an id of the list of {lists}{_when(members, rule.when)}"
        case RangeWhen():
            between = bounds(rule.minimum, rule.maximum).lower()
            said = f"`{rule.argument}` is {between}{_when(members, rule.when)}"
        case Exclusive():
            said = f"Only one of {_names(rule.arguments, 'and')} can be given"
        case Ordered():
            said = f"`{rule.last}` is not before `{rule.first}`"
        case _:
            assert_never(rule)
    severity = ["a warning"] if rule.severity == "warning" else []
    return with_notes(said, severity + basis_notes(rule.ground))


def condition(members: Members, clauses: tuple[Clause, ...]) -> str:
    return " and ".join(_clause(members, clause) for clause in clauses)


def _clause(members: Members, clause: Clause) -> str:
    match clause.test:
        case "given":
            return f"`{clause.argument}` is given"
        case "absent":
            return f"`{clause.argument}` is not given"
        case "something":
            return f"`{clause.argument}` is given and not null"
        case "nothing":
            return f"`{clause.argument}` is null or not given"
        case "in":
            return f"`{clause.argument}` is {listed(_meanings(members, clause))}"
        case "not_in":
            return f"`{clause.argument}` is not {listed(_meanings(members, clause))}"


def _meanings(members: Members, clause: Clause) -> list[str]:
    """The values of a clause, each with what it means where the type says so."""
    docs: dict[object, str | None] = {}
    known = members.get(clause.argument)
    for rule in known.rules if known else ():
        if isinstance(rule, Choices):
            docs = {choice.value: choice.doc for choice in rule.choices}
    shown = []
    for value in clause.values:
        doc = None if isinstance(value, bool) else docs.get(value)
        shown.append(f"{wire_text(value)} ({doc})" if doc else wire_text(value))
    return shown


def _when(members: Members, clauses: tuple[Clause, ...]) -> str:
    return f" when {condition(members, clauses)}" if clauses else ""


def _names(names: tuple[str, ...], last: str) -> str:
    return listed((f"`{name}`" for name in names), last)
