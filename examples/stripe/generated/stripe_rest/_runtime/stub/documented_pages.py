"""Documented pages, as a client that walks through them needs them.

The examples of a list are one page, or two. A client has to be told which one it got, and where
the walk ends, or it would see a page again and again. A list that says how many pages it has, has
that many: each is a documented one.
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
    FirstItemPages,
    LastItemPages,
    LinkPages,
    OffsetPages,
    UrlPages,
)
from ..semantics.linked import address_at, put_address, take_address
from ..semantics.numbers import read_integer, says_no
from ..semantics.paths import has, put, reach, reach_named
from .exchange import Exchange
from .linked import Links, addresses, link_header
from .responses import Header, StubResponse, instead

Given = Mapping[str, object]
MOST = 100
"""How many pages a list has at most, whatever its example says: walks have to end."""


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
        count = max(self._promised(pages), self._count)
        if place < count:
            return self._one_of(pages, place, count)
        return _last(self.first, pages, count, empty=True)

    def _numbered(self, pages: NumberPages, given: Given) -> StubResponse:
        number = given.get(pages.page)
        if number is None:
            return self.first
        documented = self._at(1 if str(number) == "2" else 0)
        content = msgspec.json.decode(documented.content)
        page = self._handed_out(content)
        if not isinstance(page, dict):
            return documented
        said: dict[str, object] = {pages.page: number} if pages.page in page else {}
        asked, count = read_integer(str(number)), page.get(pages.count)
        if asked is not None and asked >= MOST and isinstance(count, int):
            said[pages.count] = min(count, MOST)
        if said.items() <= page.items():
            return documented
        page |= said
        return instead(documented, content)

    @property
    def _count(self) -> int:
        """How many pages are documented."""
        return 1 if self.further is None else 2

    def _at(self, place: int) -> StubResponse:
        """What is documented of a page; there may be more than are documented."""
        return self.further if place == 1 and self.further is not None else self.first

    def _promised(self, pages: AnyPages) -> int:
        """How many pages the first one says that there are; 0 if it does not."""
        if not isinstance(pages, CountedPages):
            return 0
        if pages.pages_header:
            told: object = read_integer(_header(self.first, pages.pages_header) or "")
        else:
            told = reach(msgspec.json.decode(self.first.content), pages.pages)
        return min(told, MOST) if isinstance(told, int) else 0

    def _one_of(self, pages: AnyPages, place: int, count: int) -> StubResponse:
        """A page behind the first one, of so many."""
        if isinstance(pages, CountedPages) and place + 1 < count:
            return _told(self._at(place), pages, count, following=pages.first + place + 1)
        return _last(self._at(place), pages, count)

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
            place = 0 if isinstance(pages, FirstItemPages) else -1
            found = reach(items[place], pages.item) if items else None
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
        if address_at(content, pages.next) is None:
            return self.first
        if "next" in told:
            put_address(content, pages.next, told["next"])
        else:
            take_address(content, pages.next)
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
    if not empty:
        return _told(documented, pages, count)
    content: Any = msgspec.json.decode(documented.content)
    if not pages.items:
        content = []
    elif has(content, pages.items):
        put(content, pages.items, [])
    return _told(instead(documented, content), pages, count)


def _told(
    documented: StubResponse, pages: AnyPages, count: int, following: int | None = None
) -> StubResponse:
    """A page that says which number follows, if any does."""
    content: Any = msgspec.json.decode(documented.content)
    is_last = following is None
    leads_on = pages.next if isinstance(pages, CountedPages | CursorPages) else ""
    more = "" if isinstance(pages, LinkPages | UrlPages) else pages.more
    nothing = "" if isinstance(reach(content, leads_on), str) else None
    said = {
        pages.pages if isinstance(pages, CountedPages) else "": count,
        more: not is_last,
        pages.end: is_last,
        leads_on: nothing if is_last else following,
    }
    for path, value in said.items():
        if path and has(content, path):
            flag = isinstance(value, bool)
            put(content, path, _flag(reach(content, path), value) if flag else value)
    if is_last and isinstance(pages, UrlPages):
        take_address(content, pages.next)
    return _with_headers(
        instead(documented, content), _headers(documented, pages, count, following)
    )


def _flag(documented: object, value: object) -> object:
    """A flag of the kind that is documented, such as a cursor that is null at the end."""
    says_so = not says_no(documented) if documented is not None else False
    if says_so is value:
        return documented
    if isinstance(documented, str):
        return "yes" if value else ""
    return value


def _headers(
    documented: StubResponse, pages: AnyPages, count: int, following: int | None
) -> Mapping[bytes, bytes | None]:
    """The same in headers, as far as the documented page has them."""
    headers: dict[bytes, bytes | None] = {b"link": None}
    next_header = pages.next_header if isinstance(pages, CountedPages | CursorPages) else ""
    flag = "" if isinstance(pages, LinkPages | UrlPages) else pages.more_header
    counted = pages.pages_header if isinstance(pages, CountedPages) else ""
    is_last = following is None
    for name, said in (
        (next_header, None if following is None else b"%d" % following),
        (flag, b"false" if is_last else b"true"),
        (pages.end_header, b"true" if is_last else b"false"),
        (counted, b"%d" % count),
    ):
        if name and _header(documented, name) is not None:
            headers[name.lower().encode()] = said
    return headers


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
