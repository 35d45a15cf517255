"""Whether somebody is there: asked once before the first delivery, as the service does it."""

import asyncio
import json
import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from apiscribe.runtime.emulator import Clock
from apiscribe.runtime.stub.delivering import Delivery, Sender
from apiscribe.runtime.stub.destinations import Destinations
from apiscribe.runtime.stub.greeting import Greeter
from apiscribe.runtime.stub.posting import NotAnswered
from apiscribe.runtime.stub.responses import NotYet
from apiscribe.runtime.stub.service import Asked, Challenged, WebhookPolicy
from apiscribe.runtime.stub.subscription import Subscription
from apiscribe.runtime.webhooks.signature import Signature

CHALLENGE = Challenged(match={"kind": "hello"}, key="say.word")


@contextmanager
def somebody(status=200, echo=True):
    """A server that answers whatever asks with `status`, and with the query's word or the body."""
    seen: list[tuple[str, str, bytes, str | None]] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            size = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(size)
            seen.append((self.command, self.path, body, self.headers.get("X-Signed")))
            query = parse_qs(urlsplit(self.path).query)
            word = query.get("word", [""])[0].encode() or body if echo else b""
            self.send_response(status)
            self.send_header("Content-Length", str(len(word)))
            self.end_headers()
            self.wfile.write(word)

        do_HEAD = do_GET = do_POST = answer  # noqa: N815

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=[0.01])
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hook?id=1", seen
    finally:
        server.shutdown()
        thread.join(10)
        server.server_close()


def delivered(url, times=1, *, secret="", **policy):
    """The last of several deliveries, and whether it has arrived."""
    as_told, to = WebhookPolicy(**{"body": "json", **policy}), Destinations()
    sender = Sender(as_told, Clock(), to, Greeter(as_told, to))
    subscription = Subscription(id=1, url=url, secret=secret)

    async def attempts():
        for _ in range(times):
            delivery = Delivery(
                id=1,
                webhook=1,
                event="cut",
                tenant="t",
                namespace="",
                url=url,
                content_type="application/json",
                body="{}",
                attempts=[],
            )
            arrived = await sender.attempt(delivery, subscription, {})
        return delivery, arrived

    return asyncio.run(attempts())


@pytest.mark.parametrize("method", ["HEAD", "GET", "POST"])
def test_somebody_is_asked_once(method):
    with somebody() as (url, seen):
        assert delivered(url, times=2, asks=Asked(method=method))[1]

    assert [each[0] for each in seen] == [method, "POST", "POST"]
    assert {path for _, path, *_ in seen} == {"/hook?id=1"}
    assert [body for _, _, body, _ in seen] == [b"", b"{}", b"{}"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_in_the_query_is_sent_back(method):
    with somebody() as (url, seen):
        assert delivered(url, asks=Asked(method=method, query="word"))[1]

    asked = parse_qs(urlsplit(seen[0][1]).query)
    assert asked["id"] == ["1"]
    assert len(asked["word"][0]) > 10


def test_a_challenge_is_signed_as_events_are():
    signature = Signature(header="X-Signed", hash="sha256")
    with somebody() as (url, seen):
        assert delivered(url, 2, secret="key", challenge=CHALLENGE, signature=signature)[1]

    challenge, *events = (json.loads(body) for _, _, body, _ in seen)
    assert challenge["kind"] == "hello"
    assert len(challenge["say"]["word"]) > 10
    assert events == [{}, {}]
    for _, _, body, signed in seen:
        assert signature.sign(body, "key", timestamp=None, headers={}) == {"X-Signed": signed}


def test_a_challenge_may_be_a_form():
    with somebody() as (url, seen):
        assert delivered(url, body="form", challenge=CHALLENGE)[1]

    told = parse_qs(seen[0][2].decode())
    assert told["kind"] == ["hello"]
    assert len(told["say.word"][0]) > 10


@pytest.mark.parametrize(
    ("status", "echo", "policy", "why"),
    [
        (204, True, {"asks": Asked(method="HEAD")}, "the HEAD .* with 204; expected 200$"),
        (200, False, {"asks": Asked(method="GET", query="word")}, "expected 200 and .* under word"),
        (200, False, {"challenge": CHALLENGE}, "challenge .* with 200; .* what is under say.word$"),
        (404, True, {"challenge": CHALLENGE}, "the challenge was answered with 404; expected 2XX"),
    ],
    ids=["status", "word", "unsaid", "lost"],
)
def test_nothing_is_sent_where_nobody_is(status, echo, policy, why):
    with somebody(status, echo) as (url, seen):
        delivery, arrived = delivered(url, **policy)

    assert not arrived
    assert len(seen) == 1
    (attempt,) = delivery.attempts
    assert re.search(why, attempt.error)


def test_who_subscribes_is_asked_before_anything_is_sent():
    """A refusal has the reason; the secret of a subscriber is no word to ask with."""
    policy, to = WebhookPolicy(body="json", asks=Asked(method="GET", query="word")), Destinations()

    def admitted(url):
        greeter = Greeter(policy, to)
        with pytest.raises(NotYet) as unready:
            greeter.admitted(Subscription(id=0, url=url, secret="s3cret"))
        first = unready.value.first

        async def do() -> None:
            await first()

        asyncio.run(do())
        return greeter.admitted(Subscription(id=0, url=url, secret="s3cret"))

    with somebody() as (url, seen):
        assert admitted(url) == "s3cret"
    assert [each[0] for each in seen] == ["GET"]
    assert "s3cret" not in seen[0][1]
    with somebody(status=500) as (url, _), pytest.raises(NotAnswered, match="answered with 500"):
        admitted(url)
