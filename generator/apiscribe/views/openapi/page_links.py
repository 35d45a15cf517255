"""What the documented response says of the next page: headers, and OpenAPI's `links`."""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.model import Api, Operation
from apiscribe.model.paging import (
    CountedPages,
    CursorPages,
    LastItemPages,
    LinkPages,
    NumberPaging,
    OffsetPages,
    Paging,
    TokenPaging,
)
from apiscribe.runtime.semantics.paths import keys_of
from apiscribe.views.openapi.schema import Schema

_SOURCES = {"path": "path", "query": "query", "header": "header"}
"""Places of arguments that a link's expression can name."""


def told(api: Api, operation: Operation, responses: Schema) -> Schema:
    """The responses, of which the documented one also says how the next page is asked for."""
    by = operation.paging
    status = str(operation.main_status) if operation.statuses else "200"
    if by is None or status not in responses:
        return responses
    beside: Schema = {}
    headers = {name: _header(what) for name, what in _headers(by)}
    if headers:
        beside["headers"] = headers
    if link := _link(api, operation, by):
        beside["links"] = {"next": link}
    answer: Schema = responses[status]
    if "headers" in beside:  # beside those that the answer itself is made of
        beside["headers"] = {**beside["headers"], **answer.get("headers", {})}
    return {**responses, status: {**answer, **beside}}


def _headers(by: Paging) -> Iterator[tuple[str, str]]:
    """Headers that tell of pages, and what each tells."""
    if isinstance(by, LinkPages):
        denied = f'; with `{by.more_parameter}="false"` there is none' if by.more_parameter else ""
        back = ', and of the page before, as `rel="prev"`' if by.before else ""
        yield "Link", f'The address of the next page, as `rel="next"`{denied}{back}.'
    if isinstance(by, CursorPages) and by.next_header:
        yield by.next_header, "What asks for the next page."
    if isinstance(by, CursorPages):
        for told in (by.along_headers or {}).values():
            yield told, "What asks for the next page, too."
    if isinstance(by, CountedPages) and by.next_header:
        yield by.next_header, "The number of the next page."
    if isinstance(by, CountedPages) and by.pages_header:
        yield by.pages_header, "How many pages there are."
    if isinstance(by, CountedPages | OffsetPages) and by.total_header:
        yield by.total_header, "How many items there are on all pages."
    flagged = CountedPages | OffsetPages | CursorPages | LastItemPages
    if isinstance(by, flagged) and by.more_header:
        yield by.more_header, "Whether another page follows."
    if not isinstance(by, NumberPaging | TokenPaging) and by.end_header:
        yield by.end_header, "Whether the page is the last one."


def _link(api: Api, operation: Operation, by: Paging) -> Schema | None:
    """The same call with the next cursor, where a link can say it: not inside of a body."""
    match by:
        case TokenPaging():
            name, source = by.token, _pointer(by.token)
        case CursorPages():
            header = f"$response.header.{by.next_header}"
            name, source = by.cursor, header if by.next_header else _pointer(by.next)
        case _:
            return None
    sources = {name: source}
    if isinstance(by, CursorPages):
        sources |= {along: _pointer(key) for along, key in (by.along or {}).items()}
        headers = by.along_headers or {}
        sources |= {along: f"$response.header.{told}" for along, told in headers.items()}
    asked = api.continuing(operation)
    shared = {each.name: each for each in operation.arguments}
    if any(each.location not in _SOURCES for each in (*operation.arguments, *asked.arguments)):
        return None
    parameters: Schema = {}
    for each in asked.arguments:
        key, given = f"{each.location}.{each.wire_name}", shared.get(each.name)
        if each.name in sources:
            parameters[key] = sources[each.name]
        elif given is not None and each.prefix is None:
            parameters[key] = f"$request.{_SOURCES[given.location]}.{given.wire_name}"
    return {
        "operationId": asked.id,
        "parameters": parameters,
        "description": "The next page.",
    }


def _pointer(path: str) -> str:
    steps = (step.replace("~", "~0").replace("/", "~1") for step in keys_of(path))
    return f"$response.body#/{'/'.join(steps)}"


def _header(description: str) -> Schema:
    return {"description": description, "schema": {"type": "string"}}
