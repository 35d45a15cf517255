"""Limits: what is waited for, what is refused, and what is said."""

import logging

import pytest

from apiscribe.runtime.envelope import Wait
from apiscribe.runtime.errors import RateLimited, TransportError
from apiscribe.runtime.limits.in_memory import MemoryStore
from apiscribe.runtime.limits.limiter import Limiter
from apiscribe.runtime.limits.windows import (
    MARGIN,
    InlineStore,
    StoreFailure,
)
from apiscribe.runtime.operation import Limit
from apiscribe.runtime.quotas import ToldLimits
from apiscribe.runtime.transport.run_sync import run_sync
from tests.runtime.limits.limited import (
    MINUTE,
    QUOTA,
    SECOND,
    Clock,
    attempts,
    most_in_a_window,
    operation,
    windows,
)

LENGTH = 1 + MARGIN


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def limiter(clock):
    return Limiter(InlineStore(MemoryStore(clock)), "zoo:{me}", clock=clock, sleep=clock.pass_by)


def test_a_short_wait_is_waited_for(limiter, clock):
    each = operation(SECOND)
    given = []
    for _ in range(6):
        assert run_sync(limiter.acquire(each, attempts(each, 10)))
        given.append(clock.now)

    assert most_in_a_window(given, 1.0) == 2
    assert given[-1] == pytest.approx(1000 + 2 * LENGTH)


def test_a_wait_beyond_the_patience_is_refused_at_once(limiter, clock):
    each = operation(MINUTE)
    run_sync(limiter.acquire(each, attempts(each, 10)))
    clock.now += 7

    with pytest.raises(RateLimited) as caught:
        run_sync(limiter.acquire(each, attempts(each, 10)))

    error = caught.value
    assert clock.slept == []
    assert (error.group, error.operation, error.section) == ("slow", "animal.list", "Limits")
    assert error.retry_after == pytest.approx(53 + MARGIN)
    assert str(error) == (
        "animal.list: the limit of group slow, 1 in 60 s, is used up for 53 s; nothing was sent "
        "[Limits]"
    )


def test_a_days_quota_is_never_waited_for(limiter, clock):
    each = operation(SECOND, QUOTA)
    for _ in range(3):
        run_sync(limiter.acquire(each, attempts(each, 10)))
    slept = list(clock.slept)
    clock.now += 86_390

    with pytest.raises(RateLimited) as caught:
        run_sync(limiter.acquire(each, attempts(each, 1_000_000)))

    assert clock.slept == slept
    assert caught.value.group == "daily"
    assert 0 < (caught.value.retry_after or 0) < 11


def test_what_one_limit_refuses_is_not_counted_by_the_others(limiter):
    both, one = operation(MINUTE, SECOND, id="a.both"), operation(SECOND, id="a.one")
    run_sync(limiter.acquire(both, attempts(both, 0)))
    with pytest.raises(RateLimited):
        run_sync(limiter.acquire(both, attempts(both, 0)))

    assert run_sync(limiter.acquire(one, attempts(one, 0)))
    with pytest.raises(RateLimited):
        run_sync(limiter.acquire(one, attempts(one, 0)))


def test_the_patience_of_a_call_is_spent_once(limiter):
    each = operation(SECOND)
    call = attempts(each, 1.5)
    for _ in range(3):
        run_sync(limiter.acquire(each, call))
    run_sync(limiter.acquire(each, attempts(each, 0)))

    assert call.wait_budget == pytest.approx(1.5 - LENGTH)
    with pytest.raises(RateLimited):
        run_sync(limiter.acquire(each, call))


@pytest.mark.parametrize(("scope", "refused"), [("group", True), ("operation", False)])
def test_a_group_shares_its_limit_unless_told_otherwise(clock, scope, refused):
    limiter = Limiter(
        InlineStore(MemoryStore(clock)), "me", scope=scope, clock=clock, sleep=clock.pass_by
    )
    one, other = operation(MINUTE, id="a.one"), operation(MINUTE, id="a.other")
    run_sync(limiter.acquire(one, attempts(one, 0)))

    if refused:
        with pytest.raises(RateLimited):
            run_sync(limiter.acquire(other, attempts(other, 0)))
    else:
        assert run_sync(limiter.acquire(other, attempts(other, 0)))


def test_an_operation_without_limits_needs_no_permit(limiter):
    assert run_sync(limiter.acquire(operation(), attempts(operation(), 0))) is None


def test_a_permit_that_is_given_back_can_be_had_again(limiter):
    each = operation(MINUTE)
    run_sync(run_sync(limiter.acquire(each, attempts(each, 0))).give_back())

    assert run_sync(limiter.acquire(each, attempts(each, 0)))


def test_who_is_interrupted_while_waiting_keeps_nobody_waiting(clock):
    async def interrupted(seconds):
        raise KeyboardInterrupt

    store = MemoryStore(clock)
    patient = Limiter(InlineStore(store), "me", clock=clock, sleep=clock.pass_by)
    impatient = Limiter(InlineStore(store), "me", clock=clock, sleep=interrupted)
    each = operation(Limit(group="one", requests=1, seconds=1))
    run_sync(patient.acquire(each, attempts(each, 0)))
    with pytest.raises(KeyboardInterrupt):
        run_sync(impatient.acquire(each, attempts(each, 10)))

    run_sync(patient.acquire(each, attempts(each, LENGTH)))

    assert clock.now == pytest.approx(1000 + LENGTH)


def test_what_has_no_limit_is_not_held_with_everything(clock):
    told = ToldLimits(everything_key="global")
    limiter = Limiter(InlineStore(MemoryStore(clock)), "me", told=told, clock=clock)
    refusal = RateLimited("slower", body=b'{"global": true}')
    refusal.retry_after, refusal._is_told = 5.0, True
    run_sync(limiter.refused(operation(SECOND), {}, refusal))

    with pytest.raises(RateLimited) as caught:
        run_sync(limiter.acquire(operation(MINUTE, id="a.other"), attempts(operation(), 0)))
    assert (caught.value.group, caught.value.retry_after) == ("everything", 5)
    assert run_sync(limiter.acquire(operation(id="a.free"), attempts(operation(), 0))) is None


class Broken(MemoryStore):
    where = "sqlite:///nowhere"

    def hold(self, windows, seconds, left=0):
        raise StoreFailure("disk I/O error")

    def take(self, windows, ticket, budget):
        raise StoreFailure("disk I/O error")

    def give_back(self, windows, ticket):
        raise StoreFailure("disk I/O error")


def test_a_count_out_of_reach_means_no(clock):
    limiter = Limiter(InlineStore(Broken()), "me", clock=clock, sleep=clock.pass_by)

    with pytest.raises(TransportError) as caught:
        run_sync(limiter.acquire(operation(SECOND), attempts(operation(), 10)))

    assert not caught.value.sent
    assert str(caught.value) == (
        "animal.list: no answer from sqlite:///nowhere: the rate limit cannot be counted: disk I/O "
        'error (on_limiter_failure="open" sends anyway); nothing was sent'
    )


def test_an_open_limiter_sends_and_warns(clock, caplog):
    limiter = Limiter(
        InlineStore(Broken()), "me", on_failure="open", clock=clock, sleep=clock.pass_by
    )

    assert run_sync(limiter.acquire(operation(SECOND), attempts(operation(), 10))) is None

    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.getMessage() == (
        "animal.list: sent without a permit: sqlite:///nowhere fails: disk I/O error"
    )


def test_a_permit_that_cannot_be_given_back_is_a_warning(caplog):
    run_sync(Limiter(InlineStore(Broken()), "me").withdraw(windows(SECOND), "ticket"))

    assert [record.getMessage() for record in caplog.records] == [
        "a permit cannot be given back to sqlite:///nowhere: disk I/O error"
    ]


def test_a_told_limit_that_cannot_be_kept_is_a_warning(caplog):
    told = ToldLimits(remaining="left", reset=Wait(header="reset"))
    limiter = Limiter(InlineStore(Broken()), "me", told=told)
    run_sync(limiter.learn(operation(SECOND), {}, {"left": "0", "reset": "9"}, b""))

    assert [record.getMessage() for record in caplog.records] == [
        "a told limit cannot be kept in sqlite:///nowhere: disk I/O error"
    ]
