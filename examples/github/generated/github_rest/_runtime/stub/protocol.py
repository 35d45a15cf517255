"""HTTP as uvicorn speaks it, with bounds, and with failures in the API's envelope.

No request is logged by uvicorn, which would write down query strings, and credentials with
them. What differs between its two parsers stands in `parsers`.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any, ClassVar, cast

from uvicorn.protocols.http.auto import AutoHTTPProtocol

from .api import ErrorShape
from .bounds import Bounds, Held
from .gathering import Gathering
from .responses import RequestRefused, as_http
from .rounds import Round
from .unreadable import too_large

_LINGER = 3.0
"""Seconds for a client that was refused to read why, and to hang up."""
_LINGER_BYTES = 4 * 1024 * 1024
"""How much of such a client is still read: what has not been read when a connection closes
turns the end into a reset, and the client never sees the answer."""
_BAD_REQUEST, _TIMEOUT, _UNAVAILABLE = 400, 408, 503
"""What has not reached the API has a status of HTTP; the API's failures may well have 200."""

logger = logging.getLogger(__name__)


class Bounded(AutoHTTPProtocol):  # type: ignore[misc, valid-type]  # one of two, as installed
    """A connection. Once a second somebody looks at what it waits for."""

    envelope: ClassVar[ErrorShape]
    bounds: ClassVar[Bounds]
    held: ClassVar[Held]
    round: ClassVar[Round]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.access_log = False
        self.head_bytes = 0
        """How much of a head has come that is not complete."""
        self.heads = 0
        """How many heads have been complete."""
        self._wait: tuple[object, float] = (None, 0.0)
        """What is waited for, and since when."""
        self._ending = False
        """Whether this is the last request: the server stops."""
        self.farewell: RequestRefused | None = None
        """Why this client is refused everything from now on."""
        self._said = False
        """Whether it has been told."""
        self._discarded = 0
        """How many bytes have come since then."""

    def connection_made(self, transport: asyncio.Transport) -> None:
        gathering = Gathering(transport, self.loop, self.round, self._apology)
        transport = cast(asyncio.Transport, gathering)
        super().connection_made(transport)
        most = self.bounds.connections
        if len(self.connections) > 2 * most:  # even to tell them is too much
            transport.abort()
        elif len(self.connections) > most:
            message = f"there are {most} connections already; close some"
            self.refuse(RequestRefused("too_large", message, status=_UNAVAILABLE))

    def connection_lost(self, exc: Exception | None) -> None:
        self.head_ended()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.farewell is None:
            super().data_received(data)
        else:
            self.discard(data)

    def discard(self, data: bytes) -> None:
        """Read what comes after a refusal, as far as that does good."""
        self._discarded += len(data)
        if self._discarded > _LINGER_BYTES:
            self.transport.abort()

    def send_400_response(self, msg: str) -> None:
        """Called by uvicorn for what is no HTTP."""
        self.refuse(RequestRefused("malformed", msg, status=_BAD_REQUEST))

    def refuse(self, refused: RequestRefused) -> None:
        """Answer what is under way with this, after what came before it, and then hang up."""
        if self.farewell is not None or self.transport.is_closing():
            return
        logger.info("%s: %s", refused.fault, refused.message)
        self.farewell = refused
        self.head_ended()
        self.say_farewell()

    def say_farewell(self) -> None:
        if self.farewell is None or self._said:
            return
        if self._owes_answers() or self.transport.is_closing():
            return
        self._said = True
        self._unset_keepalive_if_required()
        if self._lacks_body():
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        self.flow.resume_reading()
        self.transport.write(as_http(self.envelope, self.farewell))
        self.transport.write_eof()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self.say_farewell()

    def _apology(self) -> bytes:
        message = "what this request has changed could not be kept; the stub has logged why"
        return as_http(self.envelope, RequestRefused("internal", message))

    def _owes_answers(self) -> bool:
        """Whether requests that have come as a whole are not answered yet."""
        cycle = self.cycle
        if getattr(self, "pipeline", None):
            return True
        return cycle is not None and not cycle.response_complete and not cycle.more_body

    def _lacks_body(self) -> bool:
        cycle = self.cycle
        return cycle is not None and cycle.more_body and not cycle.response_complete

    # Heads: what has come of one is held until it is complete

    def head_grows(self, count: int) -> None:
        most = self.bounds.head_bytes
        self.head_bytes += count
        if not self.held.take(count):
            self.head_bytes -= count
            message = "too many requests have come in part; wait for some answers"
            self.refuse(RequestRefused("too_large", message, status=_UNAVAILABLE))
        elif self.head_bytes > most:
            told = f"request line and headers have more than {most} bytes"
            self.refuse(too_large(told, "header_bytes"))

    def head_ended(self) -> None:
        self.held.give_back(self.head_bytes)
        self.head_bytes = 0

    def request_begun(self) -> None:
        """A head is complete."""
        if self.head_bytes:
            self.head_ended()
        self.heads += 1
        if self._ending:
            self.cycle.keep_alive = False

    # What is waited for

    def look(self, moment: float) -> None:
        """Hang up on a client that takes too long."""
        waits_for = self._waits_for()
        if waits_for != self._wait[0]:
            self._wait = waits_for, moment
        elif waits_for is not None:
            self._wait_longer(waits_for[0], moment - self._wait[1])

    def _waits_for(self) -> tuple[str, int] | None:
        """What the client has to do next; None while it is the stub's turn."""
        if self.farewell is not None:
            return "leave", 0
        if self.transport.is_closing() or self.flow.write_paused:
            return "read", self.heads
        if self.head_bytes:
            return "head", self.heads
        if self.cycle is None or self.cycle.response_complete:
            return "idle", self.heads
        return ("body", self.heads) if self._lacks_body() else None

    def _wait_longer(self, what: str, seconds: float) -> None:
        bounds = self.bounds
        if (what == "leave" and seconds >= _LINGER) or (
            what == "read" and seconds >= bounds.unread_seconds
        ):
            self.transport.abort()
        elif what == "idle" and seconds >= bounds.idle_seconds:
            self.transport.close()
        elif what == "head" and seconds >= bounds.head_seconds:
            message = (
                f"request line and headers did not arrive within {bounds.head_seconds:g} seconds"
            )
            self.refuse(RequestRefused("malformed", message, status=_TIMEOUT))
        elif what == "body" and seconds >= bounds.body_seconds:
            message = f"the body did not arrive within {bounds.body_seconds:g} seconds"
            self.refuse(RequestRefused("malformed", message))

    # The end of the server

    def shutdown(self) -> None:
        """Hang up between two requests; finish one that has begun."""
        self._ending = True
        if self.cycle is not None and not self.cycle.response_complete:
            self.cycle.keep_alive = False
        elif not self.head_bytes and self.farewell is None:
            self.transport.close()

    def give_up(self) -> None:
        """Wait no longer for what has not come yet."""
        if self.head_bytes:
            message = "the stub has stopped before all of the headers came"
            self.refuse(RequestRefused("malformed", message, status=_UNAVAILABLE))
        elif self._lacks_body():
            message = "the stub has stopped before all of the body came"
            self.refuse(RequestRefused("malformed", message))
        elif self.farewell is None:
            self.transport.close()
