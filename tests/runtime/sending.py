"""Sends single requests over either line: the one that blocks, or the one that awaits."""

import asyncio
import threading
from typing import Any

from apiscribe.runtime.client.request import Request
from apiscribe.runtime.decoding.response import Answer
from apiscribe.runtime.events import Hook
from apiscribe.runtime.transport.aiohttp_transport import AsyncTransport
from apiscribe.runtime.transport.call_events import Watch
from apiscribe.runtime.transport.connection_settings import find_route
from apiscribe.runtime.transport.retry import DEFAULT_RETRIES, Attempts, policy
from apiscribe.runtime.transport.run_sync import finish
from apiscribe.runtime.transport.sending import MAX_BODY, Terms, send
from apiscribe.runtime.transport.urllib3_transport import Transport


def _sending(line: Any, request: Request, timeout: float | None, most: int | None, hooks: Any):
    attempts = Attempts(request.operation, policy(DEFAULT_RETRIES))
    watch = Watch(request.operation.id, hooks)
    return send(request, line, Terms(timeout, most), attempts, watch)


class Sender:
    """Blocks."""

    def __init__(self, base_url: str, http: Any = None, hooks: tuple[Hook, ...] = ()) -> None:
        self._line = Transport(base_url, http, find_route(base_url, {}, http))
        self._hooks = hooks

    def send(self, request: Request, timeout: float | None, most: int | None = MAX_BODY) -> Answer:
        return finish(_sending(self._line, request, timeout, most, self._hooks))

    def close(self) -> None:
        self._line.close()


class AsyncSender:
    """Awaits, in an event loop that runs in a thread of its own."""

    def __init__(self, base_url: str, http: Any = None, hooks: tuple[Hook, ...] = ()) -> None:
        self._line = AsyncTransport(base_url, http, find_route(base_url, {}, http))
        self._hooks = hooks
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    def send(self, request: Request, timeout: float | None, most: int | None = MAX_BODY) -> Answer:
        return self.run(_sending(self._line, request, timeout, most, self._hooks))

    def close(self) -> None:
        self.run(self._line.close())
        # As asyncio.run does; meanwhile, transports get to know that they are closed.
        self.run(self._loop.shutdown_default_executor())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def run(self, coroutine: Any) -> Any:
        """What comes of it in this line's loop."""
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(60)
