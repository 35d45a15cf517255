"""Decimals that are kept exact, in every form in which an argument may be one."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .domain import Domain, ValueBreakage, value_breakage, wrong_types

_MOST = 10**6
_MISSPELLED: tuple[object, ...] = (
    *("", ".5", "5.", "+5", "05", "1e5", "1,5", "1 000", " 1", "NaN", "Infinity"),
    *(Decimal("NaN"), Decimal("Infinity"), 0.1, 5.0),
)
"""What is no decimal; floats are not exact."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Exact(Domain[object]):
    """A Decimal, a whole number, or its digits as text."""

    minimum: float | None = None
    maximum: float | None = None
    above: float | None = None
    below: float | None = None
    multiple_of: float | None = None
    min_decimals: int = 0
    max_decimals: int | None = None

    @cached_property
    def numbers(self) -> SearchStrategy[Decimal]:
        """All that keep the rules, with as many digits behind the point as may be."""
        low, high = self._ends
        least, most = math.ceil(low / self._step), math.floor(high / self._step)
        least += least * self._step in _decimals(self.above)
        most -= most * self._step in _decimals(self.below)
        near = st.sampled_from((least, most))
        return st.one_of(st.integers(least, most), near).map(self._number)

    @property
    def _ends(self) -> tuple[Decimal, Decimal]:
        """The bounds, or others that are wide enough to leave room for some numbers."""
        lows, highs = _decimals(self.minimum, self.above), _decimals(self.maximum, self.below)
        room = _MOST * self._step
        low = max(lows) if lows else (min(highs) if highs else Decimal()) - room
        return low, min(highs) if highs else max(low, Decimal()) + room

    @property
    def _places(self) -> int:
        return max(self.min_decimals, 2) if self.max_decimals is None else self.max_decimals

    @property
    def _step(self) -> Decimal:
        smallest = Decimal(1).scaleb(-self._places)
        return smallest if self.multiple_of is None else _decimals(self.multiple_of)[0]

    def _number(self, steps: int) -> Decimal:
        number = steps * self._step
        return number.quantize(Decimal(1).scaleb(-self._places)) if self.min_decimals else number

    @cached_property
    def valid(self) -> SearchStrategy[object]:
        return st.one_of(self.numbers, self.numbers.map(_in_digits), self.numbers.map(self._whole))

    def _whole(self, number: Decimal) -> object:
        """A whole number as one, where nothing behind the point is asked for."""
        is_one = number == int(number) and not self.min_decimals
        return int(number) if is_one else number

    def _breakages(self) -> Iterator[ValueBreakage]:
        yield from wrong_types(int, str)
        yield value_breakage("type", st.sampled_from(_MISSPELLED))
        for rule, values in self.beyond():
            yield value_breakage(rule, st.one_of(values, values.map(_in_digits)))
        if self.min_decimals:
            few = Decimal(1).scaleb(1 - self.min_decimals)
            short = self.numbers.map(lambda number: number.quantize(few))
            yield value_breakage("min_decimals", short)
        if self.max_decimals is not None:
            many = Decimal(1).scaleb(-self.max_decimals - 1)
            yield value_breakage("max_decimals", self.numbers.map(lambda number: number + many))

    def beyond(self) -> Iterator[tuple[str, SearchStrategy[Decimal]]]:
        """Numbers out of bounds, or between two that are allowed."""
        steps = st.integers(1, _MOST).map(lambda number: number * self._step)
        for bound in _decimals(self.minimum):
            yield "minimum", _off(bound, steps, -1)
        for bound in _decimals(self.maximum):
            yield "maximum", _off(bound, steps, 1)
        for bound in _decimals(self.above):
            yield "exclusive_minimum", st.just(bound) | _off(bound, steps, -1)
        for bound in _decimals(self.below):
            yield "exclusive_maximum", st.just(bound) | _off(bound, steps, 1)
        if self.multiple_of is not None:
            half = self._step / 2
            yield "multiple_of", self.numbers.map(lambda number: number + half)

    @property
    def is_single(self) -> bool:
        return True


def _off(bound: Decimal, steps: SearchStrategy[Decimal], direction: int) -> SearchStrategy[Decimal]:
    return steps.map(lambda step: bound + direction * step)


def _decimals(*bounds: float | None) -> list[Decimal]:
    """Those that are given, as they are written."""
    return [Decimal(repr(bound)) for bound in bounds if bound is not None]


def _in_digits(number: Decimal) -> str:
    return format(number, "f")
