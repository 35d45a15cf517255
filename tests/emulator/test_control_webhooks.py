"""Events that the emulator sends: subscriptions, bodies, attempts, the log."""

import json
import threading
from urllib.parse import parse_qsl

import pytest

from tests.emulator.receiving import receiver
from tests.emulator.talking import KEY, Talk
from zoom_v1 import webhooks
from zoom_v1.stub import StubServer


@pytest.fixture
def talk(zoom_stub):
    talk = Talk(zoom_stub)
    talk.control("POST clock", {"set": "2031-01-01T00:00:00Z", "running": False})
    return talk


def start(talk, topic="Standup"):
    """A meeting that has just begun."""
    host = talk.user(f"{topic}@example.com")
    meeting = talk.meeting(host, topic=topic)
    talk.control(f"POST state/meeting/{meeting['id']}/start", {"tenant": KEY})
    return meeting


def deliveries(talk, count, state):
    """The log, once so many deliveries are in a state."""
    pause = threading.Event()
    found = []
    for _ in range(500):
        found = talk.control("GET deliveries")["deliveries"]
        if [each["state"] for each in found].count(state) == count:
            return found
        pause.wait(0.02)
    raise AssertionError(found)


def attempts(talk, count):
    """The one delivery, once so many attempts were made."""
    pause = threading.Event()
    for _ in range(500):
        (found,) = talk.control("GET deliveries")["deliveries"]
        if len(found["attempts"]) >= count:
            return found
        pause.wait(0.02)
    raise AssertionError(found)


def test_a_form_with_basic_credentials(talk):
    with receiver() as hooks:
        given = {"url": hooks.url + "hooks?from=zoom", "username": "u", "password": "pä"}
        talk.control("POST webhooks", given)
        meeting = start(talk)
        ((path, headers, body),) = hooks.wait_for(1)

    assert path == "/hooks?from=zoom"
    assert headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert headers["Authorization"] == "Basic dTpww6Q="
    assert parse_qsl(body) == [  # in the order of the page, which is the recorded one too
        ("id", str(meeting["id"])),
        ("uuid", meeting["uuid"]),
        ("status", "STARTED"),
        ("host_id", meeting["host_id"]),
    ]


def test_the_log_of_one_event(talk):
    with receiver() as hooks:
        talk.control("POST webhooks", {"url": hooks.url})
        start(talk)
        hooks.wait_for(1)

    for event in ("meeting_started", "STARTED"):
        assert len(talk.control(f"GET deliveries?event={event}")["deliveries"]) == 1
    assert talk.control("GET deliveries?event=meeting_ended")["deliveries"] == []
    (wrong,) = talk.control("GET deliveries?event=meeting_stared", status=422)["problems"]
    assert wrong["at"] == "event"
    assert "meeting_started" in wrong["problem"]


def test_both_shapes_of_a_recording(talk):
    with receiver() as hooks:
        meeting = start(talk)
        path = f"POST state/meeting/{meeting['id']}"
        talk.control(f"{path}/record", {"tenant": KEY})
        talk.control("POST clock", {"advance": 300})
        events = ["recording_completed", "recording_content_completed"]
        talk.control("POST webhooks", {"url": hooks.url, "events": events})
        talk.control(f"{path}/end", {"tenant": KEY})
        first, second = (dict(parse_qsl(body)) for _, _, body in hooks.wait_for(2))
        read = [webhooks.parse(body.encode(), headers) for _, headers, body in hooks.received]

    assert first["status"] == "RECORDING_MEETING_COMPLETED"
    assert set(second) == {"type", "content"}
    assert second["type"] == "RECORDING_MEETING_COMPLETED"
    content = json.loads(second["content"])
    assert content["meeting_number"] == int(meeting["id"])
    assert content["topic"] == "Standup"
    assert content["recording_files"][0]["file_type"] == "MP4"
    assert [type(each).__name__ for each in read] == [
        "RecordingCompleted",
        "RecordingContentCompleted",
    ]
    assert [getattr(each, "mismatches", None) for each in read] == [(), ()]


def test_only_the_events_that_are_wanted(talk):
    with receiver() as hooks:
        talk.control("POST webhooks", {"url": hooks.url, "events": ["meeting_ended"]})
        talk.control("POST webhooks", {"url": hooks.url, "tenant": "other"})
        meeting = start(talk)
        talk.control(f"POST state/meeting/{meeting['id']}/end", {"tenant": KEY})
        ((_, _, body),) = hooks.wait_for(1)

    assert dict(parse_qsl(body))["status"] == "ENDED"


def test_events_by_what_the_service_says(talk):
    with receiver() as hooks:
        words = ["ENDED", "RECORDING_MEETING_COMPLETED"]
        made = talk.control("POST webhooks", {"url": hooks.url, "events": words})
        meeting = start(talk)
        for transition in ("record", "end"):
            path = f"POST state/meeting/{meeting['id']}/{transition}"
            talk.control(path, {"tenant": KEY})
        told = [dict(parse_qsl(body)) for _, _, body in hooks.wait_for(3)]

    assert made["events"] == words
    assert [each.get("status") or each["type"] for each in told] == [words[0], *words[1:] * 2]


@pytest.mark.parametrize("replaced", [["POST reset"], ["POST snapshots/before/restore"]])
def test_nothing_is_tried_again_of_replaced_records(talk, replaced):
    talk.control("POST snapshots", {"name": "before"})
    theirs = {"tenant": "theirs"}
    with receiver(500, 500, 500) as hooks:
        talk.control("POST webhooks", {"url": hooks.url, "pauses": [1, 3600]})
        start(talk)
        attempts(talk, 1)
        talk.control("POST reset", theirs)
        talk.control("POST clock", {"advance": 1})
        attempts(talk, 2)
        talk.control(*replaced)
        (over,) = deliveries(talk, 1, "failed")
        talk.control(f"POST deliveries/{over['id']}/redeliver")
        attempts(talk, 3)
        talk.control("POST clock", {"advance": 1})
        (again,) = deliveries(talk, 1, "delivered")

    assert (len(over["attempts"]), len(again["attempts"])) == (2, 4)


def test_events_of_operations_are_sent_too(talk):
    meeting = start(talk)
    with receiver() as hooks:
        talk.control("POST webhooks", {"url": hooks.url})
        talk.api("meeting/end", id=meeting["id"], host_id=meeting["host_id"])
        ((_, _, body),) = hooks.wait_for(1)

    assert dict(parse_qsl(body))["status"] == "ENDED"


def test_attempts_are_due_by_the_clock_of_the_emulator(talk):
    with receiver(500, 302, 200) as hooks:
        talk.control("POST webhooks", {"url": hooks.url})
        start(talk)
        first = attempts(talk, 1)
        talk.control("POST clock", {"advance": 1})
        second = attempts(talk, 2)
        talk.control("POST clock", {"advance": 1.5})
        still = talk.control("GET deliveries")["deliveries"][0]
        talk.control("POST clock", {"advance": 0.5})
        (done,) = deliveries(talk, 1, "delivered")
        paths = [path for path, _, _ in hooks.received]

    assert (first["state"], first["due"]) == ("pending", "2031-01-01T00:00:01Z")
    assert second["due"] == "2031-01-01T00:00:03Z"
    assert len(still["attempts"]) == 2
    assert [each["status"] for each in done["attempts"]] == [500, 302, 200]
    assert [each["at"] for each in done["attempts"]] == [
        "2031-01-01T00:00:00Z",
        "2031-01-01T00:00:01Z",
        "2031-01-01T00:00:03Z",
    ]
    assert paths == ["/", "/", "/"]  # a redirect is not followed


def test_three_attempts_and_then_no_more(talk):
    with receiver(500, 500, 500, 200) as hooks:
        talk.control("POST webhooks", {"url": hooks.url, "pauses": [0, 0]})
        start(talk)
        (failed,) = deliveries(talk, 1, "failed")
        again = talk.control(f"POST deliveries/{failed['id']}/redeliver")
        (done,) = deliveries(talk, 1, "delivered")

    assert [each["status"] for each in failed["attempts"]] == [500, 500, 500]
    assert again["id"] == failed["id"]
    assert [each["status"] for each in done["attempts"]] == [500, 500, 500, 200]


def test_nothing_is_tried_again_for_who_has_left(talk):
    with receiver(500, 500) as hooks:
        made = talk.control("POST webhooks", {"url": hooks.url})
        start(talk)
        attempts(talk, 1)
        talk.control(f"DELETE webhooks/{made['id']}")
        (over,) = deliveries(talk, 1, "failed")
        talk.control("POST clock", {"advance": 60})
        other = talk.control("POST webhooks", {"url": hooks.url})
        start(talk, "other")
        hooks.wait_for(2)
        _, told = deliveries(talk, 1, "pending")

    assert (len(over["attempts"]), "due" in over) == (1, False)
    assert len(hooks.received) == 2
    assert told["webhook"] == other["id"] != made["id"]


def test_nobody_there(talk):
    with receiver() as hooks:
        url = hooks.url
    talk.control("POST webhooks", {"url": url, "pauses": [0]})
    start(talk)
    (failed,) = deliveries(talk, 1, "failed")

    assert [each["status"] for each in failed["attempts"]] == [None] * 3
    assert all(each["error"] for each in failed["attempts"])


def test_in_real_time_too():
    with StubServer() as stub, receiver(500) as hooks:
        talk = Talk(stub)
        stub.subscribe(hooks.url, pauses=[0.1])
        start(talk)
        hooks.wait_for(2)
        deliveries(talk, 1, "delivered")

        assert [each.status for each in stub.deliveries[0].attempts] == [500, 204]


def test_passwords_are_never_given_back(talk):
    given = {"url": "http://localhost:9/", "username": "u", "password": "hunter2"}
    made = talk.control("POST webhooks", given)
    status, _, body = talk.raw("GET", "/_stub/webhooks")

    assert status == 200
    assert b"hunter2" not in body
    assert b"password" not in body
    assert "hunter2" not in str(made)
    assert made["pauses"] == [1, 2]


def test_subscriptions_end(talk):
    with receiver() as hooks:
        first = talk.control("POST webhooks", {"url": hooks.url})
        talk.control("POST webhooks", {"url": hooks.url})
        talk.control(f"DELETE webhooks/{first['id']}")
        talk.control(f"DELETE webhooks/{first['id']}", status=404)
        removed = talk.control("DELETE webhooks")
        start(talk)

        assert talk.control("GET webhooks")["webhooks"] == []
        assert talk.control("GET deliveries")["deliveries"] == []
    assert removed == {"removed": 1}
    talk.control("POST deliveries/1/redeliver", status=404)


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({}, {"url"}),
        ({"url": "ftp://localhost/"}, {"url"}),
        ({"url": "http://example.com/"}, {"url"}),
        ({"url": "http://10.0.0.1/"}, {"url"}),
        ({"url": "http://u:p@localhost/"}, {"url"}),
        ({"url": "http://localhost/\r\nX: y"}, {"url"}),
        ({"url": "http://localhost/", "events": ["meeting_begun"]}, {"events"}),
        ({"url": "http://localhost/", "pauses": [1, -1]}, {"pauses"}),
        ({"url": "http://localhost/", "pauses": [1, 2, 3]}, {"pauses"}),
        ({"url": "http://localhost/", "username": "a:b"}, {"username"}),
        ({"url": 1, "event": "x"}, {"url", "event"}),
    ],
)
def test_subscriptions_that_cannot_be(talk, given, wrong):
    answered = talk.control("POST webhooks", given, status=422)

    assert {each["at"] for each in answered["problems"]} == wrong


def test_other_hosts_have_to_be_allowed():
    with StubServer(webhook_hosts=["hooks.example"]) as stub:
        stub.subscribe("https://hooks.example/zoom")
        with pytest.raises(ValueError, match="no port that the service reaches: 80 or 443"):
            stub.subscribe("https://hooks.example:8443/zoom")
        with pytest.raises(ValueError, match="not on this machine"):
            stub.subscribe("https://other.example/zoom")


def test_webhooks_of_a_namespace(talk):
    mine = {"X-Stub-Namespace": "mine"}
    with receiver() as hooks:
        talk.control("POST webhooks", {"url": hooks.url}, headers=mine)
        start(talk, "theirs")
        host = talk.user(headers=mine)
        meeting = talk.meeting(host, headers=mine)
        talk.control(f"POST state/meeting/{meeting['id']}/start", {"tenant": KEY}, headers=mine)
        ((_, _, body),) = hooks.wait_for(1)
        talk.control("POST webhooks", {"url": hooks.url})
        start(talk, "ours")
        hooks.wait_for(2)
        logged = talk.control("GET deliveries", headers=mine)["deliveries"]

    assert dict(parse_qsl(body))["uuid"] == meeting["uuid"]
    assert [each["namespace"] for each in logged] == ["mine"]
