"""What of a call goes into its URL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from ..encoding.wire import Csv
from ..operation import Operation
from .texts import texts

_SIGNS = (",", ";")
"""What stands between items and, by RFC 3986, may stand in a segment of a path."""
BESIDE_IN_QUERY = ("query", "raw")
"""Encodings whose bodies have no room for what travels beside the arguments."""


def by_place(
    operation: Operation, arguments: Mapping[str, object]
) -> tuple[Mapping[str, object], Mapping[str, object], Mapping[str, object]]:
    """The arguments of path, query and body."""
    in_path, in_query = operation.in_path, operation.in_query
    if operation.encoding == "query":
        in_query = tuple(name for name in arguments if name not in in_path)
    if not in_path and not in_query:
        return {}, {}, arguments
    return (
        {name: value for name, value in arguments.items() if name in in_path},
        {name: value for name, value in arguments.items() if name in in_query},
        {
            name: value
            for name, value in arguments.items()
            if name not in in_path and name not in in_query
        },
    )


def path_of(operation: Operation, values: Mapping[str, object]) -> str:
    path = operation.path
    if operation.url is not None:
        return "/"
    if not operation.in_path:
        return path
    bindings = operation.bindings
    given = dict(texts(operation, values))
    for name in operation.in_path:
        wired = name if bindings is None else bindings.wire_name(name)
        text = given.get(wired, "")
        slashes = bindings is not None and name in bindings.slashes
        blank = bindings is not None and not text and name in bindings.blank
        if not blank and any(
            part in ("", ".", "..") for part in (text.split("/") if slashes else (text,))
        ):
            from .refusing import unsendable

            # Servers and proxies resolve dots even when quoted, and would serve another path.
            raise unsendable(operation, name, "cannot be part of a path: empty, or only dots")
        path = path.replace(f"{{{name}}}", quote(text, safe=_left(operation, name)))
    return path


def _left(operation: Operation, name: str) -> str:
    """Signs that an argument keeps in a path: slashes, or those between its items."""
    if operation.bindings is not None and name in operation.bindings.slashes:
        return "/"
    wire = operation.arguments[name]
    return wire.separator if isinstance(wire, Csv) and wire.separator in _SIGNS else ""


def url_has_secret(
    operation: Operation,
    path: Mapping[str, object],
    query: Mapping[str, object],
    beside: Sequence[tuple[str, str]],
) -> bool:
    """Whether the URL holds something that must not be shown."""
    if operation.encoding in BESIDE_IN_QUERY and beside:
        return True
    return bool(operation.sensitive) and any(
        name in operation.sensitive for name in (*path, *query)
    )
