"""A seed that has been read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from msgspec import Struct

_LISTED = 30
"""How many names a message lists."""


class SeedProblem(Struct, frozen=True):
    """What is wrong with a seed, and where: `file:line:column`, or the way to a value."""

    at: str
    problem: str

    def __str__(self) -> str:
        return f"{self.at}: {self.problem}"


class BadSeed(ValueError):
    """A seed of which no account can be made; has every problem."""

    def __init__(self, problems: Iterable[SeedProblem]) -> None:
        self.problems = tuple(sorted(problems, key=_place))
        super().__init__("\n".join(map(str, self.problems)))


def _place(problem: SeedProblem) -> tuple[str, int, int]:
    file, *spot = problem.at.rsplit(":", 2)
    if len(spot) == 2 and all(each.isdecimal() for each in spot):
        return file, int(spot[0]), int(spot[1])
    return problem.at, 0, 0


class Local(Struct, frozen=True):
    """The key of a record that has a local name."""

    name: str


class Stamp(Struct, frozen=True):
    """A moment, so long after the one at which the seed is sown."""

    amount: int = 0
    unit: str = "seconds"


class SeedRecord(Struct, frozen=True, kw_only=True):
    """One record. Its fields are values, `Local` and `Stamp`, or lists of these."""

    entity: str
    at: str
    fields: Mapping[str, Any]
    name: str = ""
    """What others of the seed call it by."""


class Seed(Struct, frozen=True, kw_only=True):
    """Records, in an order in which each comes after those that it refers to."""

    everybody: tuple[SeedRecord, ...] = ()
    """What a tenant begins with of whom nothing else is said."""
    tenants: Mapping[str, tuple[SeedRecord, ...]] = {}

    def of(self, tenant: str) -> tuple[SeedRecord, ...]:
        return self.tenants.get(tenant, self.everybody)


def meant(name: str, known: Iterable[str]) -> str:
    """What might have been meant, to stand behind a message."""
    names = sorted(known)
    near = get_close_matches(name[:100], names, n=1)
    if near:
        return f"; did you mean `{near[0]}`?"
    return f"; there are: {', '.join(names)}" if 0 < len(names) <= _LISTED else ""
