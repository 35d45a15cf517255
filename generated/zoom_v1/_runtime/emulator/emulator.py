"""Emulates a service: operations over records, by a program and a clock."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress

from msgspec import Struct

from ..operation import Operation
from ..program import Constant, Program, Query, Transition
from .clock import Clock
from .engine import Engine
from .holding import held
from .indexing import keep_indexes
from .kinds import Kinds, index_name
from .making import Maker
from .memory_store import MemoryStore
from .records import Found, Records
from .running import Event, NotInState, Outcome
from .seeds.sowing import Sowing
from .store import Store
from .subscribers import Subscriber, count_undelivered, subscribers
from .world import Record

_SOWN = "sown "
_AT_ONCE = 1000
"""How many transitions are done in one go that are due."""


class Unknown(Exception):
    """An entity, record or transition that there is not."""


class Due(Struct, frozen=True):
    entity: str
    name: str
    transition: Transition


class Emulator:
    """The state of a service.

    Args:
        program: what the spec says.
        store: where records are kept; in memory if it is not given.
        clock: what time it is; the machine's if it is not given.
        seed: makes keys that can be foretold.
        shared: whether other processes use the store, too.
    """

    def __init__(
        self,
        program: Program,
        *,
        store: Store | None = None,
        clock: Clock | None = None,
        seed: int | str | None = None,
        shared: bool = False,
    ) -> None:
        self.program = program
        self.store: Store = MemoryStore() if store is None else store
        self.clock = Clock() if clock is None else clock
        self.maker = Maker(seed)
        self.sowers: Sequence[Sowing] = ()
        """Give each new tenant what it begins with."""
        self._sown: set[str] = set()
        self._shared = shared
        self._kinds = Kinds(program)
        self._engine = Engine(self._kinds)
        keep_indexes(self._own_records(""))
        self._due = tuple(
            Due(name, key, transition)
            for name, entity in program.entities.items()
            for key, transition in entity.transitions.items()
            if transition.due
        )

    def operate(self, operation: Operation, given: Mapping[str, object], tenant: str) -> Outcome:
        """Do what an operation does; all of it, or nothing.

        Raises:
            Refused: the API's error.
            Unexpandable: what is to be expanded is no id, and there is no error for that.
            StalePage: a cursor is none, and there is no error for that.
            KeyTaken: something new has the key of another, and there is no error for that.
        """
        records = self._records(tenant)
        known = held(operation.arguments, given)
        events = self._catch_up(records) if self._due else []
        store, writes = self.store, self._engine.writes(operation.id)
        with store.writing() if writes else store.reading():
            outcome = self._engine.operate(records, operation.id, known)
        outcome.events[:0] = events
        return outcome

    def transition(
        self, tenant: str, entity: str, key: str, name: str, given: Mapping[str, object]
    ) -> Outcome:
        """What the service does to a record by itself.

        Raises:
            Unknown: there is no such entity, record or transition.
            NotInState: it does not lead from where the record is.
        """
        records = self._records(tenant)
        with self.store.writing():
            record = self._found(records, entity, key)
            transitions = self.program.entities[entity].transitions
            if name not in transitions:
                listed = ", ".join(transitions) or "none"
                raise Unknown(f"{entity} has no transition {name}; there are: {listed}")
            return self._engine.move(records, record, name, given)

    def every(self, tenant: str, entity: str, last: int | None = None) -> list[Record]:
        """All records of an entity, or the last ones, oldest first.

        Raises:
            Unknown: there is no such entity.
        """
        self._require(entity)
        records = self._records(tenant)
        with self.store.reading():
            if last is None:
                stored = self.store.page(tenant, entity, index_name(0), "")
            else:
                newest = self.store.page(
                    tenant, entity, index_name(0), "", descending=True, limit=last
                )
                stored = newest[::-1]
            return [dict(records.read(entity, each)) for each in stored]

    def find(self, tenant: str, entity: str, key: str) -> Record | None:
        """A record; None if there is none.

        Raises:
            Unknown: there is no such entity.
        """
        self._require(entity)
        records = self._records(tenant)
        with self.store.reading():
            found = self._named(records, entity, key)
        return None if found is None else dict(found)

    def catch_up(self) -> list[tuple[str, list[Event]]]:
        """Do what was due since the last request of each tenant; the events, by tenant."""
        if not self._due:
            return []
        with self.store.reading():
            tenants = list(self.store.counts())
        found = ((tenant, self._catch_up(self._records(tenant))) for tenant in tenants)
        return [(tenant, events) for tenant, events in found if events]

    def subscribers(self, tenant: str) -> list[Subscriber]:
        """Who is told of a tenant's events, by what its records say."""
        with self.store.reading():
            return list(subscribers(self.program, self._own_records(tenant)))

    def undelivered(self, tenant: str, key: str, more: int) -> None:
        """So many more have not received the event that a record is, or less."""
        with self.store.writing():
            count_undelivered(self.program, self._own_records(tenant), key, more)

    def shown(self, fields: Mapping[str, object]) -> dict[str, object]:
        """Values as responses have them: a record as its entity's shape."""
        return {name: self._engine.shown(value) for name, value in fields.items()}

    def sow(self, tenant: str) -> None:
        """Give a tenant what it begins with, if it is new."""
        if not self.sowers or (tenant in self._sown and not self._shared):
            return
        with self.store.writing():
            if self.store.read_note(_sown(tenant)) is None:
                self.store.write_note(_sown(tenant), b"1")
                for sower in self.sowers if self._is_empty(tenant) else ():
                    sower.sow(self._own_records(tenant))
        self._sown.add(tenant)

    def tenants(self) -> list[str]:
        """Whose records there are, or were: what they are kept by."""
        with self.store.reading():
            return list(dict.fromkeys([*self.store.counts(), *self.store.noted(_SOWN)]))

    def clear(self, tenant: str) -> None:
        """Take away all records of a tenant, who is new afterwards."""
        with self.store.writing():
            self.store.clear(tenant)
            self.store.write_note(_sown(tenant), None)
        self._sown.discard(tenant)

    def restore(self, name: str) -> bool:
        """Put a copy in place of all records; False if there is none of that name."""
        with self.store.writing():
            found = self.store.restore(name)
            keep_indexes(self._own_records(""))
        return found

    def _is_empty(self, tenant: str) -> bool:
        """Whether there are no records, as a file of former days may have them."""
        every = index_name(0)
        return not any(
            self.store.page(tenant, entity, every, "", limit=1) for entity in self.program.entities
        )

    def _records(self, tenant: str) -> Records:
        self.sow(tenant)
        return self._own_records(tenant)

    def _own_records(self, tenant: str) -> Records:
        return Records(self._kinds, self.store, tenant, self.clock, self.maker)

    def _require(self, entity: str) -> None:
        if entity not in self.program.entities:
            listed = ", ".join(self.program.entities)
            raise Unknown(f"there is no entity {entity}; there are: {listed}")

    def _found(self, records: Records, entity: str, key: str) -> Found:
        self._require(entity)
        found = self._named(records, entity, key)
        if found is None:
            raise Unknown(f"there is no {entity} {key}")
        return found

    def _named(self, records: Records, entity: str, name: str) -> Found | None:
        """A record by its key, or by whatever else it is known by."""
        found = records.get(entity, name)
        if found is not None:
            return found
        for each in self.program.entities[entity].known_by:
            query = Query(entity=entity, index=each.index, keys=(Constant(value=name),))
            found = records.first(self._kinds.values.search(query), {})
            if found is not None:
                return found
        return None

    def _catch_up(self, records: Records) -> list[Event]:
        """Do what was due since the last request: one after the other, each as of its moment."""
        events: list[Event] = []
        with self.store.reading():
            if self._first_due(records, frozenset()) is None:
                return events
        stuck: set[tuple[str, str, str]] = set()
        """What is due still after it was done."""
        with self.store.writing():
            for _ in range(_AT_ONCE):
                first = self._first_due(records, stuck)
                if first is None:
                    break
                moment, due, record = first
                with suppress(NotInState):
                    events += self._engine.move(records, record, due.name, {}, moment).events
                if self._is_due_still(record, due, moment):
                    stuck.add((due.entity, due.name, f"{record.stored.key} {moment}"))
        return events

    def _is_due_still(self, record: Found, due: Due, moment: str) -> bool:
        state = record.get(self.program.entities[due.entity].state)
        stays = not due.transition.sources or state in due.transition.sources
        return stays and record.get(due.transition.due) == moment

    def _first_due(
        self, records: Records, stuck: Collection[tuple[str, str, str]]
    ) -> tuple[str, Due, Found] | None:
        """What was due first and is not stuck; of what was due together, what is said first."""
        first: tuple[str, Due, Found] | None = None
        for due in self._due:
            for record in self._overdue(records, due, 1 + len(stuck)):
                moment = str(record[due.transition.due])
                if (due.entity, due.name, f"{record.stored.key} {moment}") in stuck:
                    continue
                if first is None or moment < first[0]:
                    first = moment, due, record
                break
        return first

    def _overdue(self, records: Records, due: Due, most: int) -> Iterator[Found]:
        now = self.clock.text()
        name = index_name(due.transition.due_index)
        for stored in self.store.page(records.tenant, due.entity, name, "", limit=most):
            record = records.read(due.entity, stored)
            moment = record.get(due.transition.due)
            if not isinstance(moment, str) or moment > now:
                return
            yield record


def _sown(tenant: str) -> str:
    """The name of the note that a tenant has what it begins with."""
    return _SOWN + tenant
