"""Notices of the postroom, signed inside of their bodies as Mailgun documents it."""

import hashlib
import hmac
import json
import time
from importlib import import_module
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.cases.sending_events import served
from tests.cases.test_till_deliveries import finished

KEY = "key-of-the-postroom"
JSON = {"Content-Type": "application/json"}
NOTICE = {"id": "n1", "event": "delivered", "letter": "l1"}


@pytest.fixture
def webhooks(made):
    return import_module("postroom_v3.webhooks")


def signed(key=KEY, *, at=None, token="t" * 50, data=None, **changed):
    """A body as the service sends it; the signature by hand."""
    moment = str(int(time.time()) if at is None else at)
    digest = hmac.new(key.encode(), f"{moment}{token}".encode(), hashlib.sha256).hexdigest()
    signature = {"timestamp": moment, "token": token, "signature": digest, **changed}
    return json.dumps({"signature": signature, "event-data": data or NOTICE}).encode()


def test_a_right_signature_is_taken(webhooks):
    assert webhooks.authenticated(signed(), JSON, secrets=KEY)
    assert webhooks.authenticated(signed(), JSON, secrets=["newer", KEY])
    event = webhooks.parse(signed(), JSON)
    assert type(event).__name__ == "LetterDelivered"
    assert event.payload.letter == "l1"


@pytest.mark.parametrize(
    "body",
    [
        signed("another key"),
        signed(at=int(time.time()) - 100_000),
        signed(at=int(time.time()) + 100_000),
        signed(token="changed", signature=json.loads(signed())["signature"]["signature"]),
        signed(timestamp="12 o'clock"),
        signed(timestamp=None),
        signed(timestamp=True),
        signed(token=["t"]),
        signed(signature=""),
        signed(signature=None),
        signed(signature={"signature": "x"}),
        b'{"event-data": {"event": "delivered"}}',
        b"[]",
        b"not json",
        b"",
        b"[" * 100_000,
    ],
)
def test_everything_else_is_refused(webhooks, body):
    assert webhooks.authenticated(body, JSON, secrets=KEY) is False


def test_a_number_is_signed_as_it_is_written(webhooks):
    now = int(time.time())

    assert webhooks.authenticated(signed(at=now, timestamp=now), JSON, secrets=KEY)


def test_what_is_made_for_tests_is_what_the_service_sends(webhooks):
    moment = int(time.time()) - 20
    made = webhooks.sign(json.dumps({"event-data": NOTICE}).encode(), secret=KEY, timestamp=moment)

    said = json.loads(made)
    assert said["event-data"] == NOTICE
    expected = signed(at=moment, token=said["signature"]["token"])
    assert said == json.loads(expected)
    assert webhooks.authenticated(made, JSON, secrets=KEY)


def test_sent_again_it_is_the_same_event(webhooks):
    first = webhooks.parse(signed(), JSON)
    again = webhooks.parse(signed(token="u" * 50, at=1), JSON)
    other = webhooks.parse(signed(data={**NOTICE, "id": "n2"}), JSON)

    assert first.key == again.key != other.key


def test_an_application_takes_each_event_once(webhooks):
    handled: list[Any] = []
    app = webhooks.wsgi(handled.append, secrets=KEY)
    with served(app) as port:
        for body in (signed(), signed(token="u" * 50)):
            urlopen(Request(f"http://127.0.0.1:{port}/", body, JSON)).read()
        with pytest.raises(OSError, match="401"):
            urlopen(Request(f"http://127.0.0.1:{port}/", signed("other"), JSON))

    assert [each.payload.id for each in handled] == ["n1"]


def test_the_emulator_signs_the_same_way(postroom_v3, webhooks):
    bodies: list[bytes] = []
    handled: list[Any] = []
    app = webhooks.wsgi(handled.append, secrets=KEY)

    def kept(environ, start_response):
        body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        bodies.append(body)
        from io import BytesIO

        environ["wsgi.input"] = BytesIO(body)
        return app(environ, start_response)

    with postroom_v3.stub.StubServer() as stub, served(kept) as port:
        stub.subscribe(f"http://127.0.0.1:{port}/", secret=KEY)
        with postroom_v3.package.Postroom(key="k", base_url=stub.base_url) as client:
            letter = client.letter.send(to="Ada")
        stub.happens("letter", letter.id, "deliver")
        (delivery,) = finished(stub)

    assert delivery["state"] == "delivered"
    assert [each.payload.letter for each in handled] == [letter.id]
    signature = json.loads(bodies[0])["signature"]
    text = f"{signature['timestamp']}{signature['token']}".encode()
    assert signature["signature"] == hmac.new(KEY.encode(), text, hashlib.sha256).hexdigest()
    assert abs(int(signature["timestamp"]) - time.time()) < 60
    assert KEY not in json.dumps(delivery)


def test_openapi_has_the_keys_that_vouch(made):
    document = json.loads((made["postroom"] / "openapi.json").read_text())
    request = document["webhooks"]["letter_delivered"]["post"]["requestBody"]
    schema = request["content"]["application/json"]["schema"]

    assert set(schema["required"]) == {"signature", "event-data"}
    assert set(schema["properties"]["signature"]["required"]) == {"signature", "token", "timestamp"}


class TestExamples:
    """What the page prints of events: shown, sent by the stub, and read."""

    def test_openapi_has_them(self, made):
        document = json.loads((made["postroom"] / "openapi.json").read_text())
        content = document["webhooks"]["letter_lost"]["post"]["requestBody"]["content"]
        examples = content["application/json"]["examples"]

        assert list(examples) == ["letter_lost", "burnt"]
        assert examples["burnt"]["value"]["event-data"]["event"] == "burnt"

    @pytest.mark.parametrize("mode", ["emulate", "examples"])
    def test_the_stub_sends_them(self, postroom_v3, webhooks, mode):
        handled: list[Any] = []
        app = webhooks.wsgi(handled.append, secrets=KEY)
        with postroom_v3.stub.StubServer(mode=mode) as stub, served(app) as port:
            stub.subscribe(f"http://127.0.0.1:{port}/", secret=KEY, events=["letter_lost"])
            first = stub.tells("letter_lost")
            finished(stub)
            body = json.dumps({"example": "burnt"}).encode()
            url = f"{stub.base_url}/_stub/events/letter_lost"
            second = json.load(urlopen(Request(url, body, JSON)))
            unwanted = stub.tells("letter_delivered")
            finished(stub)

        assert first == {"event": "letter_lost", "example": "letter_lost", "sent": 1}
        assert second == {"event": "letter_lost", "example": "burnt", "sent": 1}
        assert unwanted["sent"] == 0
        assert [each.payload.id for each in handled] == ["n2", "n3"]

    def test_what_is_not_documented_is_not_sent(self, postroom_v3):
        with postroom_v3.stub.StubServer() as stub:
            with pytest.raises(ValueError, match="letter_lots; did you mean letter_lost"):
                stub.tells("letter_lots")
            with pytest.raises(ValueError, match="example"):
                stub.tells("letter_lost", "drowned")

    def test_what_stands_around_a_payload_is_as_documented(self, postroom_v3):
        with postroom_v3.stub.StubServer() as stub:
            stub.subscribe("http://127.0.0.1:1/")
            with postroom_v3.package.Postroom(key="k", base_url=stub.base_url) as client:
                letter = client.letter.send(to="Ada")
            stub.happens("letter", letter.id, "deliver")
            (delivery,) = finished(stub)

        told = json.loads(delivery["body"])
        assert told["account"] == "a1"
        assert told["event-data"]["letter"] == letter.id
        assert "timestamp" not in told.get("signature", {})
