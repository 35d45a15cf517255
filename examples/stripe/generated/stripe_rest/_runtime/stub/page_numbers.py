"""Documented pages, as a client that walks through them needs them.

The example of a list is one page. A client has to be told which one it got, and where the walk
ends, or it would see that page again and again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

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
from ..semantics.paths import has, put, reach
from .responses import StubResponse, answer, with_headers_added


def numbered(
    documented: StubResponse, operation: Operation, given: Mapping[str, object]
) -> StubResponse:
    """`documented`, or the page that a request names."""
    pages = operation.pages
    if pages is None or isinstance(pages, TokenPages):
        return documented
    if not isinstance(pages, NumberPages):
        return _later(documented, pages, given)
    number = given.get(pages.page)
    if number is None:
        return documented
    content = page = msgspec.json.decode(documented.content)
    for above in operation.unwrap:
        page = page[above]
    if not isinstance(page, dict) or page.get(pages.page, number) == number:
        return documented
    page[pages.page] = number
    return _instead(documented, content)


def _later(documented: StubResponse, pages: AnyPages, given: Mapping[str, object]) -> StubResponse:
    """The documented page is the first and last; whatever is asked for behind it is empty."""
    content: Any = msgspec.json.decode(documented.content)
    if isinstance(pages, UrlPages):
        # The documented address is the real service's.
        if reach(content, pages.next) is None:
            return documented
        put(content, pages.next, "")
    elif not _is_behind(pages, given):
        return documented
    else:
        if not pages.items:
            content = []
        elif has(content, pages.items):
            put(content, pages.items, [])
        more = "" if isinstance(pages, LinkPages) else pages.more
        cursor = pages.next if isinstance(pages, CursorPages) else ""
        ended = {more: False, cursor: "" if isinstance(reach(content, cursor), str) else None}
        for path, value in ended.items():
            if path and has(content, path):
                put(content, path, value)
    return _instead(documented, content)


def _instead(documented: StubResponse, content: object) -> StubResponse:
    """The same response with another body."""
    other = answer(msgspec.json.encode(content), status=documented.start["status"])
    return with_headers_added(other, documented.start["headers"])


def _is_behind(pages: AnyPages, given: Mapping[str, object]) -> bool:
    match pages:
        case CountedPages():
            return str(given.get(pages.page, pages.first)) != str(pages.first)
        case OffsetPages():
            return str(given.get(pages.offset, 0)) != "0"
        case CursorPages() | LastItemPages():
            return bool(given.get(pages.cursor))
        case _:
            return False
