"""What both applications answer, and when a handler is called; each test with ASGI and WSGI."""

import asyncio
import logging
from types import SimpleNamespace
from typing import Any

import pytest

from apiscribe.runtime.errors import ConfigurationError
from apiscribe.runtime.webhooks.asgi import AsgiApp
from apiscribe.runtime.webhooks.delivery import DeliveryOptions
from apiscribe.runtime.webhooks.duplicates import Recent
from apiscribe.runtime.webhooks.events import UnknownEvent
from apiscribe.runtime.webhooks.wsgi import WsgiApp
from tests.runtime.webhooks.gate import (
    API,
    FORM,
    OPENED,
    PIN,
    AlarmRaised,
    DoorOpened,
    alarm,
    basic,
    form,
    parse,
)
from tests.runtime.webhooks.gate_calls import OPEN, PASSWORD, RIGHT, USER, call_asgi, call_wsgi

KINDS: dict[str, Any] = {"asgi": (AsgiApp, call_asgi), "wsgi": (WsgiApp, call_wsgi)}


@pytest.fixture(params=KINDS)
def gate(request):
    """Makes an application; `post` sends one of them a request; `handled` is what came."""
    kind, post = KINDS[request.param]
    handled: list[Any] = []

    def made(handler=handled.append, **options):
        given = {"username": USER, "password": PASSWORD, **options}
        return kind(API, handler, DeliveryOptions(**given))

    return SimpleNamespace(make=made, post=post, handled=handled)


def test_an_event_that_is_handled_is_delivered(gate):
    found = gate.post(gate.make(), OPEN)

    assert found.status == 204
    assert [type(event) for event in gate.handled] == [DoorOpened]


def test_handlers_may_be_coroutine_functions(gate):
    handled: list[Any] = []

    async def handle(event):
        await asyncio.sleep(0)
        handled.append(event)

    class Handler:
        async def __call__(self, event):
            await handle(event)

    for handler in (handle, Handler(), lambda event: handle(event)):
        assert gate.post(gate.make(handler), OPEN).status == 204
    assert len(handled) == 3


def test_what_is_not_known_is_handled_as_well(gate):
    assert gate.post(gate.make(), b"kind=NEW").status == 204
    assert [type(event) for event in gate.handled] == [UnknownEvent]


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "OPTIONS"])
def test_events_are_posted(gate, method):
    found = gate.post(gate.make(), OPEN, method=method)

    assert (found.status, found.headers["allow"]) == (405, "POST")
    assert gate.handled == []


@pytest.mark.parametrize(
    "authorization", [None, "", basic(USER, "other"), f"Bearer {PASSWORD}", "Basic !", "Basic é"]
)
def test_whoever_is_not_known_is_told_how_to_be(gate, authorization):
    found = gate.post(gate.make(), OPEN, authorization=authorization)

    assert found.status == 401
    assert found.headers["www-authenticate"] == 'Basic realm="webhooks", charset="UTF-8"'
    assert gate.handled == []


def test_credentials_are_asked_for_before_a_body_is_looked_at(gate):
    assert gate.post(gate.make(), b"{", authorization=None).status == 401


def test_anyone_may_deliver_only_if_that_is_said(gate):
    app = gate.make(username=None, password=None, anyone=True)

    assert gate.post(app, OPEN, authorization=None).status == 204


NOBODY = "pass username= and password=, or anyone=True to check neither"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"username": None}, NOBODY),
        ({"password": None}, NOBODY),
        ({"username": None, "password": None}, NOBODY),
        ({"anyone": True}, "anyone=True, and credentials that nobody would need"),
        ({"password": ""}, "password= is empty, which would let everyone in"),
        ({"max_body": 0}, "max_body= has to be positive"),
    ],
    ids=str,
)
def test_an_application_that_is_not_safe_is_not_made(gate, options, message):
    with pytest.raises(ConfigurationError, match=f"^{message}") as caught:
        gate.make(**options)

    assert PASSWORD not in str(caught.value)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [(b"", FORM), (b"{}", FORM), (OPEN, "application/json"), (alarm("{"), FORM)],
)
def test_what_is_no_event_is_refused(gate, body, content_type):
    assert gate.post(gate.make(), body, content_type=content_type).status == 400
    assert gate.handled == []


@pytest.mark.parametrize("length", [1025, 8 * 1024, 100 * 1024])
def test_a_body_has_an_end(gate, length):
    body = b"kind=NEW&x=".ljust(length, b"x")
    app = gate.make(max_body=1024)

    assert gate.post(app, body[:1024]).status == 204
    assert gate.post(app, body).status == 413
    assert len(gate.handled) == 1


def test_what_a_handler_fails_to_do_is_tried_again(gate, caplog):
    attempts = []

    def handle(event):
        attempts.append(event)
        if len(attempts) < 3:
            raise RuntimeError("the disk is full")

    app = gate.make(handle)

    assert [gate.post(app, OPEN).status for _ in range(4)] == [500, 500, 204, 204]
    assert len(attempts) == 3
    assert caplog.messages == ["door_opened: its handler failed"] * 2
    assert "the disk is full" in caplog.text


def test_a_coroutine_that_fails_is_tried_again(gate):
    async def handle(event):
        raise RuntimeError

    app = gate.make(handle)

    assert [gate.post(app, OPEN).status for _ in range(2)] == [500, 500]


def test_an_event_that_comes_twice_is_handled_once(gate):
    app = gate.make()

    assert [gate.post(app, OPEN).status for _ in range(3)] == [204, 204, 204]
    assert gate.post(app, alarm({"zone": "a", "doors": []})).status == 204
    assert [type(event) for event in gate.handled] == [DoorOpened, AlarmRaised]


def test_an_event_that_comes_twice_is_handled_twice_if_wanted(gate):
    app = gate.make(duplicates=False)

    assert [gate.post(app, OPEN).status for _ in range(2)] == [204, 204]
    assert len(gate.handled) == 2


def test_an_event_that_is_being_handled_is_to_come_again(gate):
    memory = Recent()
    app = gate.make(duplicates=memory)
    memory.claim(parse(OPEN, {}).key)

    assert gate.post(app, OPEN).status == 503
    assert gate.handled == []


class Shared:
    """A memory that several processes might share; `broken` is what it cannot do now."""

    def __init__(self, *broken):
        self.broken = broken
        self.recent = Recent()

    def __getattr__(self, name):
        if name in self.broken:
            raise ConnectionError("unreachable")
        return getattr(self.recent, name)


def test_the_memory_may_be_ones_own(gate):
    memory = Shared()
    one, other = gate.make(duplicates=memory), gate.make(duplicates=memory)

    assert [gate.post(app, OPEN).status for app in (one, other)] == [204, 204]
    assert len(gate.handled) == 1


def test_without_a_memory_nothing_is_handled_and_nothing_lost(gate, caplog):
    app = gate.make(duplicates=Shared("claim"))

    assert gate.post(app, OPEN).status == 500
    assert gate.handled == []
    assert caplog.messages == ["door_opened: nobody knows whether it was here before"]
    assert "unreachable" in caplog.text


def test_what_was_handled_is_delivered_whatever_the_memory_says(gate, caplog):
    assert gate.post(gate.make(duplicates=Shared("settle")), OPEN).status == 204
    assert len(gate.handled) == 1
    assert caplog.messages == ["door_opened: handled, but that could not be noted"]
    assert "unreachable" in caplog.text


def test_a_failure_stays_one_whatever_the_memory_says(gate, caplog):
    def handle(event):
        raise RuntimeError

    assert gate.post(gate.make(handle, duplicates=Shared("release")), OPEN).status == 500
    assert caplog.messages == [
        "door_opened: its handler failed",
        "door_opened: that it failed could not be noted",
    ]


def test_no_log_shows_a_secret(gate, caplog):
    def handle(event):
        raise RuntimeError

    with caplog.at_level(logging.DEBUG):
        for handler in (gate.handled.append, handle):
            app = gate.make(handler)
            for authorization in (RIGHT, basic(USER, PIN), f"Basic {PIN}"):
                gate.post(app, form({**OPENED, "pin": PIN}), authorization=authorization)
                gate.post(app, alarm(PIN), authorization=authorization)

    assert "right credentials" in caplog.text
    for secret in (PASSWORD, PIN, RIGHT.split()[1], basic(USER, PIN).split()[1]):
        assert secret not in caplog.text


def test_an_event_that_does_not_fit_is_handled_and_noted(gate, caplog):
    body = form({**OPENED, "times": PIN})

    assert gate.post(gate.make(), body).status == 204
    assert gate.handled[0].payload.times == PIN
    assert "$.times is text, not int" in caplog.text
    assert PIN not in caplog.text
