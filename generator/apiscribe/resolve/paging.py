"""Which scheme of the API's an operation is paged by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

import msgspec

from apiscribe.document.paging import (
    ByCursorDoc,
    ByLastItemDoc,
    ByLinkDoc,
    ByOffsetDoc,
    ByPageDoc,
    ByUrlDoc,
    InHeaderDoc,
    NumberPagingDoc,
    PagingUseDoc,
    SchemeEntry,
    TokenPagingDoc,
    Told,
    UnknownPagesDoc,
)
from apiscribe.load.source import Place
from apiscribe.model import (
    Argument,
    Field,
    NumberPaging,
    ObjectRef,
    Paging,
    TokenPaging,
    ValueType,
)
from apiscribe.model.paging import (
    CountedPages,
    CursorPages,
    LastItemPages,
    LinkPages,
    OffsetPages,
    UrlPages,
)
from apiscribe.model.reaching import argument_at
from apiscribe.problems import Problems, did_you_mean


def paging(
    use: PagingUseDoc | str | None,
    schemes: Mapping[str, SchemeEntry],
    arguments: Sequence[Argument],
    fields: Mapping[str, Sequence[Field]],
    returns: ValueType | None,
    place: Place,
    problems: Problems | None,
    *,
    wrapped: bool,
) -> Paging | None:
    """The scheme, without the names that this operation does not have; None if it has no pages.

    Args:
        use: what the operation says.
        schemes: those of the API.
        arguments: those of the operation.
        fields: those of each object.
        returns: what the operation returns.
        place: where it says so.
        problems: None if nothing is to be said of names that are not known.
        wrapped: whether what is returned is only a part of the response.
    """
    if use is None:
        return None
    name, items = (use, None) if isinstance(use, str) else (use.by, use.items)
    if name not in schemes:
        if problems is not None:
            at = (place if isinstance(use, str) else place / "by").position
            message = f"`api.yaml` does not say under `paging` how pages go by {name}"
            problems.add(at, "unknown-name", message + did_you_mean(name, schemes))
        return None
    scheme = schemes[name]
    taken = _Taken(arguments, fields)
    returned = fields.get(returns.object, ()) if isinstance(returns, ObjectRef) else ()
    keys = {field.wire_name for field in returned}
    if wrapped and isinstance(scheme, ByPageDoc):
        keys = set()  # which are those of the whole response
    found = _built(scheme, items or "", taken, keys)
    further = None if isinstance(use, str) else use.continue_with
    if further is None:
        return found
    if isinstance(found, CursorPages | LinkPages | UrlPages):
        # The cursor is an argument of the other operation.
        cursor = getattr(scheme, "cursor", None) or ""
        if (
            problems is not None
            and isinstance(scheme, ByLinkDoc)
            and (scheme.before or scheme.item)
        ):
            message = "pages that another operation hands out have no `before` and no `item`"
            problems.add((place / "continue_with").position, "paging", message)
        return msgspec.structs.replace(found, continue_with=further, cursor=cursor)
    if problems is not None:
        message = "only pages `by: cursor`, `by: link` or `by: url` go on with another operation"
        problems.add((place / "continue_with").position, "paging", message)
    return found


class _Taken:
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


def _built(scheme: SchemeEntry, items: str, taken: _Taken, keys: set[str]) -> Paging:
    if isinstance(scheme, UnknownPagesDoc):
        raise AssertionError("a document with an unknown scheme is left out")
    size, default_size = taken.size(scheme.size)
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
                size=size or None,
                count=scheme.count,
                lifetime=scheme.lifetime,
            )
        case ByPageDoc():
            return _by_page(scheme, items, taken, keys)
        case ByOffsetDoc():
            return OffsetPages(
                items=items,
                end=_key(scheme.end),
                end_header=_header(scheme.end),
                until_short=scheme.until == "short",
                offset=scheme.offset,
                size=size,
                default_size=default_size,
                more=_key(scheme.more),
                more_header=_header(scheme.more),
                total=_key(scheme.total),
                total_header=_header(scheme.total),
            )
        case ByCursorDoc():
            return CursorPages(
                items=items,
                end=_key(scheme.end),
                end_header=_header(scheme.end),
                size=size,
                default_size=default_size,
                cursor=scheme.cursor,
                next=_key(scheme.next),
                next_header=_header(scheme.next),
                more=_key(scheme.more),
                more_header=_header(scheme.more),
                until_empty=scheme.until == "empty",
                lifetime=scheme.lifetime,
                along={name: _key(told) for name, told in scheme.along.items() if _key(told)}
                or None,
                along_headers={
                    n: _header(told) for n, told in scheme.along.items() if _header(told)
                }
                or None,
            )
        case ByLastItemDoc():
            return LastItemPages(
                items=items,
                end=_key(scheme.end),
                end_header=_header(scheme.end),
                size=size,
                default_size=default_size,
                until_short=scheme.until == "short",
                cursor=scheme.cursor,
                item=scheme.item,
                plus=scheme.plus,
                more=_key(scheme.more),
                more_header=_header(scheme.more),
                before=taken.named(scheme.before),
            )
        case ByLinkDoc():
            return LinkPages(
                items=items,
                end=_key(scheme.end),
                end_header=_header(scheme.end),
                size=size,
                default_size=default_size,
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
        case ByUrlDoc():
            return UrlPages(
                items=items,
                end=_key(scheme.end),
                end_header=_header(scheme.end),
                size=size,
                default_size=default_size,
                page=taken.named(scheme.page),
                first=scheme.first,
                offset=taken.named(scheme.offset),
                cursor=taken.named(scheme.cursor),
                until_empty=scheme.until == "empty",
                servers=tuple(scheme.servers),
                next=scheme.next,
                previous=scheme.previous or "",
                total=scheme.total or "",
            )
    assert_never(scheme)


def _by_page(scheme: ByPageDoc, items: str, taken: _Taken, keys: set[str]) -> Paging:
    size, default_size = taken.size(scheme.size)
    told = scheme.next is not None or scheme.end is not None or scheme.until is not None
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
        items=items,
        end=_key(scheme.end),
        end_header=_header(scheme.end),
        until_short=scheme.until == "short",
        page=scheme.page,
        first=scheme.first,
        size=size,
        default_size=default_size,
        next=_key(scheme.next),
        next_header=_header(scheme.next),
        pages=_key(scheme.pages),
        pages_header=_header(scheme.pages),
        more=_key(scheme.more),
        more_header=_header(scheme.more),
        total=_key(scheme.total),
        total_header=_header(scheme.total),
    )


def _key(told: Told | None) -> str:
    return told if isinstance(told, str) else ""


def _header(told: Told | None) -> str:
    return told.header if isinstance(told, InHeaderDoc) else ""
