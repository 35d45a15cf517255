"""From the bytes of an answer to a typed value, or to the error that they stand for.

Nothing here does I/O. An answer that differs from its documentation is still an response:
what fits is typed, what does not is kept as it came, and a warning names it.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from types import NoneType
from typing import Any, TypeVar, cast, get_args

from msgspec import UNSET, Struct

from ..config import ApiConfig
from ..errors import APIError, ResponseError
from ..model import keep_source
from ..request import Request
from .json_text import decoded, in_utf8, read_json
from .response import Response
from .verdicts import may_be_failure, response_error

T = TypeVar("T")

_UNDOCUMENTED: Any = object()
"""In the place of a type, where a status has none."""
_NOT_MODIFIED = 304


class How(Struct, frozen=True):
    """How an answer is read that is not as documented."""

    strict: bool = False
    """Whether it is an error."""
    quiet: bool = False
    """Whether nobody is warned."""
    keep_extra: bool = False
    """Whether objects inside of it know their keys that are not documented."""


class ByStatus:
    """In the place of a type: one for each status."""

    __slots__ = ("types",)

    def __init__(self, types: Mapping[int, Any]) -> None:
        self.types = types


def read(
    response: Response,
    returns: type[T],
    request: Request,
    config: ApiConfig,
    *,
    strict: bool = False,
    quiet: bool = False,
    keep_extra: bool = False,
    beside: type[object] | None = None,
) -> T:
    """The value that `response` holds; with `quiet`, without a warning.

    With `keep_extra`, objects inside of it know their keys that are not documented, too. With
    `beside`, what stands around that value, as such an object.

    Raises:
        APIError: the answer says that the request failed.
        ResponseError: it says nothing that the API documents; with `strict`, or says it otherwise.
        NotReady: it says that there is nothing yet.
    """
    if request.operation.pending is not None and not response.flaw:
        from .readiness import not_ready

        waiting = not_ready(response, request)
        if waiting is not None:
            raise waiting
    if response.status == _NOT_MODIFIED and _may_be_unchanged(request) and not response.flaw:
        from .versions import not_modified

        return cast("T", not_modified(response.headers))
    truth = request.operation.truths.get(response.status)
    if truth is not None and not response.flaw:
        return cast("T", truth)
    documented: Any = returns if beside is None else beside
    if isinstance(documented, ByStatus):
        documented = documented.types.get(response.status, _UNDOCUMENTED)
    error = None
    if may_be_failure(response, request, config):
        from .failures import failure

        error = failure(response, request, config)
    if error is None and documented is NoneType:
        return cast("T", None)
    # What came is no variable of the function that raises: tracebacks may show those.
    how = How(strict, quiet, keep_extra)
    reader = _value if beside is None else _around
    value = error or reader(response, documented, request, how)
    if isinstance(value, APIError | ResponseError):
        raise value
    return cast("T", value)


def _may_be_unchanged(request: Request) -> bool:
    return request.operation.conditional and request.operation.effect == "read"


def _value(response: Response, returns: Any, request: Request, how: How) -> object:
    """What the answer holds, or the error that it is."""
    if request.operation.truths or returns is _UNDOCUMENTED:
        return response_error("a status that is not documented", response, request)
    if request.operation.content is not None:
        from .contents import read_content, with_head

        documented = request.operation.content
        strict, quiet = how.strict, how.quiet
        content = read_content(response, documented, request, strict=strict, quiet=quiet)
        if not request.operation.heads or isinstance(content, ResponseError):
            return content
        (kind,) = get_args(returns)
        head = read_head(response, kind, request, how)
        return head if isinstance(head, ResponseError) else with_head(content, head)
    inner = response
    if request.operation.unwrap or request.operation.heads:
        found = _inner(response, request)
        if isinstance(found, str):
            return response_error(found, response, request)
        inner = found
    return typed(inner, response, returns, request, how)


def _around(response: Response, kind: Any, request: Request, how: How) -> object:
    """What stands beside what is unwrapped, or the error that the answer is."""
    from .wrapped import around

    return typed(around(response, request.operation.unwrap), response, kind, request, how)


def typed(inner: Response, came: Response, kind: Any, request: Request, how: How) -> object:
    """What the body of a response holds, as `kind`; errors have what came."""
    body = in_utf8(inner.body)
    value = decoded(body, kind)
    if value is UNSET:
        return _lenient_value(inner, came, kind, request, how)
    keep_source(value, body, inside=how.keep_extra)
    return value


def read_head(response: Response, kind: type[object], request: Request, how: How) -> object:
    """What headers say beside a file or a text, or the error that it is."""
    from ..head import head_of
    from .headed import gathered

    head = head_of(request.operation.heads, response.status)
    assert head is not None, "who asks for it knows that there is one"
    return typed(gathered(response, head), response, kind, request, how)


def _inner(response: Response, request: Request) -> Response | str:
    """The response as if its body was what is returned, or what is wrong with it."""
    operation = request.operation
    head = None
    if operation.heads:
        from ..head import head_of

        head = head_of(operation.heads, response.status)
    if operation.unwrap and (head is None or head.body is not None):
        from .wrapped import unwrapped

        inner = unwrapped(response, operation.unwrap)
        if isinstance(inner, str):
            return inner
        response = inner
    if head is not None:
        from .headed import gathered

        response = gathered(response, head)
    return response


def _lenient_value(
    response: Response,
    came: Response,
    returns: Any,
    request: Request,
    how: How,
) -> object:
    """The same with a warning that says where it is not as documented; errors have what came."""
    from . import lenient

    data, body = read_json(response, lenient.any_json(returns))
    if data is UNSET:
        return response_error(f"the answer {_not_json(response.body)}", came, request)
    if misfit := lenient.misfit(data, returns):
        return response_error(f"the answer is {misfit} as documented", came, request)
    value, mismatches = lenient.fit(data, returns)
    if mismatches.lines:
        from ..call_warnings import ResponseMismatchWarning

        told = request.quoted_lines(mismatches.lines)
        warning = ResponseMismatchWarning(request.operation.id, told, mismatches.more)
        if how.strict:
            return response_error(warning.summary, came, request)
        if not how.quiet:
            from .callers import callers_level

            warnings.warn(warning, stacklevel=callers_level())
    keep_source(value, body, inside=how.keep_extra)
    return value


def _not_json(body: bytes) -> str:
    text = body.lstrip()
    if not text:
        return "is empty"
    # With raw access it can be had all the same.
    return "is XML or HTML, not JSON (see with_raw_response)" if text[:1] == b"<" else "is not JSON"
