"""Answers as the messages that ASGI wants, made once and sent many times."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping, Sequence
from http import HTTPStatus
from itertools import chain
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import force_setattr

from ..content import Content
from ..operation import Operation
from ..semantics.media_types import preferred
from ..semantics.paths import put
from .api import Answered, ErrorShape, Fault
from .failing import RefusedArgument, body, of_error, of_fault, told
from .showing import shown

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

Header = tuple[bytes, bytes]
GUARDS: tuple[Header, ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
)
"""What keeps the stub's own pages and its control API out of pages of others: no script, no
picture, no frame."""
PROBLEM = b"x-stub-problem"
"""The header that says what was wrong with a request, whatever the API's failures can say."""
_MOST_OF_A_PROBLEM = 2000
"""Characters that it has: clients and proxies take no header of any length."""
_NOT_IN_HEADERS = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]").search
_WITHOUT_CONTENT = (204, 205, 304)
"""Statuses whose responses end with their head."""


class NotYet(Exception):
    """A request that is answered when something has been done, and asked again.

    Args:
        first: does that.
    """

    def __init__(self, first: Callable[[], Awaitable[None]]) -> None:
        super().__init__("something has to be done first")
        self.first = first


class StubResponse(Struct, frozen=True):
    start: Message
    body: Message
    pieces: tuple[bytes, ...] = ()
    """Of a body that is sent item by item."""
    head_lines: bytes = b""
    """Its headers as HTTP/1.1 has them: a documented example is sent with the same many times."""

    def __post_init__(self) -> None:
        headers = self.start["headers"]
        if _NOT_IN_HEADERS(b"".join(chain.from_iterable(headers))):
            raise RuntimeError("a header of an answer has characters that no header may have")
        force_setattr(self, "head_lines", b"".join([b"%b: %b\r\n" % each for each in headers]))

    @property
    def content(self) -> bytes:
        content: bytes = self.body["body"]
        return content

    async def send(self, send: Send) -> None:
        """Send it to whoever asked, in chunks if it comes item by item."""
        if not self.pieces:
            await send(self.start)
            await send(self.body)
            return
        headers = [each for each in self.start["headers"] if each[0] != b"content-length"]
        await send({**self.start, "headers": headers})
        for piece in self.pieces:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
            await asyncio.sleep(0)
        await send({"type": "http.response.body", "body": b""})


def with_headers_added(response: StubResponse, headers: list[Header]) -> StubResponse:
    """The same with headers that it does not have yet."""
    there = {name for name, _ in response.start["headers"]}
    added = [header for header in headers if header[0] not in there]
    start = {**response.start, "headers": [*response.start["headers"], *added]}
    return StubResponse(start, response.body, response.pieces)


def instead(response: StubResponse, content: object) -> StubResponse:
    """The same with another body, as JSON."""
    kind = dict(response.start["headers"]).get(b"content-type", b"application/json")
    other = answer(msgspec.json.encode(content), kind, response.start["status"])
    return with_headers_added(other, response.start["headers"])


def with_keys_put(response: StubResponse, keys: Mapping[str, object]) -> StubResponse:
    """The same with these dotted keys in its body, if that is an object of JSON."""
    if response.pieces:
        return response
    try:
        content = msgspec.json.decode(response.content)
    except msgspec.DecodeError:
        return response
    if not isinstance(content, dict):
        return response
    for path, value in keys.items():
        put(content, path, value)
    return instead(response, content)


class RequestRefused(Exception):
    """A request that is answered with the API's envelope.

    What has not reached the API has a `status` of HTTP, and not the one of the API's failures.
    `arguments` are those that are refused, and `error` is the API's own where the fault is not.
    `narrower` is the fault in the place of `fault` where the API tells that one apart.
    """

    def __init__(
        self,
        fault: Fault,
        message: str,
        headers: Iterable[Header] = (),
        *,
        status: int | None = None,
        arguments: Sequence[RefusedArgument] = (),
        error: int | str | None = None,
        narrower: Fault | None = None,
    ) -> None:
        self.fault = fault
        self.narrower = narrower
        self.error = error
        self.arguments = tuple(arguments)
        self.message = shown(message, None)
        super().__init__(self.message)
        self.headers = tuple(headers)
        self.status = status

    def fault_in(self, shape: ErrorShape) -> Fault:
        """What went wrong, as far as the API tells it apart."""
        return self.narrower if self.narrower in shape.faults and self.narrower else self.fault


def answer(
    content: bytes,
    media_type: bytes = b"application/json",
    status: int = 200,
    headers: Iterable[Header] = (),
) -> StubResponse:
    if status in _WITHOUT_CONTENT:
        content = b""
    described = [(b"content-type", media_type)] if content else []
    if status not in (204, 304):
        described.append((b"content-length", b"%d" % len(content)))
    told = [*headers]
    if told:
        described, told = _each_once(described, told, is_framed=bool(content))
    return StubResponse(
        {"type": "http.response.start", "status": status, "headers": [*described, *told]},
        {"type": "http.response.body", "body": content},
    )


def _each_once(
    described: list[Header], told: list[Header], *, is_framed: bool
) -> tuple[list[Header], list[Header]]:
    """What a response says of its body itself counts, but for the length of one that is here."""
    if is_framed:
        told = [each for each in told if each[0] != b"content-length"]
    names = {name for name, _ in told}
    return [each for each in described if each[0] not in names], told


def in_content(
    documented: Content,
    content: object,
    status: int | None = None,
    headers: Iterable[Header] = (),
    kind: str = "",
) -> StubResponse:
    """A response that is no JSON; a file of which there is no text is a short one."""
    kind = kind or preferred(documented.media_types)
    if documented.kind == "text":
        kind += "; charset=utf-8"
    body = content.encode() if isinstance(content, str) else b"\0"
    return answer(body, kind.encode(), status=status or 200, headers=headers)


def not_ready(operation: Operation) -> StubResponse:
    """What says that nothing is ready yet, and when to ask again."""
    assert operation.pending is not None
    status, seconds = operation.pending
    key, header, units = operation.pending_told or ("", "retry-after", 1)
    if not key:
        told = [(header.encode(), b"%d" % (seconds * units))]
        return answer(b"", status=status, headers=told)
    content: dict[str, object] = {}
    put(content, key, seconds * units)
    return answer(msgspec.json.encode(content), operation.json_answered.encode(), status)


def failure(shape: ErrorShape, failed: RequestRefused) -> StubResponse:
    """The answer to a request that failed, as the API words it."""
    if failed.error is None:
        answered = of_fault(shape, failed.fault_in(shape), failed.message, failed.arguments)
    else:
        known = shape.known.get(failed.error)
        text = (known.message if known else None) or failed.message
        answered = of_error(shape, failed.error, text, told(shape, failed.arguments))
    problem = shown(failed.message, _MOST_OF_A_PROBLEM).encode("ascii", "backslashreplace")
    return refusal(shape, answered, [*failed.headers, (PROBLEM, problem)], failed.status)


def refusal(
    shape: ErrorShape,
    answered: Answered,
    headers: Iterable[Header] = (),
    status: int | None = None,
) -> StubResponse:
    """A failure as a response; `status` is of HTTP, where the API has not been reached."""
    code = status or answered.status or shape.status
    content, media_type = body(shape, answered, code)
    own = [(name.encode(), _header(value)) for name, value in answered.headers.items()]
    return answer(content, media_type, code, [*own, *headers])


def _header(value: str) -> bytes:
    """A header's value; where any would do, one that reads as a number."""
    return b"1" if value == "any" else value.encode()


def as_http(shape: ErrorShape, failed: RequestRefused) -> bytes:
    """The same, as bytes for a connection that ends with it."""
    refused = failure(shape, failed)
    status = HTTPStatus(refused.start["status"])
    headers = [*refused.start["headers"], (b"connection", b"close")]
    head = [f"HTTP/1.1 {status.value} {status.phrase}".encode()]
    head += [name + b": " + value for name, value in headers]
    return b"\r\n".join([*head, b"", refused.content])
