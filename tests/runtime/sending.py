"""Sends single requests over either line: the one that blocks, or the one that awaits."""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any

from apiscribe.runtime.decoding.response import Response
from apiscribe.runtime.events import Hook
from apiscribe.runtime.request import Request
from apiscribe.runtime.transport.aiohttp_transport import AiohttpTransport
from apiscribe.runtime.transport.call_events import CallEvents
from apiscribe.runtime.transport.connection_settings import find_settings
from apiscribe.runtime.transport.retry import DEFAULT_RETRIES, Attempts, policy
from apiscribe.runtime.transport.run_sync import run_sync
from apiscribe.runtime.transport.sending import MAX_BODY, SendLimits, send
from apiscribe.runtime.transport.urllib3_transport import Urllib3Transport


def _sending(
    line: Any, request: Request, timeout: float | None, most: int | None, hooks: Any
) -> Coroutine[Any, Any, Response]:
    attempts = Attempts(request.operation, policy(DEFAULT_RETRIES))
    call_events = CallEvents(request.operation.id, hooks)
    return send(request, line, SendLimits(timeout, most), attempts, call_events)


class Sender:
    """Blocks."""

    def __init__(self, base_url: str, http: Any = None, hooks: tuple[Hook, ...] = ()) -> None:
        self._transport = Urllib3Transport(base_url, http, find_settings(base_url, {}, http))
        self._hooks = hooks

    def send(
        self, request: Request, timeout: float | None, most: int | None = MAX_BODY
    ) -> Response:
        return run_sync(_sending(self._transport, request, timeout, most, self._hooks))

    def close(self) -> None:
        self._transport.close()


class AsyncSender:
    """Awaits, in an event loop that runs in a thread of its own."""

    def __init__(self, base_url: str, http: Any = None, hooks: tuple[Hook, ...] = ()) -> None:
        self._transport = AiohttpTransport(base_url, http, find_settings(base_url, {}, http))
        self._hooks = hooks
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    def send(
        self, request: Request, timeout: float | None, most: int | None = MAX_BODY
    ) -> Response:
        response: Response = self.run(
            _sending(self._transport, request, timeout, most, self._hooks)
        )
        return response

    def close(self) -> None:
        self.run(self._transport.close())
        # As asyncio.run does; meanwhile, transports get to know that they are closed.
        self.run(self._loop.shutdown_default_executor())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def run(self, coroutine: Any) -> Any:
        """What comes of it in this line's loop."""
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(60)
