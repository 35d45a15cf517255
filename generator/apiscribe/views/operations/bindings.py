"""Where arguments go that are not simply in path, query or body, as an expression."""

from __future__ import annotations

from dataclasses import asdict, replace

from apiscribe.model import (
    PLAIN_STYLE,
    Argument,
    ListType,
    MapType,
    ObjectRef,
    Operation,
    Style,
)
from apiscribe.views.text import literal


def expression(operation: Operation) -> str | None:
    """The bindings of an operation; None if it has none, as most."""
    parts = {
        "written": _written(operation),
        "headers": _in(operation, "header"),
        "cookies": _in(operation, "cookie"),
        "constants": {each.name: each.value for each in operation.constants},
        "optional": frozenset(each.name for each in operation.constants if each.optional),
        "body": next((a.name for a in operation.arguments if a.whole_body), None),
        "key": next((a.name for a in operation.arguments if a.idempotency_key), None),
        "slashes": frozenset(a.name for a in operation.arguments if a.keeps_slashes),
    }
    found = [f"{name}={literal(part)}" for name, part in parts.items() if part]
    if prefixes := frozenset(a.name for a in operation.arguments if a.prefix is not None):
        found.append(f"prefixes={literal(prefixes)}")
    if styles := _styles(operation):
        found.append(f"styles={{{styles}}}")
    return f"Bindings({', '.join(found)})" if found else None


def _relevant(argument: Argument) -> Style:
    """What of a style an argument can come to."""
    style, whole = argument.style, isinstance(argument.type, ListType | MapType | ObjectRef)
    kept = style if whole else PLAIN_STYLE
    null = argument.type.nullable and argument.type.none_as is None
    return replace(kept, nulls=style.nulls if null or whole else "omit")


def _written(operation: Operation) -> dict[str, str]:
    named = [(each.name, each.wire_name) for each in operation.arguments]
    named += [(each.name, each.wire_name) for each in operation.constants]
    return {name: wired for name, wired in named if name != wired}


def _in(operation: Operation, location: str) -> tuple[str, ...]:
    arguments = (each.name for each in operation.arguments if each.location == location)
    constants = (each.name for each in operation.constants if each.location == location)
    return (*arguments, *constants)


def _styles(operation: Operation) -> str:
    places = ("query",) if operation.encodings == ("json",) else ("query", "body")
    styles = [
        (each.name, _relevant(each))
        for each in operation.arguments
        if each.location in places and each.prefix is None
    ]
    return ", ".join(
        f"{literal(name)}: {_style(style)}" for name, style in styles if style != PLAIN_STYLE
    )


def _style(style: Style) -> str:
    words = asdict(style)
    plain = asdict(PLAIN_STYLE)
    said = (f"{key}={literal(word)}" for key, word in words.items() if word != plain[key])
    return f"Style({', '.join(said)})"
