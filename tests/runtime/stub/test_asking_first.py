"""Whether somebody is there: asked once before the first delivery, in the service's own way."""

import asyncio
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
from apiscribe.runtime.stub.service import Asked, WebhookPolicy
from apiscribe.runtime.stub.subscription import Subscription


@contextmanager
def somebody(status=200, echo=True):
    """A server that answers whatever asks with `status` and with what is in its query."""
    seen = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            size = int(self.headers.get("Content-Length") or 0)
            seen.append((self.command, self.path, self.rfile.read(size)))
            query = parse_qs(urlsplit(self.path).query)
            word = query.get("word", [""])[0].encode() if echo else b""
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


def delivered(url, asks, times=1):
    """The last of several deliveries, and whether it has arrived."""
    policy, to = WebhookPolicy(body="json", asks=asks), Destinations()
    sender = Sender(policy, Clock(), to, Greeter(policy, to))
    subscription = Subscription(id=1, url=url)

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
        assert delivered(url, Asked(method=method), times=2)[1]

    assert [each[0] for each in seen] == [method, "POST", "POST"]
    assert {path for _, path, _ in seen} == {"/hook?id=1"}
    assert [body for _, _, body in seen] == [b"", b"{}", b"{}"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_in_the_query_is_sent_back(method):
    with somebody() as (url, seen):
        assert delivered(url, Asked(method=method, query="word"))[1]

    asked = parse_qs(urlsplit(seen[0][1]).query)
    assert asked["id"] == ["1"]
    assert len(asked["word"][0]) > 10


@pytest.mark.parametrize(
    ("status", "echo", "asks", "why"),
    [
        (204, True, Asked(method="HEAD"), "the HEAD .* answered with 204; expected 200$"),
        (200, False, Asked(method="GET", query="word"), "200; expected 200 and what is under word"),
    ],
    ids=["status", "word"],
)
def test_nothing_is_sent_where_nobody_is(status, echo, asks, why):
    with somebody(status, echo) as (url, seen):
        delivery, arrived = delivered(url, asks)

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
            greeter.admitted(url, "s3cret")
        first = unready.value.first

        async def do() -> None:
            await first()

        asyncio.run(do())
        return greeter.admitted(url, "s3cret")

    with somebody() as (url, seen):
        assert admitted(url) == "s3cret"
    assert [method for method, _, _ in seen] == ["GET"]
    assert "s3cret" not in seen[0][1]
    with somebody(status=500) as (url, _), pytest.raises(NotAnswered, match="answered with 500"):
        admitted(url)
