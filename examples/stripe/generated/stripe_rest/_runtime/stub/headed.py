"""Headers of responses: those that are documented, and those that tell a part of an object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Raw

from ..head import Head
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
        if value is not None:
            text = bytes(value).decode() if isinstance(value, Raw) else as_text(value)
            text = in_ascii(text) if field.kind == "json" else text
            headers.append((field.header.encode("latin-1"), _value(text)))
    return rest[head.body] if head.body else rest, headers


def _value(text: str) -> bytes:
    """A header is one line. Beyond ASCII it is in UTF-8, as most services have it."""
    return text.replace("\r", " ").replace("\n", " ").encode()
