"""The memory of events: claimed once, whoever asks, and forgotten in time."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from apiscribe.runtime.webhooks.duplicates import Recent


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_an_event_is_new_then_running_then_done(clock):
    recent = Recent(clock=clock)

    assert recent.claim("a") == "new"
    assert recent.claim("a") == "running"
    recent.settle("a")
    assert recent.claim("a") == "done"
    assert recent.claim("b") == "new"


def test_one_that_was_released_is_new_again():
    recent = Recent()
    recent.claim("a")
    recent.release("a")

    assert recent.claim("a") == "new"


def test_what_is_long_ago_is_forgotten(clock):
    recent = Recent(seconds=60, clock=clock)
    recent.claim("a")
    clock.now += 59.9
    assert recent.claim("a") == "running"
    recent.settle("a")
    clock.now += 59.9
    assert recent.claim("a") == "done"
    clock.now += 0.1

    assert recent.claim("a") == "new"


def test_asking_does_not_prolong_a_memory(clock):
    recent = Recent(seconds=60, clock=clock)
    recent.claim("a")
    for _ in range(6):
        clock.now += 10
        found = recent.claim("a")

    assert found == "new"


def test_the_oldest_is_forgotten_when_there_are_too_many(clock):
    recent = Recent(size=2, clock=clock)
    for key in "abc":
        recent.claim(key)
        recent.settle(key)

    assert recent.claim("b") == "done"
    assert recent.claim("c") == "done"
    assert recent.claim("a") == "new"


def test_an_event_that_was_settled_lately_is_remembered(clock):
    recent = Recent(size=2, clock=clock)
    recent.claim("a")
    recent.claim("b")
    recent.settle("a")
    recent.claim("c")

    assert recent.claim("a") == "done"


def test_one_settled_late_is_remembered_all_the_same(clock):
    recent = Recent(size=1, clock=clock)
    recent.claim("a")
    recent.claim("b")
    recent.settle("a")

    assert recent.claim("a") == "done"


def test_of_many_threads_one_gets_it():
    recent, barrier = Recent(), Barrier(16)

    def race(_):
        barrier.wait(10)
        return [recent.claim(str(key)) for key in range(200)]

    with ThreadPoolExecutor(16) as threads:
        found = list(threads.map(race, range(16)))

    assert [sum(each[key] == "new" for each in found) for key in range(200)] == [1] * 200


@pytest.mark.parametrize("wrong", [{"size": 0}, {"seconds": 0}, {"seconds": -1.0}])
def test_a_memory_of_nothing_is_refused(wrong):
    with pytest.raises(ValueError, match="positive"):
        Recent(**wrong)
