"""Who may make an attempt, of several that look at one log."""

import pytest

from apiscribe.runtime.emulator import Event
from apiscribe.runtime.stub.board import open_board
from apiscribe.runtime.stub.control.sharing.delivery_log import DeliveryLog
from apiscribe.runtime.stub.delivering import Attempt, made_of
from apiscribe.runtime.stub.subscription import Subscription

ONE = Subscription(id=1, url="http://localhost/1")
OTHER = Subscription(id=2, url="http://localhost/2")
NOW = 1000.0


@pytest.fixture
def logs(place):
    """The same log, as two processes have it."""
    if place.startswith("postgres"):
        boards = [open_board(place), open_board(place)]
    else:
        boards = [open_board(f"{place}.board"), open_board(f"{place}.board")]
    yield [DeliveryLog(each) for each in boards]
    for each in boards:
        each.close()


def add(log, *subscriptions):
    def written(event):
        return "application/json", b"{}", {"X-Event": event.name}

    for each in subscriptions:
        log.add([(*made_of(0, each, Event("told", {}), ("t", ""), written), each)])


def claimed(log, owner, now=NOW, real=0.0, **how):
    return [each.id for each in log.claim(owner, now, real, **how)]


def test_one_at_a_time_of_each_subscriber(logs):
    one, other = logs
    add(one, ONE, ONE, OTHER)
    assert claimed(one, "a") == [1, 3]
    assert claimed(other, "b") == []
    assert [each.id for each in other.all()] == [1, 2, 3]


def test_a_claim_runs_out_unless_it_is_renewed(logs):
    one, other = logs
    add(one, ONE)
    (first,) = one.claim("a", NOW, 100.0)
    assert claimed(other, "b", real=104.9) == []
    one.hold(first, 104.0)
    assert claimed(other, "b", real=108.9) == []
    assert claimed(other, "b", real=109.0) == [1]


def test_who_has_no_claim_any_more_has_no_say(logs):
    one, other = logs
    add(one, ONE)
    (first,) = one.claim("a", NOW, 100.0)
    (second,) = other.claim("b", NOW, 200.0)
    first.kept.delivery.attempts.append(Attempt(at="never", status=500))
    one.over(first, False, None)
    one.give_back(first)
    one.hold(first, 900.0)
    (shown,) = other.all()
    assert (shown.state, shown.attempts) == ("pending", [])
    second.kept.delivery.attempts.append(Attempt(at="then", status=204))
    other.over(second, True, None)
    (shown,) = one.all()
    assert (shown.state, [each.at for each in shown.attempts]) == ("delivered", ["then"])


def test_a_failed_attempt_is_due_later(logs):
    one, other = logs
    add(one, ONE)
    (first,) = one.claim("a", NOW, 0.0)
    one.over(first, False, NOW + 60)
    assert other.all()[0].due == "1970-01-01T00:17:40Z"
    assert claimed(other, "b", now=NOW + 59) == []
    assert claimed(other, "b", now=NOW + 60, fresh=True) == []
    (again,) = other.claim("b", NOW + 60, 0.0)
    assert again.tries == 1
    assert again.kept.headers == {"X-Event": "told"}


def test_only_what_was_tried_is_given_up(logs):
    one, other = logs
    add(one, ONE, OTHER)
    first, second = one.claim("a", NOW, 0.0)
    one.over(first, False, NOW)
    one.give_back(second)
    other.give_up("u", "")
    assert [each.state for each in one.all()] == ["pending", "pending"]
    other.give_up("t", "")
    assert [each.state for each in one.all()] == ["failed", "pending"]


def test_one_that_was_forgotten_is_not_written_again(logs):
    one, other = logs
    add(one, ONE)
    (first,) = one.claim("a", NOW, 0.0)
    other.clear()
    add(other, OTHER)
    one.over(first, True, None)
    (shown,) = one.all()
    assert (shown.id, shown.webhook, shown.state) == (1, 2, "pending")


def test_the_log_is_bounded_but_for_what_is_on_its_way(logs):
    one, other = logs
    add(one, *[ONE] * 30)
    for _ in range(29):
        (each,) = one.claim("a", NOW, 0.0)
        one.over(each, True, None)
    add(other, *[OTHER] * 1000)
    assert [each.id for each in other.all()] == list(range(31, 1031))
    assert claimed(one, "b") == [30, 31]
