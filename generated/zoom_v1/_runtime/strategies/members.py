"""The arguments of an operation, or the fields of an object: values and rules together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from msgspec import UNSET

from . import breakage
from .breakage import Arguments, Break
from .domain import Deferred, Flaw, Flawed, Kind, Nullable, wrong_types
from .edits import Drop, Edit, Inside, Order, Pair, Put
from .repair import settle
from .rules import Mend, Rule

_LEVELS = st.integers(0, 31)
"""What decides whether an argument is given: the lower, the less there is, whatever the bar."""

_RARELY = 30
_BARS = st.sampled_from((16, 1, 28, 32))
"""Half of the arguments are given, or nearly all, or few, or none that need not be."""

RulesAndMends = Sequence[tuple[Rule, Sequence[Mend]]]


@dataclass(frozen=True, eq=False, kw_only=True)
class Members:
    """What is given together, by names on the wire in the page's order."""

    fields: Mapping[str, Kind[object]]
    required: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()

    @cached_property
    def valid(self) -> SearchStrategy[Arguments]:
        """What keeps every rule."""
        return self._settled(self.mends)

    @cached_property
    def accepted(self) -> SearchStrategy[Arguments]:
        """What breaks no rule but those that only warn."""
        return self._settled([each for each in self.mends if each[0].severity == "error"])

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """Every rule, and what breaks it alone."""
        return tuple(breakage.breaks(self))

    @cached_property
    def mends(self) -> RulesAndMends:
        return [(rule, rule.mends(self)) for rule in self.rules]

    def kind(self, path: str) -> Kind[object]:
        head, rest = self._split(path)
        return self._object(head).members.kind(rest) if rest else self.fields[head]

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
        head, _, rest = (path, "", "") if path in self.fields else path.partition(".")
        return head, rest

    def _object(self, name: str) -> Object:
        kind = self.fields[name]
        while isinstance(kind, Nullable | Deferred):
            kind = kind.kind if isinstance(kind, Nullable) else kind.find()
        assert isinstance(kind, Object)
        return kind

    def _inside(self, name: str, edits: list[Edit]) -> list[Edit]:
        kind = self._object(name)
        return [Inside(name, kind, kind.shorthand, edit) for edit in edits]

    def _settled(self, rules: RulesAndMends) -> SearchStrategy[Arguments]:
        plan = [
            (name, kind.valid, name in self.required, kind.is_recursive)
            for name, kind in self.fields.items()
        ]

        @st.composite
        def drawn(draw: DrawFn) -> Arguments:
            given: Arguments = {}
            bar = draw(_BARS)
            for name, values, is_required, is_recursive in plan:
                if is_required or draw(_LEVELS) >= (_RARELY if is_recursive else bar):
                    given[name] = draw(values)
            settle(draw, self, given, rules)
            return self.in_order(given)

        return drawn()

    def in_order(self, given: Mapping[str, object]) -> Arguments:
        """The same as the page has it; what is unknown comes last."""
        return {**{name: given[name] for name in self.fields if name in given}, **given}


@dataclass(frozen=True, eq=False)
class Object(Kind[object]):
    """A JSON object, as a plain dict; with `shorthand`, that field's value may stand for it."""

    members: Members
    shorthand: str | None = None

    @cached_property
    def valid(self) -> SearchStrategy[object]:
        alone = self.shorthand
        if alone is None or not {alone}.issuperset(self.members.required):
            return self.members.valid
        scalars = self.members.fields[alone].valid.map(lambda value: {alone: value})
        return st.one_of(self.members.valid, _collapsed(self.members, alone, scalars))

    def field(self, value: object, path: str) -> object:
        """The value at a path inside of `value`, or UNSET."""
        if isinstance(value, Mapping):
            return self.members.value(value, path)
        return value if path == self.shorthand and type(value) in (str, int) else UNSET

    def _flaws(self) -> Iterator[Flaw]:
        yield from wrong_types(dict, *((str, int) if self.shorthand else ()))
        for each in self.members.breaks:
            yield Flaw(each.rule, each.cases.map(_flawed), each.severity)

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
        settle(draw, members, given, members.mends)
        value = given.get(shorthand)
        return value if len(given) == 1 and type(value) in (str, int) else given

    return drawn()


def _flawed(case: breakage.Misgiven) -> Flawed:
    return Flawed(case.given, f".{case.path}")
