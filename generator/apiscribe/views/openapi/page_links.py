"""What the documented response says of the next page: headers, and OpenAPI's `links`."""

from __future__ import annotations

from apiscribe.model import Operation
from apiscribe.model.paging import CursorPages, LinkPages, Paging, TokenPaging
from apiscribe.runtime.semantics.paths import keys_of
from apiscribe.views.openapi.schema import Schema

_SOURCES = {"path": "path", "query": "query", "header": "header"}
"""Places of arguments that a link's expression can name."""


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
    answer: Schema = responses[status]
    if "headers" in beside:  # beside those that the answer itself is made of
        beside["headers"] = {**beside["headers"], **answer.get("headers", {})}
    return {**responses, status: {**answer, **beside}}


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
        if each.prefix is None
    }
    return {
        "operationId": operation.id,
        "parameters": parameters,
        "description": "The next page.",
    }


def _pointer(path: str) -> str:
    steps = (step.replace("~", "~0").replace("/", "~1") for step in keys_of(path))
    return f"$response.body#/{'/'.join(steps)}"


def _header(description: str) -> Schema:
    return {"description": description, "schema": {"type": "string"}}
