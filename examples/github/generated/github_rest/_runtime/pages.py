"""How the pages of a list are asked for. Data that a generated package fills in.

Keys are dotted paths in the body of a response. `items` is where the items are; empty if the body
itself is the list. `more` is a flag that says whether another page follows.
"""

from __future__ import annotations

from msgspec import Struct


class _Scheme(Struct, frozen=True, kw_only=True):
    items: str = ""


class CountedPages(_Scheme, frozen=True, kw_only=True):
    """Pages by number, counted from `first`.

    The last one is told by `more`, by the `total` of items, or by having fewer than `size`, an
    argument, asks for.
    """

    page: str
    first: int = 1
    size: str = ""
    default_size: int = 0
    """How many items a page holds if nobody asks."""
    pages: str = ""
    """How many pages there are."""
    more: str = ""
    total: str = ""


class OffsetPages(_Scheme, frozen=True, kw_only=True):
    """Pages by how many items there were before."""

    offset: str
    size: str = ""
    default_size: int = 0
    more: str = ""
    total: str = ""


class CursorPages(_Scheme, frozen=True, kw_only=True):
    """Pages by what a response says at a key or in a header, until it says nothing there."""

    cursor: str
    next: str = ""
    next_header: str = ""
    more: str = ""
    lifetime: int | None = None
    """Seconds that a cursor lives."""


class LastItemPages(_Scheme, frozen=True, kw_only=True):
    """Pages by the field `item` of the last item, plus a number."""

    cursor: str
    item: str
    plus: int = 0
    more: str = ""


class LinkPages(_Scheme, frozen=True, kw_only=True):
    """Pages by the header `Link`, whose `rel` is `next`."""


class UrlPages(_Scheme, frozen=True, kw_only=True):
    """Pages by a whole address at a key."""

    next: str


AnyPages = CountedPages | OffsetPages | CursorPages | LastItemPages | LinkPages | UrlPages
