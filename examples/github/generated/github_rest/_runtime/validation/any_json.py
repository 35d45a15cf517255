"""Values that may be any JSON: what no JSON is in them, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import islice

from msgspec import UNSET, Struct

from ..encoding.unread import Unread
from ..encoding.wire import as_mapping
from ..semantics.predicates import is_encodable, is_number, is_whole
from ..unions import UnknownMember
from . import messages
from .showing import show, sounds_secret
from .violations import Found


def anything(value: object, path: str, found: Found, *, secret: bool = False) -> None:
    """Any JSON value passes; and objects of the API, days and moments, which have one spelling."""
    if isinstance(value, Unread):
        text = show(str(value), secret)
        messages.add(found, path, "type", f"{text} is no JSON, in which a text is in quotes")
        return
    if value is UNSET:
        messages.wrong_type(value, path, found, "a value")
        return
    try:
        if not is_json(value):
            flaws = _flaws(value, path, secret)
            for flaw in islice(flaws, messages.MOST):
                found += flaw
            rest = list(flaws)
            if rest:
                messages.many_wrong(rest[0][0].argument, found, len(rest))
    except RecursionError:
        messages.add(found, path, "type", "is nested without end, or too deep")


def is_json(value: object) -> bool:
    """Whether JSON has all of a value as it is."""
    if isinstance(value, UnknownMember):
        value = value.value
    if isinstance(value, list | tuple):
        return all(map(is_json, value))
    fields = _fields(value)
    if fields is not None:
        return all(map(_is_key, fields)) and all(map(is_json, fields.values()))
    return _is_single(value)


def _is_single(value: object) -> bool:
    if isinstance(value, str):
        return value.isprintable() or is_encodable(value)
    if isinstance(value, float):
        return is_number(value)
    if isinstance(value, date):
        return not _is_naive(value)
    return value is None or isinstance(value, bool) or is_whole(value)


def _is_key(key: object) -> bool:
    """Whether it is text, or a whole number, which is one once it is written."""
    return is_whole(key) or (isinstance(key, str) and _is_single(key))


def _is_naive(value: object) -> bool:
    return isinstance(value, datetime) and value.utcoffset() is None


def _fields(value: object) -> Mapping[str, object] | None:
    return as_mapping(value) if isinstance(value, dict | Struct) else None


def _flaws(value: object, path: str, secret: bool) -> Iterator[Found]:
    if isinstance(value, UnknownMember):
        value = value.value
    fields = _fields(value)
    if fields is not None:
        yield from _flaws_of_fields(fields, path, secret)
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _flaws(item, f"{path}[{index}]", secret)
    elif not _is_single(value):
        flaw: Found = []
        _tell(value, path, flaw, secret)
        yield flaw


def _flaws_of_fields(fields: Mapping[str, object], path: str, secret: bool) -> Iterator[Found]:
    for key, each in fields.items():
        inner = f"{path}.{key}"
        if not _is_key(key):
            flaw: Found = []
            _tell(key, inner, flaw, secret, "text")
            yield messages.of_keys(flaw)
        yield from _flaws(each, inner, secret or sounds_secret(str(key)))


def _tell(
    value: object, path: str, found: Found, secret: bool, expected: str = "a JSON value"
) -> None:
    if isinstance(value, str):
        messages.unencodable(value, path, found)
    elif isinstance(value, int):
        messages.not_whole(value, path, found, expected, secret=secret)
    elif _is_naive(value):
        messages.bad_date(value, path, found, ("rfc3339",), secret=secret)
    else:
        messages.wrong_type(value, path, found, expected, secret=secret)
