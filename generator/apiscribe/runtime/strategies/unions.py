"""Unions: a value is one of several domains'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..semantics.members import Arms
from .domain import BrokenValue, Domain, ValueBreakage, strangers

_TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "number": (int, float),
    "boolean": (bool,),
    "list": (list,),
    "object": (dict,),
    "file": (bytes,),
}


@dataclass(frozen=True, eq=False)
class Union(Domain[object]):
    arms: Arms
    members: tuple[Domain[object], ...]

    @cached_property
    def valid(self) -> SearchStrategy[object]:
        return st.one_of([self._of(at) for at in range(len(self.members))])

    def _of(self, at: int) -> SearchStrategy[object]:
        """Values of a member that are no other's."""
        values, tags = self.members[at].valid, self.arms.members[at].tags
        if tags and self.arms.by is not None:
            values = st.tuples(values, st.sampled_from(tags)).map(self._tagged)
        return values.filter(lambda value: self._find(value) == at)

    def _tagged(self, parts: tuple[object, object]) -> object:
        fields, tag = parts
        assert isinstance(fields, Mapping)
        return {**fields, str(self.arms.by): tag}

    def _find(self, value: object) -> int | None:
        return self.arms.find(value, value if isinstance(value, Mapping) else None)

    @property
    def is_recursive(self) -> bool:
        return any(member.is_recursive for member in self.members)

    def _breakages(self) -> Iterator[ValueBreakage]:
        accepted = {t for arm in self.arms.members for kind in arm.kinds for t in _TYPES[kind]}
        yield ValueBreakage("type", st.just(BrokenValue(None)), is_absence=True)
        # A day is text as soon as it is sent.
        others = strangers(*accepted, *((date,) if str in accepted else ()))
        yield ValueBreakage("type", others.map(BrokenValue))
        for one, other in combinations(range(len(self.members)), 2):
            if self._are_apart(one, other):
                both = st.tuples(self._of(one), self._of(other))
                yield ValueBreakage("type", both.map(_merged).map(BrokenValue))
        if self.arms.by is not None:
            yield ValueBreakage("choices", self.valid.filter(_is_object).map(self._strange))

    def _are_apart(self, one: int, other: int) -> bool:
        """Whether two members are objects that their keys tell apart."""
        required = {key for at in (one, other) for key in self.arms.members[at].required}
        return self.arms.both(one, dict.fromkeys(required)) is not None

    def _strange(self, value: object) -> BrokenValue:
        """An object of no documented kind."""
        return BrokenValue(self._tagged((value, "no such tag")), f".{self.arms.by}")


def _merged(parts: tuple[object, object]) -> object:
    one, other = parts
    assert isinstance(one, Mapping)
    assert isinstance(other, Mapping)
    return {**one, **other}


def _is_object(value: object) -> bool:
    return isinstance(value, Mapping)
