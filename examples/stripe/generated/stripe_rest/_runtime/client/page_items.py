"""What every walk looks at: the items of its pages, and numbers that servers write as text."""

from __future__ import annotations

from msgspec import UNSET, Struct

from ..errors import PagingError
from ..operation import Operation

_MOST_EMPTY = 20
"""So many pages in a row without an item are no list any more, but a server that has lost count."""


class Items:
    """What the pages of a walk hold: lists, and not nothing for ever."""

    def __init__(self, operation: Operation) -> None:
        self._operation = operation
        self._before: object = None
        self._empty = 0

    def accept(self, items: object, where: str, *, may_repeat: bool = True) -> None:
        """`may_repeat` unless more pages follow than were said to: then it may be the end again."""
        if items is None or items is UNSET:
            items = []
        if not isinstance(items, list | tuple):
            message = f"{where} has {kind_of(items)} where its list of items should be"
            raise page_error(self._operation, message)
        if items and not may_repeat and items == self._before:
            message = f"{where} holds the same items as the one before, and says that more follow"
            raise page_error(self._operation, message)
        self._before = items
        self._empty = 0 if items else self._empty + 1
        if self._empty >= _MOST_EMPTY:
            message = f"{self._empty} pages in a row held no items, and each said that more follow"
            raise page_error(self._operation, message)


def whole(value: object) -> int | None:
    """The whole number that `value` is or writes; None if it is none."""
    if isinstance(value, str):
        text = value.strip()
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 20 else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def kind_of(value: object) -> str:
    """What came, without quoting it."""
    if value is UNSET:
        return "nothing"
    named = {dict: "an object", list: "a list", str: "text", bool: "a boolean", type(None): "null"}
    if isinstance(value, Struct):
        return "an object"
    return named.get(type(value), "a number")


def page_error(operation: Operation, message: str) -> PagingError:
    return PagingError(message, operation=operation.id, section=operation.section)
