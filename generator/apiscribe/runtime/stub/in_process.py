"""The stub without sockets: requests of clients of this process are handed to it.

    client = Client(transport=stub.transport)

What connections do to requests is done here, too: faults have the same exceptions.
"""

from __future__ import annotations

import asyncio
import errno
import os
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any
from urllib.parse import urlsplit

from urllib3 import HTTPHeaderDict

from ..clock import monotonic
from ..decoding.response import Response, read_response
from ..encoding.streamed import Streamed
from ..request import AtHand, Request
from ..transport.heads import readable
from ..transport.opening import Late
from ..transport.run_sync import blocking_sleep, run_sync
from ..transport.sending import CLOSED, NO_ANSWER, NOT_HTTP, Call, Failure, wanted_in
from .app import Application
from .disturbing import SLOW_SECONDS
from .exchange import begun
from .fault_rules import Rule
from .responses import Message, StubResponse

BASE_URL = "http://stub.localhost"
"""The address of no socket, by which clients call a stub that they do not connect to."""
_WITHOUT_CONTENT = (204, 304)

Sleep = Callable[[float], Coroutine[Any, Any, None]]


class InProcess:
    """The way to a stub of this process, for any number of clients."""

    def __init__(self, application: Application, base_url: str = BASE_URL) -> None:
        self._application = application
        self.base_url = base_url

    def blocking(self, base_url: str) -> BlockingInProcess:
        return BlockingInProcess(self._application, base_url, blocking_sleep)

    def awaiting(self, base_url: str) -> AwaitingInProcess:
        return AwaitingInProcess(self._application, base_url, asyncio.sleep)


class _InProcess:
    def __init__(self, application: Application, base_url: str, sleep: Sleep) -> None:
        parts = urlsplit(base_url)
        self.base_url = base_url
        self.host = parts.netloc
        self.closed = False
        self.sleep = sleep
        self._prefix = parts.path
        self._application = application

    async def attempt(self, request: Request, call: Call) -> Response | Failure:
        """Have one request answered."""
        if self.closed:
            return CLOSED
        call.target = self._prefix + request.target
        call.bytes_sent = True
        exchange = begun()
        body = _whole(request.body, call)

        async def receive() -> Message:
            return {"type": "http.request", "body": body}

        scope = self._scope(request, call.target)
        # All of it has come, so that nothing is waited for: clients take turns.
        answered = run_sync(self._application.reply(scope, receive, exchange))
        assert answered is not None, "nobody has hung up"
        if request.method == "HEAD" or answered.start["status"] in _WITHOUT_CONTENT:
            answered = StubResponse(answered.start, {**answered.body, "body": b""})
        if exchange.fault is None:
            return self._response(answered, answered.pieces or (answered.content,), call)
        seconds = self._application.control.rules.seconds(exchange.fault.delay)
        return await self._disturbed(exchange.fault, seconds, answered, call)

    def _scope(self, request: Request, target: str) -> Message:
        path, _, query = target.partition("?")
        headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in request.headers.items()
        ]
        return {
            "type": "http",
            "method": request.method,
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": [(b"host", self.host.encode()), *headers],
            "client": None,
        }

    async def _disturbed(
        self, rule: Rule, seconds: float, answered: StubResponse, call: Call
    ) -> Response | Failure:
        """What a client sees of a response that comes late, in part, or not at all."""
        if rule.connection == "slow":
            seconds = seconds or SLOW_SECONDS
        if not await self._waited(seconds, call):
            return _LATE
        content = answered.content
        half = content[: len(content) // 2]
        match rule.connection:
            case None | "slow":
                return self._response(answered, answered.pieces or (content,), call)
            case "reset":
                reset = ConnectionResetError(errno.ECONNRESET, os.strerror(errno.ECONNRESET))
                return Failure(reason=os.strerror(errno.ECONNRESET), cause=reset, sent=True)
            case "garbage":
                return Failure(reason=NOT_HTTP, cause=None, sent=True)
            case "truncate":
                if not content:
                    return Failure(reason=NO_ANSWER, cause=None, sent=True)
                return self._response(answered, (half,), call, cut_short=True)
            case "stall":
                return await self._stalled(answered, half, call)

    async def _stalled(self, answered: StubResponse, half: bytes, call: Call) -> Response | Failure:
        """A response that does not come to its end, and is read meanwhile or is none."""
        if call.sink is not None and call.sink.stays_open and half:
            return self._response(answered, (half,), call, stalls=True)
        if call.deadline is not None:
            await self._waited(float("inf"), call)
        return _LATE

    def _response(
        self,
        answered: StubResponse,
        pieces: tuple[bytes, ...],
        call: Call,
        *,
        cut_short: bool = False,
        stalls: bool = False,
    ) -> Response:
        status = answered.start["status"]
        headers = HTTPHeaderDict()
        for name, value in answered.start["headers"]:
            headers.add(name.decode("latin-1"), value.decode("latin-1"))
        headers = readable(headers, "latin-1")
        sink = call.sink
        if sink is not None and sink.stays_open and wanted_in(call, status, headers) is sink:
            patience = (call.timeout or 0) if stalls else None
            sink.body = _Pieces(pieces, self.sleep, patience, is_whole=not cut_short)
            return Response(status=status, headers=headers, body=b"")
        content = b"".join(pieces)
        return read_response(status, headers, content, call.max_body, cut_short=cut_short)

    async def _waited(self, seconds: float, call: Call) -> bool:
        """Wait so long, or as long as the call may take; whether it may take longer."""
        left = float("inf") if call.deadline is None else max(0, call.deadline - monotonic())
        if seconds:
            await self.sleep(min(seconds, left))
        return seconds < left


class _Pieces:
    """A body that comes piece by piece, and then ends, breaks off, or is silent for so long."""

    def __init__(
        self, pieces: tuple[bytes, ...], sleep: Sleep, patience: float | None, *, is_whole: bool
    ) -> None:
        self.let_go: Callable[[], None] | None = None
        self._left = deque(filter(None, pieces))
        self._sleep = sleep
        self._patience = patience
        self._is_whole = is_whole

    async def piece(self) -> bytes | Late | None:
        if self._left:
            return self._left.popleft()
        if self._patience is not None:
            await self._sleep(self._patience)
            return Late.LATE
        return b"" if self._is_whole else None

    def hurry(self, seconds: float) -> None:
        if self._patience is not None:
            self._patience = seconds

    def close(self) -> None:
        self._left.clear()


class BlockingInProcess(_InProcess):
    """The way of one client that blocks. Safe to share between threads."""

    def close(self) -> None:
        self.closed = True


class AwaitingInProcess(_InProcess):
    """The way of one client that awaits."""

    async def close(self) -> None:
        self.closed = True


def _whole(body: AtHand | Streamed, call: Call) -> bytes:
    """The body in one piece, as all of it has come when it is looked at."""
    if isinstance(body, AtHand):
        return body.encode() if isinstance(body, str) else body or b""
    from ..transport.uploading import begun, in_pieces

    return b"".join(in_pieces(begun(body), call))


_LATE = Failure(reason="the time for the call is over", cause=None, sent=True, timed_out=True)
"""Nobody waits for ever here, not even a call without an end: nothing is under way."""
