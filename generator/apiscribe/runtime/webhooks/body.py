"""What a request's body says: the fields of a flat form, where brackets mean nothing, or JSON."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import Protocol
from urllib.parse import parse_qsl

import msgspec

from .errors import EventTooLarge, MalformedEvent

MAX_BODY = 1024 * 1024
"""Bytes; room for a list of a thousand files, each entry percent-encoded."""
MAX_FIELDS = 1000

_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
_NAME = re.compile(r"[\w.\[\]-]+").fullmatch


class Headers(Protocol):
    """The headers of a request: a mapping, or what a web framework has instead of one.

    Some of these hold a name twice, and are no `Mapping` to a type checker.
    """

    def items(self) -> Iterable[tuple[str, str]]: ...


def read_form(body: bytes, headers: Headers, max_body: int) -> dict[str, str]:
    """Names and texts, the last of each name.

    Raises:
        EventTooLarge: more than `max_body` bytes, or too many fields.
        MalformedEvent: it is no form.
    """
    _require_some(body, max_body)
    _require_form(header(headers, "content-type"))
    if body.count(b"&") >= MAX_FIELDS:
        raise EventTooLarge(f"the body has more than {MAX_FIELDS} fields")
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise MalformedEvent("the body is not UTF-8") from None
    # Anything at all can be split at its ampersands: names tell a form from other texts.
    if not pairs or not all(_NAME(name) for name, _ in pairs):
        raise MalformedEvent("the body is not a form")
    return dict(pairs)


def read_json(body: bytes, headers: Headers, max_body: int) -> object:
    """The JSON of a body.

    Raises:
        EventTooLarge: more than `max_body` bytes.
        MalformedEvent: it is no JSON.
    """
    _require_some(body, max_body)
    media_type = header(headers, "content-type").lower().partition(";")[0].strip()
    if media_type not in ("", _JSON) and not media_type.endswith("+json"):
        raise MalformedEvent(f"the body is {media_type[:80]!r}, not {_JSON}")
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise MalformedEvent("the body is not JSON") from None


def _require_some(body: bytes, max_body: int) -> None:
    if len(body) > max_body:
        raise EventTooLarge(f"the body has more than {max_body} bytes")
    if not body:
        raise MalformedEvent("the body is empty")


def header(headers: Headers, name: str) -> str:
    """The value of a header in whatever letter case; nothing if there is none.

    One that comes twice is a list, as in HTTP, so that nobody can choose which of two counts.
    """
    return ", ".join(value for key, value in headers.items() if key.lower() == name)


def by_name(headers: Headers, without: Container[str]) -> dict[str, str]:
    """All headers but some, with names in lower case."""
    names = dict.fromkeys(key.lower() for key, _ in headers.items())
    return {name: header(headers, name) for name in names if name not in without}


def is_form(headers: Headers) -> bool | None:
    """Whether a body is said to be a form; None if nothing is said of it."""
    media_type = header(headers, "content-type").partition(";")[0].strip().lower()
    return media_type == _FORM if media_type else None


def _require_form(content_type: str) -> None:
    """A body that nothing is said of may be a form."""
    media_type, _, parameters = content_type.lower().partition(";")
    if media_type.strip() not in ("", _FORM):
        raise MalformedEvent(f"the body is {media_type.strip()[:80]!r}, not {_FORM}")
    charset = parameters.partition("charset=")[2].partition(";")[0].strip(' "')
    if charset not in ("", "utf-8", "utf8"):
        raise MalformedEvent(f"the body is in {charset[:40]!r}, not UTF-8")
