"""Rules that hold between arguments of an operation, or fields of an object.

The vocabulary is closed: `ArgumentRule` is the whole of it.
An argument is named by its wire name; a dotted name reaches into an object
(`plan.type`).
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from apiscribe.model.ground import DOCUMENTED, Ground

Severity = Literal["error", "warning"]


class Clause(Struct, frozen=True, kw_only=True):
    """A condition on one argument.

    in       it is given and its value is one of `values`
    not_in   it is absent, or its value is none of `values`
    given    it is given
    absent   it is not given
    something  it is given, and is not null
    nothing    it is not given, or is null
    """

    argument: str
    test: Literal["in", "not_in", "given", "absent", "something", "nothing"]
    values: tuple[str | int | bool, ...] = ()


class _Rule(Struct, frozen=True, kw_only=True):
    severity: Severity = "error"
    section: str | None = None
    """Where the page states it, if not in the operation's own section."""
    ground: Ground = DOCUMENTED
    doc: str | None = None


class OneOfRequired(_Rule, frozen=True, kw_only=True):
    """At least one of `arguments` is given."""

    arguments: tuple[str, ...]


class RequiredWhen(_Rule, frozen=True, kw_only=True):
    """`argument` is given whenever all clauses hold."""

    argument: str
    when: tuple[Clause, ...]


class IgnoredWhen(_Rule, frozen=True, kw_only=True):
    """`argument` has no effect whenever all clauses hold."""

    argument: str
    when: tuple[Clause, ...]


class AppliesWhen(_Rule, frozen=True, kw_only=True):
    """`argument` is only for the case that all clauses hold.

    A clause about an argument that is not given settles nothing: for a change, the
    value that counts is the stored one.
    """

    argument: str
    when: tuple[Clause, ...]


class MemberOfWhen(_Rule, frozen=True, kw_only=True):
    """`argument` is an id of one of `lists` whenever all clauses hold."""

    argument: str
    lists: tuple[str, ...]
    when: tuple[Clause, ...]


class RangeWhen(_Rule, frozen=True, kw_only=True):
    argument: str
    when: tuple[Clause, ...]
    minimum: int | None = None
    maximum: int | None = None


class Exclusive(_Rule, frozen=True, kw_only=True):
    """At most one of `arguments` is given."""

    arguments: tuple[str, ...]


class Ordered(_Rule, frozen=True, kw_only=True):
    """`first` is not after `last`, where both are given."""

    first: str
    last: str


ArgumentRule = (
    OneOfRequired
    | RequiredWhen
    | IgnoredWhen
    | AppliesWhen
    | MemberOfWhen
    | RangeWhen
    | Exclusive
    | Ordered
)


def named_in(rule: ArgumentRule) -> set[str]:
    """The arguments that a rule is about, without what it says of their parts."""
    match rule:
        case OneOfRequired() | Exclusive():
            names = list(rule.arguments)
        case Ordered():
            names = [rule.first, rule.last]
        case _:
            names = [rule.argument, *(clause.argument for clause in rule.when)]
    return {name.partition(".")[0] for name in names}


def left_out_by(rule: ArgumentRule) -> tuple[str, ...]:
    """The arguments that a rule may say to leave out."""
    match rule:
        case AppliesWhen() | IgnoredWhen():
            return (rule.argument,)
        case Exclusive():
            return rule.arguments
        case _:
            return ()
