"""An operation with everything that its answers need."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from ..operation import Operation
from ..validation.validate import OperationChecks
from .api import StubApi
from .documented_pages import DocumentedPages
from .headed import documented
from .item_by_item import in_stream
from .responses import (
    Header,
    StubResponse,
    answer,
    in_content,
    not_ready,
    with_headers_added,
)


class StubRoute(Struct):
    operation: Operation
    answer: StubResponse
    checks: OperationChecks | None = None
    """Filled in by the first request: validators are not imported before."""
    pages: DocumentedPages | None = None
    """Of a list, or of what a list goes on with."""
    contents: dict[str, StubResponse] = {}
    """By media type, where there are several."""
    others: dict[int, StubResponse] = {}
    """By status, where there are several."""
    reads: StubRoute | None = None
    """What a conditional write looks at first: the read at its path."""


def json_of(operation: Operation) -> bytes:
    """What the JSON of its answers is called."""
    return operation.json_answered.encode()


def route_of(api: StubApi, operation: Operation) -> StubRoute:
    """An operation, with what is documented of its answers."""
    content = api.answers.get(operation.id, b"")
    head = documented(api.headers.get(operation.id, {}))
    status = 200 if content or operation.heads or operation.content is not None else 204
    for each, truth in operation.truths.items():
        status = each if truth else status
    others = {each: answer(b"", json_of(operation), each) for each in operation.truths}
    status = next(iter(operation.statuses), status)
    route = StubRoute(operation, _documented(operation, content, status, head), others=others)
    for each in operation.statuses:
        other = f"{operation.id}:{each}"
        said, beside = api.answers.get(other, b""), documented(api.headers.get(other, {}))
        if operation.content is not None:
            said, beside = said or content, beside or head
        route.others[each] = _documented(operation, said, each, beside)
        if each == status:
            route.others[each] = route.answer
    kinds = () if operation.content is None else operation.content.media_types
    for kind in kinds if len(kinds) > 1 else ():
        content = api.answers.get(f"{operation.id}:{kind}", api.answers.get(operation.id, b""))
        route.contents[kind] = _documented(operation, content, status, head, kind)
    if operation.pending is not None:
        route.others[operation.pending[0]] = not_ready(operation)
    return route


def _documented(
    operation: Operation, content: bytes, status: int, headers: list[Header], kind: str = ""
) -> StubResponse:
    if operation.stream is not None:
        return in_stream(operation.stream, msgspec.json.decode(content or b"[]"), headers)
    if operation.content is None:
        body = b"" if operation.method == "HEAD" else content
        return answer(body, json_of(operation), status, headers)
    said = msgspec.json.decode(content) if content else None
    held = in_content(operation.content, said, status, kind=kind)
    return with_headers_added(held, headers)
