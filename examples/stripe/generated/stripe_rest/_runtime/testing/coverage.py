"""What of an API was exercised: put together, told, and compared with what was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

PARTS = ("operations", "errors", "arguments")
Shown = Mapping[str, Any]
"""As a stub's `coverage()` and `GET /_stub/coverage` have it."""


class Exercised:
    """What several stubs have seen together, in one process or in many."""

    def __init__(self) -> None:
        self._operations: dict[str, dict[str, Any]] = {}

    def add(self, shown: Shown) -> None:
        for id, seen in shown["operations"].items():
            into = self._operations.setdefault(
                id, {"exercised": False, "errors": {}, "arguments": {}}
            )
            into["exercised"] |= seen["exercised"]
            for part in ("errors", "arguments"):
                for name, was in seen[part].items():
                    into[part][name] = into[part].get(name, False) | was

    @property
    def shown(self) -> dict[str, Any]:
        """In a form that can be added elsewhere."""
        return {"operations": self._operations}

    def counts(self) -> dict[str, tuple[int, int]]:
        """Part -> how many were exercised, and how many there are."""
        every = self._operations.values()
        return {
            "operations": _counted(each["exercised"] for each in every),
            **{
                part: _counted(was for each in every for was in each[part].values())
                for part in ("errors", "arguments")
            },
        }

    def percent(self, part: str = "") -> float:
        """What part of it was exercised, from 0 to 100; of everything without a name."""
        counts = self.counts()
        chosen = [counts[part]] if part else list(counts.values())
        every = sum(all for _, all in chosen)
        return 100 * sum(done for done, _ in chosen) / every if every else 0.0

    def lines(self, *, missing: bool) -> Iterator[str]:
        """What the end of a run says."""
        counts = self.counts()
        width = max(len(str(number)) for pair in counts.values() for number in pair)
        for part, (done, every) in counts.items():
            yield f"{part:10}  {done:{width}} of {every:{width}}  {self.percent(part):3.0f}%"
        if missing:
            yield from self._missing()

    def _missing(self) -> Iterator[str]:
        never = [id for id, seen in self._operations.items() if not seen["exercised"]]
        if never:
            yield f"never called: {', '.join(never)}"
        for id, seen in self._operations.items():
            if seen["exercised"]:
                for part in ("errors", "arguments"):
                    rest = [name for name, was in seen[part].items() if not was]
                    if rest:
                        yield f"{id}: {part} never seen: {', '.join(rest)}"


def read_thresholds(text: str) -> dict[str, float]:
    """`80`, or `operations=100,errors=20` -> part (empty for everything) -> percent.

    Raises:
        ValueError: it is neither.
    """
    found: dict[str, float] = {}
    for each in text.split(","):
        part, equals, number = each.rpartition("=")
        part = part.strip()
        if (equals and part not in PARTS) or not number.strip():
            raise ValueError(f"{each.strip()!r} is neither a percentage nor {_WAYS}")
        try:
            found[part] = float(number)
        except ValueError:
            raise ValueError(f"{number.strip()!r} is no percentage") from None
        if not 0 <= found[part] <= 100:
            raise ValueError(f"{number.strip()} is not between 0 and 100")
    return found


_WAYS = " or ".join(f"{part}=PERCENT" for part in PARTS)


def shortfalls(exercised: Exercised, thresholds: Mapping[str, float]) -> Iterator[str]:
    """What is below what was asked for."""
    for part, wanted in thresholds.items():
        percent = exercised.percent(part)
        if percent < wanted:
            what = part or "operations, errors and arguments together"
            yield f"{what}: {percent:.2f}% were exercised, and {wanted:g}% have to be"


def _counted(were: Iterable[bool]) -> tuple[int, int]:
    found = list(were)
    return sum(found), len(found)
