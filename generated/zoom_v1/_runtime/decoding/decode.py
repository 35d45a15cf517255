"""From the bytes of an answer to a typed value, or to the error that they stand for.

Nothing here does I/O. An answer that differs from its documentation is still an answer:
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
from .callers import callers_level
from .json_text import decoded, in_declared_charset, in_utf8, may_hold
from .response import Response
from .retry_after import explain

T = TypeVar("T")

_TOO_MANY_REQUESTS = 429
_MOST_OF_A_NAME = 200
"""Characters that a message may have of a code, of a path, of the type of an answer."""


def read(
    answer: Response,
    returns: type[T],
    request: Request,
    config: ApiConfig,
    *,
    strict: bool = False,
    quiet: bool = False,
) -> T:
    """The value that `answer` holds; with `quiet`, without a warning.

    Raises:
        APIError: the answer says that the request failed.
        ResponseError: it says nothing that the API documents; with `strict`, or says it otherwise.
    """
    error = failure(answer, request, config) if _may_be_failure(answer, config) else None
    if error is None and returns is NoneType:
        return cast("T", None)
    # What came is no variable of the function that raises: tracebacks may show those.
    value = error or _value(answer, returns, request, strict, quiet)
    if isinstance(value, APIError | ResponseError):
        raise value
    return cast("T", value)


def refusal(answer: Response, request: Request, config: ApiConfig) -> RateLimited | None:
    """The error of an answer that asks for fewer requests; None for all others."""
    if not _may_be_failure(answer, config):
        return None
    error = failure(answer, request, config)
    return error if isinstance(error, RateLimited) else None


def _may_be_failure(answer: Response, config: ApiConfig) -> bool:
    if answer.status >= 300 or answer.flaw:
        return True
    return may_hold(in_utf8(answer.body), _mark(config))


def failure(
    answer: Response, request: Request, config: ApiConfig
) -> APIError | ResponseError | None:
    """The error that `answer` stands for, or None if it is none."""
    if answer.flaw:
        return _response_error(f"the answer {answer.flaw}", answer, request)
    data, _ = _json(answer)
    envelope = config.envelope
    code, message = _reach(data, envelope.code), _reach(data, envelope.message)
    failed = answer.status >= 400 and not (code is None and message is None)
    if envelope.present is not None and _reach(data, envelope.present) is not None:
        failed = True
    if failed:
        return _api_error(code, message, answer, request, config)
    if answer.status == _TOO_MANY_REQUESTS:
        return _api_error(None, None, answer, request, config)
    if answer.status >= 400:
        return _response_error("the server failed", answer, request)
    if answer.status >= 300:
        return _response_error("a redirect, which is not followed", answer, request)
    return None


def _api_error(
    code: object, message: object, answer: Response, request: Request, config: ApiConfig
) -> APIError:
    documented = config.errors()
    known = _known_code(code, documented)
    kind = documented.get(known) if known is not None else None
    if kind is None:
        kind = RateLimited if answer.status == _TOO_MANY_REQUESTS else APIError
    text = message if isinstance(message, str) else "the request failed"
    error = kind(
        request.quoted(text),
        code=request.quoted(known, _MOST_OF_A_NAME) if isinstance(known, str) else known,
        operation=request.operation.id,
        section=request.operation.section,
        status=answer.status,
        body=answer.body,
        headers=answer.headers,
        arguments=request.described(),
    )
    if isinstance(error, RateLimited):
        explain(error, request.operation, time())
    return error


def _known_code(code: object, documented: Mapping[int | str, object]) -> int | str | None:
    """`code` as it is documented: some servers answer a number as text, or the reverse."""
    if isinstance(code, bool) or not isinstance(code, int | str):
        return None
    other = str(code) if isinstance(code, int) else _number(code)
    return other if code not in documented and other in documented else code


def _number(text: object) -> int | None:
    return int(text) if isinstance(text, str) and text.isdecimal() and len(text) < 20 else None


def _value(answer: Response, returns: Any, request: Request, strict: bool, quiet: bool) -> object:
    """What the answer holds, or the error that it is."""
    body = in_utf8(answer.body)
    value = decoded(body, returns)
    if value is UNSET:
        return _lenient_value(answer, returns, request, strict, quiet)
    keep_source(value, body)
    return value


def _lenient_value(
    answer: Response, returns: Any, request: Request, strict: bool, quiet: bool
) -> object:
    """The same with a warning that says where it is not as documented."""
    from . import lenient

    data, body = _json(answer)
    if data is UNSET:
        return _response_error(f"the answer {_not_json(answer.body)}", answer, request)
    if not lenient.is_container(data, returns):
        return _response_error("the answer is of another kind than documented", answer, request)
    mismatches: list[str] = []
    value = lenient.fit(data, returns, "$", mismatches)
    if mismatches:
        told = request.quoted_lines(mismatches, _MOST_OF_A_NAME)
        warning = ResponseMismatchWarning(request.operation.id, told)
        if strict:
            return _response_error(warning.told, answer, request)
        if not quiet:
            warnings.warn(warning, stacklevel=callers_level())
    keep_source(value, body)
    return value


def _json(answer: Response) -> tuple[object, bytes]:
    """What the answer holds, UNSET if that is no JSON, and the answer in UTF-8."""
    body = in_utf8(answer.body)
    data = decoded(body, object)
    if data is UNSET:
        body = in_declared_charset(answer.body, answer.headers)
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


def _response_error(message: str, answer: Response, request: Request) -> ResponseError:
    return ResponseError(
        message,
        operation=request.operation.id,
        section=request.operation.section,
        status=answer.status,
        body=answer.body,
        headers=answer.headers,
        content_type=request.quoted(answer.headers.get("content-type", ""), _MOST_OF_A_NAME),
        arguments=request.described(),
    )
