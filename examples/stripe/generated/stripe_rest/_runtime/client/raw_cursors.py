"""Cursors that look at the whole response: its JSON as it came, and its headers. No I/O."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import assert_never

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
from ..semantics.paths import reach
from .page_items import Items, page_error, whole

_LINK = re.compile(r'<([^<>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^;,"\s]*))*)')
_NEXT = re.compile(r';\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next\b)', re.IGNORECASE)


class RawCursor:
    """Which page a pager is at, and by which arguments or address the next one is asked for."""

    def __init__(
        self,
        operation: Operation,
        pages: AnyPages,
        arguments: dict[str, object],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.over = False
        self.address: str | None = None
        """What is asked for instead of what `arguments` make."""
        self._operation = operation
        self._pages = pages
        self._arguments = dict(arguments)
        self._clock = clock
        self._given_at = clock()
        self._seen: set[object] = set()
        self._check = Items(operation)
        self._had = 0
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
        self._items = found if isinstance(found, list) else []
        self._had += len(self._items)

    def advance(self) -> None:
        """Go to the next page, or be over.

        Raises:
            PagingError: it leads to one that was there before.
        """
        pages = self._pages
        if pages.until_empty and not self._items:
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
                self._to(_next_link(self._header("link")))
            case UrlPages():
                found = reach(self._data, pages.next)
                self._to(found if isinstance(found, str) and found.strip() else None)
            case _:
                assert_never(pages)

    def _by_number(self, pages: CountedPages) -> None:
        number = whole(self._arguments.get(pages.page, pages.first)) or 0
        count = whole(reach(self._data, pages.pages)) if pages.pages else None
        if count is None:
            self.over = self._is_last(pages, number - pages.first + 1)
        else:
            self.over = number - pages.first + 1 >= count
        self._arguments[pages.page] = number + 1

    def _by_offset(self, pages: OffsetPages) -> None:
        after = (whole(self._arguments.get(pages.offset)) or 0) + len(self._items)
        total = whole(reach(self._data, pages.total)) if pages.total else None
        self.over = not self._items or (
            self._says_no_more(pages.more, after, total, pages.size, pages.default_size)
        )
        self._arguments[pages.offset] = after

    def _is_last(self, pages: CountedPages, number: int) -> bool:
        total = whole(reach(self._data, pages.total)) if pages.total else None
        size = self._size(pages.size, pages.default_size)
        before = number * size if size else self._had
        return not self._items or self._says_no_more(
            pages.more, before, total, pages.size, pages.default_size
        )

    def _says_no_more(
        self, more: str, had: int, total: int | None, size: str, default: int
    ) -> bool:
        if more:
            return self._says_no(more)
        if total is not None:
            return had >= total
        wanted = self._size(size, default)
        return bool(wanted) and len(self._items) < wanted

    def _says_no(self, flag: str) -> bool:
        return reach(self._data, flag) in (False, None, 0, "", "false")

    def _size(self, name: str, default: int) -> int:
        return whole(self._arguments.get(name)) or default

    def _by_cursor(self, pages: CursorPages) -> None:
        found: object
        if pages.next_header:
            found = self._header(pages.next_header)
        else:
            found = reach(self._data, pages.next)
        if isinstance(found, bool) or not isinstance(found, str | int) or found == "":
            self.over = True
            return
        if pages.more and self._says_no(pages.more):
            self.over = True
            return
        self._follow(pages.cursor, found)

    def _by_last_item(self, pages: LastItemPages) -> None:
        if not self._items or (pages.more and self._says_no(pages.more)):
            self.over = True
            return
        value = reach(self._items[-1], pages.item)
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise page_error(self._operation, f"the last item of a page has no `{pages.item}`")
        if pages.plus:
            number = whole(value)
            if number is None:
                message = f"`{pages.item}` of the last item is no whole number"
                raise page_error(self._operation, message)
            value = number + pages.plus
        self._follow(pages.cursor, value)

    def _follow(self, argument: str, value: object) -> None:
        if value in self._seen:
            raise page_error(
                self._operation, f"`{argument}` leads back to a page that was there before"
            )
        self._seen.add(value)
        self._arguments[argument] = value

    def _to(self, address: str | None) -> None:
        if address is None:
            self.over = True
            return
        if address in self._seen:
            raise page_error(
                self._operation, "the next page's address leads back to one that was there before"
            )
        self._seen.add(address)
        self.address = address

    def _header(self, name: str) -> str:
        return "" if self._response is None else self._response.headers.get(name.lower(), "")


def _next_link(header: str) -> str | None:
    """The address in a `Link` header whose `rel` is `next`."""
    for match in _LINK.finditer(header):
        if _NEXT.search(match[2]):
            return match[1]
    return None
