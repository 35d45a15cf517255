"""Counts in this process, by a clock that is never set."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Sequence
from operator import itemgetter
from threading import Lock
from time import monotonic

from msgspec import Struct

from .windows import Wait, Window, wait


class _Waiter(Struct):
    place: int
    key: str


class MemoryStore:
    """All clients of a process share one, so that a key is counted once."""

    where = "memory"

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._permits: dict[str, deque[tuple[float, str]]] = {}
        self._waiters: dict[str, _Waiter] = {}
        self._places = 0
        self._lock = Lock()

    def take(self, windows: Sequence[Window], ticket: str, patience: float) -> Wait | None:
        with self._lock:
            now = self._clock()
            waits = [(self._wait(window, ticket, now), window) for window in windows]
            seconds, last = waits[0] if len(waits) == 1 else max(waits, key=itemgetter(0))
            waiter = self._waiters.pop(ticket, None) if self._waiters else None
            if seconds <= 0:
                for window in windows:
                    self._permits[window.key].append((now, ticket))
                return None
            longest = Wait(seconds, last.limit)
            if longest.is_worth(patience):
                if waiter is None:
                    self._places += 1
                    waiter = _Waiter(self._places, "")
                waiter.key = last.key
                self._waiters[ticket] = waiter
            return longest

    def give_back(self, windows: Sequence[Window], ticket: str) -> None:
        with self._lock:
            self._waiters.pop(ticket, None)
            for window in windows:
                permits = self._permits.get(window.key, ())
                self._permits[window.key] = deque(each for each in permits if each[1] != ticket)

    def renew_lock(self) -> None:
        """In the child of a fork: a thread that held the lock is not there to release it."""
        self._lock = Lock()
        self._waiters.clear()

    def _wait(self, window: Window, ticket: str, now: float) -> float:
        permits = self._permits.setdefault(window.key, deque())
        over = now - window.length
        while permits and permits[0][0] <= over:
            permits.popleft()
        ahead = self._ahead(window.key, ticket) if self._waiters else 0
        return wait(window, ahead, len(permits), lambda index: permits[index][0], now)

    def _ahead(self, key: str, ticket: str) -> int:
        waiter = self._waiters.get(ticket)
        others = [each.place for each in self._waiters.values() if each.key == key]
        return len(others) if waiter is None else sum(place < waiter.place for place in others)


SHARED = MemoryStore()

if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=SHARED.renew_lock)
