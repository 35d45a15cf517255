"""Which scheme of the API's an operation is paged by."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import assert_never

from apiscribe.document import Documents
from apiscribe.document.paging import (
    ByCursorDoc,
    ByLastItemDoc,
    ByLinkDoc,
    ByOffsetDoc,
    ByPageDoc,
    ByUrlDoc,
    NextHeaderDoc,
    NumberPagingDoc,
    PagingUseDoc,
    SchemeEntry,
    TokenPagingDoc,
)
from apiscribe.load.source import Place
from apiscribe.model import Argument, Field, NumberPaging, Operation, Paging, TokenPaging
from apiscribe.model.paging import (
    CountedPages,
    CursorPages,
    LastItemPages,
    LinkPages,
    OffsetPages,
    UrlPages,
)
from apiscribe.problems import Problems, did_you_mean, quoted


def paging(
    use: PagingUseDoc | str | None,
    schemes: Mapping[str, SchemeEntry],
    arguments: Sequence[Argument],
    fields: Sequence[Field],
    place: Place,
    problems: Problems | None,
) -> Paging | None:
    """The scheme, without the names that this operation does not have; None if it has no pages."""
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
    names = {argument.name: argument for argument in arguments}
    keys = {field.wire_name for field in fields}
    return _built(scheme, items or "", names, keys)


def _built(
    scheme: SchemeEntry, items: str, names: Mapping[str, Argument], keys: set[str]
) -> Paging:
    size, default_size = _named(scheme.size, names), _default(scheme.size, names)
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
            return _by_page(scheme, items, names, keys)
        case ByOffsetDoc():
            return OffsetPages(
                items=items,
                offset=scheme.offset,
                size=size,
                default_size=default_size,
                more=scheme.more or "",
                total=scheme.total or "",
            )
        case ByCursorDoc():
            header = scheme.next.header if isinstance(scheme.next, NextHeaderDoc) else ""
            return CursorPages(
                items=items,
                size=size,
                default_size=default_size,
                cursor=scheme.cursor,
                next="" if isinstance(scheme.next, NextHeaderDoc) else scheme.next,
                next_header=header,
                more=scheme.more or "",
                until_empty=scheme.until == "empty",
                lifetime=scheme.lifetime,
            )
        case ByLastItemDoc():
            return LastItemPages(
                items=items,
                size=size,
                default_size=default_size,
                cursor=scheme.cursor,
                item=scheme.item,
                plus=scheme.plus,
                more=scheme.more or "",
                before=_named(scheme.before, names),
            )
        case ByLinkDoc():
            return LinkPages(
                items=items,
                size=size,
                default_size=default_size,
                page=_named(scheme.page, names),
                first=scheme.first,
                offset=_named(scheme.offset, names),
                cursor=_named(scheme.cursor, names),
                until_empty=scheme.until == "empty",
            )
        case ByUrlDoc():
            return UrlPages(
                items=items,
                size=size,
                default_size=default_size,
                page=_named(scheme.page, names),
                first=scheme.first,
                offset=_named(scheme.offset, names),
                cursor=_named(scheme.cursor, names),
                until_empty=scheme.until == "empty",
                next=scheme.next,
                previous=scheme.previous or "",
                total=scheme.total or "",
            )
    assert_never(scheme)


def _by_page(
    scheme: ByPageDoc, items: str, names: Mapping[str, Argument], keys: set[str]
) -> Paging:
    if scheme.pages in keys and scheme.first == 1 and scheme.size and items in keys:
        total = scheme.total if scheme.total in keys else None
        assert scheme.pages is not None
        return NumberPaging(
            items=items, page=scheme.page, size=scheme.size, count=scheme.pages, total=total
        )
    return CountedPages(
        items=items,
        page=scheme.page,
        first=scheme.first,
        size=_named(scheme.size, names),
        default_size=_default(scheme.size, names),
        pages=scheme.pages or "",
        more=scheme.more or "",
        total=scheme.total or "",
    )


def _named(name: str | None, names: Mapping[str, Argument]) -> str:
    return name if name is not None and name in names else ""


def _default(name: str | None, names: Mapping[str, Argument]) -> int:
    found = names[name].default if name is not None and name in names else None
    return found if isinstance(found, int) and not isinstance(found, bool) else 0


_ADDRESSED = ("page", "offset", "cursor")
"""Keys that name arguments which only some schemes need."""


def check_names(
    documents: Documents,
    operations: Sequence[Operation],
    incomplete: Collection[str],
    problems: Problems,
) -> None:
    """Each argument that a scheme may do without is one of an operation that is paged by it."""
    schemes, place = documents.api.doc.paging, documents.api.place / "paging"
    for name, scheme in schemes.items():
        paged = [each for each in operations if _scheme_of(each, documents) == name]
        arguments = {a.name: a for each in paged for a in each.arguments}
        written = {a.wire_name: a.name for a in arguments.values()}
        if not paged or any(each.id in incomplete for each in paged):
            continue
        addressed = isinstance(scheme, ByLinkDoc | ByUrlDoc)
        sized = () if isinstance(scheme, NumberPagingDoc) else ("size",)
        for key in (*sized, "before", *(_ADDRESSED if addressed else ())):
            named = getattr(scheme, key, None)
            if named is None or named in arguments:
                continue
            hint = did_you_mean(named, arguments)
            if named in written:
                hint = f"; on the wire that is {quoted(written[named])}, which is meant here"
            message = (
                f"no operation that is paged by {quoted(name)} has an argument {quoted(named)}"
            )
            problems.add((place / name / key).position, "paging", message + hint)


def _scheme_of(operation: Operation, documents: Documents) -> str | None:
    for located in documents.resources:
        if located.doc.resource == operation.resource:
            use = located.doc.operations[operation.name].paging
            return use.by if isinstance(use, PagingUseDoc) else use
    return None
