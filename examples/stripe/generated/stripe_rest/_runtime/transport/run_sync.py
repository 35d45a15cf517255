"""Runs coroutines that never suspend, for the client that blocks.

The code that decides how a call is made is written once, with `await`. Whatever may wait (sending,
pausing, taking a permit) is passed in. For a client that blocks, those functions block, so that
everything awaited is over when it returns.
"""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TypeVar

from ..clock import sleep

T = TypeVar("T")


def run_sync(coroutine: Coroutine[object, None, T]) -> T:
    """The result of a coroutine that never suspends."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        result: T = done.value
        return result
    coroutine.close()
    raise RuntimeError("a client that blocks was made to await")


async def blocking_sleep(seconds: float) -> None:
    """Sleep, and block meanwhile."""
    sleep(seconds)
