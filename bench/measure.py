"""Measures things in turns, and says whether the ratio keeps its budget."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Samples = Mapping[str, list[float]]
"""Name -> one measurement a round."""

_LOOP_SECONDS = 0.004
_LOOPS = 5


@dataclass(frozen=True, kw_only=True)
class Row:
    """One measurement with its budget, if it has one."""

    what: str
    measured: float
    unit: str
    figures: str = ""
    """What the ratio was taken of."""
    most: float | None = None
    least: float | None = None

    @property
    def kept(self) -> bool:
        too_much = self.most is not None and self.measured > self.most
        too_little = self.least is not None and self.measured < self.least
        return not (too_much or too_little)

    @property
    def verdict(self) -> str:
        if self.most is None and self.least is None:
            return "no budget"
        limit = f"{self.most:g}" if self.most is not None else f"at least {self.least:g}"
        return f"budget {limit}: {'kept' if self.kept else 'MISSED'}"


def interleaved(subjects: Mapping[str, Callable[[], float]], rounds: int) -> Samples:
    """Measure each subject once a round.

    A machine that is slow for a while is then slow for all of them. Another one begins in each
    round, so that nobody always comes after the same neighbour.
    """
    names = list(subjects)
    samples: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        first = number % len(names)
        for name in names[first:] + names[:first]:
            gc.collect()
            samples[name].append(subjects[name]())
    return samples


def ratio(samples: Samples, one: str, other: str) -> float:
    """How many times the other's measurement: the median over the rounds, each by itself."""
    return median(a / b for a, b in zip(samples[one], samples[other], strict=True))


def per_call(call: Callable[[], object]) -> Callable[[], float]:
    """A measurement of the seconds that `call` takes: the best of a few short loops.

    Whatever else runs on the machine only ever adds time, so the best is the nearest to the truth.
    """
    call()
    times = max(1, round(_LOOP_SECONDS / _loop(call, 3)))
    return lambda: min(_loop(call, times) for _ in range(_LOOPS))


def compare(
    samples: Samples,
    what: str,
    ours: str,
    other: str,
    show: Callable[[float], str],
    *,
    most: float | None = None,
    least: float | None = None,
) -> Row:
    """Ours beside another's."""
    return Row(
        what=what,
        measured=ratio(samples, ours, other),
        unit=f"x {other}",
        figures=f"{show(median(samples[ours]))} beside {show(median(samples[other]))}",
        most=most,
        least=least,
    )


def seconds(value: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= size:
            return f"{value / size:.3g} {unit}"
    return f"{value / 1e-9:.3g} ns"


def requests_a_second(value: float) -> str:
    return f"{value:,.0f}/s"


def megabytes(value: float) -> str:
    return f"{value / 1e6:.0f} MB"


def _loop(call: Callable[[], object], times: int) -> float:
    begun = perf_counter()
    for _ in range(times):
        call()
    return (perf_counter() - begun) / times
