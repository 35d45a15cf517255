"""Records of one tenant: found by query, created, changed and removed, with all that follows."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

from ..program import Program
from .clock import Clock
from .comparing import NOTHING, canonical, differing, is_given
from .contents import PLAIN, read
from .kinds import Dependence, Kind, Kinds, Single
from .lookup import Lookup
from .making import Maker
from .refusing import KeyTaken
from .store import Store, Stored
from .world import Record, Scope, Search, Tests, passing

_ATTEMPTS = 20
"""How often a key is made anew that somebody has already."""
_BATCH = 500
_FURTHEST = 2**53
"""No store has more records, and databases count no further than to 64 bits."""


class Found(dict[str, object]):
    """A record, which knows what it is."""

    __slots__ = ("entity", "former", "stored")
    entity: str
    stored: Stored
    former: Stored
    """What was found."""


class Records:
    """What one tenant has. Lives as long as one request."""

    def __init__(self, kinds: Kinds, store: Store, tenant: str, clock: Clock, maker: Maker) -> None:
        self.kinds = kinds
        self.store = store
        self.tenant = tenant
        self.clock = clock
        self.maker = maker
        self._lookup = Lookup(kinds, store, tenant)

    @property
    def program(self) -> Program:
        return self.kinds.program

    @property
    def account(self) -> str:
        """What the tenant is called where it is shown: its own name is a credential."""
        return _account(self.tenant)

    # Searches

    def count(self, search: Search, scope: Scope) -> int:
        tests = search.tests(scope, self)
        if tests:
            return sum(1 for _ in self._passing(search, scope, tests))
        return self._lookup.count(search.entity, search.index, search.value(scope, self))

    def records(self, search: Search, scope: Scope) -> list[Record]:
        return list(self.matching(search, scope))

    def first(self, search: Search, scope: Scope) -> Found | None:
        tests = search.tests(scope, self)
        if search.by_key:
            found = self.get(search.entity, search.value(scope, self))
            return found if found is None or passing(found, tests) else None
        if tests:
            return next(self._passing(search, scope, tests), None)
        return next(iter(self.page(search, scope, 0, 1)), None)

    def page(self, search: Search, scope: Scope, offset: int, limit: int) -> list[Found]:
        """So many records from a place on, whatever tests they pass."""
        if offset > _FURTHEST:
            return []
        found = self._lookup.page(
            search.entity,
            search.index,
            search.value(scope, self),
            descending=search.descending,
            offset=offset,
            limit=min(limit, _FURTHEST),
        )
        return [self.read(search.entity, stored) for stored in found]

    def matching(self, search: Search, scope: Scope) -> Iterator[Found]:
        return self._passing(search, scope, search.tests(scope, self))

    def get(self, entity: str, key: str) -> Found | None:
        stored = self.store.get(self.tenant, entity, key)
        return None if stored is None else self.read(entity, stored)

    def former(self, record: object) -> Record:
        """What a record was when it was found, of each field that is another now."""
        if not isinstance(record, Found):
            return {}
        before = msgspec.json.decode(record.former.content)
        shown = self.kinds.shown
        return differing(shown(record.entity, before), shown(record.entity, record))

    def key_of(self, entity: str) -> str:
        """The field that tells records of an entity apart."""
        return self.kinds[entity].entity.key

    def place_of(self, search: Search, scope: Scope, key: str) -> int | None:
        """Where the record with a key stands among those of a search without tests."""
        kind = self.kinds[search.entity]
        found = self.get(search.entity, kind.key({kind.entity.key: key}))
        if found is None or canonical(found[kind.entity.key]) != key:
            return None
        place = self._lookup.place(search.entity, search.index)
        entry = place.entry(found)
        if entry.value != search.value(scope, self) or not passing(found, place.tests):
            return None
        before = self._lookup.rank(search.entity, search.index, entry, found.stored.seq)
        return self.count(search, scope) - 1 - before if search.descending else before

    # Changes

    def create(self, name: str, fields: Mapping[str, object], scope: Scope) -> Found:
        """A new record. What its entity starts with is computed in order, from what is there.

        Raises:
            Refused: something has to be unique and is not.
            KeyTaken: that is its key, and the spec does not call it unique.
        """
        kind = self.kinds[name]
        for _ in range(_ATTEMPTS):
            record = self._begun(name, kind, fields, scope)
            taken = self._taken(name, kind, record, None)
            if taken is not None:
                if any(not is_given(fields.get(field)) for field in taken.made):
                    continue
                raise taken.refuse({**record, name: record}, self)
            content = msgspec.json.encode(record)
            stored = self.store.insert(
                self.tenant, name, kind.key(record), content, kind.entries(record)
            )
            if stored is not None and PLAIN.issuperset(map(type, record.values())):
                record.entity, record.stored = name, stored
                return record
            if stored is not None:
                return self.read(name, stored)
            if not kind.makes_keys or is_given(fields.get(kind.entity.key)):
                raise KeyTaken(f"there is a {name} with this {kind.entity.key} already")
        raise RuntimeError(f"no free key for a new {name}")

    def change(self, record: Found, fields: Mapping[str, object]) -> None:
        """Change a record, also for whoever holds it. None takes a field away.

        Raises:
            Refused: something has to be unique and is not.
        """
        kind = self.kinds[record.entity]
        changed = Found({**record, **fields})
        moved = (field for field, value in fields.items() if not _is_same(record.get(field), value))
        places = kind.told_by(frozenset(moved))
        before = kind.entries(record, places) if places else ()
        taken = self._taken(record.entity, kind, changed, record)
        if taken is not None:
            raise taken.refuse({**changed, record.entity: changed}, self)
        content = msgspec.json.encode(changed)
        after = kind.entries(changed, places) if places else ()
        self.store.replace(self.tenant, record.entity, record.stored, content, before, after)
        record.update(fields)
        record.stored = Stored(record.stored.key, record.stored.seq, content)

    def remove(self, record: Found) -> None:
        """Remove a record, and do what its going away means for others.

        Raises:
            Refused: others forbid it.
        """
        kind = self.kinds[record.entity]
        key = record[kind.entity.key]
        for dependence in kind.dependences:
            for other in self._dependants(dependence, key):
                self._let_go(other, dependence, key, {record.entity: record})
        entries = kind.entries(record)
        self.store.delete(self.tenant, record.entity, record.stored, entries)

    # Parts

    def _begun(self, name: str, kind: Kind, fields: Mapping[str, object], scope: Scope) -> Found:
        """A new record with what its entity starts with."""
        record = Found(kind.constants)
        record.update(fields)
        for field, given in fields.items():
            if not given and given in NOTHING and field in kind.constants:
                record[field] = kind.constants[field]
        seen: dict[str, object] = {**scope, **record, name: record}
        for field, start in kind.computed:
            given = record.get(field)
            if not given and given in NOTHING:
                value = record[field] = start(seen, self)
                if field != name:
                    seen[field] = value
        return record

    def _passing(self, search: Search, scope: Scope, tests: Tests) -> Iterator[Found]:
        offset = 0
        while True:
            found = self.page(search, scope, offset, _BATCH)
            yield from (record for record in found if passing(record, tests))
            if len(found) < _BATCH:
                return
            offset += _BATCH

    def _dependants(self, dependence: Dependence, key: object) -> list[Found]:
        found = list(self.matching(dependence.search, {"key": key}))
        if not dependence.what.many:
            return found
        wanted, field = canonical(key), dependence.what.field
        return [each for each in found if wanted in map(canonical, _items(each.get(field)))]

    def _let_go(self, other: Found, dependence: Dependence, key: object, scope: Scope) -> None:
        """Do with a record what the going away of one that it names means for it."""
        what = dependence.what
        match what.then:
            case "remove":
                self.remove(other)
            case "clear" if what.many:
                gone = canonical(key)
                rest = [each for each in _items(other.get(what.field)) if canonical(each) != gone]
                self.change(other, {what.field: rest})
            case "clear":
                self.change(other, {what.field: None})
            case "refuse":
                assert dependence.refuse is not None
                raise dependence.refuse(scope, self)

    def read(self, entity: str, stored: Stored) -> Found:
        found = Found(read(stored.content))
        found.entity = entity
        found.stored = found.former = stored
        return found

    def _taken(self, name: str, kind: Kind, record: Found, before: Found | None) -> Single | None:
        """What of a record has to be unique, and is somebody's already."""
        for single in kind.unique:
            if not all(is_given(record.get(field)) for field in single.fields):
                continue
            place = kind.places[single.index]
            value = place.value(record)
            if before is not None and value == place.value(before):
                continue
            if self._lookup.has(name, single.index, value):
                return single
        return None


@lru_cache(maxsize=1024)
def _account(tenant: str) -> str:
    digest = hashlib.blake2s(tenant.encode(errors="replace"), digest_size=16).digest()
    return urlsafe_b64encode(digest).decode().rstrip("=")


def _is_same(one: object, other: object) -> bool:
    """Whether a record stands at the same places with either value."""
    return type(one) is type(other) and type(one) in PLAIN and one == other


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
