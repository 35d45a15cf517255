"""Who wants to hear of events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .delivering import Subscription


class Subscriptions:
    """All of them, in the order in which they were made."""

    def __init__(self) -> None:
        self._last_id = 0
        self._kept: dict[int, Subscription] = {}

    def add(self, namespace: str, given: Mapping[str, Any]) -> Subscription:
        self._last_id += 1
        made = Subscription(id=self._last_id, namespace=namespace, **given)
        self._kept[made.id] = made
        return made

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
