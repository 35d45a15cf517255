"""Who has to wait for a permit, and how long."""

import threading
import time
from collections import defaultdict
from typing import Any

import pytest

from apiscribe.runtime.limits.in_memory import MemoryStore
from apiscribe.runtime.limits.limiter import Limiter
from apiscribe.runtime.limits.windows import (
    MARGIN,
    InlineStore,
    ahead_in,
    ahead_of,
    process_of,
    wait,
)
from apiscribe.runtime.operation import Limit
from apiscribe.runtime.transport.run_sync import run_sync
from tests.runtime.limits.limited import (
    SECOND,
    attempts,
    most_in_a_window,
    operation,
    windows,
)

LENGTH = 1 + MARGIN


@pytest.mark.parametrize(
    ("ahead", "permits", "expected"),
    [
        (0, [], 0),
        (1, [], 0),
        (2, [], LENGTH),
        (5, [], 2 * LENGTH),
        (0, [99.5], 0),
        (1, [99.5], LENGTH - 0.5),
        (0, [99.25, 99.5], LENGTH - 0.75),
        (1, [99.25, 99.5], LENGTH - 0.5),
        (2, [99.25, 99.5], 2 * LENGTH - 0.75),
        # More than the limit, as after a change of it: two have to leave.
        (0, [99.25, 99.5, 99.75], LENGTH - 0.5),
    ],
)
def test_the_next_place_of_two_a_second_is_free_in(ahead, permits, expected):
    (window,) = windows(SECOND)

    found = wait(window, ahead, len(permits), permits.__getitem__, 100.0).seconds

    assert found == pytest.approx(expected)


@pytest.mark.parametrize(
    ("before", "taken", "expected"),
    [
        ("", {"a": 0}, 0),
        ("aaa", {"a": 0}, 3),
        # A share is 10 // 2, 10 // 3, ...; whoever lacks some of it goes before those that have it.
        ("b", {"a": 4, "b": 4}, 1),
        ("b", {"a": 4, "b": 5}, 0),
        ("bbc", {"a": 2, "b": 3, "c": 2}, 1),
        # Whoever has it leaves to each of the others what they lack, and to the queue its order.
        ("", {"a": 5, "b": 0}, 5),
        ("", {"a": 5, "b": 5}, 0),
        ("", {"a": 9, "b": 0, "c": 1}, 5),
        ("b", {"a": 5, "b": 5}, 1),
        ("bbbbbbb", {"a": 5, "b": 0}, 7),
    ],
)
def test_of_ten_permits_go_to_others_first(before, taken, expected):
    assert ahead_of(list(before), "a", 10, taken) == expected


@pytest.mark.parametrize(
    ("ticket", "place", "expected"),
    # Of four permits a has its two, and b one of its two: what b lacks goes first.
    [
        ("b.2", 2, 0),
        ("b.3", 4, 1),
        ("a.3", 1, 1),
        ("a.4", 3, 2),
        ("a.9", None, 4),
        ("c.1", None, 0),
    ],
)
def test_who_is_ahead_is_told_by_places_and_permits(ticket, place, expected):
    queue = {"a.3": 1, "b.2": 2, "a.4": 3, "b.3": 4}
    permits = ["a.1", "b.1", "a.2", "gone.1"]

    assert ahead_in(queue, ticket, place, permits, 4, process_of) == expected


def test_below_one_each_the_queue_decides():
    assert ahead_of(["b", "c"], "a", 1, {"a": 0, "b": 1, "c": 0}) == 2


A_FIFTH: Any = 0.2
"""Of a second: whole ones, as every limit has, would take the tests too long."""


class Watched(MemoryStore):
    """Tells which threads have asked, and by its own clock when each had its permit."""

    def __init__(self) -> None:
        super().__init__(self._tell)
        self._last = threading.local()
        self.asked: dict[str, threading.Event] = defaultdict(threading.Event)

    def _tell(self) -> float:
        self._last.moment = now = time.monotonic()
        return now

    @property
    def given(self) -> float:
        """The moment at which this thread had its last permit."""
        return float(self._last.moment)

    def take(self, windows, ticket, budget):
        found = super().take(windows, ticket, budget)
        self.asked[threading.current_thread().name].set()
        return found


def test_threads_get_permits_in_order():
    store = Watched()
    limiter = Limiter(InlineStore(store), "me")
    each = operation(Limit(group="quick", requests=4, seconds=A_FIFTH))
    for _ in range(4):
        run_sync(limiter.acquire(each, attempts(each, 0)))
    given: list[tuple[float, int]] = []

    def take(number):
        run_sync(limiter.acquire(each, attempts(each, 60)))
        given.append((store.given, number))

    threads = [threading.Thread(target=take, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
        store.asked[thread.name].wait()
    for thread in threads:
        thread.join()

    # Those of one window go at the same time, in any order.
    served = [number for _, number in sorted(given)]
    rounds = [sorted(served[start : start + 4]) for start in range(0, 16, 4)]
    assert rounds == [list(range(start, start + 4)) for start in range(0, 16, 4)]
    assert most_in_a_window([moment for moment, _ in given], A_FIFTH) == 4


def test_sixteen_threads_never_get_more_than_the_limit():
    store = Watched()
    limiter = Limiter(InlineStore(store), "me")
    each = operation(Limit(group="quick", requests=25, seconds=A_FIFTH))
    given: list[float] = []

    def take():
        for _ in range(10):
            run_sync(limiter.acquire(each, attempts(each, 60)))
            given.append(store.given)

    threads = [threading.Thread(target=take) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(given) == 160
    assert most_in_a_window(given, A_FIFTH) <= 25
