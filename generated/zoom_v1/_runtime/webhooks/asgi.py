"""An ASGI application that takes events. It runs wherever asyncio does."""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeVar

from .any_api import AnyWebhookApi
from .body import Headers
from .delivery import (
    FAILED,
    READ_ANYWAY,
    RUNNING,
    TOO_LARGE,
    TOO_SLOW,
    Delivery,
    DeliveryOptions,
    Handler,
    Refused,
    Reply,
    WebhookEvent,
    of_all,
)
from .duplicates import Recent

T = TypeVar("T")
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

logger = logging.getLogger(__name__)


class AsgiApp:
    """Answers deliveries at whatever path it is mounted."""

    def __init__(self, api: AnyWebhookApi, handler: Handler, options: DeliveryOptions) -> None:
        self._delivery = Delivery(api, options)
        self._handler = handler
        # A thread is for handlers that block, and for memories of events that do.
        self._in_thread = not _is_async(handler)
        self._remembers_at_once = isinstance(self._delivery.duplicates, Recent | None)
        self._running: set[asyncio.Task[Reply]] = set()
        """Whoever does not hold a task may lose it."""

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await _live(receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close"})
        else:
            reply = await self._answer(scope, receive)
            if reply is not None:
                await _send(reply, send)

    async def _answer(self, scope: Message, receive: Receive) -> Reply | None:
        """None if the client has hung up."""
        deadline = asyncio.get_running_loop().time() + self._delivery.patience
        try:
            async with asyncio.timeout_at(deadline):
                body = await _read(receive, self._delivery.max_body)
            if body is None:
                return None
            query = scope.get("query_string", b"").decode("latin-1")
            events = await self._admitted(scope["method"], query, _headers(scope), body)
        except Refused as refused:
            return refused.reply
        except TimeoutError:
            return TOO_SLOW
        task = asyncio.create_task(self._deliver_all(events))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        left = deadline - asyncio.get_running_loop().time()
        done, _ = await asyncio.wait({task}, timeout=left)
        if done:
            return task.result()
        # It goes on: cut short, it would fail at every attempt, and the event would be lost.
        names = ", ".join(event.name for event in events)
        logger.warning("%s: its handler takes longer than the service waits", names)
        return RUNNING

    async def _admitted(
        self, method: str, query: str, headers: Headers, body: bytes
    ) -> list[WebhookEvent]:
        if self._delivery.may_block:
            return await asyncio.to_thread(self._delivery.admit, method, query, headers, body)
        return self._delivery.admit(method, query, headers, body)

    async def _deliver_all(self, events: list[WebhookEvent]) -> Reply:
        """One by one: what fails is handled again, and what does not is not."""
        return of_all([await self._deliver(event) for event in events])

    async def _deliver(self, event: WebhookEvent) -> Reply:
        delivery = self._delivery
        try:
            claimed = await self._noted(delivery.claim, event)
            if claimed is not None:
                return claimed
        except Exception:
            logger.exception("%s: nobody knows whether it was here before", event.name)
            return FAILED
        try:
            reply = delivery.said(event, await self._handled(event))
        except Exception:
            logger.exception("%s: its handler failed", event.name)
            await self._noted(delivery.release, event)
            return FAILED
        except BaseException:
            delivery.release(event)
            raise
        await self._noted(delivery.settle, event)
        return reply

    async def _noted(self, step: Callable[[WebhookEvent], T], event: WebhookEvent) -> T:
        if self._remembers_at_once:
            return step(event)
        return await asyncio.to_thread(step, event)

    async def _handled(self, event: WebhookEvent) -> object:
        if self._in_thread:
            result = await asyncio.to_thread(self._handler, event)
        else:
            result = self._handler(event)
        return await result if inspect.isawaitable(result) else result


def _is_async(handler: Handler) -> bool:
    called = getattr(handler, "__call__", None)  # noqa: B004  # of an object, what calls it
    return inspect.iscoroutinefunction(handler) or inspect.iscoroutinefunction(called)


def _headers(scope: Message) -> dict[str, str]:
    """Names in lower case; what comes twice is one list, and so no credentials."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


async def _read(receive: Receive, limit: int) -> bytes | None:
    """The body; None if it does not end.

    Raises:
        Refused: it is larger than `limit`.
    """
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        part: bytes = message.get("body", b"")
        size += len(part)
        if size <= limit:
            parts.append(part)
        more = message.get("more_body", False)
        if size > limit and not (more and size <= READ_ANYWAY * limit):
            raise Refused(TOO_LARGE)
        if not more:
            return b"".join(parts)


async def _send(reply: Reply, send: Send) -> None:
    headers = [(name.lower().encode(), value.encode()) for name, value in reply.headers]
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    await send({"type": "http.response.body", "body": reply.body})


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
