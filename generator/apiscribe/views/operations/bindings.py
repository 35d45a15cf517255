"""Where arguments go that are not simply in path, query or body, as an expression."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import asdict, replace

from apiscribe.model import (
    PLAIN_STYLE,
    Api,
    Argument,
    ListType,
    MapType,
    ObjectRef,
    Operation,
    Style,
    ValueType,
)
from apiscribe.views.text import literal

_WHOLE = ListType | MapType | ObjectRef


def expression(api: Api, operation: Operation) -> str | None:
    """The bindings of an operation; None if it has none, as most."""
    parts = {
        "written": _written(operation),
        "headers": _in(operation, "header"),
        "accept": next((a.name for a in operation.arguments if _is_accept(a)), None),
        "cookies": _in(operation, "cookie"),
        "constants": {each.name: each.value for each in operation.constants},
        "optional": frozenset(each.name for each in operation.constants if each.optional),
        "refusals": dict(_refusals(api, operation)),
        "body": next((a.name for a in operation.arguments if a.whole_body), None),
        "key": next((a.name for a in operation.arguments if a.idempotency_key), None),
        "counted": next(((a.name, a.counts) for a in operation.arguments if a.counts), None),
        "at_times": operation.made_at_times,
        "slashes": frozenset(a.name for a in operation.arguments if a.keeps_slashes),
        "blank": frozenset(a.name for a in operation.arguments if a.may_be_blank),
        "percent": frozenset(a.name for a in operation.arguments if a.in_percent),
        "beside": frozenset(each.name for each in operation.beside_wrap),
    }
    found = [f"{name}={literal(part)}" for name, part in parts.items() if part]
    if prefixes := frozenset(a.name for a in operation.arguments if a.prefix is not None):
        found.append(f"prefixes={literal(prefixes)}")
    if styles := _styles(operation):
        found.append(f"styles={{{styles}}}")
    return f"Bindings({', '.join(found)})" if found else None


def _is_accept(argument: Argument) -> bool:
    """Whether it is the header `Accept`, which calls may lack."""
    in_header = argument.location == "header" and argument.wire_name.lower() == "accept"
    return in_header and not argument.always_required


def _refusals(api: Api, operation: Operation) -> Iterator[tuple[str, int | str]]:
    for each in operation.constants:
        error = api.error(each.otherwise)
        if error is not None:
            yield each.name, error.key


def _relevant(argument: Argument) -> Style:
    """What of a style an argument can come to."""
    style, whole = argument.style, isinstance(argument.type, _WHOLE)
    kept = style if whole else PLAIN_STYLE
    lists = kept.lists
    if lists == "indexed_last" and not isinstance(argument.type, ListType):
        lists = "indexed"
    return replace(
        kept,
        lists=lists,
        nulls=style.nulls if _has_nulls(argument.type) else "omit",
        booleans=style.booleans if argument.is_flag else "words",
        texts="plain",
    )


def _has_nulls(type: ValueType) -> bool:
    """Whether null may be what an argument is, or a part of it, and nothing else stands for it."""
    inner = _has_nulls(type.item) if isinstance(type, ListType) else isinstance(type, _WHOLE)
    return (type.nullable and type.none_as is None) or inner


def _written(operation: Operation) -> dict[str, str]:
    named = [(each.name, each.wire_name) for each in operation.arguments]
    named += [(each.name, each.wire_name) for each in operation.constants]
    return {name: wired for name, wired in named if name != wired}


def _in(operation: Operation, location: str) -> tuple[str, ...]:
    arguments = (each.name for each in operation.arguments if each.location == location)
    constants = (each.name for each in operation.constants if each.location == location)
    return (*arguments, *constants)


def _styles(operation: Operation) -> str:
    styles = [
        (each.name, _relevant(each))
        for each in operation.arguments
        if _is_styled(operation, each) and each.prefix is None
    ]
    return ", ".join(
        f"{literal(name)}: {_style(style)}" for name, style in styles if style != PLAIN_STYLE
    )


def _is_styled(operation: Operation, argument: Argument) -> bool:
    """Whether it is written as names and texts, or as files."""
    if argument.location == "body":
        return argument.takes_files or not operation.all_in_json
    return argument.location == "query"


def _style(style: Style) -> str:
    words = asdict(style)
    plain = asdict(PLAIN_STYLE)
    said = (f"{key}={literal(word)}" for key, word in words.items() if word != plain[key])
    return f"Style({', '.join(said)})"
