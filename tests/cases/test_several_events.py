"""Deliveries that hold several events each, read, vouched for, handled and sent."""

import asyncio
import json
from importlib import import_module
from typing import Any

import pytest

from apiscribe.runtime.webhooks.delivery import of_all
from apiscribe.runtime.webhooks.several import alone, events_in
from tests.cases.sending_events import encoded, post, served
from tests.emulator.receiving import receiver

ADDED = {"notice": "n1", "secret": "s", "kind": "added", "item": {"id": "a", "number": 1}}
LOST = {"notice": "n2", "secret": "s", "kind": "lost", "number": 2}
ODD = {"notice": "n3", "secret": "s", "kind": "odd"}


@pytest.fixture
def webhooks(made):
    return import_module("relay_v1.webhooks")


def body(*notices):
    return encoded({"relay": "r1", "notices": list(notices)})


def names(events):
    return [type(each).__name__ for each in events]


@pytest.fixture(params=["wsgi", "asgi"])
def delivered(request, webhooks):
    """Delivers a body to an application; the status."""

    def through_wsgi(handler, sent):
        with served(webhooks.wsgi(handler, secrets=["s"], duplicates=memory)) as port:
            return post(port, sent, {})[0]

    async def through_asgi(handler, sent):
        answers = []

        async def receive():
            return {"type": "http.request", "body": sent}

        async def send(message):
            answers.append(message)

        scope = {"type": "http", "method": "POST", "headers": []}
        await webhooks.asgi(handler, secrets=["s"], duplicates=memory)(scope, receive, send)
        return answers[0]["status"]

    memory = webhooks.Recent()
    if request.param == "wsgi":
        return through_wsgi
    return lambda handler, sent: asyncio.run(through_asgi(handler, sent))


def test_each_item_is_an_event(webhooks):
    found = webhooks.parse_all(body(ADDED, LOST, ODD), {})

    assert names(found) == ["ItemAdded", "ItemLost", "UnknownEvent"]
    assert [each.id for each in found] == ["n1", "n2", "n3"]
    assert (found[0].payload.id, found[1].payload.number) == ("a", 2)
    assert found[2].body == ODD


def test_each_is_told_that_does_not_fit(webhooks):
    odd = {**LOST, "number": "two"}
    with pytest.warns(webhooks.EventMismatchWarning) as caught:
        found = webhooks.parse_all(body(odd, ADDED, odd), {})

    assert [len(each.mismatches) for each in found] == [1, 0, 1]
    assert len(caught) == 2


def test_one_is_read_alone(webhooks):
    assert webhooks.parse(body(LOST), {}).payload.number == 2
    for several in (body(), body(LOST, LOST)):
        with pytest.raises(webhooks.MalformedEvent, match="parse_all"):
            webhooks.parse(several, {})
    assert webhooks.parse_all(body(), {}) == []


def test_a_body_without_the_list_is_nothing_known(webhooks):
    for other in ({"kind": "added"}, [1], {"notices": "none"}):
        (found,) = webhooks.parse_all(encoded(other), {})
        assert (names([found]), found.body) == (["UnknownEvent"], other)


def test_all_are_handled_in_order(delivered):
    handled: list[Any] = []

    assert delivered(handled.append, body(ADDED, LOST, ODD)) == 204
    assert delivered(handled.append, body(LOST, {**LOST, "notice": "n4"})) == 204
    assert [each.id for each in handled] == ["n1", "n2", "n3", "n4"]
    assert delivered(handled.append, body()) == 401  # nobody vouches for nothing


@pytest.mark.parametrize("failing", ["n1", "n2"])
def test_what_failed_is_handled_again(delivered, failing):
    handled: list[Any] = []

    def handler(event):
        handled.append(event.id)
        if event.id == failing and handled.count(failing) == 1:
            raise ValueError

    assert delivered(handler, body(ADDED, LOST)) == 500
    assert delivered(handler, body(ADDED, LOST)) == 204
    assert handled == ["n1", "n2", failing]
    assert delivered(handler, body(ADDED, LOST)) == 204
    assert len(handled) == 3


def test_an_empty_list_is_delivered():
    assert of_all([]).status == 204


@pytest.mark.parametrize("secret", ["other", None, 1])
def test_each_item_has_the_secret(delivered, webhooks, secret):
    handled: list[Any] = []

    assert delivered(handled.append, body(ADDED, {**LOST, "secret": secret})) == 401
    assert handled == []
    signed = webhooks.sign(body(ADDED, {**LOST, "secret": secret}), secret="s")
    assert json.loads(signed) == json.loads(body(ADDED, LOST))


@pytest.mark.parametrize("mode", ["examples", "emulate"])
def test_the_stub_sends_lists(relay_v1, webhooks, mode):
    with receiver() as taken, relay_v1.stub.StubServer(mode=mode) as stub:
        stub.subscribe(taken.url, secret="s")
        if mode == "emulate":
            with stub.client() as client:
                client.item.add(id="b", number=7)
        else:
            stub.tells("item_lost")
        ((_, headers, sent),) = taken.wait_for(1)

    assert webhooks.authenticated(sent.encode(), headers, secrets=["s"])
    found = webhooks.parse_all(sent.encode(), headers)
    assert json.loads(sent)["relay"] == "r1"
    if mode == "emulate":
        assert [(each.payload.id, each.payload.number) for each in found] == [("b", 7)]
    else:
        assert [each.payload.number for each in found] == [1, 2]


def test_the_document_says_where_events_are(made):
    document = json.loads((made["relay"] / "openapi.json").read_text())
    sent = document["webhooks"]["item_lost"]["post"]["requestBody"]["content"]
    whole = sent["application/json"]["schema"]

    assert (whole["required"], list(whole["properties"])) == (["notices"], ["notices"])
    assert whole["properties"]["notices"]["contains"]["allOf"][0]["$ref"].endswith("/Loss")


@pytest.mark.parametrize(
    ("items", "content", "found"),
    [
        ("[]", [1, 2], [1, 2]),
        ("[]", {"a": 1}, [{"a": 1}]),
        ("a[]", {"a": []}, []),
        ("a.b[]", {"a": {"b": [3]}}, [3]),
        ("a[].b[]", {"a": [{"b": [1]}, {"b": [2, 3]}]}, [1, 2, 3]),
        ("a[].b[]", {"a": [{"c": 1}]}, []),
    ],
)
def test_lists_are_where_they_are_said_to_be(items, content, found):
    assert events_in(content, items) == found


@pytest.mark.parametrize("items", ["[]", "a[]", "a.b[]", "a[].b[]"])
def test_one_event_alone_is_found_again(items):
    around = {"c": 1, "a": [{"id": 5, "b": [1, 2]}]} if items == "a[].b[]" else {"c": 1}
    whole = alone({"x": 1}, items, around)

    assert events_in(whole, items) == [{"x": 1}]
    if items == "a[].b[]":
        assert whole == {"c": 1, "a": [{"id": 5, "b": [{"x": 1}]}]}
    assert around.get("a", [{"id": 5, "b": [1, 2]}]) == [{"id": 5, "b": [1, 2]}]
