"""Who wants to hear of events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec import structs

from .subscription import Subscription

Said = Mapping[str, Any]
"""What a record says: itself, address, events and secret."""


class Subscriptions:
    """All of them, in the order in which they were made."""

    def __init__(self) -> None:
        self._last_id = 0
        self._kept: dict[int, Subscription] = {}
        self.forgotten: Callable[[int], None] = _nobody
        """Hears of those that records say no more, by id."""

    def add(self, namespace: str, given: Mapping[str, Any]) -> Subscription:
        self._last_id += 1
        made = Subscription(id=self._last_id, namespace=namespace, **given)
        self._kept[made.id] = made
        return made

    def settle(self, tenant: str, namespace: str, said: Sequence[Said]) -> list[Subscription]:
        """Those of a tenant that its records say; others of its records are no more."""
        mine = _by_record(self.every(), tenant, namespace)
        if _say(mine.values()) != {each["record"]: each for each in said}:
            self._settle(mine, tenant, namespace, said)
            mine = _by_record(self.every(), tenant, namespace)
        return [mine[each["record"]] for each in said]

    def _settle(
        self, mine: Mapping[str, Subscription], tenant: str, namespace: str, said: Sequence[Said]
    ) -> None:
        for each in said:
            known = mine.get(each["record"])
            if known is None:
                self.add(namespace, {**each, "tenant": tenant})
            else:
                self.replace(structs.replace(known, **each))
        for record in mine.keys() - {each["record"] for each in said}:
            self.remove(mine[record].id)
            self.forgotten(mine[record].id)

    def replace(self, changed: Subscription) -> None:
        self._kept[changed.id] = changed

    def every(self) -> list[Subscription]:
        return list(self._kept.values())

    def get(self, id: int) -> Subscription | None:
        return self._kept.get(id)

    def remove(self, id: int) -> bool:
        """Whether there was one of that id."""
        return self._kept.pop(id, None) is not None

    def restart(self) -> None:
        """Have none."""
        self._kept.clear()
        self._last_id = 0


def _nobody(_: int) -> None:
    """Hear of nothing."""


def _by_record(
    every: Iterable[Subscription], tenant: str, namespace: str
) -> dict[str, Subscription]:
    whose = tenant, namespace
    return {
        each.record: each
        for each in every
        if each.record and (each.tenant, each.namespace) == whose
    }


def _say(every: Iterable[Subscription]) -> dict[str, Said]:
    return {
        each.record: {
            "record": each.record,
            "url": each.url,
            "events": each.events,
            "secret": each.secret,
            "about": each.about,
            "headers": each.headers,
        }
        for each in every
    }
