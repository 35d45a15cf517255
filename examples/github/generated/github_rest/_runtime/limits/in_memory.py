"""Counts permits in this process, by the monotonic clock."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from operator import attrgetter
from threading import Lock

from msgspec import Struct

from ..clock import monotonic
from ..transport.forks import reinit_after_fork
from .windows import Wait, Window, ahead_in, wait

_SECONDS = attrgetter("seconds")


class _Waiter(Struct):
    place: int
    key: str


class MemoryStore:
    """The clients of a process share one, so that their requests are counted together."""

    where = "memory"

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._permits: dict[str, deque[tuple[float, str]]] = {}
        self._waiters: dict[str, _Waiter] = {}
        self._held: dict[str, tuple[float, int]] = {}
        """Until when each is held, and of how many requests it is not."""
        self._places = 0
        self._lock = Lock()
        reinit_after_fork(self)

    def take(self, windows: Sequence[Window], ticket: str, budget: float) -> Wait | None:
        with self._lock:
            now = self._clock()
            waits = [self._wait(window, ticket, now) for window in windows]
            longest = max(waits, key=_SECONDS) if len(waits) > 1 else waits[0]
            waiter = self._waiters.pop(ticket, None) if self._waiters else None
            if longest.seconds <= 0:
                for window in windows:
                    for _ in range(window.limit.cost if window.limit.requests else 0):
                        self._permits[window.key].append((now, ticket))
                return None
            if longest.is_worth(budget):
                if waiter is None:
                    self._places += 1
                    waiter = _Waiter(self._places, "")
                waiter.key = windows[waits.index(longest)].key
                self._waiters[ticket] = waiter
            return longest

    def hold(self, windows: Sequence[Window], seconds: float, left: int = 0) -> None:
        with self._lock:
            now = self._clock()
            for window in windows:
                until, least = self._held.get(window.key, (now, left))
                if until <= now or left <= least:
                    self._held[window.key] = (now + seconds, left)

    def give_back(self, windows: Sequence[Window], ticket: str) -> None:
        with self._lock:
            self._waiters.pop(ticket, None)
            for window in windows:
                permits = self._permits.get(window.key, ())
                self._permits[window.key] = deque(each for each in permits if each[1] != ticket)

    def close(self) -> None:
        """Do nothing: other clients use the same store."""

    def reinit(self) -> None:
        self._lock = Lock()
        # The threads that wait are in the parent.
        self._waiters.clear()

    def _wait(self, window: Window, ticket: str, now: float) -> Wait:
        permits = self._permits.setdefault(window.key, deque())
        over = now - window.length
        while permits and permits[0][0] <= over:
            permits.popleft()
        ahead = self._ahead(window, ticket) if self._waiters else 0
        held = self._held_for(window, now) if self._held else 0.0
        return wait(window, ahead, len(permits), lambda index: permits[index][0], now, held)

    def _held_for(self, window: Window, now: float) -> float:
        until, left = self._held.get(window.key, (now, 0))
        if until <= now:
            self._held.pop(window.key, None)
        return until - now if window.limit.cost > left else 0.0

    def _ahead(self, window: Window, ticket: str) -> int:
        queue = {name: each.place for name, each in self._waiters.items() if each.key == window.key}
        permits = (given for _, given in self._permits[window.key])
        place = queue.get(ticket)
        return ahead_in(queue, ticket, place, permits, window.limit.requests, _thread)


def _thread(ticket: str) -> str:
    """The tenant here: the threads of the process share a window fairly."""
    return ticket.rpartition(".")[0] or ticket


SHARED = MemoryStore()
