"""What reading an event can raise, and what it can warn of. None of it shows content."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import SdkError

_EXPORTED = __name__.replace("._runtime.webhooks.errors", ".webhooks")
"""The module that exports the errors: tracebacks and pickles name it, not this one."""
_SHOWN = 10
"""How many mismatches a warning spells out."""


class WebhookError(SdkError):
    """A request that is no event."""


class MalformedEvent(WebhookError):
    """Its body is not what the service sends."""


class EventTooLarge(MalformedEvent):
    """Its body has more bytes or fields than any event."""


class EventMismatchWarning(UserWarning):
    """An event was read, but parts of it have another shape than documented.

    Such a field holds what the event has, or `msgspec.UNSET` where it has nothing.
    """

    def __init__(self, event: str, mismatches: Sequence[str]) -> None:
        super().__init__(event, mismatches)
        self.event = event
        self.mismatches = tuple(mismatches)
        """One line each: the JSON path and what was expected there."""

    def __str__(self) -> str:
        more = len(self.mismatches) - _SHOWN
        rest = f"; and {more} more" if more > 0 else ""
        first = "; ".join(self.mismatches[:_SHOWN])
        return f"{self.event}: sent otherwise than documented: {first}{rest}"


for _error in (WebhookError, MalformedEvent, EventTooLarge, EventMismatchWarning):
    _error.__module__ = _EXPORTED
