"""Cursors that the emulator hands out, and what each holds of the list that it goes on with."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from ..pages import CursorPages
from ..program import Plan


class StalePage(Exception):
    """A cursor that was not handed out, or is too old."""


class Walk(Struct, frozen=True):
    """A list that is walked: who hands out its pages, and what was asked for."""

    operation: str
    given: Mapping[str, object] = {}
    place: int | None = None
    """How many items are before the page, where another operation goes on with it."""


def written(offset: int, now: float, operation: str, walk: Walk | None = None) -> str:
    text = f"{offset}.{int(now)}"
    known = "" if walk is None else msgspec.json.encode(walk).decode()
    marked = f"{text}.{_mark(text + known, operation)}"
    return urlsafe_b64encode(f"{marked}.{known}".rstrip(".").encode()).decode().rstrip("=")


def read(token: str, lifetime: int | None, now: float, operation: str) -> tuple[int, int, str]:
    """How many items are before, when it was handed out, and what is known of the walk."""
    try:
        text = urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode()
        offset, issued, mark, *known = text.split(".", 3)
        said = f"{int(offset)}.{int(issued)}"
    except ValueError:
        raise StalePage from None
    if mark != _mark("".join((said, *known)), operation):
        raise StalePage
    if lifetime and now > int(issued) + lifetime:
        raise StalePage
    return int(offset), int(issued), "".join(known)


def _mark(text: str, operation: str) -> str:
    return hashlib.blake2s(f"{operation} {text}".encode(), digest_size=6).hexdigest()


def resumed(token: str, operation: str, plans: Mapping[str, Plan], now: float) -> Walk:
    """The walk that handed a cursor out, which another operation goes on with.

    Raises:
        StalePage: nobody has handed it out, or it is too old.
    """
    place, issued, known = read(token, None, now, operation)
    try:
        walk = msgspec.json.decode(known, type=Walk)
        pages = plans[walk.operation].pages
    except (KeyError, msgspec.MsgspecError):
        raise StalePage from None
    lifetime = pages.scheme.lifetime if pages and isinstance(pages.scheme, CursorPages) else None
    if lifetime and now > issued + lifetime:
        raise StalePage
    return Walk(walk.operation, walk.given, place)
