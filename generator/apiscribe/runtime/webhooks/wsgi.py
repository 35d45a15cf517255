"""A WSGI application that takes events."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Awaitable, Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeVar

from .any_api import AnyWebhookApi
from .delivery import (
    FAILED,
    MALFORMED,
    READ_ANYWAY,
    TOO_LARGE,
    Delivery,
    DeliveryOptions,
    Handler,
    Refused,
    Reply,
    WebhookEvent,
    of_all,
)

if TYPE_CHECKING:
    from wsgiref.types import InputStream, StartResponse, WSGIEnvironment

T = TypeVar("T")
_CHUNK = 64 * 1024

logger = logging.getLogger(__name__)


class WsgiApp:
    """Answers deliveries at whatever path it is mounted.

    A handler is called in the thread of its request. If it takes longer than the service
    waits, the next delivery finds the event done.
    """

    def __init__(self, api: AnyWebhookApi, handler: Handler, options: DeliveryOptions) -> None:
        self._delivery = Delivery(api, options)
        self._handler = handler

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        try:
            body = _body(environ, self._delivery.max_body)
            method, query = environ["REQUEST_METHOD"], environ.get("QUERY_STRING", "")
            events = self._delivery.admit(method, query, _headers(environ), body)
        except Refused as refused:
            reply = refused.reply
        else:
            reply = of_all([self._deliver(event) for event in events])
        phrase = HTTPStatus(reply.status).phrase
        start_response(f"{reply.status} {phrase}", reply.headers)
        return [reply.body] if reply.body else []

    def _deliver(self, event: WebhookEvent) -> Reply:
        delivery = self._delivery
        try:
            claimed = delivery.claim(event)
            if claimed is not None:
                return claimed
        except Exception:
            logger.exception("%s: nobody knows whether it was here before", event.name)
            return FAILED
        try:
            result = self._handler(event)
            if inspect.isawaitable(result):
                result = _wait_for(result)
            reply = delivery.said(event, result)
        except Exception:
            logger.exception("%s: its handler failed", event.name)
            delivery.release(event)
            return FAILED
        except BaseException:
            delivery.release(event)
            raise
        delivery.settle(event)
        return reply


def _wait_for(result: Awaitable[T]) -> T:
    import asyncio  # half of what this module would cost, and few handlers here need it

    async def wait() -> T:
        return await result

    return asyncio.run(wait())


def _headers(environ: WSGIEnvironment) -> dict[str, str]:
    headers = {
        name[5:].replace("_", "-").lower(): text
        for name, text in environ.items()
        if name.startswith("HTTP_")
    }
    headers["content-type"] = environ.get("CONTENT_TYPE", "")
    return headers


def _body(environ: WSGIEnvironment, limit: int) -> bytes:
    """The body, as long as its header says, or to its end where the server knows that.

    Raises:
        Refused: it is larger than `limit`, or cut short.
    """
    stream: InputStream = environ["wsgi.input"]
    said: str = environ.get("CONTENT_LENGTH") or ""
    if not said:
        ends = environ.get("wsgi.input_terminated", False)
        wanted = limit * READ_ANYWAY if ends else 0
    elif said.isascii() and said.isdigit() and len(said) < 20:
        wanted = int(said)
    else:
        raise Refused(MALFORMED)
    body, size = bytearray(), 0
    while size < min(wanted, limit * READ_ANYWAY):
        part = stream.read(min(_CHUNK, wanted - size))
        if not part:
            break
        size += len(part)
        if size <= limit:
            body += part
    if size > limit or (said and wanted > limit):
        raise Refused(TOO_LARGE)
    if said and size < wanted:
        raise Refused(MALFORMED)
    return bytes(body)
