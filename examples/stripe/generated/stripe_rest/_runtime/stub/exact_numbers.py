"""JSON of requests, in which the numbers that are decimals are never made floats."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from ..encoding.wire import Exact, Wire
from ..operation import Operation

_known: dict[int, bool] = {}
"""Whether an operation takes such numbers, by its identity: they live as long as the package."""


def read_body(operation: Operation, body: bytes, kind: Any = Any) -> Any:
    """`body`, decoded; where the operation takes exact numbers, those with a point are decimals.

    Raises:
        msgspec.DecodeError: it is no JSON of that kind.
    """
    if id(operation) not in _known:
        wires = operation.arguments.values()
        _known[id(operation)] = any(map(_is_exact, wires))
    hook = Decimal if _known[id(operation)] else None
    return msgspec.json.Decoder(kind, float_hook=hook).decode(body)


def _is_exact(wire: Wire) -> bool:
    exact = (each for each in _within(wire) if isinstance(each, Exact))
    return any(each.is_number or each.either for each in exact)


def _within(wire: Wire) -> Iterator[Wire]:
    """A wire and those of its parts; objects may hold themselves."""
    seen: set[int] = set()
    waiting: list[object] = [wire]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict | tuple):
            waiting += part.values() if isinstance(part, dict) else part
        elif isinstance(part, Wire) and id(part) not in seen:
            seen.add(id(part))
            yield part
            waiting += [getattr(part, name) for name in part.__struct_fields__]
