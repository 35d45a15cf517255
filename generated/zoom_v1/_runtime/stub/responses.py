"""Answers as the messages that ASGI wants, made once and sent many times."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

import msgspec
from msgspec import Struct

from .api import ErrorShape, Fault

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
    """A request that is answered with the API's envelope."""

    def __init__(self, fault: Fault, message: str, headers: Iterable[Header] = ()) -> None:
        super().__init__(message)
        self.fault = fault
        self.message = message
        self.headers = tuple(headers)


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
    message = failed.message
    if failed.fault in _SAYS_IT_BEST:
        message = shape.messages.get(code, message)
    return answer(envelope(shape, code, message), status=status, headers=failed.headers)


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
