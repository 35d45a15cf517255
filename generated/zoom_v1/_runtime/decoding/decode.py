"""Turns a response into a typed value, or into the error that it stands for. No I/O.

A response that differs from its documentation is still of use: what fits is typed, the rest is
kept as it came, and a warning names it.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Mapping
from functools import cache
from time import time
from types import NoneType
from typing import Any, TypeVar, cast

import msgspec
from msgspec import UNSET

from ..config import ApiConfig
from ..errors import APIError, RateLimited, ResponseError, ResponseMismatchWarning
from ..model import dec_hook, keep_source
from ..request import Request
from ..semantics.numbers import read_integer
from .response import Response
from .retry_after import fill_in_limit

T = TypeVar("T")

_TOO_MANY_REQUESTS = 429


def read(
    response: Response,
    returns: type[T],
    request: Request,
    config: ApiConfig,
    *,
    strict: bool = False,
) -> T:
    """The value that `response` holds.

    Raises:
        APIError: the response says that the request failed.
        ResponseError: it is nothing that the API documents, or with `strict`, of another shape.
    """
    body = response.body
    marker = _marker(config.envelope.present)
    # Backwards, because CPython then skips ahead: 50 µs in 250 KB, where `in` takes 200.
    marked = marker is not None and body.rfind(marker) >= 0
    if response.status >= 300 or response.flaw or marked:
        error = failure(response, request, config)
        if error is not None:
            raise error
    if returns is NoneType:
        return cast("T", None)
    value = _decoded(body, returns)
    if value is UNSET:
        value = _read_leniently(response, returns, request, strict)
    keep_source(value, body)
    return cast("T", value)


def refusal(response: Response, request: Request, config: ApiConfig) -> RateLimited | None:
    """The error if the server asks for fewer requests; None for all other responses."""
    marker = _marker(config.envelope.present)
    marked = marker is not None and response.body.rfind(marker) >= 0
    if response.status < 400 and not marked:
        return None
    error = failure(response, request, config)
    return error if isinstance(error, RateLimited) else None


def failure(
    response: Response, request: Request, config: ApiConfig
) -> APIError | ResponseError | None:
    """The error that `response` stands for, or None if it is none."""
    if response.flaw:
        return _response_error(f"the answer {response.flaw}", response, request)
    data = _decoded(response.body, object)
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
        request.hide(text),
        code=request.hide(known) if isinstance(known, str) else known,
        operation=request.operation.id,
        section=request.operation.section,
        status=response.status,
        body=response.body,
        headers=response.headers,
        arguments=request.described(),
    )
    if isinstance(error, RateLimited):
        fill_in_limit(error, request.operation, time())
    return error


def _known_code(code: object, documented: Mapping[int | str, object]) -> int | str | None:
    """`code` as it is documented: some servers send a number as text, or the reverse."""
    if isinstance(code, bool) or not isinstance(code, int | str):
        return None
    other = str(code) if isinstance(code, int) else read_integer(code)
    return other if code not in documented and other in documented else code


def _read_leniently(response: Response, returns: Any, request: Request, strict: bool) -> object:
    """The value as far as it fits, with a warning that says where it is not as documented."""
    from . import lenient

    data = _decoded(response.body, object)
    if data is UNSET:
        raise _response_error(f"the answer {_not_json(response.body)}", response, request)
    if not lenient.is_container(data, returns):
        raise _response_error("the response is of another kind than documented", response, request)
    value, mismatches = lenient.fit(data, returns)
    if mismatches.lines:
        warning = ResponseMismatchWarning(request.operation.id, mismatches.lines, mismatches.more)
        if strict:
            raise _response_error(warning.summary, response, request)
        warnings.warn(warning, stacklevel=_callers_level())
    return value


def _not_json(body: bytes) -> str:
    text = body.lstrip()
    if not text:
        return "is empty"
    # The text is there: raw access returns it.
    return "is XML or HTML, not JSON (see with_raw_response)" if text[:1] == b"<" else "is not JSON"


def _decoded(body: bytes, kind: Any) -> object:
    """`body` as a `kind`; UNSET if it is none."""
    try:
        return _decoder(kind).decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return UNSET


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[object]:
    # To msgspec, `object` is one more type that it does not know.
    return msgspec.json.Decoder(Any if kind is object else kind, dec_hook=dec_hook)


@cache
def _marker(present: str | None) -> bytes | None:
    """Bytes without which no body can hold the key `present`."""
    return None if present is None else msgspec.json.encode(present.rpartition(".")[2])


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
        arguments=request.described(),
    )


def _callers_level() -> int:
    """How far up the stack, seen from our caller, the code that uses this package is."""
    ours = __name__.partition(".")[0]
    level, frame = 1, sys._getframe(1)
    while frame.f_back is not None and frame.f_globals["__name__"].partition(".")[0] == ours:
        level, frame = level + 1, frame.f_back
    return level
