"""Events and challenges as services of several kinds send them, taken over real sockets."""

import asyncio
import json
import shutil
import sys
import time
from http.client import HTTPConnection
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate

from apiscribe import compile_spec, render, write
from tests.cases.sending_events import PAID, encoded, post, served, signed

SPEC = Path(__file__).parent / "good" / "till" / "spec"
CHAT = """
section: Events
timeout: 3
body: json
authentication:
  by: hmac
  header: X-Chat-Signature
  hash: sha256
  prefix: v0=
  timestamp: {header: X-Chat-Request-Timestamp, tolerance: 300}
  signs: "v0:{timestamp}:{body}"
challenge: {match: {type: [url_verification]}, key: challenge}
asks: {method: GET, query: hub.challenge}
events:
  disputed:
    doc: D.
    match: {type: [event], event.type: [dispute]}
    payload: Dispute
    payload_key: event
  paid:
    doc: P.
    match: {type: [event], event.type: [paid], event.n: [1, true]}
    payload: Charge
    payload_key: event
"""
FORGE = """
section: Events
body: json
authentication: {by: hmac, header: X-Hub-Signature, hash: sha1, prefix: sha1=}
event: {header: X-Forge-Event}
asks: {method: HEAD}
challenge: {match: {echo: [true]}, key: hook.word, as: json}
events:
  dispute_edited: {doc: E., value: dispute, match: {action: [edited]}, payload: Dispute}
  dispute: {doc: D., value: dispute, payload: Dispute}
  charge: {doc: C., value: [charge, invoice], payload: Charge}
"""
BOT = """
section: Events
body: json
authentication: {by: shared_secret, header: X-Bot-Token}
events:
  charge: {doc: C., present: [charge], payload: Charge, payload_key: charge}
  dispute: {doc: D., present: [dispute], payload: Dispute, payload_key: dispute}
"""
OPEN = """
section: Events
authentication: none
challenge: {match: {mode: [subscribe]}, key: hub.challenge}
asks: {method: GET, query: word, as: json}
events:
  charge: {doc: C., headers: {X-Kind: [charge]}, match: {}, payload: Charge}
  dispute: {doc: D., present: [reason], payload: Dispute}
"""
GRAPH = """
section: Events
body: json
authentication: none
asks: {method: POST, query: validationToken}
events:
  charge: {doc: C., present: [charge], payload: Charge, payload_key: charge}
  dispute: {doc: D., present: [dispute], payload: Dispute, payload_key: dispute}
"""


@pytest.fixture
def made_of(tmp_path, monkeypatch):
    """Makes a package of a spec whose webhooks are others, and returns its `webhooks`."""

    def make(text, package):
        spec = tmp_path / package / "spec"
        # Without what it remembers, which tells of events that these do not have.
        shutil.copytree(SPEC, spec, ignore=shutil.ignore_patterns("state"))
        (spec / "webhooks.yaml").write_text(text)
        api = spec / "api.yaml"
        api.write_text(api.read_text().replace("till_v1", package))
        write(render(compile_spec(spec)), tmp_path / package / "out")
        monkeypatch.syspath_prepend(tmp_path / package / "out")
        validate(json.loads((tmp_path / package / "out" / "openapi.json").read_text()))
        return import_module(f"{package}.webhooks")

    yield make
    for name in [name for name in sys.modules if name.startswith("till_as_")]:
        del sys.modules[name]


@pytest.fixture
def till(made):
    return import_module("till_v1.webhooks")


def ask(port, query="", method="GET"):
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, f"/hook{query}")
    response = connection.getresponse()
    content = (response.status, response.read())
    connection.close()
    return content


def test_a_challenge_is_answered_once_it_is_signed(made_of):
    chat = made_of(CHAT, "till_as_chat")
    handled: list[Any] = []

    def sent(value):
        body, moment = encoded(value), str(int(time.time()))
        text = b"v0:" + moment.encode() + b":" + body
        return body, {
            "X-Chat-Signature": f"v0={signed('s', text)}",
            "X-Chat-Request-Timestamp": moment,
        }

    asked = {"type": "url_verification", "challenge": "3eZbr"}
    with served(chat.wsgi(handled.append, secrets="s")) as port:
        assert post(port, *sent(asked)) == (200, "text/plain; charset=utf-8", b"3eZbr")
        assert post(port, encoded(asked), {})[0] == 401
        event = {"type": "event", "event": {"type": "dispute", "charge": "1", "reason": "no"}}
        assert post(port, *sent(event))[0] == 204

    assert [type(each) for each in handled] == [chat.Disputed]
    assert chat.challenge_reply(encoded(event), {}) is None
    assert chat.challenge_reply(encoded(asked), {}).body == b"3eZbr"


def test_a_number_and_true_are_told_apart(made_of):
    chat = made_of(CHAT, "till_as_chat")

    def told(value):
        charge = {"type": "paid", "n": value, "id": "1", "amount": 1, "paid": True}
        return type(chat.parse(encoded({"type": "event", "event": charge}), {})).__name__

    assert [told(value) for value in (1, True, 1.0, "1", False)] == [
        *("Paid", "Paid", "UnknownEvent", "UnknownEvent", "UnknownEvent")
    ]


def test_a_header_tells_events_and_the_first_that_fits(made_of):
    forge = made_of(FORGE, "till_as_forge")
    dispute = {"charge": "1", "reason": "no"}

    def told(kind, body):
        return type(forge.parse(encoded(body), {"x-forge-event": kind})).__name__

    charge = PAID["data"]["object"]
    assert told("dispute", {**dispute, "action": "edited"}) == "DisputeEdited"
    assert told("dispute", {**dispute, "action": "opened"}) == "Dispute"
    assert [told(kind, charge) for kind in ("charge", "invoice", "ping")] == [
        *("Charge", "Charge", "UnknownEvent")
    ]
    with served(forge.wsgi(lambda event: None, secrets="s")) as port:
        body = encoded({"echo": True, "hook": {"word": "é"}})
        headers = {"X-Hub-Signature": f"sha1={signed('s', body, 'sha1')}"}
        status, kind, content = post(port, body, headers)
        asked = [ask(port, method=method) for method in ("HEAD", "GET")]
    assert asked == [(200, b""), (405, b"")]
    assert (status, kind, json.loads(content)) == (200, "application/json", {"word": "é"})


def test_a_key_that_is_there_tells_events(made_of):
    bot = made_of(BOT, "till_as_bot")
    handled: list[Any] = []
    with served(bot.wsgi(handled.append, secrets="s")) as port:
        body = encoded({"update": 1, "charge": PAID["data"]["object"]})
        assert post(port, body, {"X-Bot-Token": "s"})[0] == 204
        assert post(port, body, {"X-Bot-Token": "t"})[0] == 401
        assert post(port, encoded({"update": 2}), bot.sign(b"", secret="s"))[0] == 204

    assert [type(each).__name__ for each in handled] == ["Charge", "UnknownEvent"]


def test_forms_that_nobody_vouches_for(made_of):
    hooks = made_of(OPEN, "till_as_open")
    handled: list[Any] = []
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    with served(hooks.wsgi(handled.append)) as port:
        assert post(port, b"id=1&amount=5&paid=true", {**form, "X-Kind": "charge"})[0] == 204
        assert post(port, b"charge=1&reason=no", form)[0] == 204
        asked = post(port, b"mode=subscribe&hub.challenge=12", form)

        answered = [ask(port, each) for each in ("?word=a%20b&x=1", "?words=a", "")]

    assert asked == (200, "text/plain; charset=utf-8", b"12")
    assert [status for status, _ in answered] == [200, 400, 400]
    assert json.loads(answered[0][1]) == {"word": "a b"}
    assert [type(each).__name__ for each in handled] == ["Charge", "Dispute"]
    assert handled[0].payload.amount == 5


def test_a_post_may_ask_by_its_query(made_of):
    graph = made_of(GRAPH, "till_as_graph")
    with served(graph.wsgi(print)) as port:
        assert ask(port, "?validationToken=a%20b", "POST") == (200, b"a b")
        assert ask(port, "?other=a", "POST")[0] == 400
        assert ask(port, "?validationToken=a", "GET")[0] == 405


def test_an_asgi_application_answers_a_challenge(made_of):
    chat = made_of(CHAT, "till_as_chat")
    body = encoded({"type": "url_verification", "challenge": "3eZbr"})
    headers = [
        (name.lower().encode(), v.encode()) for name, v in chat.sign(body, secret="s").items()
    ]
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body}

    async def send(message: Any) -> None:
        sent.append(message)

    application = chat.asgi(sent.append, secrets="s")
    scope = {"type": "http", "method": "POST", "path": "/", "headers": headers}
    asyncio.run(application(scope, receive, send))

    assert [sent[0]["status"], sent[1]["body"]] == [200, b"3eZbr"]
    assert (b"content-length", b"5") in sent[0]["headers"]

    asking = {**scope, "method": "GET", "query_string": b"hub.challenge=1%2B1"}
    asyncio.run(application(asking, receive, send))
    assert [sent[2]["status"], sent[3]["body"]] == [200, b"1+1"]
