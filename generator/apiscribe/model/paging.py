"""How the pages of a list are asked for."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from apiscribe.runtime.pages import (
    AnyPages,
    CountedPages,
    CursorPages,
    FirstItemPages,
    LastItemPages,
    Linked,
    LinkPages,
    OffsetPages,
    UrlPages,
)

__all__ = [
    "AnyPages",
    "CountedPages",
    "CursorPages",
    "FirstItemPages",
    "LastItemPages",
    "LinkPages",
    "Linked",
    "NumberPaging",
    "OffsetPages",
    "Paging",
    "TokenPaging",
    "UrlPages",
]


class NumberPaging(Struct, frozen=True, kw_only=True):
    """Pages by number: the answer says how many there are."""

    continue_with: ClassVar[str] = ""
    """No other operation hands out the pages behind the first one."""
    items: str
    page: str
    size: str
    count: str
    total: str | None


class TokenPaging(Struct, frozen=True, kw_only=True):
    """Pages by a token that each answer hands on, until it is empty."""

    continue_with: ClassVar[str] = ""
    """No other operation hands out the pages behind the first one."""
    items: str
    token: str
    size: str | None
    count: str | None
    """The key with the number of pages, where there is one."""
    lifetime: int | None
    """Seconds that a token lives."""


Paging = NumberPaging | TokenPaging | AnyPages
