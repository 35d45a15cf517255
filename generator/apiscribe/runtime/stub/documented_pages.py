"""Documented pages, as a client that walks through them needs them.

The examples of a list are one page, or two. A client has to be told which one it got, and where
the walk ends, or it would see a page again and again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, assert_never

import msgspec
from msgspec import Struct

from ..operation import NumberPages, Operation, TokenPages
from ..pages import (
    AnyPages,
    CountedPages,
    CursorPages,
    LastItemPages,
    LinkPages,
    OffsetPages,
    UrlPages,
)
from ..semantics.paths import has, put, reach, reach_named
from .exchange import Exchange
from .linked import Links, addresses, link_header
from .responses import Header, StubResponse, instead

Given = Mapping[str, object]


class DocumentedPages(Struct):
    """What there is of a list."""

    operation: Operation
    first: StubResponse
    further: StubResponse | None = None
    """The page behind the first one, if there is an example of it."""
    continued_by: Operation | None = None
    """What hands that page out, where it is another operation."""
    ends: AnyPages | None = None
    """Of which pages it is the last one, if a list of another operation goes on with it."""

    def asked(self, given: Given, exchange: Exchange) -> StubResponse:
        """The page that a request asks for; behind the documented ones is an empty one."""
        pages = self.operation.pages
        if self.ends is not None:
            return _last(self.first, self.ends, self._count)
        match pages:
            case None:
                return self.first
            case NumberPages():
                return self._numbered(pages, given)
            case TokenPages():
                return self._by_token(pages, given)
        place = self._place(pages, given)
        if place == 0:
            return self._leading_on(pages, exchange)
        if place == 1 and self.further is not None:
            return _last(self.further, pages, self._count)
        return _last(self.first, pages, self._count, empty=True)

    def _numbered(self, pages: NumberPages, given: Given) -> StubResponse:
        number = given.get(pages.page)
        if number is None:
            return self.first
        documented = self.first if self.further is None or str(number) != "2" else self.further
        content = msgspec.json.decode(documented.content)
        page = self._handed_out(content)
        if not isinstance(page, dict) or page.get(pages.page, number) == number:
            return documented
        page[pages.page] = number
        return instead(documented, content)

    @property
    def _count(self) -> int:
        """How many pages are documented."""
        return 1 if self.further is None else 2

    def _by_token(self, pages: TokenPages, given: Given) -> StubResponse:
        content = msgspec.json.decode(self.first.content)
        page = self._handed_out(content)
        token = page.get(pages.token) if isinstance(page, dict) else None
        if not token or str(given.get(pages.token)) != str(token):
            return self.first
        if self.further is not None:
            return self.further
        page |= {key: [] for key, each in page.items() if isinstance(each, list)}
        page[pages.token] = ""
        return instead(self.first, content)

    def _handed_out(self, content: Any) -> Any:
        for above in self.operation.unwrap:
            content = content[above]
        return content

    def _place(self, pages: AnyPages, given: Given) -> int:
        """Which page it is: 0, 1, or more than there are; a cursor of the caller's own is any."""
        match pages:
            case CountedPages():
                return _number(given, pages.page, pages.first)
            case OffsetPages():
                return self._behind(pages, given, pages.offset)
            case CursorPages() | LastItemPages():
                cursor = _given(given, pages.cursor)
                documented = (self.first, self.further)
                told = (each and self._handed_on(pages, each) for each in documented)
                behind = {each: place for place, each in enumerate(told, 1) if each}
                return behind.get(cursor or "", 0)
            case LinkPages() | UrlPages() if pages.page:
                return _number(given, pages.page, pages.first)
            case LinkPages() | UrlPages() if pages.offset:
                return self._behind(pages, given, pages.offset)
            case LinkPages() | UrlPages():
                return 0 if _given(given, pages.cursor) in (None, "") else 1
        assert_never(pages)

    def _behind(self, pages: AnyPages, given: Given, offset: str) -> int:
        before = _given(given, offset) or "0"
        return 0 if before == "0" else 1 if before == str(len(self._items(pages))) else 2

    def _items(self, pages: AnyPages, page: StubResponse | None = None) -> list[object]:
        content = msgspec.json.decode((page or self.first).content)
        found = reach(content, pages.items) if pages.items else content
        return found if isinstance(found, list) else []

    def _handed_on(self, pages: CursorPages | LastItemPages, page: StubResponse) -> str | None:
        """The cursor that a documented page leads on with."""
        if isinstance(pages, CursorPages) and pages.next_header:
            return _header(page, pages.next_header)
        if isinstance(pages, CursorPages):
            found = reach(msgspec.json.decode(page.content), pages.next)
        else:
            items = self._items(pages, page)
            found = reach(items[-1], pages.item) if items else None
            found = found + pages.plus if isinstance(found, int) and pages.plus else found
        return None if found is None else str(found)

    def _leading_on(self, pages: AnyPages, exchange: Exchange) -> StubResponse:
        """The first page. An address that it documents is the real service's, and not ours."""
        if not isinstance(pages, LinkPages | UrlPages):
            return self.first
        links = self._links(pages)
        if isinstance(pages, LinkPages):
            if _header(self.first, "link") is None:
                return self.first
            link = link_header(pages, links, exchange, self.continued_by)
            return _with_headers(self.first, {b"link": link})
        told = addresses(links, exchange, self.continued_by)
        content = msgspec.json.decode(self.first.content)
        if reach(content, pages.next) is None:
            return self.first
        put(content, pages.next, told.get("next", ""))
        return instead(self.first, content)

    def _links(self, pages: LinkPages | UrlPages) -> Links:
        """The arguments that ask for the page behind the first one, if there is one."""
        if self.further is None and self.continued_by is None:
            return {}
        asked: dict[str, object] = {}
        if pages.page:
            asked = {pages.page: pages.first + 1}
        elif pages.offset:
            asked = {pages.offset: len(self._items(pages))}
        elif pages.cursor:
            asked = {pages.cursor: "next"}
        return {"next": asked} if asked else {}


def _last(
    documented: StubResponse, pages: AnyPages, count: int, *, empty: bool = False
) -> StubResponse:
    """A page that says that no other follows; `count` is how many there are."""
    content: Any = msgspec.json.decode(documented.content)
    if empty and not pages.items:
        content = []
    elif empty and has(content, pages.items):
        put(content, pages.items, [])
    leads_on = pages.next if isinstance(pages, CountedPages | CursorPages | UrlPages) else ""
    more = "" if isinstance(pages, LinkPages | UrlPages) else pages.more
    ended = {
        pages.pages if isinstance(pages, CountedPages) else "": count,
        more: False,
        pages.end: True,
        leads_on: "" if isinstance(reach(content, leads_on), str) else None,
    }
    for path, value in ended.items():
        if path and has(content, path):
            put(content, path, value)
    headers: dict[bytes, bytes | None] = {b"link": None}
    if isinstance(pages, CountedPages | CursorPages) and pages.next_header:
        headers[pages.next_header.lower().encode()] = None
    flag = "" if isinstance(pages, LinkPages | UrlPages) else pages.more_header
    counted = pages.pages_header if isinstance(pages, CountedPages) else ""
    for name, said in ((flag, b"false"), (pages.end_header, b"true"), (counted, b"%d" % count)):
        if name and _header(documented, name) is not None:
            headers[name.lower().encode()] = said
    return _with_headers(instead(documented, content), headers)


def _with_headers(documented: StubResponse, headers: Mapping[bytes, bytes | None]) -> StubResponse:
    """The same response with other headers, or without them."""
    kept: Iterable[Header] = (h for h in documented.start["headers"] if h[0] not in headers)
    added = [(name, text) for name, text in headers.items() if text is not None]
    return StubResponse({**documented.start, "headers": [*kept, *added]}, documented.body)


def _header(response: StubResponse, name: str) -> str | None:
    found = dict(response.start["headers"]).get(name.lower().encode())
    return None if found is None else found.decode("latin-1")


def _given(given: Given, name: str) -> str | None:
    """What is given for an argument, or a field of one, as text."""
    found = reach_named(dict(given), name)
    return None if found is None else str(found)


def _number(given: Given, page: str, first: int) -> int:
    text = _given(given, page) or ""
    return max(int(text) - first, 0) if text.isascii() and text.isdecimal() else 0
