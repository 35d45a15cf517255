"""The till's events, sent over real sockets as its page has them."""

import asyncio
import json
import time
from importlib import import_module
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import validate

from tests.cases.casebook import CASES
from tests.cases.sending_events import PAID, encoded, post, served, signed


@pytest.fixture
def till(made):
    return import_module("till_v1.webhooks")


def test_a_signed_event_is_taken_and_an_unsigned_one_is_not(till):
    handled: list[Any] = []
    body, moment = encoded(PAID), int(time.time())
    headers = {"Till-Signature": f"t={moment},v1={signed('new', f'{moment}.'.encode() + body)}"}
    with served(till.wsgi(handled.append, secrets=["old", "new"])) as port:
        assert post(port, body, headers)[0] == 204
        assert post(port, body, headers)[0] == 204  # once more, and done already
        assert post(port, body, {})[0] == 401
        assert post(port, body + b" ", headers)[0] == 401

    assert [type(event) for event in handled] == [till.ChargePaid]
    assert (handled[0].payload.id, handled[0].payload.amount) == ("1", 5)
    assert handled[0].body == PAID


DISPUTE = {**PAID, "type": "dispute.opened", "data": {"object": {"reason": "late", "id": "d"}}}
FAILED = {**PAID, "type": "charge.failed"}
REPLY = {"isAccepted": True, "text": "Sorry."}


def as_model(models):
    return models.DisputeReply(is_accepted=True, text="Sorry.")


def as_dict(_models):
    return REPLY


@pytest.mark.parametrize("awaited", [False, True])
@pytest.mark.parametrize("kind", ["wsgi", "asgi"])
@pytest.mark.parametrize("reply", [as_model, as_dict])
def test_a_handler_may_reply_to_an_event(till, kind, awaited, reply):
    def handle(_event):
        return reply(import_module("till_v1.models"))

    async def handle_later(event):
        return handle(event)

    handler = handle_later if awaited else handle
    application = getattr(till, kind)(handler, secrets="s")
    told, again = (delivered(application, till, DISPUTE) for _ in range(2))

    assert (told[0], told[1], json.loads(told[2])) == (200, "application/json", REPLY)
    assert again[0] == 204  # it was told once


@pytest.mark.parametrize("kind", ["wsgi", "asgi"])
@pytest.mark.parametrize(
    ("event", "result"),
    [(DISPUTE, None), (DISPUTE, "yes"), (PAID, REPLY), (DISPUTE, [REPLY]), (FAILED, REPLY)],
)
def test_whatever_else_a_handler_returns_is_passed_over(till, kind, event, result):
    application = getattr(till, kind)(lambda _: result, secrets="s")

    assert delivered(application, till, event) == (204, None, b"")


@pytest.mark.parametrize("kind", ["wsgi", "asgi"])
def test_a_reply_may_be_a_text(till, kind):
    application = getattr(till, kind)(lambda _: "<Say>é</Say>", secrets="s")

    told = (200, "text/xml; charset=utf-8", "<Say>é</Say>".encode())
    assert delivered(application, till, PAID) == told


@pytest.mark.parametrize("kind", ["wsgi", "asgi"])
@pytest.mark.parametrize("replies", [[], [as_dict, as_model]])
def test_a_reply_may_be_a_list(till, kind, replies):
    said = [each(import_module("till_v1.models")) for each in replies]
    application = getattr(till, kind)(lambda _: said, secrets="s")
    status, of, body = delivered(application, till, FAILED)

    assert (status, of, json.loads(body)) == (200, "application/json", [REPLY] * len(replies))


@pytest.mark.parametrize("kind", ["wsgi", "asgi"])
def test_a_reply_that_is_no_json_is_a_failure(till, kind):
    application = getattr(till, kind)(lambda _: {"text": object()}, secrets="s")

    assert delivered(application, till, DISPUTE)[0] == 500


def test_openapi_has_the_reply():
    document = json.loads((CASES / "good" / "till" / "output" / "openapi.json").read_text())
    responses = document["webhooks"]["dispute_opened"]["post"]["responses"]
    schema = {"$ref": "#/components/schemas/DisputeReply"}

    assert responses["200"]["content"] == {"application/json": {"schema": schema}}
    paid, failed = (
        document["webhooks"][name]["post"]["responses"]["200"]["content"]
        for name in ("charge_paid", "charge_failed")
    )
    assert paid == {"text/xml": {"schema": {"type": "string"}}}
    assert failed["application/json"]["schema"] == {"type": "array", "items": schema}


def delivered(application, till, event):
    """What an application answers to a signed event: status, type and body."""
    body = encoded(event)
    headers = till.sign(body, secret="s")
    if not isinstance(application, import_module("till_v1._runtime.webhooks.asgi").AsgiApp):
        with served(application) as port:
            return post(port, body, headers)
    sent: list[dict[str, Any]] = []

    async def receive():
        return {"type": "http.request", "body": body}

    async def send(message):
        sent.append(message)

    pairs = [(name.lower().encode(), text.encode()) for name, text in headers.items()]
    scope = {"type": "http", "method": "POST", "headers": pairs}
    asyncio.run(application(scope, receive, send))
    told = dict(sent[0]["headers"]).get(b"content-type")
    return sent[0]["status"], told and told.decode(), sent[1]["body"]


def test_what_is_signed_for_tests_is_taken(till):
    body = encoded(PAID)
    headers = till.sign(body, secret="s")

    assert till.authenticated(body, headers, secrets="s")
    assert not till.authenticated(body, till.sign(body, secret="s", timestamp=1), secrets="s")


@pytest.mark.parametrize(
    "body",
    [
        {"type": "charge.seen"},
        {"type": "charge.paid", "data": {"object": {"kind": "refund"}}},
        {"type": "charge.failed", "data": {"object": "ch_1"}},
        {"type": "charge.failed", "data": [{"object": {}}]},
        {"type": "dispute.opened", "data": {"object": {"reason": None}}},
        [1],
        "text",
    ],
)
def test_what_is_not_documented_is_kept_as_it_came(till, body):
    event = till.parse(encoded(body), {"Content-Type": "application/json"})

    assert type(event) is till.UnknownEvent
    assert event.body == body
    assert event.key == till.parse(json.dumps(body, indent=1).encode(), {}).key


def test_the_order_of_keys_makes_no_other_event(till):
    one, other = (till.parse(body, {}) for body in (b'{"a": 1, "b": 2}', b'{"b": 2, "a": 1}'))

    assert one.key == other.key
    assert one.key != till.parse(b'{"a": 1, "b": 3}', {}).key


def test_any_of_its_values_tells_an_event(till):
    for value in ("charge.failed", "charge.expired"):
        event = till.parse(encoded({**PAID, "type": value}), {})
        assert type(event) is till.ChargeFailed


@pytest.mark.parametrize("body", [b"", b"{", b"a=b", b"\xff", b"[" * 100_000])
def test_what_is_no_json_is_malformed(till, body):
    with pytest.raises(till.MalformedEvent):
        till.parse(body, {})
    with pytest.raises(till.MalformedEvent):
        till.parse(b"{}", {"content-type": "application/x-www-form-urlencoded"})


def test_the_document_says_what_is_an_event(made):
    document = json.loads((made["till"] / "openapi.json").read_text())
    validate(document)
    content = document["webhooks"]["charge_paid"]["post"]["requestBody"]["content"]
    schema = {**content["application/json"]["schema"], "components": document["components"]}

    jsonschema.Draft202012Validator(schema).validate(PAID)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate({**PAID, "type": "charge.failed"})
