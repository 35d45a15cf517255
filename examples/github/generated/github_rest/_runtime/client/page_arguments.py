"""Arguments that ask for a page, which may stand inside of others: `page`, `paging.cursor`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, unquote, urlsplit

from ..encoding.wire import INTEGER, TEXT, Object, Wire, as_mapping
from ..operation import Operation
from ..pages import FirstItemPages, LastItemPages, LinkPages
from ..semantics.paths import head_of, keys_of, reach
from .page_items import whole

_PARAMETER = re.compile(r"\{([^{}]*)\}")


def argument(arguments: Mapping[str, object], name: str) -> object:
    """What is given for an argument, or for the field of one; None if nothing is."""
    head, rest = head_of(name)
    if name in arguments or not rest:
        return arguments.get(name)
    return reach(as_mapping(arguments.get(head)), rest)


def goes_back(operation: Operation, arguments: Mapping[str, object]) -> bool:
    """Whether a walk goes to pages before one."""
    return is_turned(operation, arguments) is not isinstance(operation.pages, FirstItemPages)


def is_turned(operation: Operation, arguments: Mapping[str, object]) -> bool:
    """Whether a walk goes the other way, as the caller says from where."""
    pages = operation.pages
    if not isinstance(pages, LastItemPages | LinkPages) or not pages.before:
        return False
    given = argument(arguments, pages.before)
    return given is not None and argument(arguments, pages.cursor) is None


def with_argument(
    operation: Operation, arguments: Mapping[str, object], name: str, value: object
) -> dict[str, object]:
    """The arguments with another value of one; what is around a field stays as it is."""
    head, rest = head_of(name)
    if not rest or name in operation.arguments:
        return {**arguments, name: value}
    return {**arguments, head: _with_field(arguments.get(head), rest, value)}


def _with_field(holder: object, path: str, value: object) -> dict[str, object]:
    head, rest = head_of(path)
    fields = dict(as_mapping(holder) or {})
    return {**fields, head: _with_field(fields.get(head), rest, value) if rest else value}


def told_by(address: str, operation: Operation) -> dict[str, object] | None:
    """The arguments of an operation that an address of it holds; None if it is none of it."""
    parts = urlsplit(address)
    literal = _PARAMETER.split(operation.path)
    pattern = "([^/]+)".join(map(re.escape, literal[::2]))
    match = re.search(f"{pattern}$", parts.path)
    if match is None:
        return None
    texts = dict(zip(literal[1::2], map(unquote, match.groups()), strict=True))
    names = {} if operation.bindings is None else operation.bindings.names(operation.of_query)
    texts |= {names.get(name, name): text for name, text in parse_qsl(parts.query)}
    taken = operation.arguments
    return {name: taken[name].parse(text) for name, text in texts.items() if name in taken}


def as_taken(operation: Operation, name: str, value: object) -> object:
    """What a response says, as the argument takes it: headers know no numbers."""
    wire = _wire(operation, name)
    if not isinstance(value, str | int | float):
        return value
    if wire == INTEGER:
        number = whole(value)
        return value if number is None else number
    return str(value) if wire == TEXT else value


def _wire(operation: Operation, name: str) -> Wire | None:
    head, *keys = [name] if name in operation.arguments else keys_of(name)
    wire = operation.arguments.get(head)
    for key in keys:
        wire = wire.fields.get(key) if isinstance(wire, Object) else None
    return wire
