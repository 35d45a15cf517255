"""The two parsers of HTTP that uvicorn has, and how each tells of heads.

The faster one, httptools, takes heads of any size, as many requests as come, and a request line
of 64 KiB at most; and it stops at an offer to upgrade. The other, h11, is there where nothing
compiled is.

A request that has come with all of its body, and with nothing behind it, is answered without a
task, which would cost half as much as the rest of a short answer.
"""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar

from uvicorn.protocols.http.auto import AutoHTTPProtocol

from .api import ErrorShape
from .app import Application
from .bounds import Bounds, Held
from .exchange import begun
from .protocol import Bounded
from .responses import Message, NotYet, Receive, RequestRefused, Send, StubResponse
from .rounds import Round
from .unreadable import too_large

try:
    import httptools
    from uvicorn.protocols.http.httptools_impl import STATUS_LINE
except ImportError:
    import h11

_UNAVAILABLE = 503
_LAST = b"connection: close\r\n\r\n"
"""How the head of a response ends that is the last one of its connection."""


def protocol_class(
    application: Application, envelope: ErrorShape, bounds: Bounds, held: Held
) -> type[asyncio.Protocol]:
    """A protocol for the parser that is installed."""
    fast = AutoHTTPProtocol.__name__ == "HttpToolsProtocol"
    kind = _FastProtocol if fast else _PlainProtocol
    known = {
        "envelope": envelope,
        "bounds": bounds,
        "held": held,
        "application": application,
        "round": Round(application.store),
    }
    return type(kind.__name__, (kind,), known)


class _FastProtocol(Bounded):
    application: ClassVar[Application]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._in_head = False
        self.url = b""
        self._begun: tuple[Any, Any] | None = None
        """A request that may have come with all of its body: its cycle, and who answers it."""

    def data_received(self, data: bytes) -> None:
        if self.farewell is not None:
            self.discard(data)
            return
        rest = data
        while rest:
            try:
                self.parser.feed_data(rest)
                break
            except httptools.HttpParserUpgrade as upgrade:
                rest = self._without_offer() + rest[upgrade.args[0] :]
            except httptools.HttpParserError:
                self._start_begun()
                self.send_400_response("this is no HTTP request")
                return
        if self._in_head:
            self.head_grows(len(data))
        if self._begun is not None:
            if self._begun[0].more_body:
                self._start_begun()
            else:  # when all has been read that has come: that is quicker than by turns
                self.loop.call_soon(self._answer_begun)

    def on_message_begin(self) -> None:
        self._start_begun()
        self._in_head = True
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        if len(self.pipeline) >= self.bounds.requests_ahead:
            message = f"more than {self.bounds.requests_ahead} requests wait for their answers"
            self._refuse_from_within(RequestRefused("too_large", message, status=_UNAVAILABLE))
        target = self.url
        # httptools reads no longer one; of the query string nothing has to be told apart.
        self.url, _, query = target.partition(b"?")
        if len(self.url) > self.bounds.header_bytes:
            told = f"the path has more than {self.bounds.header_bytes} bytes"
            self._refuse_from_within(too_large(told, "header_bytes"))
        before = self.cycle
        super().on_headers_complete()
        self.url = target
        if self.cycle is before:  # an offer to upgrade: this head comes again, without it
            return
        self.scope["query_string"] = query
        self._in_head = False
        self.request_begun()

    def on_response_complete(self) -> None:
        """What uvicorn does, but for a timer: whoever is idle is looked at like all others."""
        self.server_state.total_requests += 1
        if self.transport.is_closing():
            return
        self.flow.resume_reading()
        if self.pipeline:
            super()._start_asgi_task(*self.pipeline.pop())
        if self.farewell is not None:
            self.say_farewell()

    def _start_asgi_task(self, cycle: Any, app: Any) -> None:
        """Called by uvicorn when a head has come, and nothing else is being answered."""
        self._begun = cycle, app

    def _start_begun(self) -> None:
        """Have a task answer what has begun, and wait for what of it has not come."""
        if self._begun is not None:
            begun, self._begun = self._begun, None
            super()._start_asgi_task(*begun)

    def _answer_begun(self) -> None:
        """Answer what has begun and come as a whole, without a task if nobody has to wait."""
        if self._begun is None or self.flow.write_paused or self._begun[0].disconnected:
            self._start_begun()
            return
        (cycle, _), self._begun = self._begun, None
        exchange = begun()
        self.round.begin(self.loop)
        try:
            answered = self.application.answered(cycle.scope, bytes(cycle.body), exchange)
        except NotYet:
            super()._start_asgi_task(cycle, self.application)
            return
        if exchange.fault is None and not answered.pieces:
            self._send_whole(cycle, answered)
            return

        async def by_turns(scope: Message, receive: Receive, send: Send) -> None:
            await self.application.send(answered, exchange, receive, send)

        super()._start_asgi_task(cycle, by_turns)

    def _send_whole(self, cycle: Any, answered: StubResponse) -> None:
        """Send an answer in one piece, and note that it is sent."""
        lines = [b"%b: %b\r\n" % header for header in self.server_state.default_headers]
        lines += [answered.head_lines, b"\r\n" if cycle.keep_alive else _LAST]
        if cycle.scope["method"] != "HEAD":
            lines.append(answered.content)
        self.transport.write(b"".join([STATUS_LINE[answered.start["status"]], *lines]))
        cycle.response_started = cycle.response_complete = True
        if not cycle.keep_alive:
            self.transport.close()
        self.on_response_complete()

    def _refuse_from_within(self, refused: RequestRefused) -> None:
        """Refuse a client, and have the parser stop where it is."""
        self.refuse(refused)
        raise refused

    def _should_upgrade(self) -> bool:
        # CONNECT counts as an upgrade too; it is refused for having no path.
        return bool(self.scope["method"] != "CONNECT")

    def _without_offer(self) -> bytes:
        """The head that has come, without its offer to upgrade, for another parser.

        A server may ignore such an offer. Java's HttpClient makes one with each first request,
        and curl with --http2. Left alone, httptools would drop the body:
        https://github.com/Kludex/uvicorn/issues/2722
        """
        version = self.scope["http_version"].encode()
        head = [self.scope["method"].encode(), b" ", self.url, b" HTTP/", version, b"\r\n"]
        for name, value in self.headers:
            if name != b"upgrade":
                head += [name, b": ", value, b"\r\n"]
        self.parser = httptools.HttpRequestParser(self)
        return b"".join([*head, b"\r\n"])


class _PlainProtocol(Bounded):
    def handle_events(self) -> None:
        before = self.cycle
        super().handle_events()
        if self.cycle is not before:
            self.request_begun()
        if self.conn.their_state is h11.IDLE and self.farewell is None:
            self.head_grows(len(self.conn.trailing_data[0]) - self.head_bytes)
