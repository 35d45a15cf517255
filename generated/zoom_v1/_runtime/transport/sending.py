"""Sends a request until there is an answer, or it may not be sent again. No I/O of its own.

What is sent again, `retry` decides; how, a `Line` knows.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from ..decoding.response import Answer
from ..errors import RateLimited, TransportError, TransportTimeout

if TYPE_CHECKING:
    from ..client.request import Request
    from ..limits.limiter import Limiter, Permit
    from .call_events import Watch
    from .retry import Attempts

DEFAULT_TIMEOUT = 30.0
"""Seconds that a request may take until its answer is complete, connecting included."""
CONNECT_TIMEOUT = 5.0
"""Seconds of them that one attempt to connect may take."""
NO_ANSWER = "the connection was closed without an answer"
NOT_HTTP = "the answer is not HTTP"
MAX_BODY = 64 * 2**20
"""Bytes that the body of an answer may have."""


class Call:
    """What is being sent, and by when it must be over."""

    __slots__ = ("begun", "deadline", "most", "target")

    def __init__(
        self, target: str = "", deadline: float | None = None, most: int | None = None
    ) -> None:
        self.target = target
        self.deadline = deadline
        """On the monotonic clock."""
        self.most = most
        """Bytes that the answer's body may have."""
        self.begun = False
        """Whether a byte of the request may have left."""


class Failure(Struct, frozen=True, kw_only=True):
    """Why there is no answer."""

    reason: str
    cause: Exception | None
    """What may be chained: nothing that could quote the request."""
    sent: bool
    """Whether the server may have seen something of the request."""
    timed_out: bool = False
    hopeless: bool = False
    """Whether trying again cannot help."""


CLOSED = Failure(reason="the client has been closed", cause=None, sent=False, hopeless=True)


class Line(Protocol):
    """The way to one base URL."""

    base_url: str
    host: str

    async def attempt(self, request: Request, call: Call) -> Answer | Failure:
        """What comes of sending once."""
        ...

    async def sleep(self, seconds: float) -> None: ...


class Terms(Struct, frozen=True):
    """What holds for each sending of a call."""

    timeout: float | None = DEFAULT_TIMEOUT
    most: int | None = MAX_BODY


async def send(
    request: Request,
    line: Line,
    terms: Terms,
    attempts: Attempts,
    watch: Watch,
    limiter: Limiter | None = None,
) -> Answer:
    """The answer to `request`, whatever its status.

    Args:
        request: What to send.
        line: Where to.
        terms: How long it may take, and how large the answer may be.
        attempts: What may be sent again.
        watch: Hears of each step.
        limiter: Gives the permit that each sending needs.

    Raises:
        TransportError: there is none, or not in time.
        RateLimited: there is no permit.
    """
    permit = await limiter.acquire(request.operation, attempts, watch) if limiter else None
    while True:
        outcome = await _sent(request, line, terms, attempts, watch, permit)
        pause = _pause(outcome, attempts)
        if pause is None:
            return _ended(outcome, request, line)
        watch.waits(pause, "retry")
        await line.sleep(pause)
        try:
            permit = await limiter.acquire(request.operation, attempts, watch) if limiter else None
        except RateLimited:
            # What has happened says more than that it cannot be tried again.
            return _ended(outcome, request, line)


async def _sent(
    request: Request,
    line: Line,
    terms: Terms,
    attempts: Attempts,
    watch: Watch,
    permit: Permit | None,
) -> Answer | Failure:
    """What came of sending once, for which a connection may take several attempts."""
    deadline = None if terms.timeout is None else monotonic() + terms.timeout
    call = Call(request.target, deadline, terms.most)
    outcome: Answer | Failure | None = None
    try:
        while True:
            watch.started(request.method, line.base_url + request.shown, request.operation.path)
            outcome = await line.attempt(request, call)
            if isinstance(outcome, Answer):
                watch.received(outcome.status, len(outcome.body))
                return outcome
            watch.failed(_kind(outcome).__name__, outcome.reason, sent=outcome.sent)
            if outcome.sent:
                return outcome
            pause = attempts.after_failure(sent=False, hopeless=outcome.hopeless)
            # What has happened says more than that there is no time to try again.
            if pause is None or (deadline is not None and monotonic() + pause >= deadline):
                return outcome
            watch.waits(pause, "retry")
            await line.sleep(pause)
    finally:
        unsent = isinstance(outcome, Failure) and not outcome.sent
        if permit is not None and (unsent or not call.begun):
            await permit.give_back()


def _pause(outcome: Answer | Failure, attempts: Attempts) -> float | None:
    """Seconds until the request is sent again; None if it is not."""
    if isinstance(outcome, Answer):
        if outcome.status < 500:
            return None
        return attempts.after_answer(outcome.status, outcome.headers)
    # What was not sent has been tried again already, as often as it may.
    if not outcome.sent:
        return None
    return attempts.after_failure(sent=True, hopeless=outcome.hopeless)


def _ended(outcome: Answer | Failure, request: Request, line: Line) -> Answer:
    if isinstance(outcome, Answer):
        return outcome
    error = _kind(outcome)(
        outcome.reason, operation=request.operation.id, host=line.host, sent=outcome.sent
    )
    raise error from outcome.cause


def _kind(failure: Failure) -> type[TransportError]:
    return TransportTimeout if failure.timed_out else TransportError
