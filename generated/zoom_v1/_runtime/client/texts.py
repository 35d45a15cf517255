"""Arguments as names and texts, for a form or a query string."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from string import ascii_letters, digits
from urllib.parse import quote_plus

from ..encoding.scalars import BARE
from ..encoding.wire import TEXT, Json
from ..encoding.wrapped import wrapped_name
from ..operation import Operation

_SENT_AS_THEY_ARE = f"_.~-{digits}{ascii_letters}".encode()


def texts(operation: Operation, values: Mapping[str, object]) -> list[tuple[str, str]]:
    """Names and texts for a form or a query string. Null is left out where no JSON can say it."""
    if operation.bindings is not None:
        from .binding import styled_texts

        return styled_texts(operation, operation.bindings, values)
    wires = operation.arguments
    pairs = []
    for name, value in values.items():
        wire = wires.get(name, TEXT)
        is_null = value is None and wire.none is None
        if is_null and not isinstance(wire, Json):
            continue
        try:
            text = "null" if is_null else wire.encode(value)
            text.encode()
        except (TypeError, ValueError, OverflowError, RecursionError):
            from .refusing import unsendable

            raise unsendable(operation, name, "cannot be written as text") from None
        pairs.append((name, text))
    return pairs


def body_texts(operation: Operation, values: Mapping[str, object]) -> list[tuple[str, str]]:
    """The same for a form that is a body, whose names may stand under others."""
    if not operation.wrap:
        return texts(operation, values)
    return [
        (wrapped_name(operation.wrap_of(name), wired), text)
        for name, value in values.items()
        for wired, text in texts(operation, {name: value})
    ]


def urlencoded(pairs: Iterable[tuple[str, str]]) -> str:
    """What `urllib.parse.urlencode` returns. Most names and values are sent as they are."""
    return "&".join(
        [
            f"{_quoted_name(name)}={_quoted(text)}" if text is not BARE else _quoted_name(name)
            for name, text in pairs
        ]
    )


def _quoted(text: str) -> str:
    sent = text.encode()
    if not sent.translate(None, _SENT_AS_THEY_ARE):
        return text
    return "".join(map(_signs().__getitem__, sent))


_quoted_name = lru_cache(1024)(quote_plus)


@cache
def _signs() -> tuple[str, ...]:
    """How a form has each byte."""
    return tuple(quote_plus(bytes([byte])) for byte in range(256))
