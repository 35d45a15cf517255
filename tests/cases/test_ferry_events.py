"""Two kinds of bodies, as Slack documents it: the ferry's events in JSON, commands in forms."""

import hashlib
import hmac
import json
import time
from importlib import import_module
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from tests.cases.sending_events import served
from tests.cases.test_till_deliveries import finished

KEY = "key-of-the-harbour"
LEFT = {"kind": "left", "left": 1353844800, "crossing": "PT45M"}
ASKED = {"command": "/board", "text": "two & one", "seats": "3"}
PRESSED = {"kind": "left", "payload.json": json.dumps(LEFT)}


@pytest.fixture
def webhooks(made):
    return import_module("ferry_v2.webhooks")


def sent(body, media_type, key=KEY):
    """What the service sends; the signature by hand."""
    moment = str(int(time.time()))
    digest = hmac.new(key.encode(), f"v0:{moment}:".encode() + body, hashlib.sha256).hexdigest()
    headers = {"X-Ferry-Moment": moment, "X-Ferry-Signature": f"v0={digest}"}
    return body, headers | {"Content-Type": media_type}


def in_json(content):
    return sent(json.dumps(content).encode(), "application/json; charset=utf-8")


def in_form(fields):
    return sent(urlencode(fields).encode(), "application/x-www-form-urlencoded")


def test_the_media_type_tells_the_kind(webhooks):
    asked = webhooks.parse(*in_form(ASKED))
    assert isinstance(asked, webhooks.Asked)
    assert isinstance(asked, webhooks.KnownFormEvent)
    assert (asked.payload.seats, asked.fields["text"]) == (3, "two & one")
    left, pressed = webhooks.parse(*in_json(LEFT)), webhooks.parse(*in_form(PRESSED))
    assert isinstance(left, webhooks.SailingLeft)
    assert isinstance(left, webhooks.KnownEvent)
    assert isinstance(pressed, webhooks.Pressed)
    assert (left.body, left.payload) == (LEFT, pressed.payload)
    assert list(left.headers) == list(asked.headers) == ["content-type"]
    # Nothing but the usual kind is taken where nothing is said.
    assert isinstance(webhooks.parse(json.dumps(LEFT).encode(), {}), webhooks.SailingLeft)
    with pytest.raises(webhooks.MalformedEvent):
        webhooks.parse(urlencode(ASKED).encode(), {})


def test_what_nobody_knows_is_of_its_kind(webhooks):
    # What tells an event in one kind of body tells none in the other.
    unknown = webhooks.parse(*in_json(ASKED)), webhooks.parse(*in_form(LEFT))
    assert isinstance(unknown[0], webhooks.UnknownEvent)
    assert unknown[0].body == ASKED
    assert isinstance(unknown[1], webhooks.UnknownFormEvent)
    assert unknown[1].fields["kind"] == "left"
    assert unknown[0].key != unknown[1].key


def test_only_the_usual_kind_has_challenges(webhooks):
    challenge = {"kind": "url_verification", "challenge": "c1"}
    assert webhooks.challenge_reply(*in_json(challenge)).body == b"c1"
    assert webhooks.challenge_reply(*in_form(challenge)) is None


NEXT = "key-of-the-next-year"


def test_one_of_two_signatures_is_enough(webhooks):
    body, headers = in_json(LEFT)
    signed = f"v0:{headers['X-Ferry-Moment']}:".encode() + body
    digest = hmac.new(NEXT.encode(), signed, "sha256")
    both = headers | {"X-Ferry-Signature-Next": f"v0={digest.hexdigest()}"}
    second = {name: text for name, text in both.items() if name != "X-Ferry-Signature"}

    for given, secrets, is_right in (
        (both, KEY, True),
        (both, NEXT, True),
        (both, (KEY, NEXT), True),
        (second, NEXT, True),
        (second, KEY, False),
        (both, "another key", False),
        (both | {"X-Ferry-Signature": "v0=00"}, NEXT, True),
        (both | {"X-Ferry-Signature-Next": "v0=00"}, NEXT, False),
    ):
        assert webhooks.authenticated(body, given, secrets=secrets) is is_right
    assert webhooks.authenticated(body + b" ", both, secrets=(KEY, NEXT)) is False
    assert list(webhooks.parse(body, both).headers) == ["content-type"]


def test_openapi_wants_neither_signature_alone(made):
    document = json.loads((made["ferry"] / "openapi.json").read_text())
    found = document["webhooks"]["sailing_left"]["post"]["parameters"]
    signed = {each["name"]: each for each in found if "Signature" in each["name"]}

    assert [*signed] == ["X-Ferry-Signature", "X-Ferry-Signature-Next"]
    assert [each["required"] for each in signed.values()] == [False, False]


def test_one_application_takes_both(webhooks):
    handled: list[Any] = []
    stranger = sent(b"command=%2Fboard", "application/x-www-form-urlencoded", "another key")
    with served(webhooks.wsgi(handled.append, secrets=KEY)) as port:
        for body, headers in (in_form(ASKED), in_json(LEFT)):
            urlopen(Request(f"http://127.0.0.1:{port}/", body, headers)).read()
        with pytest.raises(HTTPError, match="401"):
            urlopen(Request(f"http://127.0.0.1:{port}/", *stranger))
    assert [each.name for each in handled] == ["asked", "sailing_left"]


def test_the_stub_sends_each_as_it_is(ferry_v2, webhooks):
    handled: list[Any] = []
    with (
        ferry_v2.stub.StubServer() as stub,
        served(webhooks.wsgi(handled.append, secrets=KEY)) as port,
    ):
        stub.subscribe(f"http://127.0.0.1:{port}/", secret=KEY)
        stub.tells("asked")
        stub.tells("sailing_left")
        deliveries = finished(stub)
    assert {each["state"] for each in deliveries} == {"delivered"}
    assert {each.name for each in handled} == {"asked", "sailing_left"}


def test_openapi_has_a_media_type_for_each(made):
    document = json.loads((made["ferry"] / "openapi.json").read_text())
    found = {
        name: list(each["post"]["requestBody"]["content"])
        for name, each in document["webhooks"].items()
        if name != "_asks"
    }
    form = ["application/x-www-form-urlencoded"]
    assert found == {"sailing_left": ["application/json"], "asked": form, "pressed": form}
