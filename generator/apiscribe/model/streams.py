"""Responses that come item by item."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

StreamForm = Literal["events", "lines"]
MEDIA_TYPES: dict[StreamForm, str] = {
    "events": "text/event-stream",
    "lines": "application/x-ndjson",
}
"""What each form is usually called."""
EVENT_KEY, DATA_KEY, ID_KEY, RETRY_KEY = "event", "data", "id", "retry"
"""What a whole event is made of."""


class FailingItem(Struct, frozen=True, kw_only=True):
    """Which item says that the request has failed after all."""

    event: str = ""
    """Any of an event of this name,"""
    key: str = ""
    """or one that has something under this key,"""
    equal: str | None = None
    """or, if this is said, this text."""
    under: str = ""
    """The key under which the failure stands; the item is it without."""


class Stream(Struct, frozen=True, kw_only=True):
    """How items are told; what is returned is a list of them."""

    form: StreamForm
    media_types: tuple[str, ...]
    whole: bool = False
    """Whether an item is a whole event, and not what its data holds."""
    until: str = ""
    """The data of an event that says that all has come, or"""
    until_event: str = ""
    """the name of one that does, or"""
    until_key: str = ""
    """the key of an item that does, and is the last one, if anything stands there,"""
    until_values: tuple[str | bool, ...] = ()
    """or one of these, if any are named."""
    fails: FailingItem | None = None
