"""Sends a request until there is a response, or it may not be sent again. No I/O of its own.

`retry` decides whether to send again; a `Transport` sends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, structs

from ..clock import monotonic
from ..decoding.response import Response
from ..errors import RateLimited, TransportError, TransportTimeout, bare
from .retry import SPENT

if TYPE_CHECKING:
    from asyncio import Timeout
    from collections.abc import Mapping

    from ..operation import Operation
    from ..request import Request
    from .call_events import CallEvents
    from .opening import Opening
    from .permits import Permit, PermitSource
    from .retry import Attempts
    from .sinks import Sink

DEFAULT_TIMEOUT = 30.0
"""Seconds that a request may take until its response is complete, connecting included."""
CONNECT_TIMEOUT = 5.0
"""How many of them one attempt to connect may take."""
NO_ANSWER = "the connection was closed without an answer"
NOT_HTTP = "the answer is not HTTP"
MAX_BODY = 64 * 2**20
"""Bytes that the body of a response may have."""


def wanted_in(call: Call, status: int, headers: Mapping[str, str]) -> Sink | Opening | None:
    """Where a body goes piece by piece; None if it is held in memory."""
    sink = call.sink
    if sink is None or not 200 <= status < 300 or status == sink.unwanted:
        return None
    return sink if sink.wants(headers) else None


def extend(call: Call) -> None:
    """A piece has come: there is time for another."""
    if call.timeout is not None:
        call.deadline = monotonic() + call.timeout
        if call.limit is not None and not call.limit.expired():
            from asyncio import get_running_loop

            call.limit.reschedule(get_running_loop().time() + call.timeout)


class Call:
    """One sending: its target, its bounds, and whether anything was sent."""

    __slots__ = (
        "bytes_sent",
        "deadline",
        "limit",
        "max_body",
        "sink",
        "target",
        "timeout",
        "waits",
    )

    def __init__(
        self,
        target: str = "",
        deadline: float | None = None,
        max_body: int | None = None,
        sink: Sink | Opening | None = None,
        timeout: float | None = None,
    ) -> None:
        self.target = target
        self.sink = sink
        """Where a body goes that is not held in memory."""
        self.timeout = timeout
        """Seconds between two pieces of it."""
        self.limit: Timeout | None = None
        """What ends it at the deadline, where pieces move that."""
        self.deadline = deadline
        """On the monotonic clock."""
        self.max_body = max_body
        """Bytes that the body of the response may have."""
        self.bytes_sent = False
        """Whether a byte of the request may have been sent."""
        self.waits = False
        """Whether it has no connection yet, as all are busy."""


class Failure(Struct, frozen=True, kw_only=True):
    """Why there is no response."""

    reason: str
    cause: Exception | None
    """The exception to chain, if it cannot quote the request."""
    sent: bool
    """Whether the server may have seen something of the request."""
    timed_out: bool = False
    hopeless: bool = False
    """Whether trying again cannot help."""

    def unless_written(self, call: Call) -> Failure:
        """The same; with hope only if nothing was written that cannot be taken back."""
        if call.sink is None or not call.sink.is_spent:
            return self
        return structs.replace(self, hopeless=True)


CLOSED = Failure(reason="the client has been closed", cause=None, sent=False, hopeless=True)


def no_connection(most: int) -> Failure:
    """The failure of a call that has waited in vain for others to be over."""
    return Failure(
        reason=f"no connection became free in time (max_connections={most})",
        cause=None,
        sent=False,
        timed_out=True,
        hopeless=True,
    )


class Transport(Protocol):
    """The way to one base URL."""

    base_url: str
    host: str

    async def attempt(self, request: Request, call: Call) -> Response | Failure:
        """Send once."""
        ...

    async def sleep(self, seconds: float) -> None: ...


class SendLimits(Struct, frozen=True):
    """The bounds of each request of a call."""

    timeout: float | None = DEFAULT_TIMEOUT
    max_body: int | None = MAX_BODY
    sink: Sink | Opening | None = None
    """Where the body of a success goes; `timeout` is then that of each piece of it."""


async def send(
    request: Request,
    transport: Transport,
    send_limits: SendLimits,
    attempts: Attempts,
    call_events: CallEvents,
    permits: PermitSource | None = None,
) -> Response:
    """Send `request` and return the response, whatever its status.

    Args:
        request: What to send.
        transport: Where to.
        send_limits: How long it may take, and how large the response may be.
        attempts: Decides whether to send again.
        call_events: Tells the hooks of each step.
        permits: Where each sending gets its permit.

    Raises:
        TransportError: there is no response, or not in time.
        RateLimited: there is no permit.
    """
    permit = await _permit(permits, request, attempts, call_events)
    while True:
        outcome = await _sent(request, transport, send_limits, attempts, call_events, permit)
        pause = _pause(outcome, attempts, request.operation)
        if pause is None:
            return _ended(outcome, request, transport, attempts)
        call_events.waits(pause, "retry")
        await transport.sleep(pause)
        try:
            permit = await _permit(permits, request, attempts, call_events)
        except RateLimited:
            # The failure says more than that there is no permit to try again.
            return _ended(outcome, request, transport, attempts)


async def _permit(
    permits: PermitSource | None, request: Request, attempts: Attempts, call_events: CallEvents
) -> Permit | None:
    if permits is None:
        return None
    return await permits.acquire(request.operation, attempts, call_events, request.arguments)


async def _sent(
    request: Request,
    transport: Transport,
    send_limits: SendLimits,
    attempts: Attempts,
    call_events: CallEvents,
    permit: Permit | None,
) -> Response | Failure:
    """Send once. Connecting may take several attempts."""
    sink, timeout = send_limits.sink, send_limits.timeout
    if timeout is not None and request.operation.holds is not None:
        timeout += request.operation.held(request.arguments)
    deadline = None if timeout is None else monotonic() + timeout
    call = Call(request.target, deadline, send_limits.max_body, sink, timeout)
    outcome: Response | Failure | None = None
    try:
        while True:
            call_events.started(
                request.method, transport.base_url + request.shown, request.operation.path
            )
            outcome = await transport.attempt(request, call)
            if isinstance(outcome, Response):
                size = len(outcome.body) if sink is None else len(outcome.body) or sink.size
                call_events.received(outcome.status, size)
                if permit is not None:
                    await permit.learn(outcome.headers, outcome.body)
                return outcome
            call_events.failed(_kind(outcome).__name__, outcome.reason, sent=outcome.sent)
            if outcome.sent:
                return outcome
            pause = attempts.after_failure(sent=False, hopeless=outcome.hopeless)
            # The failure says more than that there is no time to try again.
            if pause is None or (deadline is not None and monotonic() + pause >= deadline):
                return outcome
            call_events.waits(pause, "retry")
            await transport.sleep(pause)
    finally:
        unsent = isinstance(outcome, Failure) and not outcome.sent
        if permit is not None and (unsent or not call.bytes_sent):
            await permit.give_back()


def _pause(outcome: Response | Failure, attempts: Attempts, operation: Operation) -> float | None:
    """Seconds until the request is sent again; None if it is not."""
    if isinstance(outcome, Response):
        if outcome.status < 500 or outcome.status in operation.statuses:
            return None
        return attempts.after_response(outcome.status, outcome.headers)
    # A request that was not sent has been tried again already, as often as allowed.
    if not outcome.sent:
        return None
    return attempts.after_failure(sent=True, hopeless=outcome.hopeless)


def _ended(
    outcome: Response | Failure, request: Request, transport: Transport, attempts: Attempts
) -> Response:
    if isinstance(outcome, Response):
        return outcome
    error = _kind(outcome)(
        f"{outcome.reason}; {SPENT}" if attempts.is_spent else outcome.reason,
        operation=request.operation.id,
        host=transport.host,
        sent=outcome.sent,
    )
    raise error from (None if outcome.cause is None else bare(outcome.cause))


def _kind(failure: Failure) -> type[TransportError]:
    return TransportTimeout if failure.timed_out else TransportError
