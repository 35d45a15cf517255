"""Events as values.

A generated package adds a class for each that it knows:

    class DoorOpened(KnownEvent):
        name = "door_opened"
        payload: Door
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, ClassVar

import msgspec
from msgspec import Struct

from .errors import EventMismatchWarning


class Sent(Struct, frozen=True, kw_only=True):
    """What all events have."""

    name: ClassVar[str]
    """What the specification calls it."""
    has_reply: ClassVar[bool] = False
    """Whether the service looks at what is said to it in the response, as JSON,"""
    reply_is_list: ClassVar[bool] = False
    """whether that is a list,"""
    reply_type: ClassVar[str] = ""
    """and the media type of a text that it takes instead."""

    apart: tuple[tuple[str, ...], ...] = ()
    """Keys that say whom a delivery is from, and nothing of the event."""
    headers: Mapping[str, str] = {}
    """Those of the request, by their names in lower case, but for what vouches for it."""
    id: str = ""
    """What the service calls the delivery, also when it is sent again; empty if it says nothing."""

    @property
    def key(self) -> str:
        """What two deliveries of one event have in common: its name, and its id or all it says.

        The order of its fields is left out, as nothing says that a service keeps it.
        """
        said = self.id.encode("utf-8", "surrogateescape") or self._content()
        return f"{self.name}:{sha256(said).hexdigest()}"

    def _content(self) -> bytes:
        raise NotImplementedError

    def mismatch_warning(self) -> EventMismatchWarning | None:
        """What there is to say of an event that is not as documented."""
        return None


class Known(Sent, frozen=True, kw_only=True):
    """What events of documented kinds have."""

    payload: Any
    """What has happened."""
    mismatches: tuple[str, ...] = ()
    """Where the payload is not as documented, a line each; at most a hundred."""
    more_mismatches: int = 0
    """How many there are beside these."""

    def mismatch_warning(self) -> EventMismatchWarning | None:
        if not self.mismatches:
            return None
        return EventMismatchWarning(self.name, self.mismatches, self.more_mismatches)

    def __repr__(self) -> str:
        # What was sent is the payload once more, and would show what it hides.
        return f"{type(self).__name__}(payload={self.payload!r})"

    def __rich_repr__(self) -> list[tuple[str, object]]:
        return [("payload", self.payload)]


class KnownEvent(Known, frozen=True, kw_only=True):
    """An event of a documented kind."""

    fields: Mapping[str, str]
    """The form that was sent, as it was."""

    def _content(self) -> bytes:
        return _in_any_order(self.fields, self.apart)


class UnknownEvent(Sent, frozen=True, kw_only=True):
    """An event of a kind that is not documented, as it came."""

    name = "unknown"
    fields: Mapping[str, str]
    """The form that was sent, as it was."""

    def _content(self) -> bytes:
        return _in_any_order(self.fields, self.apart)

    def __repr__(self) -> str:
        # Nobody knows which of the texts may be shown.
        return f"{type(self).__name__}(fields={sorted(self.fields)})"

    def __rich_repr__(self) -> list[tuple[str, object]]:
        return [("fields", sorted(self.fields))]


def _in_any_order(fields: Mapping[str, str], apart: tuple[tuple[str, ...], ...]) -> bytes:
    unsaid = {key for (key,) in apart}
    return msgspec.json.encode(sorted(each for each in fields.items() if each[0] not in unsaid))
