"""Schemes of pages as an operation has them: with names of its own arguments alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict, assert_never

from apiscribe.document.base import InHeaderDoc
from apiscribe.document.paging import (
    Addressed,
    ByCursorDoc,
    ByFirstItemDoc,
    ByLastItemDoc,
    ByLinkDoc,
    ByOffsetDoc,
    ByPageDoc,
    ByUrlDoc,
    LinkedDoc,
    NumberPagingDoc,
    SchemeEntry,
    TokenPagingDoc,
    Told,
    UnknownPagesDoc,
)
from apiscribe.model import Argument, Field, NumberPaging, Paging, TokenPaging
from apiscribe.model.paging import (
    CountedPages,
    CursorPages,
    FirstItemPages,
    LastItemPages,
    Linked,
    LinkPages,
    OffsetPages,
    UrlPages,
)
from apiscribe.model.reaching import argument_at


class _Common(TypedDict):
    items: str
    end: str
    end_header: str
    size: str
    default_size: int
    begins: tuple[str, ...]


class Taken:
    """The arguments of an operation, and the fields inside of them, by their names."""

    def __init__(
        self, arguments: Sequence[Argument], fields: Mapping[str, Sequence[Field]]
    ) -> None:
        self._arguments = arguments
        self._fields = fields

    def named(self, name: str | None) -> str:
        """The name, if there is an argument of that name; else an empty one."""
        return name if name is not None and self._found(name) else ""

    def size(self, told: str | int | None) -> tuple[str, int]:
        """The argument that says a page's size, and its default; or the size, if it is fixed."""
        if told is None or isinstance(told, int):
            return "", told or 0
        found = self._found(told)
        default = found[-1].default if found else None
        if not isinstance(default, int) or isinstance(default, bool):
            default = 0
        return self.named(told), default

    def _found(self, name: str) -> tuple[Argument | Field, ...]:
        return argument_at(name, self._arguments, lambda each: self._fields.get(each, ()))


def built(scheme: SchemeEntry, items: str, taken: Taken, keys: set[str]) -> Paging:
    """The scheme, without names that the operation does not have, and totals without `keys`."""
    if isinstance(scheme, UnknownPagesDoc):
        raise AssertionError("a document with an unknown scheme is left out")
    match scheme:
        case NumberPagingDoc():
            total = scheme.total if scheme.total in keys else None
            return NumberPaging(
                items=items, page=scheme.page, size=scheme.size, count=scheme.count, total=total
            )
        case TokenPagingDoc():
            return TokenPaging(
                items=items,
                token=scheme.token,
                size=taken.size(scheme.size)[0] or None,
                count=scheme.count,
                lifetime=scheme.lifetime,
            )
        case ByPageDoc():
            return _by_page(scheme, items, taken, keys)
        case ByOffsetDoc():
            return _by_offset(scheme, items, taken)
        case ByCursorDoc():
            return _by_cursor(scheme, items, taken)
        case ByLastItemDoc() | ByFirstItemDoc():
            return _by_item(scheme, items, taken)
        case ByLinkDoc():
            return _by_link(scheme, items, taken)
        case ByUrlDoc():
            return _by_url(scheme, items, taken)
    assert_never(scheme)


def _common(
    scheme: ByPageDoc
    | ByOffsetDoc
    | ByCursorDoc
    | ByLastItemDoc
    | ByFirstItemDoc
    | ByLinkDoc
    | ByUrlDoc,
    items: str,
    taken: Taken,
) -> _Common:
    """What pages of all these schemes have."""
    size, default_size = taken.size(scheme.size)
    begins = () if isinstance(scheme, ByLinkDoc | ByUrlDoc) else scheme.begins
    return {
        "items": items,
        "end": _key(scheme.end),
        "end_header": _header(scheme.end),
        "size": size,
        "default_size": default_size,
        "begins": tuple(name for name in begins if taken.named(name)),
    }


def _by_page(scheme: ByPageDoc, items: str, taken: Taken, keys: set[str]) -> Paging:
    size, _ = taken.size(scheme.size)
    told = scheme.next is not None or scheme.end is not None or scheme.until is not None
    told = told or bool(scheme.begins)
    plain = scheme.first == 1 and size and not told and "." not in scheme.page + size
    if isinstance(scheme.pages, str) and scheme.pages in keys and items in keys and plain:
        return NumberPaging(
            items=items,
            page=scheme.page,
            size=size,
            count=scheme.pages,
            total=scheme.total if isinstance(scheme.total, str) and scheme.total in keys else None,
        )
    return CountedPages(
        **_common(scheme, items, taken),
        until_short=scheme.until == "short",
        until_empty=scheme.until == "empty",
        page=scheme.page,
        first=scheme.first,
        next=_key(scheme.next),
        next_header=_header(scheme.next),
        pages=_key(scheme.pages),
        pages_header=_header(scheme.pages),
        more=_key(scheme.more),
        more_header=_header(scheme.more),
        total=_key(scheme.total),
        total_header=_header(scheme.total),
    )


def _by_offset(scheme: ByOffsetDoc, items: str, taken: Taken) -> Paging:
    return OffsetPages(
        **_common(scheme, items, taken),
        until_short=scheme.until == "short",
        until_empty=scheme.until == "empty",
        offset=scheme.offset,
        more=_key(scheme.more),
        more_header=_header(scheme.more),
        total=_key(scheme.total),
        total_header=_header(scheme.total),
    )


def _by_cursor(scheme: ByCursorDoc, items: str, taken: Taken) -> Paging:
    return CursorPages(
        **_common(scheme, items, taken),
        cursor=scheme.cursor,
        next=_key(scheme.next),
        next_header=_header(scheme.next),
        more=_key(scheme.more),
        more_header=_header(scheme.more),
        until_empty=scheme.until == "empty",
        lifetime=scheme.lifetime,
        along={name: _key(told) for name, told in scheme.along.items() if _key(told)} or None,
        along_headers={n: _header(told) for n, told in scheme.along.items() if _header(told)}
        or None,
    )


def _by_item(scheme: ByLastItemDoc | ByFirstItemDoc, items: str, taken: Taken) -> Paging:
    kind = FirstItemPages if isinstance(scheme, ByFirstItemDoc) else LastItemPages
    return kind(
        **_common(scheme, items, taken),
        until_short=scheme.until == "short",
        cursor=scheme.cursor,
        item=scheme.item,
        plus=scheme.plus,
        more=_key(scheme.more),
        more_header=_header(scheme.more),
        before=taken.named(scheme.after if isinstance(scheme, ByFirstItemDoc) else scheme.before),
    )


def _by_link(scheme: ByLinkDoc, items: str, taken: Taken) -> Paging:
    return LinkPages(
        **_common(scheme, items, taken),
        page=taken.named(scheme.page),
        first=scheme.first,
        offset=taken.named(scheme.offset),
        cursor=taken.named(scheme.cursor),
        until_empty=scheme.until == "empty",
        servers=tuple(scheme.servers),
        more_parameter=scheme.more.parameter if scheme.more else "",
        before=taken.named(scheme.before),
        item=scheme.item or "",
    )


def _by_url(scheme: ByUrlDoc, items: str, taken: Taken) -> Paging:
    return UrlPages(
        **_common(scheme, items, taken),
        page=taken.named(scheme.page),
        first=scheme.first,
        offset=taken.named(scheme.offset),
        cursor=taken.named(scheme.cursor),
        until_empty=scheme.until == "empty",
        servers=tuple(scheme.servers),
        next=_place(scheme.next),
        previous=_place(scheme.previous),
        total=scheme.total or "",
    )


def _place(told: Addressed | None) -> str | Linked:
    if isinstance(told, LinkedDoc):
        return Linked(list=told.list, where=told.where, key=told.key)
    return told or ""


def _key(told: Told | None) -> str:
    return told if isinstance(told, str) else ""


def _header(told: Told | None) -> str:
    return told.header if isinstance(told, InHeaderDoc) else ""
