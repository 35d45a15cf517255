"""Faults on purpose: which requests they meet, and what happens to those."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from typing import Literal

from msgspec import Struct

Connection = Literal["reset", "truncate", "stall", "garbage", "slow"]


class Uniform(Struct, frozen=True, tag_field="type", tag="uniform"):
    """Any number of seconds between two."""

    lower: float
    upper: float


class LogNormal(Struct, frozen=True, tag_field="type", tag="lognormal"):
    """Seconds with a long tail, as networks have it."""

    median: float
    sigma: float


Delay = float | Uniform | LogNormal


class Rule(Struct, kw_only=True, omit_defaults=True):
    """What happens to some requests."""

    id: int
    operation: str = "*"
    tenant: str | None = None
    namespace: str = ""
    times: int | None = None
    after: int = 0
    probability: float = 1
    status: int | None = None
    error: int | str | None = None
    delay: Delay | None = None
    connection: Connection | None = None
    retry_after: int | float | None = None
    matched: int = 0
    """How many requests were of its kind."""
    done: int = 0
    """To how many of them it happened."""

    def concerns(self, operation: str, tenant: str, namespace: str) -> bool:
        if self.namespace and self.namespace != namespace:
            return False
        if self.tenant is not None and self.tenant != tenant:
            return False
        return fnmatchcase(operation, self.operation)

    @property
    def breaks(self) -> bool:
        """Whether the client never gets the whole response."""
        return self.connection not in (None, "slow")


class FaultRules:
    """Rules in the order in which they were given; the first that matches counts."""

    def __init__(self, seed: int | str | None = None) -> None:
        self._seed = seed
        self._begin()

    def _begin(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Have no rules, and the same chances again."""
        self._random = random.Random(self._seed)
        self._last_id = 0
        self.rules: tuple[Rule, ...] = ()

    def add(self, rule: Rule) -> Rule:
        rule.id = self._next_id()
        self.rules = (*self.rules, rule)
        return rule

    def remove(self, id: int | None = None, namespace: str = "") -> int:
        """Take away one rule, or all of a namespace, or all; how many those were."""
        kept = tuple(
            each
            for each in self.rules
            if (id is not None and each.id != id) or (namespace and each.namespace != namespace)
        )
        removed = len(self.rules) - len(kept)
        self.rules = kept
        return removed

    def met(self, operation: str, tenant: str, namespace: str) -> Rule | None:
        """The rule that a request meets; None if nothing happens to it."""
        return first_met(self.rules, (operation, tenant, namespace), self._source)

    def seconds(self, delay: Delay | None) -> float:
        match delay:
            case None:
                return 0
            case Uniform():
                return self._source().uniform(delay.lower, delay.upper)
            case LogNormal():
                return delay.median * self._source().lognormvariate(0, delay.sigma)
        return delay

    def _next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def _source(self) -> random.Random:
        """Of what is left to chance."""
        return self._random


def first_met(
    rules: Iterable[Rule], request: tuple[str, str, str], source: Callable[[], random.Random]
) -> Rule | None:
    """The first rule that a request meets: of an operation, a tenant and a namespace.

    The rules count it.
    """
    for rule in rules:
        if not rule.concerns(*request):
            continue
        rule.matched += 1
        if rule.matched <= rule.after:
            continue
        if rule.times is not None and rule.done >= rule.times:
            continue
        if rule.probability < 1 and source().random() >= rule.probability:
            continue
        rule.done += 1
        return rule
    return None
