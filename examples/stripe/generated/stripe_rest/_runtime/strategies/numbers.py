"""Numbers, and digits that are no number."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .domain import (
    BrokenValue,
    Domain,
    ValueBreakage,
    among,
    rest_of,
    value_breakage,
    wrong_types,
)
from .exact import Exact
from .judgement import INT64_MAX, INT64_MIN


@dataclass(frozen=True, eq=False, kw_only=True)
class Integer(Domain[int]):
    choices: tuple[int, ...] = ()
    deprecated: tuple[int, ...] = ()
    """Further choices, which the page advises against."""
    minimum: int | None = None
    maximum: int | None = None
    above: int | None = None
    below: int | None = None
    multiple_of: int = 1

    @cached_property
    def valid(self) -> SearchStrategy[int]:
        if self.choices:
            return among(choice for choice in self.choices if self._is_between(choice))
        low, high = self.bounds
        step = self.multiple_of
        near = [low, low + step, high - step, high, 0, step]
        numbers = st.integers(low // step, high // step)
        numbers = numbers if step == 1 else numbers.map(lambda number: number * step)
        return st.one_of(numbers, st.sampled_from([n for n in near if low <= n <= high]))

    def _breakages(self) -> Iterator[ValueBreakage]:
        yield from wrong_types(int)
        if self.choices:
            yield value_breakage("choices", self._unchosen())
        if self.deprecated:
            old = st.sampled_from(self.deprecated).map(BrokenValue)
            yield ValueBreakage("deprecated", old, "warning")
        if self.minimum is not None and self.minimum > INT64_MIN:
            yield value_breakage("minimum", below(self.minimum, INT64_MIN))
        if self.maximum is not None and self.maximum < INT64_MAX:
            yield value_breakage("maximum", above(self.maximum, INT64_MAX))
        if self.above is not None:
            yield value_breakage("exclusive_minimum", below(self.above + 1, INT64_MIN))
        if self.below is not None:
            yield value_breakage("exclusive_maximum", above(self.below - 1, INT64_MAX))
        if self.multiple_of > 1:
            low, high = self.bounds
            uneven = st.integers(max(low, INT64_MIN + 1), min(high, INT64_MAX - 1))
            yield value_breakage("multiple_of", uneven.map(self._uneven))

    def other_than(self, values: Sequence[object]) -> SearchStrategy[object] | None:
        if self.choices:
            return rest_of([n for n in self.choices if self._is_between(n)], values)
        return Domain.other_than(self, values)

    def within(self, minimum: int | None, maximum: int | None) -> Integer:
        """The same, where further bounds hold."""
        lows = [n for n in (self.minimum, minimum) if n is not None]
        highs = [n for n in (self.maximum, maximum) if n is not None]
        return replace(
            self,
            minimum=max(lows) if lows else None,
            maximum=min(highs) if highs else None,
        )

    @cached_property
    def is_possible(self) -> bool:
        """Whether any number keeps the rules."""
        low, high = self.bounds
        return any(map(self._is_between, self.choices)) if self.choices else low <= high

    @property
    def is_single(self) -> bool:
        return True

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the largest number that keeps the rules."""
        lows = [INT64_MIN, *_given(self.minimum), *(n + 1 for n in _given(self.above))]
        highs = [INT64_MAX, *_given(self.maximum), *(n - 1 for n in _given(self.below))]
        step = self.multiple_of
        return -(-max(lows) // step) * step, min(highs) // step * step

    def _is_between(self, value: int) -> bool:
        low, high = self.bounds
        return low <= value <= high and not value % self.multiple_of

    def _uneven(self, value: int) -> int:
        return value + 1 if value % self.multiple_of == 0 else value

    def _unchosen(self) -> SearchStrategy[object]:
        known = (*self.choices, *self.deprecated)
        near = {choice + step for choice in known for step in (-1, 1)} | {0, -1, 1, 99}
        far = (min(known) - 2, INT64_MIN), (max(known) + 2, INT64_MAX)
        return st.one_of(
            st.sampled_from(sorted(near.difference(known))),
            *(st.integers(min(pair), max(pair)) for pair in far),
        )


def _given(number: int | None) -> tuple[int, ...]:
    return () if number is None else (number,)


def below(bound: int, least: int) -> SearchStrategy[int]:
    return st.one_of(st.just(bound - 1), st.integers(least, bound - 1))


def above(bound: int, most: int) -> SearchStrategy[int]:
    return st.one_of(st.just(bound + 1), st.integers(bound + 1, most))


@dataclass(frozen=True, eq=False, kw_only=True)
class Number(Domain[float]):
    """A JSON number: whole, or with a fraction."""

    minimum: float | None = None
    maximum: float | None = None
    above: float | None = None
    below: float | None = None
    multiple_of: float | None = None

    @cached_property
    def valid(self) -> SearchStrategy[float]:
        if self.multiple_of is not None:
            return self._exact.numbers.map(lambda number: float(number))
        low, high = self._ends
        fractions = st.floats(
            low,
            high,
            allow_nan=False,
            allow_infinity=False,
            exclude_min=low is not None and low == self.above,
            exclude_max=high is not None and high == self.below,
        )
        least = INT64_MIN if low is None else math.floor(low) + (low != math.floor(low))
        most = INT64_MAX if high is None else math.floor(high)
        least += least == self.above
        most -= most == self.below
        return st.one_of(st.integers(least, most), fractions) if least <= most else fractions

    @property
    def _ends(self) -> tuple[float | None, float | None]:
        lows = [n for n in (self.minimum, self.above) if n is not None]
        highs = [n for n in (self.maximum, self.below) if n is not None]
        return max(lows, default=None), min(highs, default=None)

    @property
    def _exact(self) -> Exact:
        return Exact(
            minimum=self.minimum,
            maximum=self.maximum,
            above=self.above,
            below=self.below,
            multiple_of=self.multiple_of,
        )

    def _breakages(self) -> Iterator[ValueBreakage]:
        yield from wrong_types(int, float)
        yield value_breakage("type", st.sampled_from((float("inf"), float("-inf"), float("nan"))))
        for rule, values in self._exact.beyond():
            yield value_breakage(rule, values.map(lambda number: float(number)))

    @property
    def is_single(self) -> bool:
        return True


@dataclass(frozen=True, eq=False, kw_only=True)
class Digits(Domain[str | int]):
    """Exactly so many digits, as text or as a whole number."""

    length: int

    @cached_property
    def valid(self) -> SearchStrategy[str | int]:
        low, high = 10 ** (self.length - 1), 10**self.length - 1
        texts = st.text("0123456789", min_size=self.length, max_size=self.length)
        bounds = st.sampled_from(("0" * self.length, "9" * self.length))
        if low > INT64_MAX:  # only text holds so many
            return st.one_of(texts, bounds)
        high = min(high, INT64_MAX)
        numbers = st.one_of(st.integers(low, high), st.sampled_from((low, high)))
        return st.one_of(texts, bounds, numbers)

    def _breakages(self) -> Iterator[ValueBreakage]:
        few, many = self.length - 1, self.length + 1
        low, high = 10**few, 10**self.length - 1
        yield from wrong_types(int, str, rule="digits")
        yield value_breakage("digits", st.text("0123456789", min_size=few, max_size=few))
        yield value_breakage("digits", st.text("0123456789", min_size=many, max_size=many + 9))
        yield value_breakage(
            "digits", st.one_of(st.integers(0, low - 1), st.integers(high + 1, 10 * high))
        )
        yield value_breakage("digits", st.integers(-high, -low))
        yield value_breakage("digits", st.sampled_from(self._misspelled))

    @cached_property
    def _misspelled(self) -> list[str]:
        right = "1234567890" * (self.length // 10 + 1)
        ends = ("+", "-", " ", "_", "a", ".", "\u0661", "\uff11", "\u00b2", "\n", "\0")
        inside = [right[: self.length - 1] + end for end in ends]
        return (
            inside + [end + right[: self.length] for end in "+- "] + [right[: self.length] + "\n"]
        )

    @property
    def is_single(self) -> bool:
        return True


INTEGER = Integer()
NUMBER = Number()
