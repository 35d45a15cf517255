"""Whether a response may be a failure, which most are not; `failures` says which one it is."""

from __future__ import annotations

from collections.abc import Iterable

from ..config import ApiConfig
from ..envelope import KeyMark, StatusMark, TextMark
from ..errors import ResponseError
from ..request import MOST_OF_A_NAME, Request
from ..semantics.paths import keys_of
from .json_text import in_utf8, may_hold
from .response import Response


def may_be_failure(response: Response, request: Request, config: ApiConfig) -> bool:
    """False if a response is surely no failure."""
    if response.status >= 300 or response.flaw:
        return True
    body = None
    for mark in config.envelope_of(request.operation).marks:
        match mark:
            case StatusMark():
                found = mark.first <= response.status <= mark.last
            case TextMark():
                found = is_failing_text(response.body, (mark.text,))
            case KeyMark():
                body = in_utf8(response.body) if body is None else body
                found = may_hold(body, keys_of(mark.key)[-1].removesuffix("[]"))
        if found:
            return True
    return False


def is_failing_text(body: bytes, texts: Iterable[str]) -> bool:
    """Whether a body is one of some plain texts, but for blanks around it."""
    return any(body.strip() == text.encode() for text in texts)


def response_error(message: str, response: Response, request: Request) -> ResponseError:
    return ResponseError(
        message,
        operation=request.operation.id,
        section=request.operation.section,
        status=response.status,
        body=response.body,
        headers=response.headers,
        content_type=request.quoted(response.headers.get("content-type", ""), MOST_OF_A_NAME),
        arguments=request.described(),
    )
