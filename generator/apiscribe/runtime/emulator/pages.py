"""Pages of a list: which part is asked for, and what a response says of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from msgspec import Struct

from ..pages import (
    CountedPages,
    CursorPages,
    FirstItemPages,
    LastItemPages,
    Linked,
    LinkPages,
    OffsetPages,
    UrlPages,
)
from ..program import Pages
from ..semantics.paths import reach, reach_named
from .comparing import canonical
from .cursors import StalePage, Walk, read, written
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
            case LinkPages() | UrlPages():
                return self._addressed(pages, scheme, size)
        assert_never(scheme)

    def _addressed(self, pages: Pages, scheme: LinkPages | UrlPages, size: int) -> Part:
        if scheme.page:
            return self._numbered(scheme.page, scheme.first, size)
        if scheme.offset:
            return Part(_whole(_given(self._scope, scheme.offset), 0), size)
        if isinstance(scheme, LinkPages) and scheme.item:
            return self._beside(scheme, size)
        if isinstance(scheme, LinkPages) and self._goes_back(scheme):
            return _up_to(self._place_of(scheme.before, pages), size)
        return Part(self._place_of(scheme.cursor, pages), size)

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
        return read(cursor, lifetime, self._now, self._walk.operation)[0]

    def _goes_back(self, scheme: LastItemPages | LinkPages) -> bool:
        is_turned = bool(canonical(_given(self._scope, scheme.before)))
        return is_turned is not isinstance(scheme, FirstItemPages)

    def _beside(self, scheme: LastItemPages | LinkPages, size: int) -> Part:
        cursor, goes_back = self._asked(scheme.cursor), self._goes_back(scheme)
        other = canonical(_given(self._scope, scheme.before))
        mark = other or cursor
        if not mark:
            return _up_to(self._listing.total(), size) if goes_back else Part(0, size)
        if isinstance(scheme, LastItemPages) and scheme.plus and not other:
            place = behind = self._beyond(scheme, mark)
        else:
            place = self._own_place(scheme, mark)
            behind = place + 1
        return _up_to(place, size) if goes_back else Part(behind, size)

    def _asked(self, argument: str) -> str:
        """What is given for a cursor, if that is not what everybody has who gives none."""
        cursor = canonical(_given(self._scope, argument))
        return "" if cursor == canonical(self._defaults.get(argument)) else cursor

    def _own_place(self, scheme: LastItemPages | LinkPages, mark: str) -> int:
        """The place of the item that a cursor is."""
        place = self._listing.place_of(scheme.item, mark)
        if place is None:
            raise StalePage
        return place

    def _beyond(self, scheme: LastItemPages, mark: str) -> int:
        """The place of the first item behind a number, or of the first that is not before it."""
        wanted, is_first = _whole(mark, 0, least=-_ALL), isinstance(scheme, FirstItemPages)
        place = self._listing.place(
            lambda item: (
                ((_whole(_field(item, scheme), 0) - wanted) * scheme.plus >= 0) is not is_first
            )
        )
        return self._listing.total() if place is None else place

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
                more = part.offset > 0 if self._goes_back(scheme) else more
                turned.said = {scheme.more: more}
                turned.headers = {scheme.more_header: more}
            case LinkPages() | UrlPages():
                if isinstance(scheme, LinkPages) and self._goes_back(scheme):
                    more = part.offset > 0
                turned.links = self._links(pages, scheme, part, total)
                if isinstance(scheme, UrlPages):
                    # Addresses are the stub's matter; without one, there is null or nothing.
                    turned.said = {**_unsaid(scheme.next), **_unsaid(scheme.previous)}
                    turned.said[scheme.total] = total
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
        if not part.limit:
            return {}
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
        if isinstance(scheme, LinkPages) and (scheme.item or scheme.before):
            return self._in_both_directions(pages, scheme, part, places)
        return {rel: {scheme.cursor: self._cursor(place, pages)} for rel, place in places.items()}

    def _in_both_directions(
        self, pages: Pages, scheme: LinkPages, part: Part, places: Mapping[str, int]
    ) -> dict[str, Mapping[str, object]]:
        """The same where an argument of its own leads back, or cursors are a field of items."""
        links: dict[str, Mapping[str, object]] = {}
        for rel, place in places.items():
            if rel == "prev" and scheme.before:
                links[rel] = {scheme.before: self._mark(part.offset, 0, pages, scheme)}
            else:
                links[rel] = {scheme.cursor: self._mark(place, -1, pages, scheme)}
        names = dict.fromkeys(filter(None, (scheme.cursor, scheme.before)))
        return {rel: {**names, **asked} for rel, asked in links.items()}

    def _mark(self, place: int, beside: int, pages: Pages, scheme: LinkPages) -> object:
        """A cursor for a place: its item, or the one beside it; None if there is none."""
        if not scheme.item:
            return self._cursor(place, pages)
        items = self._listing.part(place + beside, 1) if place + beside >= 0 else []
        return _field(items[0], scheme) if items else None

    def _cursor(self, place: int, pages: Pages) -> object:
        if pages.whole:
            return place
        walk, other = self._walk, pages.scheme.continue_with
        if not other:
            return written(place, self._now, walk.operation)
        return written(place, self._now, other, Walk(walk.operation, walk.given))


def _unsaid(place: str | Linked) -> Said:
    """What stands where an address is told, if there is none."""
    return {place: None} if isinstance(place, str) else {place.list: []}


def _up_to(place: int, size: int) -> Part:
    """The part that ends before a place."""
    return Part(max(0, place - size), min(size, place))


def _field(item: object, scheme: LastItemPages | LinkPages) -> str:
    return canonical(reach(item, scheme.item))


def _given(scope: Scope, name: str) -> object:
    """What is given for an argument, or for a field of one."""
    return reach_named(scope, name) if name else None


def _whole(value: object, otherwise: int, *, least: int = 0) -> int:
    try:
        return max(least, int(canonical(value)))
    except ValueError:
        return otherwise
