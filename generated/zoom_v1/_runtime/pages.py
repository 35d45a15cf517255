"""How the pages of a list are asked for. Data that a generated package fills in.

Keys are dotted paths in the body of a response. `items` is where the items are; empty if the body
itself is the list. `more` is a flag that says whether another page follows. What stands in a header
has its name under `..._header` instead. Names of arguments are dotted where one is an object and a
field of it is meant.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class _Scheme(Struct, frozen=True, kw_only=True, tag_field="by", omit_defaults=True):
    items: str = ""
    size: str = ""
    """The argument that says how many items a page holds."""
    default_size: int = 0
    """How many that are if nobody asks."""
    until_empty: bool = False
    """Whether a page without items is the last one, whatever it says of another,"""
    until_short: bool = False
    """and whether one is that has fewer than a page may have, or than the one before."""
    end: str = ""
    """A flag that says whether the page is the last one."""
    end_header: str = ""
    begins: tuple[str, ...] = ()
    """Arguments that say where a walk begins: they are sent for the first page alone."""
    continue_with: str = ""
    """The operation that hands out the pages behind the first one, where it is another."""


class CountedPages(_Scheme, frozen=True, kw_only=True, tag="page"):
    """Pages by number, counted from `first`.

    The last one is told by `more`, by the `total` of items, or by having fewer than were asked for.
    """

    page: str
    first: int = 1
    next: str = ""
    """The number of the next page; nothing on the last one."""
    next_header: str = ""
    pages: str = ""
    """How many pages there are."""
    pages_header: str = ""
    more: str = ""
    more_header: str = ""
    total: str = ""
    total_header: str = ""


class OffsetPages(_Scheme, frozen=True, kw_only=True, tag="offset"):
    """Pages by how many items there were before."""

    offset: str
    more: str = ""
    more_header: str = ""
    total: str = ""
    total_header: str = ""


class CursorPages(_Scheme, frozen=True, kw_only=True, tag="cursor"):
    """Pages by what a response says at a key or in a header, until it says nothing there."""

    cursor: str
    next: str = ""
    next_header: str = ""
    more: str = ""
    more_header: str = ""
    pages: str = ""
    """The key with the number of pages, where there is one."""
    lifetime: int | None = None
    """Seconds that a cursor lives."""
    along: Mapping[str, str] | None = None
    """Argument -> the key of what is sent in it beside the cursor."""
    along_headers: Mapping[str, str] | None = None


class LastItemPages(_Scheme, frozen=True, kw_only=True, tag="last_item"):
    """Pages by the field `item` of the last item, plus a number."""

    cursor: str
    item: str
    plus: int = 0
    more: str = ""
    more_header: str = ""
    before: str = ""
    """The argument that asks for the page before an item instead."""


class FirstItemPages(LastItemPages, frozen=True, kw_only=True, tag="first_item"):
    """Pages that go back in time, by that field of the first item; `before` leads onwards."""


class _Addressed(_Scheme, frozen=True, kw_only=True):
    """Pages whose addresses a response tells. One of these arguments is in such an address."""

    page: str = ""
    first: int = 1
    offset: str = ""
    cursor: str = ""
    servers: tuple[str, ...] = ()
    """Names of other addresses of the API, to which such an address may lead."""


class LinkPages(_Addressed, frozen=True, kw_only=True, tag="link"):
    """Pages by the header `Link`, whose `rel` is `next`."""

    more_parameter: str = ""
    """The parameter of that link that says whether another page follows."""
    before: str = ""
    """The argument that asks for the page before another; its walk follows `prev` instead."""
    item: str = ""
    """The field of items that `cursor` and `before` are, where callers may send any."""


class Linked(Struct, frozen=True):
    """The address of a link in a list: `links[].href` where `rel` is `next`."""

    list: str
    """The path of the list."""
    where: Mapping[str, str]
    """What stands in that link, by its keys."""
    key: str
    """The path of the address inside of the link."""


class UrlPages(_Addressed, frozen=True, kw_only=True, tag="url"):
    """Pages by a whole address at a key, or in a list of links."""

    next: str | Linked
    previous: str | Linked = ""
    """The key of the address of the page before."""
    total: str = ""


AnyPages = (
    CountedPages | OffsetPages | CursorPages | LastItemPages | FirstItemPages | LinkPages | UrlPages
)
