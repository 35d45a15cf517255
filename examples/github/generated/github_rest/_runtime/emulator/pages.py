"""Pages of a list: which part is asked for, and what is said of it."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode

from msgspec import Struct

from ..program import Pages
from .values import Scope, canonical

_ALL = 1_000_000_000


class Part(Struct):
    """A part of a list."""

    offset: int
    limit: int


class StalePage(Exception):
    """A token that was not handed out, or is too old."""


def part(pages: Pages | None, scope: Scope, now: float, operation: str) -> Part:
    """Which part is asked for.

    Raises:
        StalePage: by a token that is none, or is too old.
    """
    if pages is None:
        return Part(0, _ALL)
    size = _whole(scope.get(pages.size), pages.most or _ALL)
    if pages.by == "number":
        return Part((_whole(scope.get(pages.page), 1) - 1) * size, size)
    token = canonical(scope.get(pages.token))
    return Part(_read(token, pages, now, operation) if token else 0, size)


def described(
    pages: Pages | None, asked: Part, total: int, now: float, operation: str
) -> dict[str, object]:
    """What a response says of its page."""
    if pages is None:
        return {}
    count = -(-total // asked.limit)
    told = {pages.size: asked.limit, pages.count: count, pages.total: total}
    said: dict[str, object] = {key: value for key, value in told.items() if key}
    if pages.by == "number":
        said[pages.page] = asked.offset // asked.limit + 1
    else:
        end = asked.offset + asked.limit
        said[pages.token] = _written(end, now, operation) if end < total else ""
    return said


def _written(offset: int, now: float, operation: str) -> str:
    text = f"{offset}.{int(now)}"
    return urlsafe_b64encode(f"{text}.{_mark(text, operation)}".encode()).decode().rstrip("=")


def _read(token: str, pages: Pages, now: float, operation: str) -> int:
    try:
        text = urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode()
        offset, issued, mark = text.split(".")
        said = f"{int(offset)}.{int(issued)}"
    except ValueError:
        raise StalePage from None
    if mark != _mark(said, operation):
        raise StalePage
    if pages.lifetime and now > int(issued) + pages.lifetime:
        raise StalePage
    return int(offset)


def _mark(text: str, operation: str) -> str:
    return hashlib.blake2s(f"{operation} {text}".encode(), digest_size=6).hexdigest()


def _whole(value: object, otherwise: int) -> int:
    try:
        return max(1, int(canonical(value)))
    except ValueError:
        return otherwise
