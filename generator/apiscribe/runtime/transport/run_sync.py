"""One way of calling for two kinds of client: those that block, and those that await.

Whatever may have to wait (send, pause, take a permit) is handed in, and the code that decides
is written with `await`. To a client that blocks, everything awaited is over when it returns.
"""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TypeVar

from ..clock import sleep

T = TypeVar("T")


def run_sync(coroutine: Coroutine[object, None, T]) -> T:
    """The result of a coroutine that never has to be waited for."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        result: T = done.value
        return result
    coroutine.close()
    raise RuntimeError("a client that blocks was made to await")


async def blocking_sleep(seconds: float) -> None:
    """Sleep as a client does that blocks."""
    sleep(seconds)
