"""Rules that hold between arguments of an operation, or fields of an object.

The vocabulary is closed: `ArgumentRule` is the whole of it.
An argument is named by its wire name; a dotted name reaches into an object
(`plan.type`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from apiscribe.model.ground import DOCUMENTED, Ground

Severity = Literal["error", "warning"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Clause:
    """A condition on one argument.

    in       it is given and its value is one of `values`
    not_in   it is absent, or its value is none of `values`
    given    it is given
    absent   it is not given
    """

    argument: str
    test: Literal["in", "not_in", "given", "absent"]
    values: tuple[str | int | bool, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Rule:
    severity: Severity = "error"
    section: str | None = None
    """Where the page states it, if not in the operation's own section."""
    ground: Ground = DOCUMENTED
    doc: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OneOfRequired(_Rule):
    """At least one of `arguments` is given."""

    arguments: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RequiredWhen(_Rule):
    """`argument` is given whenever all clauses hold."""

    argument: str
    when: tuple[Clause, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class IgnoredWhen(_Rule):
    """`argument` has no effect whenever all clauses hold."""

    argument: str
    when: tuple[Clause, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AppliesWhen(_Rule):
    """`argument` is only for the case that all clauses hold.

    A clause about an argument that is not given settles nothing: for a change, the
    value that counts is the stored one.
    """

    argument: str
    when: tuple[Clause, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberOfWhen(_Rule):
    """`argument` is an id of one of `lists` whenever all clauses hold."""

    argument: str
    lists: tuple[str, ...]
    when: tuple[Clause, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RangeWhen(_Rule):
    argument: str
    when: tuple[Clause, ...]
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Exclusive(_Rule):
    """At most one of `arguments` is given."""

    arguments: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ordered(_Rule):
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
