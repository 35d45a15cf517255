"""How an operation's pages go, as `x-paging`, `links` and documented headers say it."""

from __future__ import annotations

from typing import assert_never

from apiscribe.model import Operation
from apiscribe.model.paging import (
    CountedPages,
    CursorPages,
    LastItemPages,
    LinkPages,
    NumberPaging,
    OffsetPages,
    Paging,
    TokenPaging,
    UrlPages,
)
from apiscribe.views.openapi.schema import Schema

_ARGUMENTS = ("page", "offset", "cursor", "token", "before", "size")
_SOURCES = {"path": "path", "query": "query", "header": "header"}
"""Places of arguments that a link's expression can name."""


def extension(operation: Operation) -> Schema:
    """`x-paging` of an operation; empty if it has no pages."""
    by = operation.paging
    if by is None:
        return {}
    keys: Schema = {"items": ".".join(filter(None, (*operation.unwrap, by.items)))}
    found: Schema = {"arguments": _arguments(operation, by)}
    match by:
        case NumberPaging():
            return _said("page", found, {**keys, "pages": by.count, "total": by.total}, first=1)
        case TokenPaging():
            told = {**keys, "next": by.token, "pages": by.count}
            return _said("cursor", found, told, ends=["no_next"], lifetime=by.lifetime)
        case CountedPages():
            told = {**keys, "pages": by.pages, "more": by.more, "total": by.total}
            return _said("page", found, told, first=by.first)
        case OffsetPages():
            return _said("offset", found, {**keys, "more": by.more, "total": by.total})
        case CursorPages():
            following = {"header": by.next_header} if by.next_header else by.next
            told = {**keys, "next": following, "more": by.more}
            ends = ["no_next", *(["not_more"] if by.more else [])]
            return _said("cursor", found, told, ends=ends, lifetime=by.lifetime)
        case LastItemPages():
            told = {**keys, "item": by.item, "more": by.more}
            ends = [*(["not_more"] if by.more else []), "no_items"]
            return _said("last_item", found, told, ends=ends, plus=by.plus or None)
        case LinkPages():
            told = {**keys, "next": {"header": "Link", "rel": "next"}}
            first = by.first if by.page else None
            return _said("link", found, told, ends=["no_next"], first=first)
        case UrlPages():
            told = {**keys, "next": by.next, "previous": by.previous, "total": by.total}
            first = by.first if by.page else None
            return _said("url", found, told, ends=["no_next"], first=first)
    assert_never(by)


def told(operation: Operation, responses: Schema) -> Schema:
    """The responses, of which the documented one also says how the next page is asked for."""
    by = operation.paging
    status = str(operation.main_status) if operation.statuses else "200"
    if by is None or status not in responses:
        return responses
    beside: Schema = {}
    if isinstance(by, LinkPages):
        beside["headers"] = {"Link": _header('The address of the next page, as `rel="next"`.')}
    if isinstance(by, CursorPages) and by.next_header:
        beside["headers"] = {by.next_header: _header("What asks for the next page.")}
    if link := _link(operation, by):
        beside["links"] = {"next": link}
    return {**responses, status: {**responses[status], **beside}}


def _said(
    by: str, found: Schema, keys: Schema, *, ends: list[str] | None = None, **more: object
) -> Schema:
    if ends is None:
        ends = _counted_ends(keys)
    told = {key: value for key, value in keys.items() if value or key == "items"}
    facts = {name: value for name, value in more.items() if value is not None}
    return {"by": by, **found, "keys": told, **facts, "ends": ends}


def _counted_ends(keys: Schema) -> list[str]:
    """What ends a walk by number or offset: the first of these that responses tell."""
    if keys.get("pages"):
        return ["last_page"]
    told = "not_more" if keys["more"] else "total" if keys["total"] else "short_page"
    return [told, "no_items"]


def _arguments(operation: Operation, by: Paging) -> Schema:
    """What each is called on the wire, and where it goes."""
    written = {each.name: each for each in operation.arguments}
    found: Schema = {}
    for role in _ARGUMENTS:
        each = written.get(getattr(by, role, None) or "")
        if each is not None:
            called = "cursor" if role == "token" else role
            found[called] = {"in": each.location, "name": each.wire_name}
    return found


def _link(operation: Operation, by: Paging) -> Schema | None:
    """The same call with the next cursor, where a link can say it: not inside of a body."""
    match by:
        case TokenPaging():
            name, source = by.token, _pointer(by.token)
        case CursorPages():
            header = f"$response.header.{by.next_header}"
            name, source = by.cursor, header if by.next_header else _pointer(by.next)
        case _:
            return None
    if any(each.location not in _SOURCES for each in operation.arguments):
        return None
    parameters = {
        f"{each.location}.{each.wire_name}": (
            source if each.name == name else f"$request.{_SOURCES[each.location]}.{each.wire_name}"
        )
        for each in operation.arguments
    }
    return {
        "operationId": operation.id,
        "parameters": parameters,
        "description": "The next page.",
    }


def _pointer(path: str) -> str:
    steps = (step.replace("~", "~0").replace("/", "~1") for step in path.split("."))
    return f"$response.body#/{'/'.join(steps)}"


def _header(description: str) -> Schema:
    return {"description": description, "schema": {"type": "string"}}
