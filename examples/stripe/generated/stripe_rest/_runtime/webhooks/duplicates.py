"""Which events have been here before.

A service that had no answer in time sends an event again, although it may have been
handled, or is just being handled. So each event is claimed before it is handled, and settled
or released afterwards.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Literal, Protocol

Standing = Literal["new", "running", "done"]


class Duplicates(Protocol):
    """A memory of events, for instance one that several processes share.

    Its methods may block, and may be called from several threads at once.
    """

    def claim(self, key: str, /) -> Standing:
        """Take an event on if nobody has (`new`), or else say how far it is; in one step."""

    def settle(self, key: str, /) -> None:
        """A claimed event was handled."""

    def release(self, key: str, /) -> None:
        """A claimed event was not handled: the next delivery is to be `new` again."""


class Recent:
    """The events of the last minutes, in the memory of this process.

    Args:
        size: how many are remembered; the oldest are forgotten first.
        seconds: for how long. Deliveries of one event have to come within it, and two events
            that say the same are one to it.
        clock: what tells the time, in seconds.
    """

    def __init__(
        self,
        *,
        size: int = 10_000,
        seconds: float = 600.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if size < 1 or seconds <= 0:
            raise ValueError("size= and seconds= have to be positive")
        self._size = size
        self._seconds = seconds
        self._clock = clock
        self._lock = Lock()
        self._events: OrderedDict[str, tuple[float, Standing]] = OrderedDict()
        """Key -> when it is forgotten, and how far it is; in the order of being forgotten."""

    def claim(self, key: str, /) -> Standing:
        with self._lock:
            self._forget()
            if key in self._events:
                return self._events[key][1]
            self._note(key, "running")
            return "new"

    def settle(self, key: str, /) -> None:
        with self._lock:
            self._note(key, "done")

    def release(self, key: str, /) -> None:
        with self._lock:
            self._events.pop(key, None)

    def _note(self, key: str, standing: Standing) -> None:
        self._events[key] = (self._clock() + self._seconds, standing)
        self._events.move_to_end(key)
        if len(self._events) > self._size:
            self._events.popitem(last=False)

    def _forget(self) -> None:
        now = self._clock()
        while self._events and next(iter(self._events.values()))[0] <= now:
            self._events.popitem(last=False)
