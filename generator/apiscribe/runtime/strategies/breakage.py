"""Arguments that break one rule.

Right ones are drawn, one thing about them is made wrong, and what is wrong because of that
is repaired where it can be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..validation.violations import Severity
from .domain import ValueBreakage
from .edits import Edit
from .repair import repair
from .ruled_owner import Arguments, RuledOwner, RulesAndRepairs
from .rules import Rule, RuleBreakage


class BrokenArguments(NamedTuple):
    """Arguments with something wrong at `path`."""

    given: Arguments
    path: str


@dataclass(frozen=True)
class Breakage:
    """One way to break one rule."""

    argument: str
    """What is broken, or what holds it."""
    rule: str
    severity: Severity
    cases: SearchStrategy[BrokenArguments]
    due_to: tuple[str, ...] = ()
    """What has to stay as it is, or nothing would be wrong; by dotted names."""


def breakages(members: RuledOwner) -> Iterator[Breakage]:
    """Every rule that there is about `members`, in their order."""
    for name, domain in members.fields.items():
        for value_breakage in domain.breakages:
            yield Breakage(
                name,
                value_breakage.rule,
                value_breakage.severity,
                _with_broken_value(members, name, value_breakage),
                tuple(f"{name}{each}" for each in value_breakage.due_to) or (name,),
            )
        if name in members.required:
            yield Breakage(name, "required", "error", _without(members, name))
    for rule in members.rules:
        for breakage in rule.breakages(members):
            if all(breakage.steps):  # each can be taken
                cases = _against(members, rule, breakage)
                due_to = {each for edits in breakage.steps for e in edits for each in e.touched}
                yield Breakage(
                    breakage.argument, breakage.rule, rule.severity, cases, tuple(sorted(due_to))
                )
    unknown = _unknown(members)
    yield Breakage(unknown, "unknown_argument", "warning", _with_unknown(members, unknown))


def _with_broken_value(
    members: RuledOwner, name: str, value_breakage: ValueBreakage
) -> SearchStrategy[BrokenArguments]:
    @st.composite
    def drawn(draw: DrawFn) -> BrokenArguments:
        given = draw(members.valid)
        given[name], path = draw(value_breakage.values)
        place = f"{name}{path}"
        pinned = [place.partition("[")[0], *(f"{name}{each}" for each in value_breakage.due_to)]
        repair(draw, members, given, members.repairs, pinned=pinned)
        return BrokenArguments(members.in_order(given), place)

    return drawn()


def _without(members: RuledOwner, name: str) -> SearchStrategy[BrokenArguments]:
    @st.composite
    def drawn(draw: DrawFn) -> BrokenArguments:
        given = draw(members.valid)
        del given[name]
        repair(draw, members, given, members.repairs, pinned=(name,))
        return BrokenArguments(members.in_order(given), name)

    return drawn()


def _against(
    members: RuledOwner, rule: Rule, breakage: RuleBreakage
) -> SearchStrategy[BrokenArguments]:
    others: RulesAndRepairs = [each for each in members.repairs if each[0] is not rule]

    @st.composite
    def drawn(draw: DrawFn) -> BrokenArguments:
        given = draw(members.valid)
        touched: set[str] = set()
        for edits in breakage.steps:
            edit: Edit = draw(st.sampled_from(edits))
            edit.apply(draw, given)
            touched.update(edit.touched)
        repair(draw, members, given, others, pinned=touched)
        return BrokenArguments(members.in_order(given), breakage.argument)

    return drawn()


def _with_unknown(members: RuledOwner, name: str) -> SearchStrategy[BrokenArguments]:
    return st.tuples(members.valid, st.just(name)).map(
        lambda parts: BrokenArguments({**parts[0], parts[1]: "value"}, parts[1])
    )


def _unknown(members: RuledOwner) -> str:
    """A name that is none, yet close to one."""
    name = next(iter(members.fields), "unknown")
    while name in members.fields:
        name += "_"
    return name
