"""The arguments of an operation, or the fields of an object: values and rules together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from msgspec import UNSET

from ..semantics.paths import head_of
from . import breakage
from .breakage import Breakage
from .domain import BrokenValue, Deferred, Domain, Nullable, ValueBreakage, wrong_types
from .edits import Drop, Edit, Inside, Order, Pair, Put
from .repair import repair
from .ruled_owner import Arguments, RulesAndRepairs
from .rules import Rule

_LEVELS = st.integers(0, 31)
"""What decides whether an argument is given: the lower, the less there is, whatever the bar."""

_RARELY = 30
_NONE = 32
_BARS = st.sampled_from((_NONE, 16, 1, 28))
"""No argument is given that need not be, or half of them, or nearly all, or few."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Members:
    """What is given together, by names on the wire in the page's order."""

    fields: Mapping[str, Domain[object]]
    required: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    in_path: tuple[str, ...] = ()
    """Those of any text that are parts of a path, where dots alone mean another one."""

    @cached_property
    def valid(self) -> SearchStrategy[Arguments]:
        """What keeps every rule."""
        return self._repaired(self.repairs)

    @cached_property
    def accepted(self) -> SearchStrategy[Arguments]:
        """What breaks no rule but those that only warn."""
        return self._repaired([each for each in self.repairs if each[0].severity == "error"])

    @cached_property
    def breakages(self) -> tuple[Breakage, ...]:
        """Every rule, and what breaks it alone."""
        return tuple(breakage.breakages(self))

    @cached_property
    def repairs(self) -> RulesAndRepairs:
        return [(rule, rule.repairs(self)) for rule in self.rules]

    def domain(self, path: str) -> Domain[object]:
        head, rest = self._split(path)
        return self._object(head).members.domain(rest) if rest else self.fields[head]

    def value(self, given: Mapping[str, object], path: str) -> object:
        head, rest = self._split(path)
        value = given.get(head, UNSET)
        return self._object(head).field(value, rest) if rest else value

    def put(self, path: str, values: SearchStrategy[object] | None = None) -> list[Edit]:
        head, rest = self._split(path)
        if rest:
            return self._inside(head, self._object(head).members.put(rest, values))
        return [Put(head, self.fields[head].valid if values is None else values)]

    def drop(self, path: str) -> list[Edit]:
        head, rest = self._split(path)
        if rest:
            return self._inside(head, self._object(head).members.drop(rest))
        return [] if head in self.required else [Drop(head)]

    def arrange(self, names: tuple[str, str], pairs: SearchStrategy[Pair]) -> list[Edit]:
        (head, first), (other, last) = map(self._split, names)
        if not first and not last:
            return [Order(names, pairs)]
        if head != other:
            return []
        return self._inside(head, self._object(head).members.arrange((first, last), pairs))

    def _split(self, path: str) -> tuple[str, str]:
        """The name of a member, and the path inside of it."""
        return (path, "") if path in self.fields else head_of(path)

    def _object(self, name: str) -> Object:
        domain = self.fields[name]
        while isinstance(domain, Nullable | Deferred):
            domain = domain.domain if isinstance(domain, Nullable) else domain.find()
        assert isinstance(domain, Object)
        return domain

    def _inside(self, name: str, edits: list[Edit]) -> list[Edit]:
        domain = self._object(name)
        return [Inside(name, domain, domain.shorthand, edit) for edit in edits]

    def _repaired(self, rules: RulesAndRepairs) -> SearchStrategy[Arguments]:
        plan = [
            (name, self._valid(name), name in self.required, domain.is_recursive)
            for name, domain in self.fields.items()
        ]

        @st.composite
        def drawn(draw: DrawFn) -> Arguments:
            given: Arguments = {}
            bar = draw(_BARS)
            for name, values, is_required, is_recursive in plan:
                level = _RARELY if is_recursive else bar
                if is_required or (bar != _NONE and draw(_LEVELS) >= level):
                    given[name] = draw(values)
            repair(draw, self, given, rules)
            return self.in_order(given)

        return drawn()

    def _valid(self, name: str) -> SearchStrategy[object]:
        values = self.fields[name].valid
        return values.filter(_is_part_of_a_path) if name in self.in_path else values

    def in_order(self, given: Mapping[str, object]) -> Arguments:
        """The same as the page has it; what is unknown comes last."""
        return {**{name: given[name] for name in self.fields if name in given}, **given}


def _is_part_of_a_path(value: object) -> bool:
    """Whether a client sends it: a whole part may be empty, and one between slashes is not."""
    if not isinstance(value, str):
        return True
    parts = value.split("/")
    return {".", "..", *([""] if len(parts) > 1 else [])}.isdisjoint(parts)


@dataclass(frozen=True, eq=False)
class Object(Domain[object]):
    """A JSON object, as a plain dict; with `shorthand`, that field's value may stand for it."""

    members: Members
    shorthand: str | None = None

    @cached_property
    def valid(self) -> SearchStrategy[object]:
        alone = self.shorthand
        if alone is None or not {alone}.issuperset(self.members.required):
            return self.members.valid
        scalars = self.members.fields[alone].valid.map(lambda value: {alone: value})
        return st.one_of(_collapsed(self.members, alone, scalars), self.members.valid)

    def field(self, value: object, path: str) -> object:
        """The value at a path inside of `value`, or UNSET."""
        if isinstance(value, Mapping):
            return self.members.value(value, path)
        return value if path == self.shorthand and type(value) in (str, int) else UNSET

    def _breakages(self) -> Iterator[ValueBreakage]:
        yield from wrong_types(dict, *((str, int) if self.shorthand else ()))
        for each in self.members.breakages:
            due_to = tuple(f".{path}" for path in each.due_to)
            values = each.cases.map(_broken_value)
            yield ValueBreakage(each.rule, values, each.severity, due_to=due_to)

    @property
    def is_single(self) -> bool:
        return True


def _collapsed(
    members: Members, shorthand: str, objects: SearchStrategy[Arguments]
) -> SearchStrategy[object]:
    """The one field of each of `objects`, wherever that alone is enough."""

    @st.composite
    def drawn(draw: DrawFn) -> object:
        given = draw(objects)
        repair(draw, members, given, members.repairs)
        value = given.get(shorthand)
        return value if len(given) == 1 and type(value) in (str, int) else given

    return drawn()


def _broken_value(case: breakage.BrokenArguments) -> BrokenValue:
    return BrokenValue(case.given, f".{case.path}")
