"""Bodies that hold several events, each of which is an item of a list."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from ..semantics.paths import put, reach, reach_all

WHOLE = "[]"
"""The path of events where the body itself is their list."""


def events_in(content: object, items: str) -> list[object]:
    """What stands for an event each; a body without such a list stands for one as a whole."""
    if items == WHOLE:
        return content if isinstance(content, list) else [content]
    found = reach_all(content, items)
    is_there = isinstance(reach(content, items.partition("[]")[0]), list)
    return found if found or is_there else [content]


def alone(event: object, items: str, around: object) -> object:
    """A body with one event; `around` is one that says what stands beside the list."""
    if items == WHOLE:
        return [event]
    whole: dict[str, Any] = deepcopy(around) if isinstance(around, dict) else {}
    put(whole, items, event)
    return whole
