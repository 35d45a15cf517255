"""From the bytes of an answer to a typed value, or to the error that they stand for.

Nothing here does I/O. An answer that differs from its documentation is still an response:
what fits is typed, what does not is kept as it came, and a warning names it.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from time import time
from types import NoneType
from typing import Any, TypeVar, cast

from msgspec import UNSET

from ..config import ApiConfig
from ..errors import APIError, RateLimited, ResponseError, ResponseMismatchWarning
from ..model import keep_source
from ..request import Request
from ..semantics.numbers import read_integer
from .json_text import decoded, in_declared_charset, in_utf8, may_hold
from .response import Response

T = TypeVar("T")

_TOO_MANY_REQUESTS = 429
_MOST_OF_A_NAME = 200
"""Characters that a message may have of a code, of a path, of the type of an response."""


def read(
    response: Response,
    returns: type[T],
    request: Request,
    config: ApiConfig,
    *,
    strict: bool = False,
    quiet: bool = False,
) -> T:
    """The value that `response` holds; with `quiet`, without a warning.

    Raises:
        APIError: the answer says that the request failed.
        ResponseError: it says nothing that the API documents; with `strict`, or says it otherwise.
    """
    truth = request.operation.truths.get(response.status)
    if truth is not None and not response.flaw:
        return cast("T", truth)
    error = failure(response, request, config) if _may_be_failure(response, config) else None
    if error is None and returns is NoneType:
        return cast("T", None)
    # What came is no variable of the function that raises: tracebacks may show those.
    value = error or _value(response, returns, request, strict, quiet)
    if isinstance(value, APIError | ResponseError):
        raise value
    return cast("T", value)


def refusal(response: Response, request: Request, config: ApiConfig) -> RateLimited | None:
    """The error of an answer that asks for fewer requests; None for all others."""
    if not _may_be_failure(response, config):
        return None
    error = failure(response, request, config)
    return error if isinstance(error, RateLimited) else None


def _may_be_failure(response: Response, config: ApiConfig) -> bool:
    if response.status >= 300 or response.flaw:
        return True
    return may_hold(in_utf8(response.body), _mark(config))


def failure(
    response: Response, request: Request, config: ApiConfig
) -> APIError | ResponseError | None:
    """The error that `response` stands for, or None if it is none."""
    if response.flaw:
        return _response_error(f"the answer {response.flaw}", response, request)
    data, _ = _json(response)
    envelope = config.envelope
    code, message = _reach(data, envelope.code), _reach(data, envelope.message)
    failed = response.status >= 400 and not (code is None and message is None)
    if envelope.present is not None and _reach(data, envelope.present) is not None:
        failed = True
    if failed:
        return _api_error(code, message, response, request, config)
    if response.status == _TOO_MANY_REQUESTS:
        return _api_error(None, None, response, request, config)
    if response.status >= 400:
        return _response_error("the server failed", response, request)
    if response.status >= 300:
        return _response_error("a redirect, which is not followed", response, request)
    return None


def _api_error(
    code: object, message: object, response: Response, request: Request, config: ApiConfig
) -> APIError:
    documented = config.errors()
    known = _known_code(code, documented)
    kind = documented.get(known) if known is not None else None
    if kind is None:
        kind = RateLimited if response.status == _TOO_MANY_REQUESTS else APIError
    text = message if isinstance(message, str) else "the request failed"
    error = kind(
        request.quoted(text),
        code=request.quoted(known, _MOST_OF_A_NAME) if isinstance(known, str) else known,
        operation=request.operation.id,
        section=request.operation.section,
        status=response.status,
        body=response.body,
        headers=response.headers,
        arguments=request.described(),
    )
    if isinstance(error, RateLimited):
        from .retry_after import fill_in_limit

        fill_in_limit(error, request.operation, time())
    return error


def _known_code(code: object, documented: Mapping[int | str, object]) -> int | str | None:
    """`code` as it is documented: some servers answer a number as text, or the reverse."""
    if isinstance(code, bool) or not isinstance(code, int | str):
        return None
    other = str(code) if isinstance(code, int) else read_integer(code)
    return other if code not in documented and other in documented else code


def _value(response: Response, returns: Any, request: Request, strict: bool, quiet: bool) -> object:
    """What the answer holds, or the error that it is."""
    if request.operation.truths:
        return _response_error("a status that is not documented", response, request)
    if request.operation.unwrap:
        from .wrapped import unwrapped

        inner = unwrapped(response, request.operation.unwrap)
        if isinstance(inner, str):
            return _response_error(inner, response, request)
        response = inner
    body = in_utf8(response.body)
    value = decoded(body, returns)
    if value is UNSET:
        return _lenient_value(response, returns, request, strict, quiet)
    keep_source(value, body)
    return value


def _lenient_value(
    response: Response, returns: Any, request: Request, strict: bool, quiet: bool
) -> object:
    """The same with a warning that says where it is not as documented."""
    from . import lenient

    data, body = _json(response)
    if data is UNSET:
        return _response_error(f"the answer {_not_json(response.body)}", response, request)
    if not lenient.is_container(data, returns):
        return _response_error("the answer is of another kind than documented", response, request)
    value, mismatches = lenient.fit(data, returns)
    if mismatches.lines:
        told = request.quoted_lines(mismatches.lines, _MOST_OF_A_NAME)
        warning = ResponseMismatchWarning(request.operation.id, told, mismatches.more)
        if strict:
            return _response_error(warning.summary, response, request)
        if not quiet:
            from .callers import callers_level

            warnings.warn(warning, stacklevel=callers_level())
    keep_source(value, body)
    return value


def _json(response: Response) -> tuple[object, bytes]:
    """What the answer holds, UNSET if that is no JSON, and the answer in UTF-8."""
    body = in_utf8(response.body)
    data = decoded(body, object)
    if data is UNSET:
        body = in_declared_charset(response.body, response.headers)
        data = decoded(body, object)
    return data, body


def _mark(config: ApiConfig) -> str | None:
    """The key without which no answer is a failure, if the API has one."""
    present = config.envelope.present
    return None if present is None else present.rpartition(".")[2]


def _not_json(body: bytes) -> str:
    text = body.lstrip()
    if not text:
        return "is empty"
    # With raw access it can be had all the same.
    return "is XML or HTML, not JSON (see with_raw_response)" if text[:1] == b"<" else "is not JSON"


def _reach(data: object, path: str) -> object:
    """What stands at a dotted path of keys; None if nothing does."""
    for key in path.split("."):
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _response_error(message: str, response: Response, request: Request) -> ResponseError:
    return ResponseError(
        message,
        operation=request.operation.id,
        section=request.operation.section,
        status=response.status,
        body=response.body,
        headers=response.headers,
        content_type=request.quoted(response.headers.get("content-type", ""), _MOST_OF_A_NAME),
        arguments=request.described(),
    )
