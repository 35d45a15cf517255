"""Uses a store without blocking the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

from ..transport.forks import reinit_after_fork
from .in_memory import MemoryStore
from .windows import InlineStore

if TYPE_CHECKING:
    from .windows import AsyncStore, Store, Wait, Window


def async_store(store: Store) -> AsyncStore:
    # A store in memory does not block.
    return InlineStore(store) if isinstance(store, MemoryStore) else ThreadedStore(store)


class ThreadedStore:
    """Calls the store in a thread.

    A single thread, so that calls keep their order: a task that is cancelled while it takes a
    permit gives it back after it was taken.
    """

    def __init__(self, store: Store) -> None:
        self.where = store.where
        self._store = store
        self._thread = _thread()
        reinit_after_fork(self)

    async def take(self, windows: Sequence[Window], ticket: str, budget: float) -> Wait | None:
        taken = self._thread.submit(self._store.take, windows, ticket, budget)
        # Shielded: a call that has not begun would be dropped, and what follows would come first.
        return await asyncio.shield(asyncio.wrap_future(taken))

    async def hold(self, windows: Sequence[Window], seconds: float, left: int = 0) -> None:
        held = self._thread.submit(self._store.hold, windows, seconds, left)
        await asyncio.shield(asyncio.wrap_future(held))

    async def give_back(self, windows: Sequence[Window], ticket: str) -> None:
        given = self._thread.submit(self._store.give_back, windows, ticket)
        await asyncio.shield(asyncio.wrap_future(given))

    def close(self) -> None:
        with suppress(RuntimeError):  # it was closed before
            self._thread.submit(self._store.close)
        self._thread.shutdown(wait=False)

    def reinit(self) -> None:
        self._thread = _thread()


def _thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix="rate-limits")
