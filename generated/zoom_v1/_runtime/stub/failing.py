"""Failures as the API words them: its envelope, filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from ..envelope import STATUS, TEXT, Envelope, KeyMark, is_marked
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
_OTHER = "error"
"""Stands where anything but a success would do."""


def of_fault(shape: ErrorShape, fault: Fault, message: str) -> Answered:
    """What answers a request that no operation has answered."""
    if fault == "internal":
        return Answered(code=_INTERNAL, status=_INTERNAL, message=message)
    said = shape.faults.get(fault)
    known = shape.known.get(said.code, Answered()) if said and said.code is not None else Answered()
    status = (said.status if said else None) or known.status
    if status is None:
        usual = shape.status if said or shape.status < 400 else _USUAL[fault]
        status = usual if said is None or said.code is not None else _USUAL[fault]
    best = said.message if said else None
    if best is None and fault in _SAYS_IT_BEST:
        best = known.message
    return Answered(
        code=said.code if said else None,
        status=status,
        message=best or message,
        headers=known.headers,
    )


def of_error(shape: ErrorShape, key: int | str, message: str) -> Answered:
    """What answers with one of the API's errors, by its code, or by its name if it has none."""
    known = shape.known.get(key)
    if known is None:
        return Answered(code=key, status=shape.status, message=message)
    return Answered(
        code=known.code,
        status=known.status or shape.status,
        message=message,
        headers=known.headers,
    )


def body(envelope: Envelope, answered: Answered) -> tuple[bytes, bytes]:
    """The body of a failure, and its media type."""
    message = answered.message or ""
    if envelope.messages[:1] == (TEXT,):
        return message.encode(), b"text/plain; charset=utf-8"
    content: dict[str, Any] = {}
    if answered.code is not None:
        for place in envelope.codes[:1]:
            if place != STATUS:
                _put(content, place, answered.code)
    for place in envelope.messages[:1]:
        _put(content, place, message)
    for mark in envelope.marks[:1]:
        if isinstance(mark, KeyMark) and not is_marked(content, mark):
            _put(content, mark.key, _failing(mark))
    return msgspec.json.encode(content), b"application/json"


def _failing(mark: KeyMark) -> object:
    if mark.test == "in":
        return mark.values[0]
    if mark.test == "not_in" and isinstance(mark.values[0], bool | int):
        return not mark.values[0] if isinstance(mark.values[0], bool) else int(not mark.values[0])
    return _OTHER if mark.test == "not_in" else True


def _put(content: dict[str, Any], path: str, value: object) -> None:
    """Put a value where a dotted path leads; a list on the way gets one item."""
    *above, last = path.split(".")
    for step in above:
        key = step.removesuffix("[]")
        inner = content.get(key)
        if step.endswith("[]"):
            if not isinstance(inner, list):
                inner = content[key] = [{}]
            inner = inner[0]
        elif not isinstance(inner, dict):
            inner = content[key] = {}
        content = inner
    if last.endswith("[]"):
        content[last.removesuffix("[]")] = [value]
    else:
        content[last] = value
