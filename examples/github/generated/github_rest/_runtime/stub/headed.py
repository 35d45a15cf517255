"""Headers of responses: those that are documented, and those that tell a part of an object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Raw

from ..head import Head
from ..semantics.head_fields import HeadField
from ..semantics.header_texts import as_text, in_ascii
from .responses import Header


def documented(headers: Mapping[str, str]) -> list[Header]:
    return [(name.lower().encode("latin-1"), _value(text)) for name, text in headers.items()]


def spread(head: Head, shown: dict[str, Any]) -> tuple[object, list[Header]]:
    """An object as the body of a response, and the headers beside it."""
    rest = dict(shown)
    headers = []
    for field in head.fields:
        value = rest.pop(field.key, None)
        if field.is_prefix:
            parts = {f"{field.header}{key}": each for key, each in (value or {}).items()}
        else:
            parts = {} if value is None else {field.header: value}
        for name, each in parts.items():
            headers.append((name.lower().encode("latin-1"), _value(_text(field, each))))
    return rest[head.body] if head.body else rest, headers


def _text(field: HeadField, value: object) -> str:
    text = bytes(value).decode() if isinstance(value, Raw) else as_text(value, field.kind)
    return in_ascii(text) if field.kind == "json" else text


def _value(text: str) -> bytes:
    """A header is one line. Beyond ASCII it is in UTF-8, as most services have it."""
    return text.replace("\r", " ").replace("\n", " ").encode()
