"""Rules between arguments: whether one is broken, what repairs it, and what breaks it.

The classes are those of the spec language, and `Rule` is all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from msgspec import UNSET

from ..validation.violations import Severity
from .clauses import Owner, When
from .dates import Date, moment_in
from .domain import Domain
from .edits import Edit, Pair, at_the_end, disordered, ordered
from .judgement import is_later, is_over, is_under
from .numbers import Integer
from .text import Text

Repair = tuple[Edit, ...]
"""Edits that together repair a broken rule."""


@dataclass(frozen=True)
class RuleBreakage:
    """How to break a rule: of each step one of its edits."""

    argument: str
    rule: str
    steps: tuple[list[Edit], ...]


def _all_hold(when: When, owner: Owner, given: Mapping[str, object]) -> bool:
    return all(clause.holds(owner, given) for clause in when)


def _is_given(owner: Owner, given: Mapping[str, object], path: str) -> bool:
    return owner.value(given, path) is not UNSET


def _one_by_one(edits: list[Edit]) -> list[Repair]:
    return [(edit,) for edit in edits]


def _conditions_made_false(when: When, owner: Owner) -> list[Repair]:
    return _one_by_one([edit for clause in when for edit in clause.made_false(owner)])


@dataclass(frozen=True, kw_only=True)
class _Rule:
    severity: Severity = "error"


@dataclass(frozen=True, kw_only=True)
class OneOfRequired(_Rule):
    """At least one of `arguments` is given."""

    arguments: tuple[str, ...]

    def is_broken(self, owner: Owner, given: Mapping[str, object]) -> bool:
        return not any(_is_given(owner, given, name) for name in self.arguments)

    def repairs(self, owner: Owner) -> list[Repair]:
        return _one_by_one([edit for name in self.arguments for edit in owner.put(name)])

    def breakages(self, owner: Owner) -> Iterator[RuleBreakage]:
        steps = tuple(owner.drop(name) for name in self.arguments)
        yield RuleBreakage(self.arguments[0], "one_of_required", steps)


@dataclass(frozen=True, kw_only=True)
class RequiredWhen(_Rule):
    """`argument` is given whenever all clauses hold."""

    argument: str
    when: When

    def is_broken(self, owner: Owner, given: Mapping[str, object]) -> bool:
        return not _is_given(owner, given, self.argument) and _all_hold(self.when, owner, given)

    def repairs(self, owner: Owner) -> list[Repair]:
        return _one_by_one(owner.put(self.argument)) + _conditions_made_false(self.when, owner)

    def breakages(self, owner: Owner) -> Iterator[RuleBreakage]:
        steps = (*(clause.made_true(owner) for clause in self.when), owner.drop(self.argument))
        yield RuleBreakage(self.argument, "required", steps)


@dataclass(frozen=True, kw_only=True)
class IgnoredWhen(_Rule):
    """`argument` has no effect whenever all clauses hold."""

    argument: str
    when: When

    def is_broken(self, owner: Owner, given: Mapping[str, object]) -> bool:
        return _is_given(owner, given, self.argument) and _all_hold(self.when, owner, given)

    def repairs(self, owner: Owner) -> list[Repair]:
        return _one_by_one(owner.drop(self.argument)) + _conditions_made_false(self.when, owner)

    def breakages(self, owner: Owner) -> Iterator[RuleBreakage]:
        made_true = (clause.made_true_of(self.argument, owner) for clause in self.when)
        yield RuleBreakage(self.argument, "ignored_when", (owner.put(self.argument), *made_true))


@dataclass(frozen=True, kw_only=True)
class AppliesWhen(_Rule):
    """`argument` is only for the case that all clauses hold."""

    argument: str
    when: When

    def is_broken(self, owner: Owner, given: Mapping[str, object]) -> bool:
        failing = any(clause.fails(owner, given) for clause in self.when)
        return failing and _is_given(owner, given, self.argument)

    def repairs(self, owner: Owner) -> list[Repair]:
        made_true = tuple(clause.made_true_of(self.argument, owner) for clause in self.when)
        found = _one_by_one(owner.drop(self.argument))
        if all(made_true):
            found.append(tuple(edits[0] for edits in made_true))
        return found

    def breakages(self, owner: Owner) -> Iterator[RuleBreakage]:
        for clause in self.when:
            steps = (owner.put(self.argument), clause.made_to_fail(owner))
            yield RuleBreakage(self.argument, "applies_when", steps)


@dataclass(frozen=True, kw_only=True)
class MemberOfWhen(_Rule):
    """`argument` is one of `ids` whenever all clauses hold."""

    argument: str
    ids: tuple[str, ...]
    when: When = ()

    def is_broken(self, owner: Owner, given: Mapping[str, object]) -> bool:
        value = owner.value(given, self.argument)
        return (
            isinstance(value, str) and value not in self.ids and _all_hold(self.when, owner, given)
        )

    def repairs(self, owner: Owner) -> list[Repair]:
        domain = owner.domain(self.argument)
        ids = [each for each in self.ids if not isinstance(domain, Text) or domain.takes(each)]
        found = _one_by_one(owner.put(self.argument, st.sampled_from(ids)) if ids else [])
        found += _one_by_one(owner.drop(self.argument))
        return found + _conditions_made_false(self.when, owner)

    def breakages(self, owner: Owner) -> Iterator[RuleBreakage]:
        others = owner.domain(self.argument).other_than(self.ids)
        if others is not None:
            made_true = (clause.made_true(owner) for clause in self.when)
            yield RuleBreakage(
                self.argument, "list", (*made_true, owner.put(self.argument, others))
            )


@dataclass(frozen=True, kw_only=True)
class RangeWhen(_Rule):
    """`argument` is within bounds whenever all clauses hold."""

    argument: str
    when: When = ()
    minimum: int | None = None
    maximum: int | None = None

    def is_broken(self, owner: Owner, given: Mapping[str, object]) -> bool:
        value = owner.value(given, self.argument)
        over = self.maximum is not None and is_over(value, self.maximum)
        under = self.minimum is not None and is_under(value, self.minimum)
        return (over or under) and _all_hold(self.when, owner, given)

    def repairs(self, owner: Owner) -> list[Repair]:
        domain, found = owner.domain(self.argument), []
        if isinstance(domain, Integer):
            narrowed = domain.within(self.minimum, self.maximum)
            if narrowed.is_possible:
                found = _one_by_one(owner.put(self.argument, narrowed.valid))
        found += _one_by_one(owner.drop(self.argument))
        return found + _conditions_made_false(self.when, owner)

    def breakages(self, owner: Owner) -> Iterator[RuleBreakage]:
        if self.minimum is not None:
            yield from self._breakage(owner, "minimum", None, self.minimum - 1)
        if self.maximum is not None:
            yield from self._breakage(owner, "maximum", self.maximum + 1, None)

    def _breakage(
        self, owner: Owner, rule: str, low: int | None, high: int | None
    ) -> Iterator[RuleBreakage]:
        domain = owner.domain(self.argument)
        if isinstance(domain, Integer) and (outside := domain.within(low, high)).is_possible:
            made_true = (clause.made_true(owner) for clause in self.when)
            steps = (*made_true, owner.put(self.argument, outside.valid))
            yield RuleBreakage(self.argument, rule, steps)


@dataclass(frozen=True, kw_only=True)
class Exclusive(_Rule):
    """At most one of `arguments` is given."""

    arguments: tuple[str, ...]

    def is_broken(self, owner: Owner, given: Mapping[str, object]) -> bool:
        return sum(_is_given(owner, given, name) for name in self.arguments) > 1

    def repairs(self, owner: Owner) -> list[Repair]:
        found = []
        for kept in self.arguments:
            drops = [owner.drop(name) for name in self.arguments if name != kept]
            if all(drops):
                found.append(tuple(edits[0] for edits in drops))
        return found

    def breakages(self, owner: Owner) -> Iterator[RuleBreakage]:
        for pair in combinations(self.arguments, 2):
            rest = (owner.drop(name) for name in self.arguments if name not in pair)
            yield RuleBreakage(pair[1], "exclusive", (*rest, *map(owner.put, pair)))


@dataclass(frozen=True, kw_only=True)
class Ordered(_Rule):
    """`first` is not after `last`, where both are given."""

    first: str
    last: str

    def is_broken(self, owner: Owner, given: Mapping[str, object]) -> bool:
        return is_later(*(self._value(owner, given, each) for each in (self.first, self.last)))

    def _value(self, owner: Owner, given: Mapping[str, object], name: str) -> object:
        """A value, or the moment that it means where only its format tells."""
        value, domain = owner.value(given, name), owner.domain(name)
        formats = domain.formats if isinstance(domain, Date) else ()
        return next((m for f in formats if (m := moment_in(value, f)) is not None), value)

    def repairs(self, owner: Owner) -> list[Repair]:
        found = self._arranged(owner, ordered) + owner.drop(self.last) + owner.drop(self.first)
        # Where one of the two must not be touched, the other is all that can be moved.
        for name in (self.last, self.first):
            values = at_the_end(owner.domain(name), first=name == self.first)
            found += [] if values is None else owner.put(name, values)
        return _one_by_one(found)

    def breakages(self, owner: Owner) -> Iterator[RuleBreakage]:
        yield RuleBreakage(self.last, "ordered", (self._arranged(owner, disordered),))

    def _arranged(
        self,
        owner: Owner,
        by: Callable[[Domain[object], Domain[object]], SearchStrategy[Pair] | None],
    ) -> list[Edit]:
        pairs = by(owner.domain(self.first), owner.domain(self.last))
        return [] if pairs is None else owner.arrange((self.first, self.last), pairs)


Rule = (
    OneOfRequired
    | RequiredWhen
    | IgnoredWhen
    | AppliesWhen
    | MemberOfWhen
    | RangeWhen
    | Exclusive
    | Ordered
)
