"""Accounts that are made up: plausible, and the same for the same random seed and clock."""

from __future__ import annotations

from collections.abc import Callable

from ..clock import Clock
from ..engine import Engine
from ..making import Maker
from ..records import Records
from ..refusing import KeyTaken, Refused


class RandomAccounts:
    """Makes up an account for each new tenant, by what the spec says of `populate`.

    It depends on nothing but the random seed, the tenant and the moment at which the clock began:
    neither on when a tenant comes, nor on who has come before.

    Args:
        parts: how many there are of what is populated.
        seed: the same makes the same.
        owner: the tenant by what its records are kept by, which may have a namespace in it.
    """

    def __init__(self, parts: int, seed: int | str | None, owner: Callable[[str], str]) -> None:
        self._parts = parts
        self._seed = seed
        self._owner = owner

    def sow(self, records: Records) -> None:
        clock = Clock(records.clock.begun, running=False)
        seed = None if self._seed is None else f"{self._seed}/{self._owner(records.tenant)}"
        own = Records(records.kinds, records.store, records.tenant, clock, Maker(seed))
        try:
            Engine(own.kinds).populate(own, self._parts)
        except (Refused, KeyTaken) as refused:
            raise RuntimeError(f"`populate` makes what the service refuses: {refused}") from None
