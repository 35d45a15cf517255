"""Whether a response is a failure, and which error it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from time import time

from msgspec import UNSET

from ..config import ApiConfig
from ..envelope import EXACTLY, STATUS, TEXT, Envelope, FailureField, Joined, KeyMark, is_marked
from ..errors import APIError, RateLimited, ResponseError
from ..request import MOST_OF_A_NAME, Request
from ..semantics.numbers import read_boolean, read_integer, read_number
from ..semantics.paths import WHOLE, reach, reach_all, texts_at
from .json_text import in_utf8, read_json
from .response import Response
from .verdicts import is_failing_text, may_be_failure, response_error

_TOO_MANY_REQUESTS = 429


def refusal(response: Response, request: Request, config: ApiConfig) -> RateLimited | None:
    """The error of a response that asks for fewer requests; None for all others."""
    if not may_be_failure(response, request, config):
        return None
    error = failure(response, request, config)
    return error if isinstance(error, RateLimited) else None


def failure(
    response: Response, request: Request, config: ApiConfig, *, is_one: bool = False
) -> APIError | ResponseError | None:
    """The error that `response` stands for, or None if it is none and not known to be one."""
    if response.flaw:
        return response_error(f"the answer {response.flaw}", response, request)
    data, _ = read_json(response)
    envelope = config.envelope_of(request.operation)
    code = _code(envelope, config, data, response)
    message = _message(envelope, data, response)
    if is_one and STATUS in envelope.codes and code == response.status:
        code = None  # of what had begun well
    marked = is_one or any(
        isinstance(mark, KeyMark) and is_marked(data, mark) for mark in envelope.marks
    )
    marked = marked or is_failing_text(response.body, envelope.texts)
    if not marked and _is_documented(response, data, request, envelope):
        return None
    failed = response.status >= 400 and not (code is None and message is None)
    failed = failed or envelope.is_told_by(response.status)
    failed = failed or (response.status >= 400 and request.operation.method == "HEAD")
    if failed or marked or response.status == _TOO_MANY_REQUESTS:
        return _api_error(code, message, data, response, request, config)
    if response.status >= 400:
        return response_error("the server failed", response, request)
    if response.status >= 300:
        return response_error("a redirect, which is not followed", response, request)
    return None


def _code(envelope: Envelope, config: ApiConfig, data: object, response: Response) -> object:
    headers = (response.headers[n] for n in envelope.code_headers if n in response.headers)
    for place in envelope.codes:
        if place == STATUS:
            return next(headers, response.status)
        found = [each for each in reach_all(data, place) if not isinstance(each, dict | list)]
        if len(found) > 1:
            documented = config.errors()
            known = (each for each in found if _known_code(each, documented) in documented)
            return next(known, found[0])
        if found:
            return found[0]
    return next(headers, None)


def _message(envelope: Envelope, data: object, response: Response) -> object:
    for place in envelope.messages:
        if isinstance(place, Joined):
            if joined := place.text(data):
                return joined
        elif place == TEXT:
            if not isinstance(data, dict | list):
                text = in_utf8(response.body).decode("utf-8", "replace").strip()
                if text and not text.startswith("<"):
                    return text
        elif "[]" in place or "{}" in place:
            if found := texts_at(data, place):
                return "; ".join(found)
        else:
            single = reach(data, place)
            if single is not None and not isinstance(single, dict | list):
                return single
    return None


def _is_documented(response: Response, data: object, request: Request, envelope: Envelope) -> bool:
    """Whether a response has the status of a failure, and is what is returned all the same."""
    statuses = request.operation.statuses
    if response.status < 400 or response.status not in statuses:
        return False
    if any(name in response.headers for name in envelope.code_headers):
        return False
    if data is UNSET:
        return not response.body and not statuses[response.status]
    return not _is_worded(envelope, data)


def _is_worded(envelope: Envelope, data: object) -> bool:
    """Whether a body has a code or a message at a place of its own."""
    places = {*envelope.codes, *envelope.places} - {STATUS, TEXT}
    return any("{}" not in place and reach_all(data, place) for place in places)


def _api_error(
    code: object,
    message: object,
    data: object,
    response: Response,
    request: Request,
    config: ApiConfig,
) -> APIError:
    documented = config.errors()
    known = _known_code(code, documented)
    text = message.strip() if isinstance(message, str) else ""
    kind = _kind(known, text, data, response, documented, config)
    envelope = config.envelope_of(request.operation)
    if known is None and envelope.is_told_by(response.status):
        known = response.status
    error = kind(
        request.quoted(text or kind.meaning or "the request failed"),
        code=request.quoted(known, MOST_OF_A_NAME) if isinstance(known, str) else known,
        operation=request.operation.id,
        section=request.operation.section,
        status=response.status,
        body=response.body,
        headers=response.headers,
        arguments=request.described(),
    )
    for field in envelope.fields:
        is_whole = field.key == WHOLE
        told = None if is_whole and _is_worded(envelope, data) else data
        setattr(error, field.name, _field(field, told, response.headers))
    if isinstance(error, RateLimited):
        from .retry_after import fill_in_limit

        fill_in_limit(error, request.operation, time(), envelope.waits, data)
    return error


def _kind(
    code: int | str | None,
    message: str,
    data: object,
    response: Response,
    documented: Mapping[int | str, type[APIError]],
    config: ApiConfig,
) -> type[APIError]:
    """The class whose description fits best; 429 is `RateLimited` or more.

    Of several it is one that extends others of them, else the first.
    """
    kind = documented.get(code) if code is not None else None
    best = 0 if kind is None else EXACTLY
    for match, candidate in config.matches() if config.matches is not None else ():
        if match.bare and response.body:
            continue
        is_better = match.specificity > best or (
            match.specificity == best and kind is not None and issubclass(candidate, kind)
        )
        if is_better and match.fits(response.status, code, message, response.headers, data):
            kind, best = candidate, match.specificity
    if response.status == _TOO_MANY_REQUESTS and not issubclass(kind or APIError, RateLimited):
        return RateLimited
    return kind or APIError


def _known_code(code: object, documented: Mapping[int | str, object]) -> int | str | None:
    """`code` as it is documented: some servers answer a number as text, or the reverse."""
    if isinstance(code, bool) or not isinstance(code, int | str):
        return None
    other = str(code) if isinstance(code, int) else read_integer(code)
    return other if code not in documented and other in documented else code


def _read_header(text: str, field: FailureField) -> object:
    """A header's text, as what a field is."""
    match field.type:
        case "integer":
            return read_integer(text)
        case "number":
            return read_number(text)
        case "boolean":
            return read_boolean(text)
        case "text" | "texts" | "any":
            return text


def _told(field: FailureField, data: object, headers: Mapping[str, str]) -> object:
    """What stands where a response says a field."""
    if field.header is not None:
        text = headers.get(field.header)
        return None if text is None else _read_header(text, field)
    key = field.key or ""
    if key == WHOLE and field.type == "any":
        return data
    if "{}" in key:
        return texts_at(data, key)
    return reach_all(data, key) if "[]" in key else reach(data, key)


def _field(field: FailureField, data: object, headers: Mapping[str, str]) -> object:
    value = _told(field, data, headers)
    match field.type:
        case "text":
            return value if isinstance(value, str) else None
        case "integer":
            return value if isinstance(value, int) and not isinstance(value, bool) else None
        case "number":
            return value if isinstance(value, int | float) and not isinstance(value, bool) else None
        case "boolean":
            return value if isinstance(value, bool) else None
        case "texts":
            several = value if isinstance(value, list) else []
            return tuple(each for each in several if isinstance(each, str))
        case "any":
            return value
