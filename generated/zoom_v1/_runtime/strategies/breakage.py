"""Arguments that break one rule.

Right ones are drawn, one thing about them is made wrong, and what is wrong because of that
is mended where it can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..validation.violations import Severity
from .domain import Flaw
from .edits import Edit
from .repair import settle
from .rules import Breach, Mend, Rule

if TYPE_CHECKING:
    from .members import Members

Arguments = dict[str, object]


class Misgiven(NamedTuple):
    """Arguments with something wrong at `path`."""

    given: Arguments
    path: str


@dataclass(frozen=True)
class Break:
    """One way to break one rule."""

    argument: str
    """What is broken, or what holds it."""
    rule: str
    severity: Severity
    cases: SearchStrategy[Misgiven]


def breaks(members: Members) -> Iterator[Break]:
    """Every rule that there is about `members`, in their order."""
    for name, kind in members.fields.items():
        for flaw in kind.flaws:
            yield Break(name, flaw.rule, flaw.severity, _with_flaw(members, name, flaw))
        if name in members.required:
            yield Break(name, "required", "error", _without(members, name))
    for rule in members.rules:
        for breach in rule.breaches(members):
            if all(breach.steps):  # each can be taken
                cases = _against(members, rule, breach)
                yield Break(breach.argument, breach.rule, rule.severity, cases)
    unknown = _unknown(members)
    yield Break(unknown, "unknown_argument", "warning", _with_unknown(members, unknown))


def _with_flaw(members: Members, name: str, flaw: Flaw) -> SearchStrategy[Misgiven]:
    @st.composite
    def drawn(draw: DrawFn) -> Misgiven:
        given = draw(members.valid)
        given[name], path = draw(flaw.values)
        place = f"{name}{path}"
        settle(draw, members, given, members.mends, pinned=(place.partition("[")[0],))
        return Misgiven(members.in_order(given), place)

    return drawn()


def _without(members: Members, name: str) -> SearchStrategy[Misgiven]:
    @st.composite
    def drawn(draw: DrawFn) -> Misgiven:
        given = draw(members.valid)
        del given[name]
        settle(draw, members, given, members.mends, pinned=(name,))
        return Misgiven(members.in_order(given), name)

    return drawn()


def _against(members: Members, rule: Rule, breach: Breach) -> SearchStrategy[Misgiven]:
    others: Sequence[tuple[Rule, Sequence[Mend]]] = [
        each for each in members.mends if each[0] is not rule
    ]

    @st.composite
    def drawn(draw: DrawFn) -> Misgiven:
        given = draw(members.valid)
        touched: set[str] = set()
        for edits in breach.steps:
            edit: Edit = draw(st.sampled_from(edits))
            edit.apply(draw, given)
            touched.update(edit.touched)
        settle(draw, members, given, others, pinned=touched)
        return Misgiven(members.in_order(given), breach.argument)

    return drawn()


def _with_unknown(members: Members, name: str) -> SearchStrategy[Misgiven]:
    return st.tuples(members.valid, st.just(name)).map(
        lambda parts: Misgiven({**parts[0], parts[1]: "value"}, parts[1])
    )


def _unknown(members: Members) -> str:
    """A name that is none, yet close to one."""
    name = next(iter(members.fields), "unknown")
    while name in members.fields:
        name += "_"
    return name
