"""The interface by which a limiter uses a store, and the one for stores that may block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from .windows import Store, Wait, Window


class AsyncStore(Protocol):
    """A store whose methods are awaited."""

    where: str

    async def take(self, windows: Sequence[Window], ticket: str, budget: float) -> Wait | None: ...

    async def hold(self, windows: Sequence[Window], seconds: float) -> None: ...

    async def give_back(self, windows: Sequence[Window], ticket: str) -> None: ...

    def close(self) -> None: ...


class InlineStore:
    """Calls the store at once, and blocks until it returns."""

    def __init__(self, store: Store) -> None:
        self.where = store.where
        self._store = store

    async def take(self, windows: Sequence[Window], ticket: str, budget: float) -> Wait | None:
        return self._store.take(windows, ticket, budget)

    async def hold(self, windows: Sequence[Window], seconds: float) -> None:
        self._store.hold(windows, seconds)

    async def give_back(self, windows: Sequence[Window], ticket: str) -> None:
        self._store.give_back(windows, ticket)

    def close(self) -> None:
        self._store.close()
