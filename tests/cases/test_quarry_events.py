"""The quarry's webhooks: a handshake hands out the secret before anything is sent."""

import asyncio
import io
import json
import threading
from contextlib import contextmanager
from importlib import import_module
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from tests.emulator.programs import program
from tests.emulator.receiving import receiver

CUT = json.dumps({"what": "block.cut", "block": {"id": 1, "name": "Otto"}}).encode()
HEADER = "X-Quarry-Secret"


@pytest.fixture
def webhooks(made):
    return import_module("quarry_v1.webhooks")


@pytest.fixture
def stub(quarry_v1):
    with quarry_v1.stub.StubServer(mode="emulate") as running:
        yield running


def states(stub, count):
    """What has become of so many deliveries, once nothing of them is under way."""
    pause = threading.Event()
    for _ in range(500):
        found = [each.state for each in stub.deliveries]
        if len(found) == count and "pending" not in found:
            return found
        pause.wait(0.02)
    raise AssertionError(stub.deliveries)


def until(there):
    """Wait for something to be there."""
    pause = threading.Event()
    for _ in range(500):
        if there():
            return
        pause.wait(0.02)
    raise AssertionError("it has not come")


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


@contextmanager
def served(application):
    server = make_server("127.0.0.1", 0, application, handler_class=Quiet)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hooks"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def by_wsgi(app, body, headers, method="POST"):
    environ = {
        "REQUEST_METHOD": method,
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
        **{f"HTTP_{name.upper().replace('-', '_')}": text for name, text in headers.items()},
    }
    started = []
    list(app(environ, lambda status, told: started.append((int(status[:3]), dict(told)))))
    return started[0]


def by_asgi(app, body, headers, method="POST"):
    sent = []

    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message):
        sent.append(message)

    told = [(name.lower().encode(), text.encode()) for name, text in headers.items()]
    asyncio.run(
        app({"type": "http", "method": method, "path": "/", "headers": told}, receive, send)
    )
    found = {name.decode(): text.decode() for name, text in sent[0]["headers"]}
    return sent[0]["status"], {HEADER if n == HEADER.lower() else n: t for n, t in found.items()}


WAYS = pytest.mark.parametrize(("way", "call"), [("wsgi", by_wsgi), ("asgi", by_asgi)])


@WAYS
def test_a_handshake_is_answered_and_its_secret_kept(webhooks, way, call):
    kept: list[str] = []
    handled: list[Any] = []
    app = getattr(webhooks, way)(handled.append, handshake=kept.append)

    assert call(app, CUT, webhooks.sign(CUT, secret="s-1"))[0] == 401
    status, headers = call(app, b"", {HEADER: "s-1"})
    assert (status, headers[HEADER], kept) == (200, "s-1", ["s-1"])
    assert call(app, CUT, webhooks.sign(CUT, secret="s-1"))[0] == 204
    assert call(app, CUT, webhooks.sign(CUT, secret="s-2"))[0] == 401
    assert call(app, CUT, {})[0] == 401
    assert [each.payload.name for each in handled] == ["Otto"]


@WAYS
def test_without_a_taker_only_known_secrets_are_answered(webhooks, way, call):
    app = getattr(webhooks, way)(print, secrets=["s-1"])

    assert call(app, b"", {HEADER: "s-1"})[1][HEADER] == "s-1"
    status, headers = call(app, b"", {HEADER: "s-2"})
    assert (status, HEADER in headers) == (401, False)


@WAYS
def test_a_handshake_that_nobody_expects_is_refused(webhooks, way, call):
    def refuse(secret):
        raise LookupError("nobody has subscribed")

    app = getattr(webhooks, way)(print, handshake=refuse)

    status, headers = call(app, b"", {HEADER: "s-1"})
    assert (status, HEADER in headers) == (500, False)
    assert call(app, CUT, webhooks.sign(CUT, secret="s-1"))[0] == 401


@WAYS
def test_other_processes_may_have_taken_the_secret(webhooks, way, call):
    store: list[str] = []
    app = getattr(webhooks, way)(print, secrets=lambda: store)

    assert call(app, CUT, webhooks.sign(CUT, secret="s-1"))[0] == 401
    store.append("s-1")
    assert call(app, CUT, webhooks.sign(CUT, secret="s-1"))[0] == 204


def test_other_methods_are_not_allowed(webhooks):
    status, headers = by_wsgi(webhooks.wsgi(print, handshake=print), b"", {HEADER: "s"}, "GET")

    assert (status, headers["Allow"]) == (405, "POST")


def test_it_has_to_be_said_who_may_deliver(webhooks, quarry_v1):
    with pytest.raises(quarry_v1.errors.ConfigurationError, match="pass handshake= or secrets="):
        webhooks.wsgi(print)
    with pytest.raises(quarry_v1.errors.ConfigurationError, match="nobody would need"):
        webhooks.wsgi(print, handshake=print, anyone=True)


def test_a_view_answers_a_handshake_itself(webhooks):
    assert webhooks.handshake({"x-quarry-secret": "s-1"}) == {HEADER: "s-1"}
    assert webhooks.handshake({"Content-Type": "application/json"}) is None
    assert webhooks.handshake({HEADER: "s\r\nX-Other: 1"}) is None


def subscribed(stub, url, **how):
    """The status and the answer of the control API."""
    request = Request(
        f"{stub.base_url}/_stub/webhooks",
        json.dumps({"url": url, **how}).encode(),
        {"Content-Type": "application/json"},
    )
    try:
        with urlopen(request, timeout=20) as answered:
            return answered.status, json.load(answered)
    except HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)


def test_hands_are_shaken_with_who_subscribes_by_the_api(webhooks, stub):
    kept: list[str] = []
    handled: list[Any] = []
    with served(webhooks.wsgi(handled.append, handshake=kept.append)) as url:
        with stub.client() as client:
            client.listener.create(target=url)
            until(lambda: kept)
            client.block.create(name="Otto")
            client.block.create(name="Anna")
        assert states(stub, 2) == ["delivered", "delivered"]
    assert [each.payload.name for each in handled] == ["Otto", "Anna"]
    assert len(kept) == 1


def test_by_the_api_hands_may_be_shaken_with_the_first_event(stub):
    with receiver() as other:
        with stub.client() as client:
            client.listener.create(target=other.url)
            other.wait_for(1)
            client.block.create(name="Otto")
        assert states(stub, 1) == ["failed"]

        (delivery,) = stub.deliveries
        wrong = "the handshake was answered with 204; expected 2XX and the same header"
        assert [each.error for each in delivery.attempts] == [f"{wrong} {HEADER}"] * 2
        assert [body for _, _, body in other.wait_for(3)] == ["", "", ""]
        assert all(HEADER in headers for _, headers, _ in other.received)


@pytest.mark.parametrize("own", ["mine", None])
def test_hands_are_shaken_when_somebody_subscribes(webhooks, stub, own):
    kept: list[str] = []
    handled: list[Any] = []
    with served(webhooks.wsgi(handled.append, handshake=kept.append)) as url:
        status, answered = subscribed(stub, url, **({"secret": own} if own else {}))
        assert (status, answered["signed"]) == (200, True)
        (word,) = kept
        assert word == (own or word)
        stub.subscribe(url)
        stub.tells("block_cut")
        assert states(stub, 2) == ["delivered", "delivered"]

    assert len(set(kept)) == 2
    assert len(handled) == 1  # the other is the same event again


def test_deliveries_say_who_asked_for_them(webhooks, stub):
    handled: list[Any] = []
    kept: list[str] = []
    with (
        served(webhooks.wsgi(handled.append, handshake=kept.append)) as url,
        stub.client() as client,
    ):
        listener = client.listener.create(target=url)
        until(lambda: kept)
        client.block.create(name="Otto")
        assert states(stub, 1) == ["delivered"]
    (event,) = handled
    told = {name.lower(): text for name, text in event.headers.items()}
    assert told["x-listener"] == str(listener.id)


def test_who_shakes_no_hand_is_no_subscriber(stub):
    with receiver() as other:
        status, answered = subscribed(stub, other.url)
        with pytest.raises(ValueError, match="takes no handshake"):
            stub.subscribe(other.url)
        stub.tells("block_cut")

    wrong = f"the handshake was answered with 204; expected 2XX and the same header {HEADER}"
    assert answered["problems"] == [{"at": "url", "problem": f"takes no handshake: {wrong}"}]
    assert (status, stub.deliveries, len(other.received)) == (422, [], 2)


def test_nobody_is_greeted_whose_subscription_is_wrong(stub):
    with receiver() as other:
        assert subscribed(stub, other.url, events=["nothing"])[0] == 422
        assert subscribed(stub, "http://example.com/")[0] == 422

    assert other.received == []


def test_nobody_need_be_there_while_a_loop_runs(webhooks, stub):
    """Who subscribes there could be the one who answers."""
    kept: list[str] = []

    async def subscribe(url):
        return stub.subscribe(url)

    with served(webhooks.wsgi(print, handshake=kept.append)) as url:
        asyncio.run(subscribe(url))
        assert kept == []
        stub.tells("block_cut")
        assert states(stub, 1) == ["delivered"]
    assert len(kept) == 1


def test_others_are_answered_meanwhile(stub):
    """Even the subscriber, before it shakes hands."""
    seen = []

    def look():
        with urlopen(f"{stub.base_url}/_stub/health", timeout=10) as answered:
            seen.append(answered.status)

    with receiver() as other:
        other.before = look
        assert subscribed(stub, other.url)[0] == 422
    assert seen == [200]


def test_several_processes_shake_hands_once(webhooks, quarry_v1, tmp_path):
    kept: list[str] = []
    several = ("--db", str(tmp_path / "q.db"), "--workers", "2")
    with (
        served(webhooks.wsgi(print, handshake=kept.append)) as url,
        program(*several, module="quarry_v1.stub") as (_, talk),
    ):
        talk.control("POST webhooks", {"url": url})
        for _ in range(8):
            talk.control("POST events/block_cut", {})
        until(lambda: all(each["state"] == "delivered" for each in sent(talk)))
        assert len(sent(talk)) == 8

    assert len(kept) == 1


def sent(talk):
    return talk.control("GET deliveries")["deliveries"]


def test_the_document_has_the_handshake(made):
    document = json.loads((made["quarry"] / "openapi.json").read_text())
    asked = document["webhooks"]["_asks"]["post"]

    assert [each["name"] for each in asked["parameters"]] == [HEADER]
    assert [*asked["responses"]["200"]["headers"]] == [HEADER]
