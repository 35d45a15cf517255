"""The page's commands for operations whose arguments go elsewhere than in path, query or body."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

import msgspec

from ..encoding.bindings import Bindings
from ..encoding.wire import Array
from ..operation import Operation
from .openapi_reader import as_text


def with_bindings(
    words: list[str], sent: Mapping[str, object], operation: Operation, bindings: Bindings
) -> tuple[list[str], dict[str, object]]:
    """The command with headers, cookies and a whole body; what is left, by names on the wire."""
    rest = {**bindings.constants, **sent}
    found = [*words]
    for name in bindings.headers:
        if name in rest:
            found += ["-H", f"{bindings.wire_name(name)}: {as_text(rest.pop(name))}"]
    for name in bindings.cookies:
        if name in rest:
            text = quote(as_text(rest.pop(name)), safe="")
            found += ["-b", f"{bindings.wire_name(name)}={text}"]
    if bindings.body is not None:
        empty: object = [] if isinstance(operation.arguments[bindings.body], Array) else {}
        body = msgspec.json.encode(rest.pop(bindings.body, empty)).decode()
        found += ["-H", "content-type: application/json", "-d", body]
    return found, {bindings.wire_name(name): value for name, value in rest.items()}
