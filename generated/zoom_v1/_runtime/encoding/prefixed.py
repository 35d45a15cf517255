"""Maps whose keys are names on the wire, behind a prefix: `v:colour=red`."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import TypeVar

from .bindings import Bindings, in_brackets
from .wire import TEXT, File, Map, Wire, as_mapping

T = TypeVar("T")


def item_of(wire: Wire | None) -> Wire:
    """How the values of such a map are written."""
    return wire.item if isinstance(wire, Map) else TEXT


def names_of(
    bindings: Bindings, known: Iterable[str], name: str, value: object
) -> Iterator[tuple[str, object]]:
    """The names under which a map is sent, with its values.

    Args:
        bindings: Those of the operation.
        known: Its arguments and constants.
        name: Which of them the map is.
        value: The map.

    Raises:
        ValueError: a key is empty, or makes the name of another argument.
    """
    alike = str.lower if name in bindings.headers else str
    others = {alike(bindings.wire_name(each)) for each in known}
    for key, each in (as_mapping(value) or {}).items():
        wired = f"{bindings.wire_name(name)}{key}"
        if _is_among(alike(wired), others, bindings):
            raise ValueError(f"{key!r} makes the name of another argument, {wired}")
        yield wired, each


def taken(
    bindings: Bindings,
    known: Iterable[str],
    pairs: Iterable[tuple[str, T]],
    *,
    headers: bool = False,
    at_home: Container[str] | None = None,
) -> tuple[dict[str, dict[str, T]], list[tuple[str, T]]]:
    """Maps, by their names, of what begins with their prefixes; and all other pairs.

    What begins so, and is the name of an argument, is that argument.

    Args:
        bindings: Those of the operation.
        known: Its arguments and constants.
        pairs: What a request says.
        headers: Whether it says so in headers.
        at_home: Which maps may stand there; all without it.
    """
    others = {bindings.wire_name(each) for each in known}
    open_names = {
        bindings.wire_name(each): each
        for each in bindings.prefixes
        if (each in bindings.headers) is headers and (at_home is None or each in at_home)
    }
    if headers:
        others = {each.lower() for each in others}
        open_names = {prefix.lower(): name for prefix, name in open_names.items()}
    maps: dict[str, dict[str, T]] = {}
    rest: list[tuple[str, T]] = []
    for wired, value in pairs:
        prefix = None if _is_among(wired, others, bindings) else _prefix(wired, open_names)
        if prefix is None:
            rest.append((wired, value))
        else:
            maps.setdefault(open_names[prefix], {})[wired.removeprefix(prefix)] = value
    return maps, rest


def apart(
    arguments: Mapping[str, Wire], bindings: Bindings, form: Mapping[str, str]
) -> tuple[dict[str, object], dict[str, str]]:
    """The values of maps in a form of texts, by their names; and all else that it has.

    No text is a file: where any name may be one, a text of that name is of no map.
    """
    maps, rest = taken(bindings, (*arguments, *bindings.constants), form.items())
    found: dict[str, object] = {}
    for name, texts in maps.items():
        if isinstance(item_of(arguments[name]), File):
            rest += [(f"{bindings.wire_name(name)}{key}", text) for key, text in texts.items()]
        else:
            found[name] = parsed(arguments[name], texts)
    return found, dict(rest)


def parsed(wire: Wire | None, texts: Mapping[str, object]) -> dict[str, object]:
    """The values of such a map, of their texts."""
    item = item_of(wire)
    return {key: item.parse(text) for key, text in texts.items()}


def _is_among(wired: str, others: Container[str], bindings: Bindings) -> bool:
    """Whether a name is another argument's, by itself or with keys behind it."""
    head = in_brackets(wired, bindings.dotted).partition("[")[0]
    return wired in others or (head != "" and head in others)


def _prefix(wired: str, open_names: Mapping[str, str]) -> str | None:
    return next((each for each in open_names if wired.startswith(each) and wired != each), None)
