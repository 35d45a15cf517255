"""Which records stand under a value: entered in an index, or by their key."""

from __future__ import annotations

from .contents import read
from .kinds import Kinds, Place
from .store import Entry, Store, Stored


class Lookup:
    """The indexes of one tenant's records.

    Records are found by their key without being entered anywhere. So are those that a field names
    which began as their key, such as an id that may become another one, for as long as it is that.
    """

    __slots__ = ("_kinds", "_store", "_tenant")

    def __init__(self, kinds: Kinds, store: Store, tenant: str) -> None:
        self._kinds = kinds
        self._store = store
        self._tenant = tenant

    def place(self, entity: str, index: int) -> Place:
        return self._kinds[entity].places[index]

    def page(
        self,
        entity: str,
        index: int,
        value: str,
        *,
        descending: bool = False,
        offset: int,
        limit: int,
    ) -> list[Stored]:
        """Records under a value, in the order of the index."""
        place = self.place(entity, index)
        if place.keyed == "always":
            alone = self._store.get(self._tenant, entity, value)
            return [] if alone is None else [alone][offset : offset + limit]
        own = self._own(entity, place, value)
        # Of those before, one is enough to tell whether it is the own one that comes first.
        before = 0 if own is None else min(offset, 1)
        found = self._store.page(
            self._tenant,
            entity,
            place.name,
            value,
            descending=descending,
            offset=offset - before,
            limit=limit + before,
        )
        if own is None:
            return found
        merged = sorted([*found, own], key=lambda stored: stored.seq, reverse=descending)
        return merged[before : before + limit]

    def count(self, entity: str, index: int, value: str) -> int:
        place = self.place(entity, index)
        own = 0 if self._own(entity, place, value) is None else 1
        if place.keyed == "always":
            return own
        return own + self._store.count(self._tenant, entity, place.name, value)

    def has(self, entity: str, index: int, value: str) -> bool:
        place = self.place(entity, index)
        if self._own(entity, place, value) is not None:
            return True
        if place.keyed == "always":
            return False
        return self._store.has(self._tenant, entity, place.name, value)

    def rank(self, entity: str, index: int, entry: Entry, seq: int) -> int:
        """How many records under a value come before one of them, in ascending order."""
        place = self.place(entity, index)
        own = self._own(entity, place, entry.value)
        before = 0 if own is None or own.seq >= seq else 1
        if place.keyed == "always":
            return before
        return before + self._store.rank(self._tenant, entity, entry, seq)

    def _own(self, entity: str, place: Place, value: str) -> Stored | None:
        """The record that stands under a value since that is its key."""
        if not place.keyed:
            return None
        found = self._store.get(self._tenant, entity, value)
        if found is None or place.keyed == "always":
            return found
        return found if place.value(read(found.content)) == value else None
