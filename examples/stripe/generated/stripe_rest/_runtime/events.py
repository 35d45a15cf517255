"""Events of calls, for hooks.

    def record(event: CallEvent) -> None:
        match event:
            case ResponseReceived(operation=name, seconds=took):
                histogram.record(took, name)

    client = ZooClient(hooks=[record])

Hooks are called in the thread or the task that makes the call, and should be quick. One that
raises is logged, and the call goes on. No event holds a credential or a sensitive argument.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

_log = logging.getLogger(__name__.partition(".")[0])


Reason = Literal["rate limit", "retry", "refusal", "not ready"]


class CallEvent(Struct, frozen=True, kw_only=True):
    """A step of a call."""

    operation: str
    """The id of the operation that is called."""
    call: int
    """The same number for all events of one call."""


class RequestStarted(CallEvent, frozen=True, kw_only=True):
    """A request is about to be sent."""

    method: str
    url: str
    """Without credentials and sensitive arguments."""
    template: str
    """The operation's path, before arguments are put in."""
    attempt: int
    """1 for the first sending, 2 for the next."""


class ResponseReceived(CallEvent, frozen=True, kw_only=True):
    """A response is complete, whatever it says."""

    attempt: int
    status: int
    size: int
    """Bytes of the body, unpacked."""
    seconds: float
    """Since the request was started."""


class RequestFailed(CallEvent, frozen=True, kw_only=True):
    """A request got no response."""

    attempt: int
    error: str
    """The name of the error's class."""
    reason: str
    sent: bool
    """Whether the server may have seen part of it."""
    seconds: float


class WaitStarted(CallEvent, frozen=True, kw_only=True):
    """The call waits before it sends, or sends again."""

    seconds: float
    """How long, as far as is known by now."""
    reason: Reason
    """A limit that the client keeps; a failure before; the server has asked for it; or what is
    asked for is not ready yet."""
    group: str | None = None
    """The group of operations whose limit it is, if there is one."""


class CallFinished(CallEvent, frozen=True, kw_only=True):
    """The call is over."""

    attempts: int
    """How often it was sent."""
    seconds: float
    """In all, waits included."""
    error: BaseException | None
    """What it raises, if anything."""


Hook = Callable[[CallEvent], object]


def log(event: CallEvent) -> None:
    """Log each request and each wait."""
    match event:
        case ResponseReceived():
            _log.debug(
                "%s: %d in %.1f ms, %d bytes, attempt %d",
                event.operation,
                event.status,
                event.seconds * 1000,
                event.size,
                event.attempt,
            )
        case RequestFailed():
            _log.debug(
                "%s: %s: %s in %.1f ms, attempt %d",
                event.operation,
                event.error,
                event.reason,
                event.seconds * 1000,
                event.attempt,
            )
        case WaitStarted():
            _log.debug("%s: waits %.3f s: %s", event.operation, event.seconds, event.reason)
        case _:
            pass
