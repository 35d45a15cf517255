"""The till's events, sent over real sockets as its page has them."""

import json
import time
from importlib import import_module
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import validate

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
