"""Records in memory, as long as the process lives."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from functools import partial
from typing import TypeVar

from .memory_lists import Lists
from .store import INDEXES, Entry, Stored

_NONE = Lists()
_T = TypeVar("_T")


class _Kind:
    """The records of an entity that a tenant has."""

    __slots__ = ("indexes", "records")

    def __init__(self, records: dict[str, Stored], indexes: dict[str, Lists]) -> None:
        self.records = records
        """Key -> record."""
        self.indexes = indexes

    def put(self, stored: Stored, entries: Iterable[Entry]) -> None:
        self.records[stored.key] = stored
        for entry in entries:
            lists = self.indexes.get(entry.index)
            if lists is None:
                lists = self.indexes[entry.index] = Lists()
            lists.add(entry.value, (entry.sort, stored.seq, stored.key))

    def leave(self, stored: Stored, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self.indexes[entry.index].drop(entry.value, (entry.sort, stored.seq, stored.key))

    def take(self, stored: Stored, entries: Iterable[Entry]) -> None:
        del self.records[stored.key]
        self.leave(stored, entries)

    def change(self, stored: Stored, gone: Iterable[Entry], come: Iterable[Entry]) -> None:
        self.leave(stored, gone)
        self.put(stored, come)

    def copy(self) -> _Kind:
        indexes = {name: lists.copy() for name, lists in self.indexes.items()}
        return _Kind(self.records.copy(), indexes)


_Kinds = dict[tuple[str, str], _Kind]
"""Tenant and entity -> records."""


class MemoryStore:
    """Records in Python's own objects: what a request costs, no database can cost.

    Changes are made at once, each with what takes it back, which is done in reverse if the block
    fails in which it was made.
    """

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._kinds: _Kinds = {}
        self._notes: dict[str, bytes] = {}
        self._saved: dict[str, tuple[_Kinds, bytes | None]] = {}
        """Copies, each with the note on its indexes."""
        self._last = 0
        """The number of the newest record."""
        self._undo: list[Callable[[], object]] = []
        self._begun: list[int] = []
        """How much there was to undo before each block that is under way."""
        self._writing = _Block(self._begin, self._end)

    def reading(self) -> AbstractContextManager[object]:
        return self._lock

    def writing(self) -> AbstractContextManager[object]:
        return self._writing

    def group(self) -> None:
        """To keep what blocks change costs no more for each than for all."""

    def settle(self) -> None:
        """It is kept already."""

    def rest(self) -> None:
        """There is nothing to let go of."""

    def close(self) -> None:
        """There is nothing to close."""

    def get(self, tenant: str, entity: str, key: str) -> Stored | None:
        kind = self._kinds.get((tenant, entity))
        return None if kind is None else kind.records.get(key)

    def insert(
        self, tenant: str, entity: str, key: str, content: bytes, entries: Iterable[Entry]
    ) -> Stored | None:
        kind = self._kinds.get((tenant, entity))
        if kind is None:
            kind = self._kinds[tenant, entity] = _Kind({}, {})
        if key in kind.records:
            return None
        self._last += 1
        stored, come = Stored(key, self._last, content), list(entries)
        kind.put(stored, come)
        self._undo.append(partial(kind.take, stored, come))
        return stored

    def replace(
        self,
        tenant: str,
        entity: str,
        stored: Stored,
        content: bytes,
        before: Iterable[Entry],
        after: Iterable[Entry],
    ) -> None:
        found = self._standing(tenant, entity, stored)
        if found is None:
            return
        kind, former = found
        old, new = set(before), set(after)
        gone, come = old - new, new - old
        kind.change(Stored(former.key, former.seq, content), gone, come)
        self._undo.append(partial(kind.change, former, come, gone))

    def delete(self, tenant: str, entity: str, stored: Stored, entries: Iterable[Entry]) -> None:
        found = self._standing(tenant, entity, stored)
        if found is None:
            return
        kind, former = found
        gone = list(entries)
        kind.take(former, gone)
        self._undo.append(partial(kind.put, former, gone))

    def count(self, tenant: str, entity: str, index: str, value: str) -> int:
        return len(self._lists(tenant, entity, index).get(value, ()))

    def has(self, tenant: str, entity: str, index: str, value: str) -> bool:
        return value in self._lists(tenant, entity, index)

    def rank(self, tenant: str, entity: str, entry: Entry, seq: int) -> int:
        return self._lists(tenant, entity, entry.index).rank(entry.value, entry.sort, seq)

    def page(
        self,
        tenant: str,
        entity: str,
        index: str,
        value: str,
        *,
        descending: bool = False,
        offset: int = 0,
        limit: int | None = None,
    ) -> list[Stored]:
        places = self._lists(tenant, entity, index).get(value, ())
        begin, end = offset, len(places) if limit is None else offset + limit
        if descending:
            begin, end = max(0, len(places) - end), max(0, len(places) - begin)
        chosen = places[begin:end]
        if not chosen:
            return []
        records = self._kinds[tenant, entity].records
        return [records[key] for _, _, key in (reversed(chosen) if descending else chosen)]

    def reindex(self, entries: Callable[[str, bytes], Iterable[Entry]]) -> None:
        before = self._kinds
        self._undo.append(partial(self._put_back, before))
        self._kinds = {}
        for (tenant, entity), kind in before.items():
            made = self._kinds[tenant, entity] = _Kind({}, {})
            for stored in kind.records.values():
                made.put(stored, entries(entity, stored.content))

    def counts(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {}
        for tenant, entity in self._kinds:
            number = self.count(tenant, entity, "0", "")
            if number:
                found.setdefault(tenant, {})[entity] = number
        return found

    def clear(self, tenant: str | None = None) -> None:
        self._undo.append(partial(self._put_back, self._kinds))
        rest = {} if tenant is None else self._kinds
        self._kinds = {at: kind for at, kind in rest.items() if at[0] != tenant}

    def save(self, name: str) -> None:
        self._set_saved(name, (_copied(self._kinds), self.read_note(INDEXES)))

    def restore(self, name: str) -> bool:
        if name not in self._saved:
            return False
        kinds, indexes = self._saved[name]
        self.write_note(INDEXES, indexes)
        self._undo.append(partial(self._put_back, self._kinds))
        self._kinds = _copied(kinds)
        return True

    def saved(self) -> list[str]:
        return sorted(self._saved)

    def drop_saved(self, name: str) -> bool:
        there = name in self._saved
        self._set_saved(name, None)
        return there

    def read_note(self, name: str) -> bytes | None:
        return self._notes.get(name)

    def noted(self, prefix: str) -> list[str]:
        return [name.removeprefix(prefix) for name in self._notes if name.startswith(prefix)]

    def write_note(self, name: str, content: bytes | None) -> None:
        self._undo.append(partial(_set, self._notes, name, self._notes.get(name)))
        _set(self._notes, name, content)

    def _begin(self) -> None:
        self._lock.acquire()
        self._begun.append(len(self._undo))

    def _end(self, *, failed: bool) -> None:
        before = self._begun.pop()
        if failed:
            while len(self._undo) > before:
                self._undo.pop()()
        elif not self._begun:
            self._undo.clear()
        self._lock.release()

    def _standing(self, tenant: str, entity: str, stored: Stored) -> tuple[_Kind, Stored] | None:
        """Where a record is kept, and as what; None if it has gone, whoever has its key now."""
        kind = self._kinds.get((tenant, entity))
        found = None if kind is None else kind.records.get(stored.key)
        if kind is None or found is None or found.seq != stored.seq:
            return None
        return kind, found

    def _lists(self, tenant: str, entity: str, index: str) -> Lists:
        kind = self._kinds.get((tenant, entity))
        return _NONE if kind is None else kind.indexes.get(index, _NONE)

    def _put_back(self, kinds: _Kinds) -> None:
        self._kinds = kinds

    def _set_saved(self, name: str, copy: tuple[_Kinds, bytes | None] | None) -> None:
        self._undo.append(partial(_set, self._saved, name, self._saved.get(name)))
        _set(self._saved, name, copy)


class _Block(AbstractContextManager[None]):
    """What is done within, as a whole."""

    def __init__(self, begin: Callable[[], None], end: Callable[..., None]) -> None:
        self._begin, self._end = begin, end

    def __enter__(self) -> None:
        self._begin()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._end(failed=kind is not None)


def _set(of: dict[str, _T], name: str, value: _T | None) -> None:
    if value is None:
        of.pop(name, None)
    else:
        of[name] = value


def _copied(kinds: _Kinds) -> _Kinds:
    return {at: kind.copy() for at, kind in kinds.items()}
