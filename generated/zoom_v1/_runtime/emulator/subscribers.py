"""Records that say who is told of events."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..program import Program, Subscribes
from .about import About
from .comparing import canonical, is_given
from .records import Records
from .world import Record


class Subscriber(Struct, frozen=True, kw_only=True):
    """Who is told, by what a record says."""

    record: str
    """Entity and key."""
    url: str
    events: tuple[str, ...] | None
    """As the service calls them; None for all."""
    secret: str
    about: tuple[About, ...] = ()


def subscribers(program: Program, records: Records) -> Iterator[Subscriber]:
    """All of a tenant, oldest first of each entity."""
    for name, entity in program.entities.items():
        said = entity.subscribes
        if said is None:
            continue
        search = records.kinds.values.search(said.query)
        for record in records.matching(search, {}):
            if is_given(record.get(said.url)):
                yield Subscriber(
                    record=f"{name} {canonical(record.get(entity.key))}",
                    url=canonical(record.get(said.url)),
                    events=_events(said, record),
                    secret=canonical(record.get(said.secret)) if said.secret else "",
                    about=tuple(_about(said, record)),
                )


def count_undelivered(program: Program, records: Records, key: str, more: int) -> None:
    """Have the records of a key, where they count it, say that so many more wait for them."""
    for name, entity in program.entities.items():
        found = records.get(name, key) if entity.undelivered else None
        if found is not None:
            waiting = found.get(entity.undelivered)
            count = waiting if isinstance(waiting, int) else 0
            records.change(found, {entity.undelivered: max(count + more, 0)})


def _about(said: Subscribes, record: Record) -> Iterator[About]:
    """What events are about that a record is told of: of anything, where it says nothing."""
    for name, keys in said.about.items():
        given = record.get(name)
        if is_given(given):
            values = given if isinstance(given, list) else [given]
            yield About(keys, tuple(map(canonical, values)))


def _events(said: Subscribes, record: Record) -> tuple[str, ...] | None:
    if not said.events:
        return None
    given = record.get(said.events)
    names = tuple(map(canonical, given)) if isinstance(given, list) else (canonical(given),)
    return None if said.every and said.every in names else names
