"""What becomes of a call, step by step, for whoever listens.

    def watch(event: Event) -> None:
        match event:
            case ResponseReceived(operation=name, seconds=took):
                histogram.record(took, name)

    client = ZooClient(hooks=[watch])

Hooks are called in the thread or the task that makes the call, and should be quick. One that
raises is logged, and the call goes on. No event holds a credential or a sensitive argument.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from itertools import count
from time import monotonic
from typing import Literal

from msgspec import Struct

_log = logging.getLogger(__name__.partition(".")[0])
_numbers = count(1)


class Event(Struct, frozen=True, kw_only=True):
    """Something that happened in a call."""

    operation: str
    """The id of the operation that is called."""
    call: int
    """The same number for all events of one call."""


class RequestStarted(Event, frozen=True, kw_only=True):
    """A request is about to be sent."""

    method: str
    url: str
    """Without what must not be shown."""
    template: str
    """The operation's path, before arguments are put in."""
    attempt: int
    """1 for the first sending, 2 for the next."""


class ResponseReceived(Event, frozen=True, kw_only=True):
    """An answer is complete, whatever it says."""

    attempt: int
    status: int
    size: int
    """Bytes of the body, unpacked."""
    seconds: float
    """Since the request was started."""


class RequestFailed(Event, frozen=True, kw_only=True):
    """A request came to nothing."""

    attempt: int
    error: str
    """The name of the error's class."""
    reason: str
    sent: bool
    """Whether the server may have seen something of it."""
    seconds: float


class WaitStarted(Event, frozen=True, kw_only=True):
    """The call waits before it sends again, or for the first time."""

    seconds: float
    """How long, as far as is known."""
    reason: Literal["rate limit", "retry", "refusal"]
    """A limit that the client keeps; after a failure; the server has asked for it."""
    group: str | None = None
    """The group of operations whose limit it is, if it is one."""


class CallFinished(Event, frozen=True, kw_only=True):
    """The call is over."""

    attempts: int
    """How often it was sent."""
    seconds: float
    """All in all, waits included."""
    error: BaseException | None
    """What it raises, if anything."""


Hook = Callable[[Event], object]


class Watch:
    """Tells the hooks of a client what becomes of one call."""

    __slots__ = ("_attempt_began", "_began", "_call", "_hooks", "_operation", "attempts")

    def __init__(self, operation: str, hooks: Sequence[Hook]) -> None:
        self.attempts = 0
        self._operation = operation
        self._hooks = (*hooks, log) if _log.isEnabledFor(logging.DEBUG) else hooks
        self._call = next(_numbers)
        self._began = self._attempt_began = monotonic() if self._hooks else 0.0

    def started(self, method: str, url: str, template: str) -> None:
        self.attempts += 1
        if self._hooks:
            self._attempt_began = monotonic()
            self._tell(
                RequestStarted(
                    operation=self._operation,
                    call=self._call,
                    method=method,
                    url=url,
                    template=template,
                    attempt=self.attempts,
                )
            )

    def received(self, status: int, size: int) -> None:
        if self._hooks:
            self._tell(
                ResponseReceived(
                    operation=self._operation,
                    call=self._call,
                    attempt=self.attempts,
                    status=status,
                    size=size,
                    seconds=monotonic() - self._attempt_began,
                )
            )

    def failed(self, error: str, reason: str, *, sent: bool) -> None:
        if self._hooks:
            self._tell(
                RequestFailed(
                    operation=self._operation,
                    call=self._call,
                    attempt=self.attempts,
                    error=error,
                    reason=reason,
                    sent=sent,
                    seconds=monotonic() - self._attempt_began,
                )
            )

    def waits(
        self,
        seconds: float,
        reason: Literal["rate limit", "retry", "refusal"],
        group: str | None = None,
    ) -> None:
        if self._hooks:
            self._tell(
                WaitStarted(
                    operation=self._operation,
                    call=self._call,
                    seconds=seconds,
                    reason=reason,
                    group=group,
                )
            )

    def finished(self, error: BaseException | None = None) -> None:
        if self._hooks:
            self._tell(
                CallFinished(
                    operation=self._operation,
                    call=self._call,
                    attempts=self.attempts,
                    seconds=monotonic() - self._began,
                    error=error,
                )
            )

    def _tell(self, event: Event) -> None:
        for hook in self._hooks:
            try:
                hook(event)
            except Exception:  # noqa: BLE001 - whoever watches a call must not break it
                _log.warning("%s: a hook failed", self._operation, exc_info=True)


def log(event: Event) -> None:
    """Write a line for each sending and each wait."""
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
