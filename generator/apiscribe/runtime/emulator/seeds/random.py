"""Accounts that are made up: plausible, and the same for the same random seed and clock."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime

import msgspec

from ..clock import Clock
from ..engine import Engine
from ..kinds import index_name
from ..making import Maker
from ..records import Records
from ..refusing import KeyTaken, Refused
from ..store import Stored

MOST = 20_000
"""How many records are remembered of accounts that were made up."""
Made = list[tuple[str, Stored]]
"""Records with their entities, oldest first."""


class RandomAccounts:
    """Makes up an account for each new tenant, by what the spec says of `populate`.

    It depends on nothing but the random seed, the tenant and the moment at which the clock began:
    neither on when a tenant comes, nor on who has come before. So an account that begins anew is
    remembered, and not made up again.

    Args:
        parts: how many there are of what is populated.
        seed: the same makes the same.
        owner: the tenant by what its records are kept by, which may have a namespace in it.
    """

    def __init__(self, parts: int, seed: int | str | None, owner: Callable[[str], str]) -> None:
        self._parts = parts
        self._seed = seed
        self._owner = owner
        self._begun: datetime | None = None
        self._remembered: OrderedDict[str, Made] = OrderedDict()
        """Accounts by tenant, all of which began when the clock began at that moment."""
        self._records = 0
        """How many they have."""

    def sow(self, records: Records) -> None:
        if self._begun != records.clock.begun:
            self._begun = records.clock.begun
            self._remembered.clear()
            self._records = 0
        remembered = self._remembered.get(records.tenant)
        if remembered is not None:
            _put_back(remembered, records)
            return
        is_alone = not _size(records)
        self._make_up(records)
        if self._seed is not None and is_alone and _size(records) <= MOST:
            self._remember(records.tenant, _every(records))

    def _make_up(self, records: Records) -> None:
        clock = Clock(records.clock.begun, running=False)
        seed = None if self._seed is None else f"{self._seed}/{self._owner(records.tenant)}"
        own = Records(records.kinds, records.store, records.tenant, clock, Maker(seed))
        try:
            Engine(own.kinds).populate(own, self._parts)
        except (Refused, KeyTaken) as refused:
            raise RuntimeError(f"`populate` makes what the service refuses: {refused}") from None

    def _remember(self, tenant: str, made: Made) -> None:
        self._remembered[tenant] = made
        self._records += len(made)
        while self._records > MOST:
            _, forgotten = self._remembered.popitem(last=False)
            self._records -= len(forgotten)


def _size(records: Records) -> int:
    count, by_age = records.store.count, index_name(0)
    return sum(count(records.tenant, each, by_age, "") for each in records.program.entities)


def _every(records: Records) -> Made:
    found = [
        (entity, stored)
        for entity in records.program.entities
        for stored in records.store.page(records.tenant, entity, index_name(0), "")
    ]
    return sorted(found, key=lambda each: each[1].seq)


def _put_back(made: Made, records: Records) -> None:
    for entity, stored in made:
        entries = records.kinds[entity].entries(msgspec.json.decode(stored.content))
        if (
            records.store.insert(records.tenant, entity, stored.key, stored.content, entries)
            is None
        ):
            raise RuntimeError(f"there is a {entity} {stored.key} where an account begins")
