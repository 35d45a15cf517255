"""Failures as the API words them: its envelope, filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from ..emulator.comparing import canonical
from ..envelope import STATUS, TEXT, Envelope, KeyMark, is_marked
from ..semantics.paths import put, reach
from .api import Answered, ErrorShape, Fault

_INTERNAL = 500
_USUAL: Mapping[str, int] = {
    "credentials_missing": 401,
    "credentials_refused": 401,
    "arguments_refused": 400,
    "malformed": 400,
    "too_large": 413,
    "unknown_path": 404,
    "method_not_allowed": 405,
}
"""The HTTP status of a fault of which the API says nothing."""
_SAYS_IT_BEST: tuple[Fault, ...] = ("credentials_missing", "credentials_refused")
"""Faults where the API's own text is worth more than ours."""
_REASON = "{reason}"
"""Stands in a fault's message for what was wrong with the request."""
_NOTHING: Mapping[str, object] = {}
_OTHER = "error"
"""Stands where anything but a success would do."""


def key_of_fault(shape: ErrorShape, fault: Fault) -> int | str | None:
    """Which of the API's errors answers a fault, if one does."""
    said = shape.faults.get(fault)
    return _INTERNAL if fault == "internal" else said.code if said else None


def of_fault(shape: ErrorShape, fault: Fault, message: str) -> Answered:
    """What answers a request that no operation has answered."""
    if fault == "internal":
        return Answered(code=_INTERNAL, status=_INTERNAL, message=message)
    said = shape.faults.get(fault)
    named = said.code if said else None
    known = Answered() if named is None else shape.known.get(named, Answered(code=named))
    status = (said.status if said else None) or known.status
    if status is None:
        # An API that tells failures in its bodies alone has one status for all of them.
        is_usual = said.code is None if said else shape.status >= 400
        status = _USUAL[fault] if is_usual else shape.status
    best = said.message if said else None
    if best is None and fault in _SAYS_IT_BEST:
        best = known.message
    return Answered(
        code=known.code,
        status=status,
        message=best.replace(_REASON, message) if best else message,
        headers=known.headers,
        keys=known.keys,
    )


def of_error(
    shape: ErrorShape, key: int | str, message: str, fields: Mapping[str, object] = _NOTHING
) -> Answered:
    """What answers with one of the API's errors, by its code, or by its name if it has none.

    `fields` is what else it says, by the names of the envelope's fields.
    """
    known = shape.known.get(key) or Answered(code=key)
    keys, headers = dict(known.keys), dict(known.headers)
    for field in shape.envelope.fields if fields else ():
        value = fields.get(field.name)
        if value is None:
            continue
        if field.header is not None:
            headers[field.header] = canonical(value)
        elif field.key is not None:
            keys[field.key] = value
    return Answered(
        code=known.code,
        status=known.status or shape.status,
        message=message,
        headers=headers,
        keys=keys,
    )


def body(envelope: Envelope, answered: Answered, status: int) -> tuple[bytes, bytes]:
    """The body of a failure that has an HTTP status, and its media type."""
    message = answered.message or ""
    codes = [place for place in envelope.codes if place != STATUS]
    messages = [place for place in envelope.messages if place != TEXT]
    has_code = answered.code is not None and bool(codes)
    if TEXT in envelope.messages and not has_code and not answered.keys:
        return message.encode(), b"text/plain; charset=utf-8"
    content: dict[str, Any] = {}
    if has_code:
        put(content, codes[0], answered.code)
    if messages:
        put(content, messages[0], message)
    if envelope.status_key is not None:
        put(content, envelope.status_key, status)
    for key, value in answered.keys.items():
        put(content, key, value)
    _mark(content, envelope, status)
    return msgspec.json.encode(content), b"application/json"


def _mark(content: dict[str, Any], envelope: Envelope, status: int) -> None:
    """Have a response tell that it is a failure by a key too, where one has a value of its own.

    What only says what a success has, or that something is there, is for where nothing else tells.
    """
    marks = [mark for mark in envelope.marks if isinstance(mark, KeyMark)]
    if any(is_marked(content, mark) for mark in marks):
        return
    if envelope.is_told_by(status):
        marks = [mark for mark in marks if mark.test == "in" and reach(content, mark.key) is None]
    for mark in marks[:1]:
        put(content, mark.key, _failing(mark))


def _failing(mark: KeyMark) -> object:
    """A value by which a mark tells a failure."""
    match mark.test:
        case "present":
            return True
        case "in":
            return mark.values[0]
        case "not_in":
            first = mark.values[0]
            if isinstance(first, bool):
                return not first
            if isinstance(first, int | float):
                return max(int(each) for each in mark.values if isinstance(each, int | float)) + 1
            return _OTHER if _OTHER not in mark.values else f"no {first}"
