"""What may be done to arguments: give one a value, leave one out, put two in order."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .kinds import Integer, Kind, Number
from .moments import Date

Given = MutableMapping[str, object]


class Edit(Protocol):
    @property
    def touched(self) -> tuple[str, ...]:
        """The arguments that it changes, by dotted names."""
        ...

    @property
    def dropped(self) -> tuple[str, ...]:
        """Those that are missing afterwards."""
        ...

    def apply(self, draw: DrawFn, given: Given) -> None: ...


@dataclass(frozen=True)
class Drop:
    name: str

    @property
    def touched(self) -> tuple[str, ...]:
        return (self.name,)

    @property
    def dropped(self) -> tuple[str, ...]:
        return (self.name,)

    def apply(self, draw: DrawFn, given: Given) -> None:
        head, _, rest = self.name.partition(".")
        if not rest:
            given.pop(head, None)
            return
        inner = given.get(head)
        if isinstance(inner, dict):
            fields = dict(inner)
            Drop(rest).apply(draw, fields)
            given[head] = fields


@dataclass(frozen=True)
class Put:
    name: str
    values: SearchStrategy[object]
    parent: Kind[object] | None = None
    """The kind of the object that a dotted name reaches into."""
    shorthand: bool = False
    """The field may stand alone for its object."""

    @property
    def touched(self) -> tuple[str, ...]:
        return (self.name,)

    @property
    def dropped(self) -> tuple[str, ...]:
        return ()

    def apply(self, draw: DrawFn, given: Given) -> None:
        head, _, rest = self.name.partition(".")
        if not rest:
            given[head] = draw(self.values)
            return
        assert self.parent is not None
        inner = given[head] if head in given else draw(self.parent.valid)
        if isinstance(inner, dict):
            given[head] = {**inner, rest: draw(self.values)}
        elif self.shorthand:
            given[head] = draw(self.values)
        else:
            given[head] = {rest: draw(self.values)}


@dataclass(frozen=True)
class Order:
    """Give both values, the first not after the last; or the other way round."""

    first: str
    last: str
    kinds: tuple[Kind[object], Kind[object]]
    reverse: bool = False

    @property
    def touched(self) -> tuple[str, ...]:
        return (self.first, self.last)

    @property
    def dropped(self) -> tuple[str, ...]:
        return ()

    def apply(self, draw: DrawFn, given: Given) -> None:
        pair = _days(*self.kinds, self.reverse) or _numbers(*self.kinds, self.reverse)
        if pair is not None:
            one, other = draw(pair)
            given[self.first], given[self.last] = (other, one) if self.reverse else (one, other)


_Pair = SearchStrategy[tuple[object, object]]


def _days(first: Kind[object], last: Kind[object], apart: bool) -> _Pair | None:
    if not isinstance(first, Date) or not isinstance(last, Date):
        return None
    written = (last, first) if apart else (first, last)

    @st.composite
    def drawn(draw: DrawFn) -> tuple[object, object]:
        moment = draw(_MOMENTS)
        later = moment + timedelta(days=draw(_APART if apart else _GAPS))
        return draw(written[0].written(moment)), draw(written[1].written(later))

    return drawn()


_MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2037, 12, 31)).map(
    lambda at: at.replace(second=0, microsecond=0)
)
"""Whole minutes: what a format cannot write must not decide which of two is later."""

_APART = st.one_of(st.just(2), st.integers(2, 400))
"""Days so far apart that they are in no time zone the same."""

_GAPS = st.one_of(st.just(0), _APART)


def _numbers(first: Kind[object], last: Kind[object], apart: bool) -> _Pair | None:
    if not isinstance(first, Integer | Number) or not isinstance(last, Integer | Number):
        return None
    return st.tuples(first.valid, last.valid).map(lambda pair: _sorted(*pair))


def _sorted(one: float, other: float) -> tuple[object, object]:
    return (one, other) if one <= other else (other, one)
