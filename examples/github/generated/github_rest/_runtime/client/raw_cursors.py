"""Cursors that look at the whole response: its JSON as it came, and its headers. No I/O."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import assert_never
from urllib.parse import urljoin

import msgspec

from ..clock import monotonic
from ..decoding.json_text import read_json
from ..decoding.response import Response
from ..operation import Operation
from ..pages import (
    AnyPages,
    CountedPages,
    CursorPages,
    LastItemPages,
    LinkPages,
    OffsetPages,
    UrlPages,
)
from ..semantics.linked import address_at
from ..semantics.numbers import says_no, says_yes
from ..semantics.paths import reach
from .addresses import Address
from .page_arguments import argument, as_taken, goes_back, is_turned, told_by, with_argument
from .page_items import Items, kind_of, page_error, whole

_LINK = re.compile(r'<([^<>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^;,"\s]*))*)')
_SAID = re.compile(r';\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^;,"\s]*))')
_REL = r';\s*rel\s*=\s*(?:"(?:[^"]*\s)?(?:{0})(?:\s[^"]*)?"|(?:{0})\b)'
_NEXT = re.compile(_REL.format("next"), re.IGNORECASE)
_BEFORE = re.compile(_REL.format("prev|previous"), re.IGNORECASE)

_Flagged = CountedPages | OffsetPages | CursorPages | LastItemPages
"""Schemes whose responses may have a flag for more pages."""


class RawCursor:
    """Which page a pager is at, and by which arguments or address the next one is asked for."""

    def __init__(
        self,
        operation: Operation,
        pages: AnyPages,
        arguments: dict[str, object],
        clock: Callable[[], float] = monotonic,
        continuing: Operation | None = None,
    ) -> None:
        self.over = False
        self.operation = operation
        """What is asked for the page."""
        self._continuing = continuing
        self.address: Address | None = None
        """What is asked for instead of what `arguments` make."""
        self._operation = operation
        self._pages = pages
        self._arguments = dict(arguments)
        self._goes_back = goes_back(operation, arguments)
        self._is_turned = is_turned(operation, arguments)
        self._clock = clock
        self._given_at = clock()
        self._seen: set[object] = set()
        self._check = Items(operation)
        self._had = 0
        self._before = 0
        """How many items the page before had."""
        self._data: object = None
        self._items: list[object] = []
        self._response: Response | None = None

    def arguments(self) -> dict[str, object]:
        lifetime = self._pages.lifetime if isinstance(self._pages, CursorPages) else None
        if lifetime is not None and self._seen and self._clock() - self._given_at > lifetime:
            raise page_error(
                self._operation,
                f"the last page was read so slowly that its cursor has expired: it lives"
                f" {lifetime} s. Collect a page before working on it, or walk anew",
            )
        return dict(self._arguments)

    def accept(self, response: Response) -> None:
        """Look at a page.

        Raises:
            PagingError: it is no page.
        """
        self._given_at = self._clock()
        self._response = response
        self._data, _ = read_json(response)
        found = reach(self._data, self._pages.items) if self._pages.items else self._data
        self._check.accept(found, "the page")
        self._before = len(self._items)
        self._items = found if isinstance(found, list) else []
        self._had += len(self._items)

    def advance(self) -> None:
        """Go to the next page, or be over.

        Raises:
            PagingError: it leads to one that was there before.
        """
        pages = self._pages
        if (pages.until_empty and not self._items) or self._is_end() or self._is_short():
            self.over = True
            return
        match pages:
            case CountedPages():
                self._by_number(pages)
            case OffsetPages():
                self._by_offset(pages)
            case CursorPages():
                self._by_cursor(pages)
            case LastItemPages():
                self._by_last_item(pages)
            case LinkPages():
                rel = _BEFORE if self._goes_back else _NEXT
                link = _link(self._header("link"), rel, pages.more_parameter)
                self._to(link, pages.servers)
            case UrlPages():
                found = address_at(self._data, pages.next)
                is_there = isinstance(found, str) and bool(found.strip())
                self._to(str(found) if is_there else None, pages.servers)
            case _:
                assert_never(pages)

    def _is_end(self) -> bool:
        """Whether a response has a flag for the last page, and it says that this is it."""
        pages = self._pages
        return says_yes(self._said(pages.end, pages.end_header))

    def _is_short(self) -> bool:
        """Whether a page has fewer items than it may have, where that makes it the last one."""
        pages = self._pages
        wanted = self._size(pages) or self._before
        return pages.until_short and len(self._items) < wanted

    def _by_number(self, pages: CountedPages) -> None:
        if pages.next or pages.next_header:
            self._to_number(pages)
            return
        given = argument(self._arguments, pages.page)
        number = pages.first if given is None else whole(given) or 0
        count = whole(self._said(pages.pages, pages.pages_header))
        if count is None:
            self.over = self._is_last(pages, number - pages.first + 1)
        else:
            self.over = number - pages.first + 1 >= count
        self._ask(pages.page, number + 1)

    def _to_number(self, pages: CountedPages) -> None:
        """Go to the page whose number is told, or be over."""
        found = self._said(pages.next, pages.next_header)
        number = whole(found)
        if _is_nothing(found) or self._says_no(pages):
            self.over = True
        elif number is None:
            what = f"what says the next page's number is {kind_of(found)}"
            raise page_error(self._operation, f"{what}, and no whole number")
        else:
            self._follow(pages.page, number)

    def _by_offset(self, pages: OffsetPages) -> None:
        after = (whole(argument(self._arguments, pages.offset)) or 0) + len(self._items)
        self.over = not self._items or self._says_no_more(pages, after)
        self._ask(pages.offset, after)

    def _is_last(self, pages: CountedPages, number: int) -> bool:
        size = self._size(pages)
        before = number * size if size else self._had
        return not self._items or self._says_no_more(pages, before)

    def _says_no_more(self, pages: CountedPages | OffsetPages, had: int) -> bool:
        if pages.more or pages.more_header:
            return self._says_no(pages)
        if self._said(pages.end, pages.end_header) not in (None, ""):
            return False  # it was asked before
        total = whole(self._said(pages.total, pages.total_header))
        if total is not None:
            return had >= total
        wanted = 0 if pages.until_empty else self._size(pages)
        return len(self._items) < wanted

    def _says_no(self, pages: _Flagged) -> bool:
        """Whether a response has a flag for more pages, and it says that there are none."""
        if not pages.more and not pages.more_header:
            return False
        return says_no(self._said(pages.more, pages.more_header))

    def _size(self, pages: AnyPages) -> int:
        return whole(argument(self._arguments, pages.size)) or pages.default_size

    def _said(self, key: str, header: str) -> object:
        """What a response says at a key, or in a header."""
        if header:
            return self._header(header)
        return reach(self._data, key) if key else None

    def _ask(self, name: str, value: object) -> None:
        """The value of an argument in the next request."""
        going_on = {n: v for n, v in self._arguments.items() if n not in self._pages.begins}
        self._arguments = with_argument(self.operation, going_on, name, value)

    def _by_cursor(self, pages: CursorPages) -> None:
        found = self._said(pages.next, pages.next_header)
        if _is_nothing(found) or self._says_no(pages):
            self.over = True
            return
        along = {name: self._said(key, "") for name, key in (pages.along or {}).items()}
        headers = pages.along_headers or {}
        along |= {name: self._said("", header) for name, header in headers.items()}
        self._follow(pages.cursor, found, *along.values())
        for name, value in along.items():
            self._arguments.pop(name, None)
            if not _is_nothing(value):
                self._ask(name, as_taken(self.operation, name, value))

    def _by_last_item(self, pages: LastItemPages) -> None:
        if not self._items or self._says_no(pages):
            self.over = True
            return
        which, place = ("first", 0) if self._goes_back else ("last", -1)
        value = reach(self._items[place], pages.item)
        if value is None or isinstance(value, bool):
            raise page_error(self._operation, f"the {which} item of a page has no `{pages.item}`")
        if self._is_turned:
            self._follow(pages.before, value)
            return
        if pages.plus:
            number = whole(value)
            if number is None:
                message = f"`{pages.item}` of the {which} item is no whole number"
                raise page_error(self._operation, message)
            value = number + pages.plus
        self._follow(pages.cursor, value)

    def _follow(self, name: str, value: object, *along: object) -> None:
        is_plain = isinstance(value, str | int) and not along
        mark = value if is_plain else msgspec.json.encode((value, *along))
        if mark in self._seen:
            raise page_error(
                self._operation, f"`{name}` leads back to a page that was there before"
            )
        self._seen.add(mark)
        if self._continuing is not None:
            self.operation, taken = self._continuing, self._continuing.arguments
            self._arguments = {n: each for n, each in self._arguments.items() if n in taken}
        self._ask(name, as_taken(self.operation, name, value))

    def _to(self, address: str | None, servers: tuple[str, ...]) -> None:
        if address is None:
            self.over = True
            return
        if servers and self.address is not None:
            address = urljoin(self.address.text, address)  # which names its host on another one
        if address in self._seen:
            raise page_error(
                self._operation, "the next page's address leads back to one that was there before"
            )
        self._seen.add(address)
        self.address = Address(address, servers)
        if self._continuing is not None:
            told = told_by(address, self._continuing)
            if told is None:
                message = f"the next page's address is none of `{self._continuing.id}`"
                raise page_error(self._operation, message)
            self.operation, self._arguments = self._continuing, told

    def _header(self, name: str) -> str:
        return "" if self._response is None else self._response.headers.get(name.lower(), "")


def _is_nothing(cursor: object) -> bool:
    """Whether what leads to the next page leads to none; a cursor may be an object, too."""
    return isinstance(cursor, bool) or cursor in (None, {}, []) or not str(cursor).strip()


def _link(header: str, rel: re.Pattern[str], more: str) -> str | None:
    """The address in a `Link` header with a `rel`, unless its `more` says no."""
    for match in _LINK.finditer(header):
        if rel.search(match[2]):
            said = {name.lower(): marked or bare for name, marked, bare in _SAID.findall(match[2])}
            return None if says_no(said.get(more.lower(), "yes")) else match[1]
    return None
