"""What reading an event can raise, and what it can warn of. None of it shows content."""

from __future__ import annotations

from collections.abc import Sequence

from ..call_warnings import first_of
from ..errors import SdkError

_EXPORTED = __name__.replace("._runtime.webhooks.errors", ".webhooks")
"""The module that exports the errors: tracebacks and pickles name it, not this one."""


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

    def __init__(self, event: str, mismatches: Sequence[str], more: int = 0) -> None:
        super().__init__(event, mismatches, more)
        self.event = event
        self.mismatches = tuple(mismatches)
        """One line each: the JSON path and what was expected there."""
        self.more = more
        """How many there are beside these."""

    def __str__(self) -> str:
        shown = first_of(self.mismatches, self.more)
        return f"{self.event}: sent otherwise than documented: {shown}"


for _error in (WebhookError, MalformedEvent, EventTooLarge, EventMismatchWarning):
    _error.__module__ = _EXPORTED
