"""Time that passes even where a test has stopped the clock.

Libraries that freeze time replace functions of the module `time`, wherever they find them. A
server whose event loop asks one of those would wait for ever: for its end, for instance.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from functools import partial

now: Callable[[], float] = (
    # They replace functions, and this is none; what it calls, they leave alone.
    partial(time.clock_gettime, time.CLOCK_MONOTONIC)
    if hasattr(time, "clock_gettime")
    else partial(time.monotonic)
)


class _RealTimeLoop(asyncio.SelectorEventLoop):
    def time(self) -> float:
        return now()


def event_loop() -> asyncio.AbstractEventLoop:
    """The fastest loop that is installed; each reads a clock of the system's."""
    try:
        import uvloop
    except ImportError:
        return _RealTimeLoop()
    loop: asyncio.AbstractEventLoop = uvloop.new_event_loop()
    return loop
