"""Which operations a path has, by method."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import product

from msgspec import Struct

from ..operation import NumberPages, TokenPages
from .api import StubApi
from .documented_pages import DocumentedPages
from .headed import documented
from .responses import (
    RequestRefused,
    answer,
)
from .route import StubRoute, json_of, route_of
from .showing import LONGEST_NAME, shown
from .told_apart import ToldApart
from .urlencoded import percent_decoded

_PARAMETER = re.compile(r"\{([^{}]*)\}")


Methods = dict[str, StubRoute | ToldApart]


class _Template(Struct, frozen=True):
    match: re.Pattern[str]
    names: tuple[str, ...]
    methods: Methods


class Routes:
    """Literal paths go before templates, and templates with less in braces before others."""

    def __init__(self, api: StubApi) -> None:
        self._literal: dict[str, Methods] = {}
        self._templates: dict[int, list[_Template]] = {}
        self._open_ended: list[_Template] = []
        """Those with an argument that keeps its slashes."""
        slashes: dict[str, frozenset[str]] = {}
        blank: dict[str, frozenset[str]] = {}
        templates: dict[str, Methods] = {}
        answering: dict[tuple[str, str], list[StubRoute]] = {}
        routes: list[StubRoute] = []
        for operation in api.operations:
            route = route_of(api, operation)
            routes.append(route)
            sent_with = (operation.method, *operation.other_methods)
            for path, method in product((operation.path, *operation.aliases), sent_with):
                answering.setdefault((path, method), []).append(route)
                if operation.bindings is not None:
                    slashes[path] = operation.bindings.slashes
                    blank[path] = operation.bindings.blank
        for (path, method), route in _sharing(routes).items():
            answering.setdefault((path, method), [route])
        for (path, method), several in answering.items():
            kind = templates if "{" in path else self._literal
            alone = len(several) == 1
            kind.setdefault(path, {})[method] = several[0] if alone else ToldApart(several, method)
        _add_pages(api, {each.operation.id: each for each in routes})
        for methods in (*self._literal.values(), *templates.values()):
            _link_writes(methods)
            _link_methods(methods)
        for path in sorted(templates, key=_generality):
            names = tuple(_PARAMETER.findall(path))
            open_ended = slashes.get(path, frozenset())
            pattern = _pattern(path, open_ended, blank.get(path, frozenset()))
            template = _Template(pattern, names, templates[path])
            if open_ended:
                self._open_ended.append(template)
            else:
                self._templates.setdefault(path.count("/"), []).append(template)
        paths = [*self._literal, *templates]
        self._bases = documented_bases(api)
        self._told_twice = tuple(
            base for base in self._bases if any(path.startswith(f"{base}/") for path in paths)
        )
        """Paths of addresses that paths of operations begin with, too."""
        self._nearest = lru_cache(maxsize=256)(
            lambda path: get_close_matches(path, paths, n=1, cutoff=0.7)
        )

    def has(self, path: str) -> bool:
        return path in self._literal

    def leads(self, path: str) -> bool:
        """Whether there is an operation at a path as it was sent."""
        try:
            return bool(self.at(path))
        except RequestRefused:
            return False

    def at(self, path: str) -> tuple[Methods, dict[str, str]]:
        """The operations at a path as it was sent, and the arguments that the path holds.

        The path of a documented address may stand before it.

        Raises:
            RequestRefused: unknown_path, or malformed if an argument cannot be decoded.
        """
        methods = self._literal.get(path)
        if methods is not None:
            return methods, {}
        below = [path[len(each) :] for each in self._bases if path.startswith(f"{each}/")]
        whole_first = not below or path.startswith(self._told_twice)
        for each in (path, *below) if whole_first else (*below, path):
            found = self._found(each)
            if found is not None:
                return found
        raise RequestRefused("unknown_path", f"there is nothing at {shown(path)}{self._hint(path)}")

    def _found(self, path: str) -> tuple[Methods, dict[str, str]] | None:
        methods = self._literal.get(path)
        if methods is None and "%" in path and "%2f" not in path.lower():
            methods = self._literal.get(percent_decoded(path, "the path"))
        if methods is not None:
            return methods, {}
        for template in (*self._templates.get(path.count("/"), ()), *self._open_ended):
            match = template.match.fullmatch(path)
            if match is not None:
                texts = (percent_decoded(text, "the path") for text in match.groups())
                return template.methods, dict(zip(template.names, texts, strict=True))
        return None

    def _hint(self, path: str) -> str:
        near = self._nearest(path) if len(path) <= LONGEST_NAME else []
        return f"; did you mean {near[0]}?" if near else ""


def _sharing(routes: Sequence[StubRoute]) -> dict[tuple[str, str], StubRoute]:
    """Operations that are sent to an address that was handed out for another one as well."""
    first: dict[tuple[object, ...], str] = {}
    found: dict[tuple[str, str], StubRoute] = {}
    for route in routes:
        url = route.operation.url
        if url is None:
            continue
        for id, keys in url.handed_out_by.items():
            told = (id, keys, *sorted(url.where.get(id, {}).items()))
            path = first.setdefault(told, route.operation.path)
            found.setdefault((path, route.operation.method), route)
    return found


def documented_bases(api: StubApi) -> tuple[str, ...]:
    """The paths of the documented addresses, for requests of which only the host was replaced."""
    config = api.config
    urls = [config.base_url]
    for server in config.servers.servers.values() if config.servers else ():
        urls += [server.url, *server.others.values()]
    # A variable in a host is no URL to urllib, which takes it for a part of an IPv6 address.
    paths = {re.sub(r"^[^/]*//[^/]*", "", url).rstrip("/") for url in urls}
    return tuple(sorted(path for path in paths if path and "{" not in path))


def _link_writes(methods: Methods) -> None:
    read = methods.get("GET")
    for found in methods.values():
        for route in found.routes if isinstance(found, ToldApart) else (found,):
            if route.operation.conditional and route.operation.effect != "read":
                route.reads = read if isinstance(read, StubRoute) else None


def _link_methods(methods: Methods) -> None:
    several = {name: found for name, found in methods.items() if isinstance(found, ToldApart)}
    for name, found in several.items():
        found.elsewhere = {other: each for other, each in several.items() if other != name}


def _add_pages(api: StubApi, routes: Mapping[str, StubRoute]) -> None:
    """What is documented of lists."""
    for id, route in routes.items():
        pages = route.operation.pages
        if pages is None:
            continue
        route.pages = found = DocumentedPages(route.operation, route.answer)
        further = f"{id}:next"
        if further in api.answers:
            headers = documented(api.headers.get(further, {}))
            status = route.answer.start["status"]
            kind = json_of(route.operation)
            found.further = answer(api.answers[further], kind, status, headers)
    for route in routes.values():
        pages = route.operation.pages
        if route.pages is None or pages is None or isinstance(pages, NumberPages | TokenPages):
            continue
        if pages.continue_with:
            other = routes[pages.continue_with]
            route.pages.continued_by = other.operation
            other.pages = DocumentedPages(other.operation, other.answer, ends=pages)


def _pattern(path: str, open_ended: frozenset[str], blank: frozenset[str]) -> re.Pattern[str]:
    parts = _PARAMETER.split(path)
    for place in range(0, len(parts), 2):
        parts[place] = re.escape(parts[place])
    for place in range(1, len(parts), 2):
        sign = "." if parts[place] in open_ended else "[^/]"
        parts[place] = f"({sign}{'*' if parts[place] in blank else '+'})"
    return re.compile("".join(parts))


_ENDS = (2, 0)


def _generality(path: str) -> list[tuple[int, int]]:
    """`/users/{id}/token` is tried before `/users/{id}/{kind}`, and `{id}.png` before `{id}`.

    Of paths of which one goes on where the other ends, the longer one is.
    """
    segments = path.split("/")
    found = [("{" in each, -len(_PARAMETER.sub("", each))) for each in segments]
    return [*found, _ENDS]
