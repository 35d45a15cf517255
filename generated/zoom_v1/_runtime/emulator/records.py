"""Records of one tenant: found by query, created, changed and removed, with all that follows."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

from ..program import Entity, Equals, Filter, Index, Made, Program, Query, Refusal
from .clock import Clock
from .comparing import canonical, is_given
from .making import Maker
from .store import Entry, Store, Stored
from .values import Record, Scope, evaluate, passes

_ATTEMPTS = 20
"""How often a key is made anew that somebody has already."""
_BATCH = 500
_FURTHEST = 2**53
"""No store has more records, and databases count no further than to 64 bits."""
_WIDTH = 20


class Refused(Exception):
    """The API's own error is the answer."""

    def __init__(
        self, code: str | int, message: str, fields: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.fields = fields or {}
        """What else its response says, by the names of the envelope's fields."""


class Found(dict[str, object]):
    """A record, which knows what it is."""

    __slots__ = ("entity", "stored")
    entity: str
    stored: Stored


class Records:
    """What one tenant has. Lives as long as one request."""

    def __init__(
        self, program: Program, store: Store, tenant: str, clock: Clock, maker: Maker
    ) -> None:
        self.program = program
        self.store = store
        self.tenant = tenant
        self.clock = clock
        self.maker = maker

    @property
    def account(self) -> str:
        """What the tenant is called where it is shown: its own name is a credential."""
        return _account(self.tenant)

    # Queries

    def count(self, query: Query, scope: Scope) -> int:
        if query.filters:
            return sum(1 for _ in self.matching(query, scope))
        name, value = self._place(query, scope)
        return self.store.count(self.tenant, query.entity, name, value)

    def records(self, query: Query, scope: Scope) -> list[Record]:
        return list(self.matching(query, scope))

    def first(self, query: Query, scope: Scope) -> Found | None:
        entity = self.program.entities[query.entity]
        index = entity.indexes[query.index]
        if index.fields == (entity.key,) and not index.filters:
            key = self._folded(entity, entity.key, evaluate(query.keys[0], scope, self))
            stored = self.store.get(self.tenant, query.entity, key)
            if stored is None:
                return None
            found = self.read(query.entity, stored)
            return found if self._passes(query.filters, found, scope, entity) else None
        if query.filters:
            return next(self.matching(query, scope), None)
        return next(iter(self.page(query, scope, 0, 1)), None)

    def page(self, query: Query, scope: Scope, offset: int, limit: int) -> list[Found]:
        """So many records from a place on; of a query without filters."""
        if offset > _FURTHEST:
            return []
        name, value = self._place(query, scope)
        found = self.store.page(
            self.tenant,
            query.entity,
            name,
            value,
            descending=query.descending,
            offset=offset,
            limit=min(limit, _FURTHEST),
        )
        return [self.read(query.entity, stored) for stored in found]

    def matching(self, query: Query, scope: Scope) -> Iterator[Found]:
        entity = self.program.entities[query.entity]
        offset = 0
        while True:
            found = self.page(query, scope, offset, _BATCH)
            for record in found:
                if self._passes(query.filters, record, scope, entity):
                    yield record
            if len(found) < _BATCH:
                return
            offset += _BATCH

    def get(self, entity: str, key: str) -> Found | None:
        stored = self.store.get(self.tenant, entity, key)
        return None if stored is None else self.read(entity, stored)

    # Changes

    def create(self, name: str, fields: Mapping[str, object], scope: Scope) -> Found:
        """A new record. What its entity starts with is computed in order, from what is there.

        Raises:
            Refused: something has to be unique and is not.
        """
        entity = self.program.entities[name]
        for _ in range(_ATTEMPTS):
            record = Found(fields)
            for field, value in entity.starts.items():
                if not is_given(record.get(field)):
                    record[field] = evaluate(value, {**scope, **record, name: record}, self)
            if self._is_made_again(entity, name, record, fields):
                continue
            self._require_unique(entity, name, record, None)
            key = self._folded(entity, entity.key, record.get(entity.key))
            entries = self.entries(entity, record)
            content = msgspec.json.encode(record)
            stored = self.store.insert(self.tenant, name, key, content, entries)
            if stored is not None:
                return self.read(name, stored)
        raise RuntimeError(f"no free key for a new {name}")

    def change(self, record: Found, fields: Mapping[str, object]) -> None:
        """Change a record, also for whoever holds it. None takes a field away.

        Raises:
            Refused: something has to be unique and is not.
        """
        entity = self.program.entities[record.entity]
        before = self.entries(entity, record)
        changed = Found({**record, **fields})
        self._require_unique(entity, record.entity, changed, record)
        content = msgspec.json.encode(changed)
        after = self.entries(entity, changed)
        self.store.replace(self.tenant, record.entity, record.stored, content, before, after)
        record.update(fields)
        record.stored = Stored(record.stored.key, record.stored.seq, content)

    def remove(self, record: Found) -> None:
        """Remove a record, and do what its going away means for others.

        Raises:
            Refused: others forbid it.
        """
        entity = self.program.entities[record.entity]
        for dependant in entity.dependants:
            query = Query(entity=dependant.entity, index=dependant.index)
            for other in self._dependants(query, dependant.field, record[entity.key]):
                match dependant.then:
                    case "remove":
                        self.remove(other)
                    case "clear" if dependant.many:
                        gone = canonical(record[entity.key])
                        kept = other.get(dependant.field)
                        rest = [k for k in kept if canonical(k) != gone]  # type: ignore[attr-defined]  # it is a list
                        self.change(other, {dependant.field: rest})
                    case "clear":
                        self.change(other, {dependant.field: None})
                    case "refuse":
                        assert dependant.otherwise is not None
                        raise self.refused(dependant.otherwise, {record.entity: record})
        self.store.delete(self.tenant, record.entity, record.stored, self.entries(entity, record))

    def refused(self, refusal: Refusal, scope: Scope) -> Refused:
        message = canonical(evaluate(refusal.message, scope, self))
        fields = {name: evaluate(value, scope, self) for name, value in refusal.fields.items()}
        return Refused(refusal.code, message, fields)

    # Parts

    def _dependants(self, query: Query, field: str, key: object) -> list[Found]:
        wanted = canonical(key)
        index = self.program.entities[query.entity].indexes[query.index]
        if index.fields:
            name, value = index_name(query.index), self._value(query.entity, index, {field: key})
            found = self.store.page(self.tenant, query.entity, name, value)
            return [self.read(query.entity, stored) for stored in found]
        everybody = self.matching(query, {})
        return [each for each in everybody if wanted in map(canonical, _items(each.get(field)))]

    def read(self, entity: str, stored: Stored) -> Found:
        found = Found(msgspec.json.decode(stored.content))
        found.entity = entity
        found.stored = stored
        return found

    def _place(self, query: Query, scope: Scope) -> tuple[str, str]:
        entity = self.program.entities[query.entity]
        fields = entity.indexes[query.index].fields
        parts = (
            self._folded(entity, field, evaluate(value, scope, self))
            for field, value in zip(fields, query.keys, strict=True)
        )
        return index_name(query.index), "\0".join(parts)

    def _value(self, name: str, index: Index, record: Mapping[str, object]) -> str:
        entity = self.program.entities[name]
        return "\0".join(self._folded(entity, f, record.get(f)) for f in index.fields)

    def entries(self, entity: Entity, record: Record) -> list[Entry]:
        """Where a record stands in the indexes of its entity."""
        found = []
        for number, index in enumerate(entity.indexes):
            if self._passes(index.filters, record, {}, entity):
                value = "\0".join(self._folded(entity, f, record.get(f)) for f in index.fields)
                sort = sortable(record.get(index.order)) if index.order else ""
                found.append(Entry(index_name(number), value, sort))
        return found

    def _passes(
        self, filters: tuple[Filter, ...], record: Record, scope: Scope, entity: Entity
    ) -> bool:
        for each in filters:
            if each.optional and _is_open(each, scope, self):
                continue
            value = record.get(each.field)
            if each.field in entity.ignore_case and isinstance(each.test, Equals):
                if (
                    canonical(value).casefold()
                    != canonical(evaluate(each.test.value, scope, self)).casefold()
                ):
                    return False
            elif not passes(each.test, value, scope, self):
                return False
        return True

    def _folded(self, entity: Entity, field: str, value: object) -> str:
        text = canonical(value)
        return text.casefold() if field in entity.ignore_case else text

    def _is_made_again(
        self, entity: Entity, name: str, record: Found, given: Mapping[str, object]
    ) -> bool:
        """Whether something that was made up, and has to be unique, is somebody's already."""
        return any(
            isinstance(entity.starts.get(field), Made)
            and not is_given(given.get(field))
            and self.store.count(
                self.tenant,
                name,
                index_name(unique.index),
                self._value(name, entity.indexes[unique.index], record),
            )
            for unique in entity.unique
            for field in unique.fields
        )

    def _require_unique(
        self, entity: Entity, name: str, record: Found, before: Found | None
    ) -> None:
        for unique in entity.unique:
            if not all(is_given(record.get(field)) for field in unique.fields):
                continue
            value = self._value(name, entity.indexes[unique.index], record)
            if before is not None and value == self._value(
                name, entity.indexes[unique.index], before
            ):
                continue
            if self.store.count(self.tenant, name, index_name(unique.index), value):
                raise self.refused(unique.otherwise, {**record, name: record})


@lru_cache(maxsize=1024)
def _account(tenant: str) -> str:
    digest = hashlib.blake2s(tenant.encode(errors="replace"), digest_size=16).digest()
    return urlsafe_b64encode(digest).decode().rstrip("=")


def index_name(number: int) -> str:
    return str(number)


def sortable(value: object) -> str:
    """Text that sorts as values do: numbers among numbers."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value + 10 ** (_WIDTH - 1):0{_WIDTH}}"
    return canonical(value)


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _is_open(each: Filter, scope: Scope, records: Records) -> bool:
    """Whether a filter compares with something that was not given, and so does not filter."""
    value = getattr(each.test, "value", None)
    return value is not None and not is_given(evaluate(value, scope, records))
