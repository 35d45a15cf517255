"""The arguments of an operation, or the fields of an object: values and rules together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol, runtime_checkable

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..violations import Severity
from .edits import Drop, Edit, Given, Inside, Order, Pair, Put
from .kinds import Flaw, Kind
from .rules import Breach, Mend, Rule
from .settling import settle

Arguments = dict[str, object]


class Misgiven(NamedTuple):
    """Arguments with something wrong at `path`."""

    given: Arguments
    path: str


@dataclass(frozen=True)
class Break:
    """One way to break a rule."""

    argument: str
    """Where, without the numbers of items."""
    rule: str
    severity: Severity
    cases: SearchStrategy[Misgiven]


@runtime_checkable
class HasMembers(Protocol):
    """A kind of object."""

    members: Members
    shorthand: str | None


@dataclass(frozen=True, eq=False, kw_only=True)
class Members:
    """What is given together, by names on the wire in the page's order."""

    fields: Mapping[str, Kind[object]]
    required: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()

    @cached_property
    def valid(self) -> SearchStrategy[Arguments]:
        """What keeps every rule."""
        return self._settled(self._mends)

    @cached_property
    def accepted(self) -> SearchStrategy[Arguments]:
        """What breaks no rule but those that only warn."""
        return self._settled([each for each in self._mends if each[0].severity == "error"])

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """Every rule, and how to break it alone."""
        return (
            *(self._with_flaw(name, each) for name in self.fields for each in self._flaws(name)),
            *map(self._without, self.required),
            *(each for rule in self.rules for each in self._against(rule)),
            self._with_unknown(),
        )

    # What rules ask of their owner

    def kind(self, path: str) -> Kind[object]:
        head, _, rest = path.partition(".")
        kind = self.fields[head]
        return _members(kind).kind(rest) if rest else kind

    def put(self, path: str, values: SearchStrategy[object] | None = None) -> list[Edit]:
        head, _, rest = path.partition(".")
        kind = self.fields[head]
        if rest:
            return self._inside(head, _members(kind).put(rest, values))
        return [Put(head, kind.valid if values is None else values)]

    def drop(self, path: str) -> list[Edit]:
        head, _, rest = path.partition(".")
        found = [] if head in self.required else [Drop(head)]
        return [*found, *(self._inside(head, _members(self.fields[head]).drop(rest)) if rest else ())]

    def arrange(self, names: tuple[str, str], pairs: SearchStrategy[Pair]) -> list[Edit]:
        (head, _, first), (other, _, last) = (name.partition(".") for name in names)
        if not first and not last:
            return [Order(names, pairs)]
        if head != other:
            return []
        return self._inside(head, _members(self.fields[head]).arrange((first, last), pairs))

    def _inside(self, name: str, edits: list[Edit]) -> list[Edit]:
        kind = self.fields[name]
        shorthand = kind.shorthand if isinstance(kind, HasMembers) else None
        return [Inside(name, kind, shorthand, edit) for edit in edits]

    # What keeps the rules

    @cached_property
    def _mends(self) -> list[tuple[Rule, list[Mend]]]:
        return [(rule, rule.mends(self)) for rule in self.rules]

    @cached_property
    def _single(self) -> SearchStrategy[Arguments]:
        """Values that are right each by itself: the required ones, with none, some or all others."""
        needed = {name: self.fields[name].valid for name in self.fields if name in self.required}
        others = {name: kind.valid for name, kind in self.fields.items() if name not in needed}
        some = st.fixed_dictionaries(needed, optional=others)
        if not others or any(each.is_recursive for each in self.fields.values()):
            return some
        return st.one_of(some, st.fixed_dictionaries(needed), st.fixed_dictionaries(needed | others))

    def _settled(self, rules: list[tuple[Rule, list[Mend]]]) -> SearchStrategy[Arguments]:
        @st.composite
        def drawn(draw: DrawFn) -> Arguments:
            given = draw(self._single)
            settle(draw, given, rules)
            return self._in_order(given)

        return drawn()

    def _in_order(self, given: Given) -> Arguments:
        known = {name: given.pop(name) for name in self.fields if name in given}
        return {**known, **given}

    # What breaks one

    def _flaws(self, name: str) -> tuple[Flaw, ...]:
        return self.fields[name].flaws

    def _broken(self, argument: str, rule: str, flaw: object) -> None: ...
