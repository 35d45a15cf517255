"""Who goes first, among what an event loop does for one subscriber."""

from __future__ import annotations

import asyncio


class Turns:
    """A lock for each subscriber, in whichever event loop runs now."""

    def __init__(self) -> None:
        self._locks: dict[int, tuple[object, asyncio.Lock]] = {}

    def of(self, id: int) -> asyncio.Lock:
        loop = asyncio.get_running_loop()
        where, lock = self._locks.get(id, (None, None))
        if lock is None or where is not loop:  # the server was started again
            lock = asyncio.Lock()
            self._locks[id] = loop, lock
        return lock


def running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
