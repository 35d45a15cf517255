"""`rule`: rules are about arguments of a type that they can be about.

{rule: ordered, first: from, last: to}                     # two dates or two numbers
{rule: range_when, argument: topic, ...}                   # refused: not a whole number
{rule: exclusive, arguments: [email, email]}               # refused: the same twice
{rule: required_when, argument: id, when: {id: ...}}       # refused: its own condition
{rule: exclusive, arguments: [id, email]}                  # refused if both are required
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import MemberTypes, Subject
from apiscribe.model import (
    AnyType,
    AppliesWhen,
    ArgumentRule,
    DateType,
    Exclusive,
    IgnoredWhen,
    IntegerType,
    MemberOfWhen,
    NumberType,
    OneOfRequired,
    Ordered,
    RangeWhen,
    RequiredWhen,
    TextType,
    ValueType,
)
from apiscribe.problems import Problem, enumerated, quoted

RULE = "rule"


def check(subject: Subject) -> Iterator[Problem]:
    for scope, rule in subject.argument_rules():
        match rule:
            case OneOfRequired() | Exclusive():
                yield from _twice(subject, rule)
                if isinstance(rule, Exclusive):
                    yield from _always_broken(subject, scope, rule)
            case Ordered():
                yield from _unordered(subject, scope, rule)
            case RangeWhen() if not _is(scope.type(rule.argument), IntegerType):
                yield _unsuitable(subject, rule, "a whole number")
            case MemberOfWhen() if not _is(scope.type(rule.argument), TextType):
                yield _unsuitable(subject, rule, "text")
            case RequiredWhen() | IgnoredWhen() | AppliesWhen():
                yield from _circular(subject, rule)


def _is(type_: ValueType, *kinds: type) -> bool:
    return isinstance(type_, (AnyType, *kinds))


def _unsuitable(subject: Subject, rule: RangeWhen | MemberOfWhen, kind: str) -> Problem:
    message = f"{quoted(rule.argument)} is not {kind}"
    return Problem(subject.origins.at(rule, "argument"), RULE, message)


def _twice(subject: Subject, rule: OneOfRequired | Exclusive) -> Iterator[Problem]:
    for index, name in enumerate(rule.arguments):
        if name in rule.arguments[:index]:
            message = f"{quoted(name)} is named twice"
            yield Problem(subject.origins.at(rule, "arguments", index), RULE, message)


def _always_broken(subject: Subject, scope: MemberTypes, rule: Exclusive) -> Iterator[Problem]:
    always = [name for name in dict.fromkeys(rule.arguments) if name in scope.required]
    if len(always) > 1:
        message = f"{enumerated(always, 'and')} are required, so that the rule is always broken"
        yield Problem(subject.origins.at(rule, "arguments"), RULE, message)


def _unordered(subject: Subject, scope: MemberTypes, rule: Ordered) -> Iterator[Problem]:
    first, last = scope.type(rule.first), scope.type(rule.last)
    dates = _is(first, DateType) and _is(last, DateType)
    numbers = _is(first, IntegerType, NumberType) and _is(last, IntegerType, NumberType)
    if not (dates or numbers):
        message = f"{quoted(rule.first)} and {quoted(rule.last)} are neither dates nor numbers"
        yield Problem(subject.origins.at(rule), RULE, message)
    elif rule.first == rule.last:
        message = f"{quoted(rule.first)} is named twice"
        yield Problem(subject.origins.at(rule, "last"), RULE, message)


def _circular(subject: Subject, rule: ArgumentRule) -> Iterator[Problem]:
    assert isinstance(rule, (RequiredWhen, IgnoredWhen, AppliesWhen))
    for clause in rule.when:
        # What an argument's own value makes of it can be said; whether it is given cannot.
        says = clause.test in ("in", "not_in") and not isinstance(rule, RequiredWhen)
        if clause.argument == rule.argument and not says:
            message = f"the condition is about {quoted(rule.argument)} itself"
            yield Problem(subject.origins.key_at(clause), RULE, message)
