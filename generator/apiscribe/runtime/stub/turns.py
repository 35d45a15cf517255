"""What is done in which event loop, and who goes first among what it does for one subscriber."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


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


def soon(loop: asyncio.AbstractEventLoop, do: Callable[[], None]) -> None:
    """Have something done in an event loop; at once, if it runs here."""
    if loop is running_loop():
        do()
    else:
        loop.call_soon_threadsafe(do)


def begin(tasks: set[asyncio.Task[None]], what: Coroutine[Any, Any, None]) -> None:
    """Begin a task, and keep it until it is done: a loop itself does not."""
    task = asyncio.get_running_loop().create_task(what)
    tasks.add(task)
    task.add_done_callback(tasks.discard)
