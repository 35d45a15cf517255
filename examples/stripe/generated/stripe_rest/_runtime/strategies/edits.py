"""What may be done to arguments: give one a value, leave one out, put two in order."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from .dates import Date
from .domain import Domain
from .numbers import Integer, Number

Given = MutableMapping[str, object]
Pair = tuple[object, object]


class Edit(Protocol):
    @property
    def touched(self) -> tuple[str, ...]:
        """The arguments that it changes, by dotted names."""
        ...

    def apply(self, draw: DrawFn, given: Given) -> None: ...


@dataclass(frozen=True)
class Put:
    name: str
    values: SearchStrategy[object]

    @property
    def touched(self) -> tuple[str, ...]:
        return (self.name,)

    def apply(self, draw: DrawFn, given: Given) -> None:
        given[self.name] = draw(self.values)


@dataclass(frozen=True)
class Drop:
    name: str

    @property
    def touched(self) -> tuple[str, ...]:
        return (self.name,)

    def apply(self, draw: DrawFn, given: Given) -> None:
        given.pop(self.name, None)


@dataclass(frozen=True)
class Inside:
    """An edit of an object's fields; the object is given with it, if it was not."""

    name: str
    object: Domain[object]
    shorthand: str | None
    """The field that may stand alone for the object."""
    edit: Edit

    @property
    def touched(self) -> tuple[str, ...]:
        return tuple(f"{self.name}.{inner}" for inner in self.edit.touched)

    def apply(self, draw: DrawFn, given: Given) -> None:
        value = given.get(self.name)
        is_short = self.shorthand is not None and type(value) in (str, int)
        if not is_short and not isinstance(value, dict):
            value = draw(self.object.valid)
        fields = dict(value) if isinstance(value, dict) else {self.shorthand or "": value}
        self.edit.apply(draw, fields)
        alone = fields.get(self.shorthand) if self.shorthand and len(fields) == 1 else None
        given[self.name] = alone if type(alone) in (str, int) and draw(_COIN) else fields


_COIN = st.booleans()


@dataclass(frozen=True)
class Order:
    """Give two values of which the first is not after the last; or, in reverse, is."""

    names: tuple[str, str]
    pairs: SearchStrategy[Pair]

    @property
    def touched(self) -> tuple[str, ...]:
        return self.names

    def apply(self, draw: DrawFn, given: Given) -> None:
        given.update(zip(self.names, draw(self.pairs), strict=True))


def ordered(first: Domain[object], last: Domain[object]) -> SearchStrategy[Pair] | None:
    """Values of which the first is not after the last, if these domains have an order."""
    if isinstance(first, Date) and isinstance(last, Date):
        return _days(first, last, _GAPS)
    return _numbers(first, last)


def at_the_end(domain: Domain[object], *, first: bool) -> SearchStrategy[object] | None:
    """The first or the last of all values of a domain: nothing is before, or after, it."""
    if isinstance(domain, Date):
        return domain.written(_FIRST if first else _LAST)
    if isinstance(domain, Integer):
        return st.just(domain.bounds[0 if first else 1])
    return None


_FIRST, _LAST = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)


def disordered(first: Domain[object], last: Domain[object]) -> SearchStrategy[Pair] | None:
    """Values of which the first is after the last."""
    if isinstance(first, Date) and isinstance(last, Date):
        return _days(last, first, _APART).map(_swapped)
    pairs = _numbers(last, first)
    return None if pairs is None else pairs.filter(lambda pair: pair[0] != pair[1]).map(_swapped)


def _swapped(pair: Pair) -> Pair:
    return pair[1], pair[0]


def _days(early: Date, late: Date, gaps: SearchStrategy[int]) -> SearchStrategy[Pair]:
    @st.composite
    def drawn(draw: DrawFn) -> Pair:
        moment = draw(_MOMENTS)
        later = moment + timedelta(days=draw(gaps))
        return draw(early.written(moment)), draw(late.written(later))

    return drawn()


_MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2037, 12, 31)).map(
    lambda at: at.replace(second=0, microsecond=0)
)
"""Whole minutes: what a format cannot write must not decide which of two is later."""

_APART = st.one_of(st.just(2), st.integers(2, 400))
"""Days so far apart that they are not the same in any time zone."""

_GAPS = st.one_of(st.just(0), _APART)


def _limits(of: Integer | Number) -> tuple[object, ...]:
    return of.minimum, of.maximum, of.above, of.below, of.multiple_of


def _numbers(small: Domain[object], large: Domain[object]) -> SearchStrategy[Pair] | None:
    if not isinstance(small, Integer | Number) or not isinstance(large, Integer | Number):
        return None
    pairs: SearchStrategy[tuple[float, float]] = st.tuples(small.valid, large.valid)
    if _limits(small) == _limits(large):
        return pairs.map(lambda pair: (min(pair), max(pair)))
    return pairs.filter(lambda pair: pair[0] <= pair[1]).map(lambda pair: pair)
