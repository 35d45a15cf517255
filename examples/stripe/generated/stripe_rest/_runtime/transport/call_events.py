"""Calls the hooks of a client with the events of a call. Costs next to nothing without hooks."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING

from ..clock import monotonic

if TYPE_CHECKING:
    from ..events import CallEvent, Hook, Reason

_log = logging.getLogger(__name__.partition(".")[0])
_numbers = count(1)


class CallEvents:
    """The events of one call, passed to the hooks of its client."""

    __slots__ = ("_attempt_began", "_began", "_call", "_hooks", "_operation", "attempts")

    def __init__(self, operation: str, hooks: Sequence[Hook]) -> None:
        self.attempts = 0
        self._operation = operation
        self._hooks: Sequence[Hook] = hooks
        if _log.isEnabledFor(logging.DEBUG):
            from ..events import log

            self._hooks = (*hooks, log)
        self._call = next(_numbers)
        self._began = self._attempt_began = monotonic() if self._hooks else 0.0

    def started(self, method: str, url: str, template: str) -> None:
        self.attempts += 1
        if self._hooks:
            from .. import events

            self._attempt_began = monotonic()
            self._emit(
                events.RequestStarted(
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
            from .. import events

            self._emit(
                events.ResponseReceived(
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
            from .. import events

            self._emit(
                events.RequestFailed(
                    operation=self._operation,
                    call=self._call,
                    attempt=self.attempts,
                    error=error,
                    reason=reason,
                    sent=sent,
                    seconds=monotonic() - self._attempt_began,
                )
            )

    def waits(self, seconds: float, reason: Reason, group: str | None = None) -> None:
        if self._hooks:
            from .. import events

            self._emit(
                events.WaitStarted(
                    operation=self._operation,
                    call=self._call,
                    seconds=seconds,
                    reason=reason,
                    group=group,
                )
            )

    def finished(self, error: BaseException | None = None) -> None:
        if self._hooks:
            from .. import events

            self._emit(
                events.CallFinished(
                    operation=self._operation,
                    call=self._call,
                    attempts=self.attempts,
                    seconds=monotonic() - self._began,
                    error=error,
                )
            )

    def _emit(self, event: CallEvent) -> None:
        for hook in self._hooks:
            try:
                hook(event)
            except Exception:  # noqa: BLE001 - a hook must not break the call
                _log.warning("%s: a hook failed", self._operation, exc_info=True)
