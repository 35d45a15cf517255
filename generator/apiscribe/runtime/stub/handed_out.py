"""Addresses that responses hand out: the stub's own, in the place of those of the service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote_plus

import msgspec

from ..head import Head, head_of
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
        if operation is None or operation.id not in self._keys:
            return answered
        known = self._keys[operation.id]
        head = head_of(operation.heads, answered.start["status"]) or Head()
        in_headers = {field.key: field.header for field in head.fields}
        for keys, id in known:
            if keys[0] in in_headers:
                answered = _in_header(answered, in_headers[keys[0]], id, exchange.origin)
        in_body = [(keys, id) for keys, id in known if keys[0] not in in_headers]
        return _in_body(answered, in_body, head, exchange.origin) if in_body else answered


def _in_header(answered: StubResponse, header: str, id: str, origin: str) -> StubResponse:
    name = header.encode("latin-1")
    headers = [
        (each, elsewhere.here(id, text.decode(), origin).encode() if each == name else text)
        for each, text in answered.start["headers"]
    ]
    return StubResponse({**answered.start, "headers": headers}, answered.body)


def _in_body(
    answered: StubResponse, known: list[tuple[tuple[str, ...], str]], head: Head, origin: str
) -> StubResponse:
    try:
        content = msgspec.json.decode(answered.content)
    except msgspec.DecodeError:
        return answered
    whole = {head.body: content} if head.body else content
    for keys, id in known:
        for holder, key in _holders(whole, keys):
            if isinstance(holder[key], str):
                holder[key] = elsewhere.here(id, holder[key], origin)
    return instead(answered, whole[head.body] if head.body else whole)


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
    address = elsewhere.meant(path)
    asked = f"?{'&'.join(of_it)}" if of_it else ""
    return address + asked, "&".join(left).encode("latin-1")


def _head(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0]).partition("[")[0]
