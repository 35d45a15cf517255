"""Pages of a list: which part is asked for, and what a response says of it."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import assert_never

from msgspec import Struct

from ..pages import CountedPages, CursorPages, LastItemPages, LinkPages, OffsetPages, UrlPages
from ..program import Pages
from ..semantics.paths import reach
from .comparing import canonical
from .listing import Listing
from .world import Scope

_ALL = 1_000_000_000

Said = dict[str, object]
"""Dotted key of the response -> what stands there."""


class Part(Struct):
    """A part of a list."""

    offset: int
    limit: int


class Turned(Struct):
    """A page that was asked for."""

    items: list[object]
    total: int
    said: Said = {}
    echoed: Said = {}
    """What is said of it if the response has a place for it."""
    links: Mapping[str, Mapping[str, object]] = {}
    """`next`, `prev`, `first` and `last` -> the arguments that ask for that page."""


class StalePage(Exception):
    """A cursor that was not handed out, or is too old."""


class Turning:
    """Turns to the page that one request asks for."""

    def __init__(self, listing: Listing, scope: Scope, now: float, operation: str) -> None:
        self._listing = listing
        self._scope = scope
        self._now = now
        self._operation = operation

    def page(self, pages: Pages | None) -> Turned:
        """The page.

        Raises:
            StalePage: by a cursor that is none, or is too old.
        """
        listing = self._listing
        total = listing.total()
        if pages is None:
            return Turned(listing.part(0, _ALL), total)
        part = self._part(pages)
        turned = Turned(listing.part(part.offset, part.limit), total)
        scheme = pages.scheme
        turned.echoed = {scheme.size: part.limit} if scheme.size else {}
        self._describe(pages, part, turned)
        return turned

    def _part(self, pages: Pages) -> Part:
        scheme, scope = pages.scheme, self._scope
        size = _whole(scope.get(scheme.size), scheme.default_size or _ALL, least=1)
        match scheme:
            case CountedPages():
                return self._numbered(scheme.page, scheme.first, size)
            case OffsetPages():
                return Part(_whole(scope.get(scheme.offset), 0), size)
            case CursorPages():
                return Part(self._place_of(scheme.cursor, pages), size)
            case LastItemPages():
                return self._beside(scheme, size)
            case LinkPages() | UrlPages() if scheme.page:
                return self._numbered(scheme.page, scheme.first, size)
            case LinkPages() | UrlPages() if scheme.offset:
                return Part(_whole(scope.get(scheme.offset), 0), size)
            case LinkPages() | UrlPages():
                return Part(self._place_of(scheme.cursor, pages), size)
        assert_never(scheme)

    def _numbered(self, page: str, first: int, size: int) -> Part:
        number = _whole(self._scope.get(page), first, least=first)
        return Part((number - first) * size, size)

    def _place_of(self, argument: str, pages: Pages) -> int:
        cursor = canonical(self._scope.get(argument)) if argument else ""
        if not cursor:
            return 0
        if pages.whole:
            return _whole(cursor, 0)
        lifetime = pages.scheme.lifetime if isinstance(pages.scheme, CursorPages) else None
        return _read(cursor, lifetime, self._now, self._operation)

    def _beside(self, scheme: LastItemPages, size: int) -> Part:
        after = canonical(self._scope.get(scheme.cursor))
        before = canonical(self._scope.get(scheme.before)) if scheme.before else ""
        if before:
            place = self._listing.place(lambda item: _field(item, scheme) == before)
            if place is None:
                raise StalePage
            return Part(max(0, place - size), min(size, place))
        if not after:
            return Part(0, size)
        if scheme.plus:
            wanted, sign = _whole(after, 0, least=-_ALL), scheme.plus
            place = self._listing.place(
                lambda item: (_whole(_field(item, scheme), 0) - wanted) * sign >= 0
            )
            return Part(self._listing.total() if place is None else place, size)
        place = self._listing.place(lambda item: _field(item, scheme) == after)
        if place is None:
            raise StalePage
        return Part(place + 1, size)

    def _describe(self, pages: Pages, part: Part, turned: Turned) -> None:
        scheme, total = pages.scheme, turned.total
        end = part.offset + part.limit
        count = -(-total // part.limit) if part.limit else 0
        match scheme:
            case CountedPages():
                turned.echoed[scheme.page] = part.offset // part.limit + scheme.first
                turned.said = {scheme.pages: count, scheme.more: end < total, scheme.total: total}
            case OffsetPages():
                turned.echoed[scheme.offset] = part.offset
                turned.said = {scheme.more: end < total, scheme.total: total}
            case CursorPages():
                follows = self._cursor(end, pages) if end < total else None
                turned.said = {scheme.next: follows, scheme.more: end < total, scheme.pages: count}
                if scheme.next_header and follows is not None:
                    turned.links = {"next": {scheme.cursor: follows}}
            case LastItemPages():
                backwards = bool(scheme.before and canonical(self._scope.get(scheme.before)))
                turned.said = {scheme.more: part.offset > 0 if backwards else end < total}
            case LinkPages() | UrlPages():
                turned.links = self._links(pages, scheme, part, total)
                if isinstance(scheme, UrlPages):
                    turned.said = {scheme.total: total}
            case _:
                assert_never(scheme)
        turned.said.pop("", None)

    def _links(
        self, pages: Pages, scheme: LinkPages | UrlPages, part: Part, total: int
    ) -> dict[str, Mapping[str, object]]:
        last = max(0, (total - 1) // part.limit * part.limit)
        places: dict[str, int] = {}
        if part.offset > 0:
            places |= {"prev": max(0, part.offset - part.limit), "first": 0}
        if part.offset + part.limit < total:
            places |= {"next": part.offset + part.limit, "last": last}
        if scheme.page:
            limit, first = part.limit, scheme.first
            return {rel: {scheme.page: place // limit + first} for rel, place in places.items()}
        if scheme.offset:
            return {rel: {scheme.offset: place} for rel, place in places.items()}
        return {rel: {scheme.cursor: self._cursor(place, pages)} for rel, place in places.items()}

    def _cursor(self, place: int, pages: Pages) -> object:
        return place if pages.whole else _written(place, self._now, self._operation)


def _field(item: object, scheme: LastItemPages) -> str:
    return canonical(reach(item, scheme.item))


def _written(offset: int, now: float, operation: str) -> str:
    text = f"{offset}.{int(now)}"
    return urlsafe_b64encode(f"{text}.{_mark(text, operation)}".encode()).decode().rstrip("=")


def _read(token: str, lifetime: int | None, now: float, operation: str) -> int:
    try:
        text = urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode()
        offset, issued, mark = text.split(".")
        said = f"{int(offset)}.{int(issued)}"
    except ValueError:
        raise StalePage from None
    if mark != _mark(said, operation):
        raise StalePage
    if lifetime and now > int(issued) + lifetime:
        raise StalePage
    return int(offset)


def _mark(text: str, operation: str) -> str:
    return hashlib.blake2s(f"{operation} {text}".encode(), digest_size=6).hexdigest()


def _whole(value: object, otherwise: int, *, least: int = 0) -> int:
    try:
        return max(least, int(canonical(value)))
    except ValueError:
        return otherwise
