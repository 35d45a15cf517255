"""Answers as the messages that ASGI wants, made once and sent many times."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http import HTTPStatus
from typing import Any

import msgspec
from msgspec import Struct

from .api import ErrorShape, Fault
from .showing import shown

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

Header = tuple[bytes, bytes]

_INTERNAL = 500
_SAYS_IT_BEST: tuple[Fault, ...] = ("credentials_missing", "credentials_refused")
"""Faults where the API's own text is worth more than ours."""


class StubResponse(Struct, frozen=True):
    start: Message
    body: Message

    @property
    def content(self) -> bytes:
        content: bytes = self.body["body"]
        return content


class RequestRefused(Exception):
    """A request that is answered with the API's envelope.

    What has not reached the API has a `status` of HTTP, and not the one of the API's failures.
    """

    def __init__(
        self,
        fault: Fault,
        message: str,
        headers: Iterable[Header] = (),
        *,
        status: int | None = None,
    ) -> None:
        self.fault = fault
        self.message = shown(message, None)
        super().__init__(self.message)
        self.headers = tuple(headers)
        self.status = status


def answer(
    content: bytes,
    media_type: bytes = b"application/json",
    status: int = 200,
    headers: Iterable[Header] = (),
) -> StubResponse:
    described = [(b"content-type", media_type)] if content else []
    if status != 204:
        described.append((b"content-length", b"%d" % len(content)))
    return StubResponse(
        {"type": "http.response.start", "status": status, "headers": [*described, *headers]},
        {"type": "http.response.body", "body": content},
    )


def failure(shape: ErrorShape, failed: RequestRefused) -> StubResponse:
    """The answer to a request that failed, as the API words it."""
    code = shape.faults.get(failed.fault, _INTERNAL)
    internal = failed.fault == "internal"
    status = _INTERNAL if internal else shape.statuses.get(code, shape.status)
    if failed.status is not None:
        status = failed.status
    message = failed.message
    if failed.fault in _SAYS_IT_BEST:
        message = shape.messages.get(code, message)
    return answer(envelope(shape, code, message), status=status, headers=failed.headers)


def as_http(shape: ErrorShape, failed: RequestRefused) -> bytes:
    """The same, as bytes for a connection that ends with it."""
    refusal = failure(shape, failed)
    status = HTTPStatus(refusal.start["status"])
    headers = [*refusal.start["headers"], (b"connection", b"close")]
    head = [f"HTTP/1.1 {status.value} {status.phrase}".encode()]
    head += [name + b": " + value for name, value in headers]
    return b"\r\n".join([*head, b"", refusal.content])


def envelope(shape: ErrorShape, code: int | str, message: str) -> bytes:
    content: dict[str, Any] = {}
    if shape.present is not None:
        _place(content, shape.present, True)
    _place(content, shape.code, code)
    _place(content, shape.message, message)
    return msgspec.json.encode(content)


def _place(content: dict[str, Any], path: str, value: object) -> None:
    *above, last = path.split(".")
    for key in above:
        inner = content.get(key)
        if not isinstance(inner, dict):
            inner = content[key] = {}
        content = inner
    content[last] = value
