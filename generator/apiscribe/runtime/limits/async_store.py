"""Counting for clients that block, which those that await share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from .windows import Store, Wait, Window


class AsyncStore(Protocol):
    """A store, asked with `await`."""

    where: str

    async def take(
        self, windows: Sequence[Window], ticket: str, patience: float
    ) -> Wait | None: ...

    async def give_back(self, windows: Sequence[Window], ticket: str) -> None: ...

    def close(self) -> None: ...


class InlineStore:
    """Asks at once, and blocks until there is an answer."""

    def __init__(self, store: Store) -> None:
        self.where = store.where
        self._store = store

    async def take(self, windows: Sequence[Window], ticket: str, patience: float) -> Wait | None:
        return self._store.take(windows, ticket, patience)

    async def give_back(self, windows: Sequence[Window], ticket: str) -> None:
        self._store.give_back(windows, ticket)

    def close(self) -> None:
        self._store.close()
