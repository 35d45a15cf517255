"""How a response is told that comes item by item, as data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

DataKind = Literal["json", "text", "none", "any"]
"""What the data of an event is; `any` is JSON if it can be, and else a text."""


class ItemFormat(Struct, frozen=True, kw_only=True):
    """Items that are events (`text/event-stream`), or lines of JSON."""

    form: Literal["events", "lines"]
    media_types: tuple[str, ...]
    whole: bool = False
    """Whether an item is an object of all that an event has, and not its data alone."""
    data: DataKind = "json"
    data_of: Mapping[str, DataKind] = {}
    """By the name of the event, where that makes a difference."""
    until: str = ""
    """The data of an event that says that all has come, or"""
    until_event: str = ""
    """the name of one that does, or"""
    until_key: str = ""
    """the key of an item that does, and is the last one, if anything stands there,"""
    until_values: tuple[str | bool, ...] = ()
    """or one of these, if any are named."""
    fails_event: str = ""
    """The name of an event that says that the request has failed, or"""
    fails_key: str = ""
    """the key of an item that does, if anything stands there,"""
    fails_equal: str | None = None
    """or this text, if one is named."""
    fails_under: str = ""
    """The key under which the failure stands; without it, the item is the failure."""

    @property
    def last_word(self) -> str:
        """What has to come before nothing more does."""
        return self.until or self.until_event or self.until_key

    @property
    def accept(self) -> str:
        """What requests say that they take."""
        return ", ".join(self.media_types)
