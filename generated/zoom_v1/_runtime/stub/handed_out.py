"""Addresses that responses hand out: the stub's own, in the place of those of the service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote_plus

import msgspec

from ..operation import Operation
from ..semantics import elsewhere
from .exchange import Exchange
from .responses import StubResponse, instead


class HandedOut:
    """The keys of responses under which addresses stand, and what they are for."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._keys: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for operation in operations:
            told = {} if operation.url is None else operation.url.handed_out_by
            for id, keys in told.items():
                self._keys.setdefault(id, []).append((keys, operation.id))

    def __bool__(self) -> bool:
        return bool(self._keys)

    def by(self, answered: StubResponse, exchange: Exchange) -> StubResponse:
        """The same response, whose addresses lead here."""
        operation = exchange.operation
        known = self._keys.get(operation.id, ()) if operation is not None else ()
        if not known:
            return answered
        try:
            content = msgspec.json.decode(answered.content)
        except msgspec.DecodeError:
            return answered
        for keys, id in known:
            for holder, key in _holders(content, keys):
                if isinstance(holder[key], str):
                    holder[key] = elsewhere.here(id, holder[key], exchange.origin)
        return instead(answered, content)


def _holders(content: Any, keys: tuple[str, ...]) -> Iterator[tuple[dict[str, Any], str]]:
    """The objects that hold the last of some keys."""
    key, *rest = keys
    name = key.removesuffix("[]")
    if not isinstance(content, dict) or name not in content:
        return
    if not rest:
        yield content, name
        return
    inside = content[name] if isinstance(content[name], list) else [content[name]]
    for each in inside:
        yield from _holders(each, tuple(rest))


def address_and_query(operation: Operation, path: str, query: bytes) -> tuple[str, bytes]:
    """The address that a request is for, and what of its query is the operation's own."""
    bindings = operation.bindings
    named = operation.of_query
    own = named if bindings is None else {*map(bindings.wire_name, named)}
    parts = [each for each in query.decode("latin-1").split("&") if each]
    of_it = [each for each in parts if _head(each) not in own]
    left = [each for each in parts if _head(each) in own]
    address = elsewhere.meant(operation.id, path)
    asked = f"?{'&'.join(of_it)}" if of_it else ""
    return address + asked, "&".join(left).encode("latin-1")


def _head(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0]).partition("[")[0]
