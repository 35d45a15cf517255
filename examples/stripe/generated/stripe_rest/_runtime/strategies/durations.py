"""Spans of time, in every form in which an argument may be one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..semantics.durations import UNITS
from .domain import Domain, ValueBreakage, value_breakage, wrong_types
from .judgement import INT64_MAX, INT64_MIN
from .numbers import above, below

_MOST = 10**6
_MISSPELLED = (
    *("", "P", "PT", "1H", "PT1", "P1M", "P1Y", "P1DT", "pt1h", "PT1.5H30M", "PT1H "),
    *("1:30:00", "01:60:00", "01:30", "01:30:60", "01:30:00.5", "-01:30:00", "90 minutes"),
)
"""Texts that are a duration in no format."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Duration(Domain[str | int | timedelta]):
    """A timedelta, a whole number of units, or text: as the formats have it."""

    formats: tuple[str, ...]
    minimum: int | None = None
    maximum: int | None = None

    @property
    def _units(self) -> list[str]:
        return [form for form in self.formats if form in UNITS]

    @cached_property
    def valid(self) -> SearchStrategy[str | int | timedelta]:
        least = -_MOST if self.minimum is None else self.minimum
        most = max(least, _MOST) if self.maximum is None else self.maximum
        numbers = st.integers(min(least, most), most) | st.sampled_from((least, most))
        found: list[SearchStrategy[str | int | timedelta]] = [numbers] if self._units else []
        unit = UNITS.get(self.formats[0], timedelta(seconds=1))
        if self.formats[0] == "clock":
            numbers = st.integers(0, _MOST)
        found.append(numbers.map(lambda number: number * unit))
        if "clock" in self.formats:
            found.append(st.integers(0, _MOST).map(_clock))
        if "iso8601" in self.formats:
            found += [st.integers(0, _MOST).map(_iso), st.sampled_from(("PT0S", "P1W", "-PT0.5S"))]
        if "units" in self.formats:
            found += [st.integers(0, _MOST).map(_in_units), st.sampled_from(("0s", "1.5s", "9ms"))]
        return st.one_of(found)

    def _breakages(self) -> Iterator[ValueBreakage]:
        texts = len(self._units) < len(self.formats)
        yield from wrong_types(*[int] * bool(self._units), *[str] * texts, rule="duration")
        yield value_breakage("duration", st.sampled_from(_MISSPELLED))
        if self.formats[0] in UNITS:
            part = UNITS[self.formats[0]] / 2
            yield value_breakage("duration", st.integers(0, 99).map(lambda n: (2 * n + 1) * part))
        if self.formats[0] == "clock":
            yield value_breakage("duration", st.integers(1, 99).map(lambda n: timedelta(hours=-n)))
        if self._units:
            yield from self._outside()

    def _outside(self) -> Iterator[ValueBreakage]:
        """Numbers that are too small or too large, and durations all the same."""
        units = [UNITS[form] for form in self._units]
        least = max(INT64_MIN, min(timedelta.min // unit for unit in units) + 1)
        most = min(INT64_MAX, max(timedelta.max // unit for unit in units))
        if self.minimum is not None and self.minimum > least:
            yield value_breakage("minimum", below(self.minimum, least))
        if self.maximum is not None and self.maximum < most:
            yield value_breakage("maximum", above(self.maximum, most))

    @property
    def is_single(self) -> bool:
        return True


def _clock(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    return f"{hours:02}:{rest // 60:02}:{rest % 60:02}"


def _in_units(seconds: int) -> str:
    return f"{seconds}s" if seconds % 2 else f"{seconds // 3600}h{seconds // 60 % 60}m"


def _iso(seconds: int) -> str:
    return f"PT{seconds}S" if seconds % 2 else f"P{seconds // 86400}DT{seconds % 86400}S"
