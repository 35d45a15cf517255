"""When the next request fits: sliding windows, and a queue in front of each. No I/O.

A permit is counted from the moment it is given until its window's length is over. Who has
to wait stands in the queue of the window that lets it in last, and gets in when there are
more permits than others before it; so threads and processes take turns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct

from ..operation import Limit

MARGIN = 0.025
"""Seconds that a window is longer than its limit says, for requests do not all travel equally
fast: what is sent a second apart arrives now and then in less."""
HEARTBEAT = 0.5
"""Seconds after which a waiter looks again, should others have left the queue."""
GRACE = 0.5
"""Seconds that a waiter may be late before it is taken for dead and loses its place."""
DAY = 86_400
"""Seconds from which on a limit is a quota, which is not waited for."""


class Window(Struct, frozen=True):
    """One limit, and under which name it is counted."""

    key: str
    limit: Limit

    @property
    def length(self) -> float:
        return self.limit.seconds + MARGIN


class Wait(Struct, frozen=True):
    """How long one limit keeps a request back."""

    seconds: float
    limit: Limit

    def is_worth(self, patience: float) -> bool:
        return self.seconds <= patience and self.limit.seconds < DAY

    @property
    def pause(self) -> float:
        """Seconds until the waiter is to ask again."""
        return min(self.seconds, HEARTBEAT)


class StoreFailure(Exception):
    """The count cannot be reached."""


class Store(Protocol):
    """Where permits are counted. A ticket is the name of one request that wants some."""

    where: str
    """For messages; without what could be a secret."""

    def take(self, windows: Sequence[Window], ticket: str, patience: float) -> Wait | None:
        """A permit of each window at once, or none and how long to wait for them.

        Whoever has to wait, and thinks it worth its `patience`, has a place in the queue and
        keeps it by asking again in time.

        Raises:
            StoreFailure: nothing is known, nor whether permits were given.
        """
        ...

    def give_back(self, windows: Sequence[Window], ticket: str) -> None:
        """Undo all that `ticket` has, permits and place in the queue.

        Raises:
            StoreFailure: it could not be done.
        """
        ...


def wait(
    window: Window, ahead: int, counted: int, stamp: Callable[[int], float], now: float
) -> float:
    """Seconds until a request fits that has `ahead` others before it.

    Args:
        window: What has to be kept.
        ahead: How many will take their permits first.
        counted: How many permits are in the window.
        stamp: When the nth oldest of them was given.
        now: On the clock of the stamps.
    """
    rounds, slot = divmod(ahead, window.limit.requests)
    leaving = slot + counted - window.limit.requests
    left = stamp(leaving) + window.length - now if leaving >= 0 else 0.0
    return rounds * window.length + max(left, 0.0)
