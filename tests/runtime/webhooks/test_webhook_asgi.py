"""What only an ASGI application can meet: pieces, hang-ups, waiting, a server's life."""

import asyncio
from threading import Event
from typing import Any

import pytest
from msgspec import structs

from apiscribe.runtime.webhooks.asgi import AsgiApp
from apiscribe.runtime.webhooks.delivery import DeliveryOptions
from tests.runtime.webhooks.gate import API, parse
from tests.runtime.webhooks.gate_calls import OPEN, PASSWORD, RIGHT, USER, call_asgi


def asgi(handler, **options):
    return AsgiApp(API, handler, DeliveryOptions(username=USER, password=PASSWORD, **options))


def test_a_body_comes_in_pieces():
    handled: list[Any] = []

    assert call_asgi(asgi(handled.append), OPEN, chunk=1).status == 204
    assert call_asgi(asgi(handled.append, max_body=9), OPEN, chunk=1).status == 413
    assert [structs.replace(each, headers={}) for each in handled] == [parse(OPEN, {})]


def test_who_hangs_up_gets_no_answer():
    messages = iter(
        [
            {"type": "http.request", "body": OPEN, "more_body": True},
            {"type": "http.disconnect"},
        ]
    )

    async def receive():
        return next(messages)

    async def send(message):
        raise AssertionError(message)

    asyncio.run(asgi(print)({"type": "http", "method": "POST", "headers": []}, receive, send))


def hurried(handler, seconds):
    """An application whose service waits that long."""
    app = asgi(handler)
    app._delivery.patience = seconds
    return app


async def post(app, body=OPEN):
    sent = []

    async def receive():
        if body is None:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": body}

    async def send(message):
        sent.append(message)

    headers = [(b"authorization", RIGHT.encode())]
    await app({"type": "http", "method": "POST", "headers": headers}, receive, send)
    return sent[0]["status"]


def test_a_body_that_does_not_come_is_not_waited_for():
    assert asyncio.run(post(hurried(print, 0.05), None)) == 408


def test_the_service_is_answered_while_it_waits():
    # Of 30 seconds; the rest is for the way.
    assert asgi(print)._delivery.patience == pytest.approx(24.0)


def test_a_later_delivery_finds_what_a_slow_handler_did():
    calls = []

    async def run():
        goes_on = asyncio.Event()

        async def handle(event):
            calls.append("started")
            await goes_on.wait()
            calls.append("ended")

        app = hurried(handle, 0.05)
        first = await post(app)
        second = await post(app)
        goes_on.set()
        await asyncio.sleep(0.01)
        return [first, second, await post(app)]

    assert asyncio.run(run()) == [503, 503, 204]
    assert calls == ["started", "ended"]


def test_a_handler_that_blocks_holds_up_nobody():
    async def run():
        goes_on = Event()
        first = asyncio.create_task(post(app_of(goes_on)))
        await asyncio.sleep(0.05)
        alive = not first.done()
        goes_on.set()
        return alive, await first

    def app_of(goes_on):
        return asgi(lambda _event: goes_on.wait(10))

    assert asyncio.run(run()) == (True, 204)


def test_it_lives_and_dies_with_its_server():
    messages = iter([{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}])
    sent = []

    async def receive():
        return next(messages)

    async def send(message):
        sent.append(message["type"])

    asyncio.run(asgi(print)({"type": "lifespan"}, receive, send))
    asyncio.run(asgi(print)({"type": "websocket"}, receive, send))

    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete", "websocket.close"]
