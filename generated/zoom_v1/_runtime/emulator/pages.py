"""Pages of a list: which part is asked for, and what a response says of it."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import assert_never

import msgspec
from msgspec import Struct

from ..pages import CountedPages, CursorPages, LastItemPages, LinkPages, OffsetPages, UrlPages
from ..program import Pages, Plan
from ..semantics.paths import reach, reach_named
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
    more: bool = False
    """Whether another page follows."""
    said: Said = {}
    echoed: Said = {}
    """What is said of it if the response has a place for it."""
    links: Mapping[str, Mapping[str, object]] = {}
    """`next`, `prev`, `first` and `last` -> the arguments that ask for that page."""
    headers: Mapping[str, object] = {}
    """What is said of it in headers."""


class StalePage(Exception):
    """A cursor that was not handed out, or is too old."""


class Walk(Struct, frozen=True):
    """A list that is walked: who hands out its pages, and what was asked for."""

    operation: str
    given: Mapping[str, object] = {}
    place: int | None = None
    """How many items are before the page, where another operation goes on with it."""


class Turning:
    """Turns to the page that one request asks for."""

    def __init__(
        self,
        listing: Listing,
        scope: Scope,
        now: float,
        walk: Walk,
        defaults: Mapping[str, object] = {},
    ) -> None:
        self._listing = listing
        self._scope = scope
        self._now = now
        self._walk = walk
        self._defaults = defaults

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
        size = _whole(_given(scope, scheme.size), scheme.default_size or _ALL, least=1)
        if self._walk.place is not None:
            return Part(self._walk.place, size)
        match scheme:
            case CountedPages():
                return self._numbered(scheme.page, scheme.first, size)
            case OffsetPages():
                return Part(_whole(_given(scope, scheme.offset), 0), size)
            case CursorPages():
                return Part(self._place_of(scheme.cursor, pages), size)
            case LastItemPages():
                return self._beside(scheme, size)
            case LinkPages() | UrlPages() if scheme.page:
                return self._numbered(scheme.page, scheme.first, size)
            case LinkPages() | UrlPages() if scheme.offset:
                return Part(_whole(_given(scope, scheme.offset), 0), size)
            case LinkPages() | UrlPages():
                return Part(self._place_of(scheme.cursor, pages), size)
        assert_never(scheme)

    def _numbered(self, page: str, first: int, size: int) -> Part:
        number = _whole(_given(self._scope, page), first, least=first)
        return Part((number - first) * size, size)

    def _place_of(self, argument: str, pages: Pages) -> int:
        cursor = canonical(_given(self._scope, argument))
        default = argument in self._defaults and argument not in self._walk.given
        if not cursor or default or (not pages.whole and cursor == self._defaults.get(argument)):
            return 0
        if pages.whole:
            return _whole(cursor, 0)
        lifetime = pages.scheme.lifetime if isinstance(pages.scheme, CursorPages) else None
        return _read(cursor, lifetime, self._now, self._walk.operation)[0]

    def _beside(self, scheme: LastItemPages, size: int) -> Part:
        after = canonical(_given(self._scope, scheme.cursor))
        before = canonical(_given(self._scope, scheme.before))
        if before:
            place = self._listing.place_of(scheme.item, before)
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
        place = self._listing.place_of(scheme.item, after)
        if place is None:
            raise StalePage
        return Part(place + 1, size)

    def _describe(self, pages: Pages, part: Part, turned: Turned) -> None:
        scheme, total = pages.scheme, turned.total
        end = part.offset + part.limit
        count = -(-total // part.limit) if part.limit else 0
        more = end < total
        match scheme:
            case CountedPages():
                turned.echoed[scheme.page] = number = part.offset // part.limit + scheme.first
                following = number + 1 if more else None
                turned.said = {
                    scheme.next: following,
                    scheme.pages: count,
                    scheme.more: more,
                    scheme.total: total,
                }
                turned.headers = {
                    scheme.next_header: following,
                    scheme.pages_header: count,
                    scheme.more_header: more,
                    scheme.total_header: total,
                }
            case OffsetPages():
                turned.echoed[scheme.offset] = part.offset
                turned.said = {scheme.more: more, scheme.total: total}
                turned.headers = {scheme.more_header: more, scheme.total_header: total}
            case CursorPages():
                follows = self._cursor(end, pages) if more else None
                turned.said = {scheme.next: follows, scheme.more: more, scheme.pages: count}
                turned.headers = {scheme.more_header: more, scheme.next_header: follows}
            case LastItemPages():
                backwards = bool(canonical(_given(self._scope, scheme.before)))
                more = part.offset > 0 if backwards else more
                turned.said = {scheme.more: more}
                turned.headers = {scheme.more_header: more}
            case LinkPages() | UrlPages():
                turned.links = self._links(pages, scheme, part, total)
                if isinstance(scheme, UrlPages):
                    # Addresses are the stub's matter; without one, there is null or nothing.
                    turned.said = {scheme.next: None, scheme.previous: None, scheme.total: total}
            case _:
                assert_never(scheme)
        turned.more = more
        turned.said[scheme.end] = not more
        turned.said.pop("", None)
        headers = {**turned.headers, scheme.end_header: not more}
        turned.headers = {name: each for name, each in headers.items() if name}

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
        if pages.whole:
            return place
        walk, other = self._walk, pages.scheme.continue_with
        if not other:
            return _written(place, self._now, walk.operation)
        return _written(place, self._now, other, Walk(walk.operation, walk.given))


def _field(item: object, scheme: LastItemPages) -> str:
    return canonical(reach(item, scheme.item))


def resumed(token: str, operation: str, plans: Mapping[str, Plan], now: float) -> Walk:
    """The walk that handed a cursor out, which another operation goes on with.

    Raises:
        StalePage: nobody has handed it out, or it is too old.
    """
    place, issued, known = _read(token, None, now, operation)
    try:
        walk = msgspec.json.decode(known, type=Walk)
        pages = plans[walk.operation].pages
    except (KeyError, msgspec.MsgspecError):
        raise StalePage from None
    lifetime = pages.scheme.lifetime if pages and isinstance(pages.scheme, CursorPages) else None
    if lifetime and now > issued + lifetime:
        raise StalePage
    return Walk(walk.operation, walk.given, place)


def _given(scope: Scope, name: str) -> object:
    """What is given for an argument, or for a field of one."""
    return reach_named(scope, name) if name else None


def _written(offset: int, now: float, operation: str, walk: Walk | None = None) -> str:
    text = f"{offset}.{int(now)}"
    known = "" if walk is None else msgspec.json.encode(walk).decode()
    marked = f"{text}.{_mark(text + known, operation)}"
    return urlsafe_b64encode(f"{marked}.{known}".rstrip(".").encode()).decode().rstrip("=")


def _read(token: str, lifetime: int | None, now: float, operation: str) -> tuple[int, int, str]:
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


def _whole(value: object, otherwise: int, *, least: int = 0) -> int:
    try:
        return max(least, int(canonical(value)))
    except ValueError:
        return otherwise
