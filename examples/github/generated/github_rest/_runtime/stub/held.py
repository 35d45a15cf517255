"""What of a body stands under the keys that wrap its arguments."""

from __future__ import annotations

from typing import Any

from ..encoding.bindings import Bindings
from ..encoding.wrapped import inner_name, wrapped_name
from ..operation import Operation
from ..semantics.paths import path_of
from .bound import AS_SENT
from .responses import RequestRefused
from .unreadable import malformed


def held(operation: Operation, content: Any) -> Any:
    """What the keys hold in JSON.

    Raises:
        RequestRefused: malformed, if one of them is missing.
    """
    for key in operation.wrap:
        if not isinstance(content, dict) or key not in content:
            raise _without_wrapper(operation, f"`{path_of(operation.wrap)}` is missing")
        content = content[key]
    return content


def held_fields(operation: Operation, content: dict[str, Any]) -> dict[str, Any]:
    """The fields that the keys hold in JSON, and what stands beside the first key.

    Raises:
        RequestRefused: malformed, if there is no object under the keys.
    """
    if not operation.wrap:
        return content
    inner = held(operation, content)
    if not isinstance(inner, dict):
        raise _without_wrapper(operation, f"`{path_of(operation.wrap)}` is no object")
    outer, *_ = operation.wrap
    inner = {_named(operation, key, inside=True): each for key, each in inner.items()}
    beside = {
        _named(operation, key, inside=False): each for key, each in content.items() if key != outer
    }
    return beside | inner


def held_pairs(operation: Operation, pairs: list[tuple[str, object]]) -> list[tuple[str, object]]:
    """The same for the names of a form.

    Raises:
        RequestRefused: malformed, if arguments stand beside the keys, and none under them.
    """
    if not operation.wrap:
        return pairs
    inner = [inner_name(operation.wrap, name) for name, _ in pairs]
    others = [_named(operation, name, inside=False) for name, _ in pairs]
    for (name, _), other in zip(pairs, others, strict=True):
        if other != name and not any(inner):
            wanted = wrapped_name(operation.wrap, name)
            raise _without_wrapper(operation, f"send `{wanted}`, not `{name}`")
    names = (
        other if held is None else _named(operation, held, inside=True)
        for held, other in zip(inner, others, strict=True)
    )
    return [(name, value) for name, (_, value) in zip(names, pairs, strict=True)]


def _named(operation: Operation, name: str, *, inside: bool) -> str:
    """The name of what stands under the keys, or beside them; marked, if it is no argument there.

    An argument is known here by the name that it is sent under.
    """
    head, bracket, rest = name.partition("[")
    bindings = operation.bindings or Bindings()
    beside = {bindings.wire_name(each) for each in bindings.beside}
    others = beside if inside else {*operation.arguments, *bindings.written.values()} - beside
    return f"{head} {AS_SENT}{bracket}{rest}" if head in others else name


def _without_wrapper(operation: Operation, wrong: str) -> RequestRefused:
    under = path_of(operation.wrap)
    return malformed(f"the body holds the arguments of {operation.id} under `{under}`: {wrong}")
