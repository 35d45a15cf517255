"""Addresses in JSON, by their path or in a list of links that say beside theirs what they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .paths import has, put, reach

if TYPE_CHECKING:
    from typing import Protocol

    class Linked(Protocol):
        """The address of a link in a list."""

        @property
        def list(self) -> str: ...

        @property
        def where(self) -> Mapping[str, str]: ...

        @property
        def key(self) -> str: ...


def path_to(place: str | Linked) -> str:
    """The path of an address, or of the list that holds its link."""
    return place if isinstance(place, str) else place.list


def address_at(content: object, place: str | Linked) -> object:
    """What stands in the place of an address; None if nothing does."""
    if isinstance(place, str):
        return reach(content, place) if place else None
    link = link_at(content, place)
    return None if link is None else reach(link, place.key)


def link_at(content: object, place: Linked) -> dict[str, Any] | None:
    """The first link that is meant."""
    links = reach(content, place.list)
    fitting = (each for each in links if _fits(each, place)) if isinstance(links, list) else ()
    return next(iter(fitting), None)


def inside_of_links(keys: Sequence[str]) -> int:
    """How many of some keys lead to what stands inside of each link, behind the last list."""
    return max((at for at, key in enumerate(keys, 1) if key.endswith("[]")), default=0)


def holders(
    content: Any, keys: Sequence[str], where: Mapping[str, str]
) -> Iterator[tuple[dict[str, Any], str]]:
    """The objects that hold the last of some keys, with it; of links, those that are meant."""
    key, *rest = keys
    name = key.removesuffix("[]")
    if not isinstance(content, dict) or name not in content:
        return
    if not rest:
        yield content, name
        return
    several = content[name] if isinstance(content[name], list) else [content[name]]
    is_link = inside_of_links(keys) == 1
    for each in several:
        if not is_link or _has(each, where):
            yield from holders(each, rest, where)


def put_address(
    content: dict[str, Any], place: str | Linked, address: str, like: Mapping[str, object] = {}
) -> None:
    """Put an address in its place; `like` is what else a link has that is not there yet."""
    if isinstance(place, str):
        put(content, place, address)
        return
    link = link_at(content, place)
    if link is None:
        link = {**like, **place.where}
        links = reach(content, place.list)
        put(content, place.list, [*(links if isinstance(links, list) else ()), link])
    put(link, place.key, address)


def take_address(content: dict[str, Any], place: str | Linked) -> None:
    """Leave nothing where an address stands."""
    if isinstance(place, str):
        if place and has(content, place):
            put(content, place, "" if isinstance(reach(content, place), str) else None)
        return
    links = reach(content, place.list)
    if isinstance(links, list):
        put(content, place.list, [each for each in links if not _fits(each, place)])


def _fits(link: object, place: Linked) -> bool:
    return _has(link, place.where)


def _has(link: object, where: Mapping[str, str]) -> bool:
    return isinstance(link, dict) and all(link.get(key) == each for key, each in where.items())
