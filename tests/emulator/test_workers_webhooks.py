"""Events of several processes: who hears of them, and who sends them."""

import json
import os
import signal
import threading
from collections import Counter
from urllib.parse import parse_qsl

import pytest

from tests.emulator.programs import program
from tests.emulator.receiving import receiver
from tests.emulator.talking import KEY
from tests.emulator.test_control_webhooks import attempts, deliveries
from tests.emulator.test_workers import asked, children
from tests.emulator.test_workers_control import FAR, WORKERS, at_once


@pytest.fixture
def served(place):
    with program("--db", place, "--workers", str(WORKERS)) as started:
        yield started


def started(talk, host, topic="Standup", **headers):
    meeting = talk.meeting(host, topic=topic)
    talk.control(f"POST state/meeting/{meeting['id']}/start", {"tenant": KEY})
    return str(meeting["id"])


def told(hooks):
    return [dict(parse_qsl(body))["id"] for _, _, body in hooks.received]


def test_one_subscription_hears_of_all_once(served):
    _, talk = served
    host = talk.user("a@example.com")
    with receiver() as hooks:
        given = {"url": hooks.url, "username": "u", "password": "hidden-1"}
        made = talk.control("POST webhooks", {**given, "events": ["meeting_started"]})
        assert "hidden-1" not in json.dumps(asked(talk, "GET webhooks"))
        assert [each["webhooks"] for each in asked(talk, "GET webhooks")] == [[made]] * 12
        meetings = at_once(lambda _: started(talk, host), 40)
        hooks.wait_for(40)
        log = deliveries(talk, 40, "delivered")
        assert all("Authorization" in headers for _, headers, _ in hooks.received)
        assert Counter(told(hooks)) == Counter(meetings)
        assert [each["id"] for each in log] == list(range(1, 41))
        assert told(hooks) == [dict(parse_qsl(each["body"]))["id"] for each in log]
        assert [each["deliveries"] for each in asked(talk, "GET deliveries")] == [log] * 12
        assert talk.control(f"DELETE webhooks/{made['id']}") == {"removed": 1}
        at_once(lambda _: started(talk, host), 8)
        assert len(talk.control("GET deliveries")["deliveries"]) == 40
        assert talk.control("GET deliveries?limit=2")["deliveries"] == log[-2:]
        talk.control(f"POST deliveries/{log[0]['id']}/redeliver", {}, status=404)


def test_nothing_is_tried_again_for_who_has_left(served):
    _, talk = served
    talk.control("POST clock", {"running": False})
    host = talk.user("a@example.com")
    with receiver(500) as hooks:
        made = talk.control("POST webhooks", {"url": hooks.url})
        started(talk, host)
        attempts(talk, 1)
        talk.control(f"DELETE webhooks/{made['id']}")
        talk.control("POST clock", {"advance": 60})
        (over,) = deliveries(talk, 1, "failed")

    assert (len(over["attempts"]), "due" in over) == (1, False)


def test_nothing_is_tried_again_after_a_reset(served):
    _, talk = served
    talk.control("POST clock", {"running": False})
    with receiver(500, 500) as hooks:
        talk.control("POST webhooks", {"url": hooks.url})
        started(talk, talk.user("a@example.com"))
        attempts(talk, 1)
        talk.control("POST reset", {"tenant": "theirs"})
        talk.control("POST clock", {"advance": 1})
        attempts(talk, 2)
        talk.control("POST reset", {"tenant": KEY})
        talk.control("POST clock", {"advance": 60})
        (over,) = deliveries(talk, 1, "failed")

    assert len(over["attempts"]) == 2


def test_attempts_are_due_by_the_clock_of_all(served):
    _, talk = served
    talk.control("POST clock", FAR)
    host = talk.user("a@example.com")
    with receiver(500, 302, 503) as hooks:
        talk.control("POST webhooks", {"url": hooks.url, "pauses": [60, 3600]})
        started(talk, host)
        assert attempts(talk, 1)["due"] == "2031-01-01T00:01:00Z"
        talk.control("POST clock", {"advance": 59})
        assert len(attempts(talk, 1)["attempts"]) == 1
        talk.control("POST clock", {"advance": 1})
        assert attempts(talk, 2)["due"] == "2031-01-01T01:01:00Z"
        talk.control("POST clock", {"advance": 3600})
        (log,) = deliveries(talk, 1, "failed")
        assert [each["status"] for each in log["attempts"]] == [500, 302, 503]
        assert [each["at"] for each in log["attempts"]] == [
            "2031-01-01T00:00:00Z",
            "2031-01-01T00:01:00Z",
            "2031-01-01T01:01:00Z",
        ]
        again = talk.control("POST deliveries/1/redeliver", {})
        assert (again["id"], again["state"]) == (1, "pending")
        (log,) = deliveries(talk, 1, "delivered")
        assert [each["status"] for each in log["attempts"]] == [500, 302, 503, 204]
        assert len(hooks.received) == 4


def test_another_delivers_what_a_killed_worker_began(served):
    running, talk = served
    host = talk.user("a@example.com")
    killed = threading.Event()
    with receiver() as hooks:
        hooks.before = lambda: None if killed.is_set() else killed.wait(20)
        talk.control("POST webhooks", {"url": hooks.url, "events": ["meeting_started"]})
        meeting = started(talk, host)
        hooks.wait_for(1)
        (pending,) = talk.control("GET deliveries")["deliveries"]
        for each in children(running):
            os.kill(each, signal.SIGKILL)
        killed.set()
        hooks.wait_for(2)
        assert told(hooks) == [meeting, meeting]
        (log,) = deliveries(talk, 1, "delivered")
    assert (pending["state"], pending["attempts"]) == ("pending", [])
    assert [each["status"] for each in log["attempts"]] == [204]


def test_events_of_one_subscriber_wait_for_each_other(served):
    _, talk = served
    host = talk.user("a@example.com")
    go_on = threading.Event()
    with receiver() as hooks:
        hooks.before = lambda: go_on.wait(20)
        talk.control("POST webhooks", {"url": hooks.url, "events": ["meeting_started"]})
        meetings = [started(talk, host) for _ in range(3)]
        hooks.wait_for(1)
        talk.control("POST deliveries/1/redeliver", {}, status=422)
        assert len(hooks.received) == 1
        go_on.set()
        hooks.wait_for(3)
        deliveries(talk, 3, "delivered")
    assert told(hooks) == meetings


def test_first_attempts_are_made_before_the_end(place):
    with (
        receiver() as hooks,
        program("--db", place, "--workers", "3", ends=False) as (running, talk),
    ):
        host = talk.user("a@example.com")
        talk.control("POST webhooks", {"url": hooks.url, "events": ["meeting_started"]})
        meetings = [started(talk, host) for _ in range(5)]
        running.terminate()
        assert running.wait(20) == 0
        assert told(hooks) == meetings


def test_a_webhook_of_a_namespace_hears_of_it_alone(served):
    _, talk = served
    here = {"X-Stub-Namespace": "here"}
    host = talk.user("a@example.com")
    with receiver() as hooks:
        talk.control("POST webhooks", {"url": hooks.url}, headers=here)
        started(talk, host)
        talk.user("b@example.com", headers=here)
        assert (
            talk.control("GET deliveries", headers=here)["deliveries"]
            == talk.control("GET deliveries")["deliveries"]
        )
        assert {each["namespace"] for each in talk.control("GET deliveries")["deliveries"]} <= {
            "here"
        }
        assert talk.control("DELETE webhooks") == {"removed": 1}
