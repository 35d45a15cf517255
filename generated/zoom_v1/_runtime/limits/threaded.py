"""Counting without holding up the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from ..transport.forks import reinit_after_fork
from .async_store import AsyncStore, InlineStore
from .in_memory import MemoryStore
from .windows import Store, Wait, Window


def async_store(store: Store) -> AsyncStore:
    # What is in memory holds nobody up.
    return InlineStore(store) if isinstance(store, MemoryStore) else ThreadedStore(store)


class ThreadedStore:
    """Asks in a thread.

    There is one thread, and it takes turns: what a task gives back because it was cancelled while
    it asked is given back after it was taken.
    """

    def __init__(self, store: Store) -> None:
        self.where = store.where
        self._store = store
        self._thread = _thread()
        reinit_after_fork(self)

    async def take(self, windows: Sequence[Window], ticket: str, patience: float) -> Wait | None:
        asked = self._thread.submit(self._store.take, windows, ticket, patience)
        # Shielded: a question that has not been asked yet would be dropped, and with it the order.
        return await asyncio.shield(asyncio.wrap_future(asked))

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
