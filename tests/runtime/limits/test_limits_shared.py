"""Counts in memory, in real SQLite files and on a real Redis: the same for all, and shared."""

import signal
import time

import pytest
from msgspec import structs

from apiscribe.runtime.limits.in_memory import MemoryStore
from apiscribe.runtime.limits.in_redis import RedisStore
from apiscribe.runtime.limits.in_sqlite import SQLiteStore
from apiscribe.runtime.limits.limiter import Limiter
from apiscribe.runtime.limits.stores import open_store
from apiscribe.runtime.limits.windows import InlineStore
from apiscribe.runtime.operation import Limit
from apiscribe.runtime.transport.run_sync import run_sync
from tests.runtime.limits.limited import (
    MINUTE,
    QUOTA,
    REDIS,
    SECOND,
    Clock,
    RedisClock,
    attempts,
    moments,
    most_in_a_window,
    operation,
    processes,
    windows,
)


def stored(kind, request, tmp_path):
    """A store, and the clock that it goes by."""
    if kind == "redis":
        url = request.getfixturevalue("clean_redis")
        return RedisStore(url), RedisClock(url)
    clock = Clock(time.time())
    if kind == "sqlite":
        return SQLiteStore(str(tmp_path / "limits.db"), clock), clock
    return MemoryStore(clock), clock


@pytest.fixture(params=["memory", "sqlite", REDIS])
def place(request, tmp_path):
    store, clock = stored(request.param, request, tmp_path)
    yield store, clock
    store.close()
    clock.close()


@pytest.fixture(params=["sqlite", REDIS])
def lasting(request, tmp_path):
    """What other processes use as well, and another day."""
    store, clock = stored(request.param, request, tmp_path)
    yield store, clock
    store.close()
    clock.close()


def test_a_permit_is_given_as_long_as_there_is_one(place):
    store, clock = place
    both = windows(SECOND)

    assert [store.take(both, ticket, 10) for ticket in "ab"] == [None, None]
    refused = store.take(both, "c", 10)
    assert refused.limit == SECOND
    assert refused.seconds == pytest.approx(1.025, abs=0.3)
    clock.sleep(1.03)
    assert store.take(both, "c", 10) is None


def test_a_request_takes_as_many_permits_as_it_costs(place):
    store, clock = place
    dear = windows(structs.replace(SECOND, requests=5, cost=2))
    cheap = windows(structs.replace(SECOND, requests=5))

    assert [store.take(dear, ticket, 0) for ticket in "ab"] == [None, None]
    assert store.take(dear, "c", 0).seconds == pytest.approx(1.025, abs=0.3)
    assert store.take(cheap, "d", 0) is None
    store.give_back(dear, "a")
    assert store.take(dear, "e", 0) is None
    clock.sleep(1.03)
    assert store.take(dear, "f", 0) is None


def test_a_window_that_is_held_gives_no_permit(place):
    store, clock = place
    counted, told = windows(SECOND), windows(structs.replace(MINUTE, requests=0))
    store.hold(counted, 5)
    store.hold(told, 3)

    assert store.take(counted, "a", 0).seconds == pytest.approx(5, abs=0.3)
    assert store.take((*counted, *told), "b", 0).limit == SECOND
    assert store.take(told, "c", 0).seconds == pytest.approx(3, abs=0.3)
    clock.sleep(3.1)
    assert [store.take(told, ticket, 0) for ticket in "defg"] == [None] * 4
    clock.sleep(2)
    assert store.take(counted, "h", 0) is None


def test_a_window_that_leaves_something_holds_dear_calls(place):
    store, clock = place
    dear = windows(structs.replace(MINUTE, requests=0, cost=5))
    cheap = windows(structs.replace(MINUTE, requests=0, cost=2))
    store.hold(dear, 5, 3)
    store.hold(dear, 60, 4)

    assert store.take(dear, "a", 0).seconds == pytest.approx(5, abs=0.3)
    assert store.take(cheap, "b", 0) is None
    store.hold(dear, 3, 1)
    assert store.take(cheap, "c", 0).seconds == pytest.approx(3, abs=0.3)
    clock.sleep(3.1)
    assert store.take(dear, "d", 0) is None
    store.hold(dear, 9, 4)
    assert store.take(dear, "e", 0).seconds == pytest.approx(9, abs=0.3)


def test_all_limits_are_kept_at_once_or_none_is_counted(place):
    store, _ = place
    store.take(windows(SECOND, MINUTE), "a", 0)

    refused = store.take(windows(SECOND, MINUTE), "b", 0)

    assert refused.limit == MINUTE
    assert refused.seconds > 50
    assert store.take(windows(SECOND), "c", 0) is None
    assert store.take(windows(SECOND), "d", 0).limit == SECOND


def test_who_comes_later_waits_longer(place):
    store, _ = place
    one = windows(Limit(group="one", requests=1, seconds=1))
    store.take(one, "served", 10)

    waits = [store.take(one, ticket, 10).seconds for ticket in "abc"]

    assert waits == pytest.approx([1.025, 2.05, 3.075], abs=0.3)
    assert store.take(one, "b", 10).seconds == pytest.approx(2.05, abs=0.3)


def test_a_latecomer_does_not_overtake_the_next(place):
    store, clock = place
    one = windows(Limit(group="one", requests=1, seconds=1))
    store.take(one, "served", 10)
    store.take(one, "waiter", 10)
    clock.sleep(0.6)
    store.take(one, "waiter", 10)
    clock.sleep(0.5)

    kept_back = store.take(one, "newcomer", 10)
    assert kept_back.soon, "the permit is free, and will be taken any moment"
    assert store.take(one, "waiter", 10) is None
    assert not store.take(one, "newcomer", 10).soon


def test_a_waiter_for_a_slow_limit_keeps_nobody_from_a_fast_one(place):
    store, _ = place
    store.take(windows(MINUTE), "a", 0)
    assert store.take(windows(SECOND, MINUTE), "patient", 100).limit == MINUTE

    assert [store.take(windows(SECOND), ticket, 0) for ticket in "bc"] == [None, None]


def test_a_waiter_that_gives_no_sign_of_life_loses_its_place(lasting):
    store, clock = lasting
    one = windows(Limit(group="one", requests=1, seconds=1))
    store.take(one, "served", 10)
    store.take(one, "dead", 10)
    clock.sleep(1.2)

    assert store.take(one, "next", 10) is None


def test_what_is_given_back_can_be_had(place):
    store, _ = place
    store.take(windows(MINUTE, QUOTA), "a", 0)
    store.give_back(windows(MINUTE, QUOTA), "a")

    assert store.take(windows(MINUTE, QUOTA), "b", 0) is None


def test_a_waiter_that_goes_is_not_waited_for(place):
    store, _ = place
    one = windows(Limit(group="one", requests=1, seconds=1))
    store.take(one, "served", 10)
    store.take(one, "gone", 10)
    store.give_back(one, "gone")

    assert store.take(one, "next", 10).seconds == pytest.approx(1.025, abs=0.3)


def test_a_quota_leaves_no_waiter_behind(place):
    store, clock = place
    for ticket in "abc":
        store.take(windows(QUOTA), ticket, 10)
    assert store.take(windows(QUOTA), "d", 1_000_000).seconds > 86_000
    clock.sleep(86_401)

    assert [store.take(windows(QUOTA), ticket, 0) for ticket in "efg"] == [None] * 3


def test_a_clock_set_back_does_not_block_for_ever(lasting):
    store, clock = lasting
    for ticket in "ab":
        store.take(windows(SECOND), ticket, 0)
    clock.sleep(-3600)

    refused = store.take(windows(SECOND), "c", 10)
    assert refused.seconds == pytest.approx(1.025, abs=0.3)
    clock.sleep(1.03)
    assert store.take(windows(SECOND), "c", 10) is None


@pytest.fixture(params=["sqlite", REDIS])
def store_url(request, tmp_path):
    if request.param == "redis":
        return request.getfixturevalue("clean_redis")
    return f"sqlite:///{tmp_path / 'limits.db'}"


def later(took, since):
    """Of each process, how many permits it had more than a second after a moment."""
    return [sum(moment > since + 1 for moment in each) for each in took]


def test_four_processes_share_a_limit(store_url):
    took = [moments(each) for each in processes(store_url, 10, 4)]
    given = sorted(moment for each in took for moment in each)

    assert most_in_a_window(given, 1) <= 10
    # The first second's are anybody's; how even the others are depends on the machine.
    assert all(later(took, given[0]))


def test_the_others_go_on_when_one_is_killed(store_url):
    running = processes(store_url, 10, 4)
    for each in running:
        assert each.stdout
        each.stdout.readline()  # it takes part
    killed = running.pop()
    killed.send_signal(signal.SIGKILL)
    gone = time.monotonic()
    killed.communicate()
    took = [moments(each) for each in running]
    given = sorted(moment for each in took for moment in each)

    assert most_in_a_window(given, 1) <= 10
    # Whoever is killed while waiting costs a permit at the most, and no standstill.
    assert all(later(took, gone))


def test_limiters_of_two_clients_share_what_they_count_in(store_url):
    each = operation(MINUTE)
    first, second = (Limiter(InlineStore(open_store(store_url)), "zoo:{me}") for _ in range(2))
    other_key = Limiter(InlineStore(open_store(store_url)), "zoo:{you}")
    run_sync(first.acquire(each, attempts(each, 0)))

    assert run_sync(second._store.take(second.windows(each), "b", 0)) is not None
    assert run_sync(other_key.acquire(each, attempts(each, 0)))
    for limiter in (first, second, other_key):
        limiter.close()
