"""Deliveries that say which they are, in a header or in their bodies, also when sent again."""

import json
import time
from importlib import import_module
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode

import pytest

from apiscribe.runtime.emulator import Event
from apiscribe.runtime.stub.event_bodies import EventBodies
from apiscribe.runtime.stub.service import SentEvent, WebhookPolicy
from tests.cases.sending_events import post, served, signed
from tests.cases.test_till_deliveries import control, finished
from tests.emulator.receiving import receiver

LEFT = {"kind": "left", "left": 1353844800, "crossing": "PT45M"}
ASKED = {"command": "/board", "text": "two", "seats": "3"}
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
CLIENT = {"id": "app", "secret": "s3cret"}


@pytest.fixture
def ferry(made):
    return import_module("ferry_v2.webhooks")


def as_json(content):
    return json.dumps(content).encode(), JSON


def as_form(fields):
    return urlencode(fields).encode(), FORM


def parsed(webhooks, written, id=None):
    body, kind = written
    headers = {"Content-Type": kind, **({} if id is None else {"X-Ferry-Notice": id})}
    return webhooks.parse(body, headers)


@pytest.mark.parametrize(
    ("written", "other"),
    [
        (as_json(LEFT), as_json({**LEFT, "left": 1})),
        (as_form(ASKED), as_form({**ASKED, "text": "three"})),
        (as_json({"kind": "new"}), as_json({"kind": "newer"})),
        (as_form({"a": "b"}), as_form({"a": "c"})),
    ],
)
def test_a_header_says_which_it_is(ferry, written, other):
    first, again = parsed(ferry, written, "n-1"), parsed(ferry, other, "n-1")
    assert (first.id, first.key) == (again.id, again.key) == ("n-1", first.key)
    assert first.key != parsed(ferry, written, "n-2").key
    assert len(first.key.rpartition(":")[2]) == 64

    unsaid = parsed(ferry, written)
    assert unsaid.id == ""
    assert unsaid.key == parsed(ferry, written, " ").key
    assert unsaid.key not in (first.key, parsed(ferry, other).key)


def test_a_key_of_json_says_which_it_is(made):
    webhooks = import_module("bazaar_v1.webhooks")

    def told(notice, name):
        content = {"event": "renamed", "id": 1, "name": name, "notice": notice}
        return webhooks.parse(*as_json(content)[:1], {"Content-Type": JSON})

    assert told({"number": "n-1"}, "a").key == told({"number": "n-1"}, "b").key
    assert told({"number": 7}, "a").id == "7"
    for odd in (None, {}, {"number": True}, {"number": ["n"]}):
        assert told(odd, "a").id == ""
        assert told(odd, "a").key != told(odd, "b").key


def test_a_field_of_a_form_says_which_it_is(made):
    webhooks = import_module("courier_v2.webhooks")
    fields = {"Event": "arrived", "id": "p1", "outcome": "done", "Notice": "n-1"}
    first = webhooks.parse(*as_form(fields)[:1], {"Content-Type": FORM})
    again = webhooks.parse(*as_form({**fields, "outcome": "x"})[:1], {"Content-Type": FORM})

    assert (first.id, first.key) == ("n-1", again.key)


def test_an_application_handles_each_once(ferry):
    handled: list[Any] = []
    body, kind = as_json(LEFT)
    with served(ferry.wsgi(handled.append, secrets="key")) as port:
        for id in ("n-1", "n-2", "n-1"):
            moment = str(int(time.time()))
            signature = signed("key", f"v0:{moment}:".encode() + body)
            vouching = {"X-Ferry-Moment": moment, "X-Ferry-Signature": f"v0={signature}"}
            headers = {"Content-Type": kind, "X-Ferry-Notice": id, **vouching}
            assert post(port, body, headers)[0] == 204

    assert [each.id for each in handled] == ["n-1", "n-2"]


def test_the_stub_says_it_in_a_header(ferry_v2, ferry):
    seen: list[str] = []

    def handle(event):
        seen.append(event.id)
        assert len(seen) > 1, "the first one is to be sent again"

    with (
        served(ferry.wsgi(handle, secrets="key")) as port,
        ferry_v2.stub.StubServer(mode="examples") as stub,
    ):
        stub.subscribe(f"http://127.0.0.1:{port}/hook", secret="key")
        stub.tells("sailing_left")
        assert finished(stub)[0]["state"] == "failed"
        control(stub, "POST /_stub/deliveries/1/redeliver")
        assert finished(stub)[0]["state"] == "delivered"
        stub.tells("sailing_left")
        finished(stub)

    assert seen[0] == seen[1] != seen[2]


def test_the_stub_says_it_in_json(bazaar_v1):
    with (
        receiver() as hook,
        bazaar_v1.stub.StubServer() as stub,
        bazaar_v1.package.BazaarClient(**CLIENT, base_url=stub.base_url) as client,
    ):
        stub.subscribe(hook.url)
        for name in ("Lamp", "Lamp"):
            client.ware.create(ware={"name": name})
        told = [json.loads(body)["notice"]["number"] for *_, body in hook.wait_for(2)]

    assert len({*told}) == 2


def test_documented_forms_are_sent_as_they_are(courier_v2):
    with receiver() as hook, courier_v2.stub.StubServer() as stub:
        stub.subscribe(hook.url, secret="key")
        stub.tells("parcel_arrived")
        ((_, _, documented),) = hook.wait_for(1)

    assert "Notice" not in parse_qs(documented)


@pytest.mark.parametrize("around", ["", "payload"])
def test_forms_that_the_stub_makes_up_say_it(around):
    """No case emulates an API with such forms, so its events are written without one."""
    arrived = SentEvent(payload="", match={"Event": "arrived"}, content_key=around)
    bodies = EventBodies(
        WebhookPolicy(body="form", id_key=("Notice",), events={"a": arrived}), None
    )

    def written(**fields):
        return dict(parse_qsl(bodies(Event("a", fields))[1].decode()))

    first, second = written(id="p1"), written(id="p1")
    assert {*first} == {"Notice", "Event", around or "id"}
    assert first["Event"] == "arrived"
    assert len(first["Notice"]) == 36
    assert first["Notice"] != second["Notice"]
    if not around:
        assert written(Notice="n-1", Event="other") == {"Notice": "n-1", "Event": "arrived"}


def test_documents_have_the_header(made):
    document = json.loads((made["ferry"] / "openapi.json").read_text())
    parameters = document["webhooks"]["sailing_left"]["post"]["parameters"]

    assert "X-Ferry-Notice" in [each["name"] for each in parameters]


@pytest.mark.parametrize(
    ("headers", "fields", "body"),
    [
        ({"X-State": "exists"}, {}, b""),
        ({"X-State": "exists"}, {"id": "p1"}, b'{"id":"p1"}'),
        ({}, {}, b"{}"),
    ],
)
def test_what_headers_say_alone_has_no_body(headers, fields, body):
    sent = SentEvent(payload="", headers=headers, examples={"": {}})
    bodies = EventBodies(WebhookPolicy(body="json", events={"exists": sent}), None)

    assert bodies(Event("exists", fields)) == (JSON, body, headers)
    if not fields:
        assert bodies(Event("exists", {}, example="")) == (JSON, body, headers)
