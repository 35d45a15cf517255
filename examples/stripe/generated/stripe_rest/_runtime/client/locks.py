"""Locks that the common code takes with `async with`, whichever kind of client it runs for."""

from __future__ import annotations

import threading
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING

from ..transport.forks import reinit_after_fork

if TYPE_CHECKING:
    import asyncio
    from types import TracebackType


class ThreadLock:
    """For threads, which block until it is free."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        reinit_after_fork(self)

    def __call__(self) -> ThreadLock:
        return self

    async def __aenter__(self) -> None:
        self._lock.acquire()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._lock.release()

    def reinit(self) -> None:
        # Whoever held it has stayed with the parent.
        self._lock = threading.Lock()


class LoopLock:
    """For the tasks of an event loop."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lock: asyncio.Lock | None = None

    def __call__(self) -> AbstractAsyncContextManager[object]:
        import asyncio

        loop = asyncio.get_running_loop()
        if self._lock is None or self._loop is not loop:
            self._loop, self._lock = loop, asyncio.Lock()
        return self._lock
