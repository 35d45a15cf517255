"""Checks of rules between arguments: a condition that breaks the rule, and what it says."""

from __future__ import annotations

from typing import assert_never

from generator import naming
from generator.model import (
    Api,
    AppliesWhen,
    ArgumentRule,
    Clause,
    Exclusive,
    IgnoredWhen,
    MemberOfWhen,
    OneOfRequired,
    Ordered,
    RangeWhen,
    RequiredWhen,
)
from generator.views import sentences
from generator.views.sentences import Members
from generator.views.text import literal
from generator.views.value_checks import Test


def tests(api: Api, members: Members, rule: ArgumentRule) -> list[Test]:
    """What breaks `rule`, which is about some of `members`."""
    how = _how(rule)
    match rule:
        case OneOfRequired():
            absent = " and ".join(_absent(name) for name in rule.arguments)
            return [Test(absent, f"reports.none_given({literal(rule.arguments)}, found{how})")]
        case RequiredWhen():
            because = literal(sentences.condition(members, rule.when))
            broken = f"{_holds(rule.when)} and {_absent(rule.argument)}"
            report = f"reports.missing({literal(rule.argument)}, found, {because}{how})"
            return [Test(broken, report)]
        case IgnoredWhen():
            because = literal(sentences.condition(members, rule.when))
            broken = f"{_given(rule.argument)} and {_holds(rule.when)}"
            report = f"reports.ignored({literal(rule.argument)}, found, {because}{how})"
            return [Test(broken, report)]
        case AppliesWhen():
            unless = literal(sentences.condition(members, rule.when))
            fails = " or ".join(_fails(clause) for clause in rule.when)
            fails = f"({fails})" if len(rule.when) > 1 else fails
            report = f"reports.not_applicable({literal(rule.argument)}, found, {unless}{how})"
            return [Test(f"{_given(rule.argument)} and {fails}", report)]
        case MemberOfWhen():
            return [_member(api, members, rule, how)]
        case RangeWhen():
            return _range(members, rule, how)
        case Exclusive():
            return _exclusive(rule, how)
        case Ordered():
            broken = f"checks.is_later({_value(rule.first)}, {_value(rule.last)})"
            names = f"{literal(rule.first)}, {literal(rule.last)}"
            return [Test(broken, f"reports.out_of_order({names}, found{how})")]
        case _:
            assert_never(rule)


def _how(rule: ArgumentRule) -> str:
    severity = "" if rule.severity == "error" else f", severity={literal(rule.severity)}"
    return severity + (f", source={literal(rule.section)}" if rule.section else "")


def _member(api: Api, members: Members, rule: MemberOfWhen, how: str) -> Test:
    value = _value(rule.argument)
    absent = " and ".join(f"{value} not in lists.{naming.constant(name)}" for name in rule.lists)
    broken = f"isinstance({value}, str) and {absent}"
    if rule.when:
        broken = f"{_holds(rule.when)} and {broken}"
    tables = ", ".join(
        f"{literal(sentences.list_title(api, name))}: lists.{naming.constant(name)}"
        for name in rule.lists
    )
    because = literal(sentences.condition(members, rule.when))
    report = f"reports.not_listed({value}, {literal(rule.argument)}, found, {{{tables}}}, {because}{how})"
    return Test(broken, report)


def _range(members: Members, rule: RangeWhen, how: str) -> list[Test]:
    value, name = _value(rule.argument), literal(rule.argument)
    because = literal(sentences.condition(members, rule.when))
    found = []
    if rule.minimum is not None:
        broken = f"{_holds(rule.when)} and checks.is_under({value}, {rule.minimum})"
        report = f"reports.too_small({value}, {name}, found, {rule.minimum}, {because}{how})"
        found.append(Test(broken, report))
    if rule.maximum is not None:
        broken = f"{_holds(rule.when)} and checks.is_over({value}, {rule.maximum})"
        report = f"reports.too_large({value}, {name}, found, {rule.maximum}, {because}{how})"
        found.append(Test(broken, report))
    return found


def _exclusive(rule: Exclusive, how: str) -> list[Test]:
    report = f"reports.several_given({literal(rule.arguments)}, found{how})"
    if len(rule.arguments) == 2:
        return [Test(" and ".join(_given(name) for name in rule.arguments), report)]
    counted = ", ".join(_given(name) for name in rule.arguments)
    return [Test(f"sum(({counted})) > 1", report)]


def _holds(clauses: tuple[Clause, ...]) -> str:
    return " and ".join(_clause(clause) for clause in clauses)


def _clause(clause: Clause) -> str:
    match clause.test:
        case "given":
            return _given(clause.argument)
        case "absent":
            return _absent(clause.argument)
        case "in":
            return _among(_value(clause.argument), clause.values)
        case "not_in":
            return _not_among(_value(clause.argument), clause.values)


def _fails(clause: Clause) -> str:
    """That a clause is known not to hold: an absent argument settles nothing."""
    match clause.test:
        case "given":
            return _absent(clause.argument)
        case "absent":
            return _given(clause.argument)
        case "in":
            return _not_among(_value(clause.argument, clause.values[0]), clause.values)
        case "not_in":
            return _among(_value(clause.argument), clause.values)


def _among(value: str, values: tuple[str | int | bool, ...]) -> str:
    if len(values) > 1:
        return f"{value} in {literal(values)}"
    return f"{value} {'is' if isinstance(values[0], bool) else '=='} {literal(values[0])}"


def _not_among(value: str, values: tuple[str | int | bool, ...]) -> str:
    if len(values) > 1:
        return f"{value} not in {literal(values)}"
    return f"{value} {'is not' if isinstance(values[0], bool) else '!='} {literal(values[0])}"


def _value(name: str, default: object = None) -> str:
    if "." in name:
        return f"checks.reach(given, {literal(tuple(name.split('.')))})"
    fallback = "" if default is None else f", {literal(default)}"
    return f"given.get({literal(name)}{fallback})"


def _given(name: str) -> str:
    if "." in name:
        return f"{_value(name)} is not UNSET"
    return f"{literal(name)} in given"


def _absent(name: str) -> str:
    if "." in name:
        return f"{_value(name)} is UNSET"
    return f"{literal(name)} not in given"
