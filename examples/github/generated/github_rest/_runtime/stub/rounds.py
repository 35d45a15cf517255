"""Requests that have come together: what they change is kept together, and then all are answered.

To keep changes costs a file as much as to make some, however many there are. Nobody hears of a
change that is not kept.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ..emulator import Store

logger = logging.getLogger(__name__)


class Waiting(Protocol):
    """Somebody who has something to send."""

    def go_on(self) -> None:
        """What answers tell of is kept."""
        ...

    def apologize(self) -> None:
        """It could not be kept."""
        ...


class Round:
    """One turn of the event loop, in which requests are answered that have come.

    Args:
        store: where they change something, if they can.
    """

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self._waiting: list[Waiting] = []
        self._is_open = False

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        """Have an end, when all have been answered that have come by now."""
        if not self._is_open:
            self._is_open = True
            if self._store is not None:
                self._store.group()
            loop.call_soon(self.end)

    def join(self, waiting: Waiting) -> bool:
        """Send at the end of the round; False if there is none."""
        if self._is_open:
            self._waiting.append(waiting)
        return self._is_open

    def end(self) -> None:
        if not self._is_open:
            return
        self._is_open = False
        waiting, self._waiting = self._waiting, []
        try:
            if self._store is not None:
                self._store.settle()
        except Exception:
            logger.exception("what requests have changed could not be kept")
            for each in waiting:
                each.apologize()
        for each in waiting:
            each.go_on()
