"""Operations of one method at one path, each of which has other constants, or another body.

GET /rest?method=photos.search    GET /rest?method=photos.getInfo
GET /api?action=query&list=all    GET /api?action=query&prop=info    GET /api?action=parse
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from msgspec import structs

from ..encoding.bindings import Bindings
from ..operation import Operation
from ..semantics.media_types import accepted
from ..semantics.methods import BODILESS
from ..semantics.telling import Fork, fork, said
from .arguments import media_type_of, read_arguments
from .bound import with_headers
from .bounds import Bounds
from .multipart import MULTIPART
from .repeated import repeated
from .responses import RequestRefused
from .route import StubRoute
from .showing import shown

_LISTED = 8
"""How many operations a message names."""


@dataclass(frozen=True)
class _Teller:
    """A constant: where it is, and what it is called there."""

    place: Literal["header", "cookie", "query", "body"]
    key: str
    """Its name; of a header, in lower case, as operations may spell it in several ways."""
    name: str = field(compare=False)


def _constants(operation: Operation, method: str) -> dict[_Teller, str]:
    """Those that every request has."""
    bindings = operation.bindings or Bindings()
    found = {}
    for name, value in bindings.constants.items():
        if name not in bindings.optional:
            found[_teller(operation, method, name)] = said(value)
    return found


def _optional(operation: Operation, method: str) -> dict[_Teller, str]:
    """Those that requests may have."""
    bindings = operation.bindings or Bindings()
    given = {name: bindings.constants[name] for name in bindings.optional}
    return {_teller(operation, method, name): said(value) for name, value in given.items()}


def _known(operation: Operation, method: str) -> set[_Teller]:
    """What requests may have besides, of any value."""
    own = (name for name in operation.arguments if name not in operation.in_path)
    return {_teller(operation, method, name) for name in own}


def _teller(operation: Operation, method: str, name: str) -> _Teller:
    bindings = operation.bindings or Bindings()
    place, wired = _place(operation, bindings, method, name), bindings.wire_name(name)
    return _Teller(place, wired.lower() if place == "header" else wired, wired)


def _place(
    operation: Operation, bindings: Bindings, method: str, name: str
) -> Literal["header", "cookie", "query", "body"]:
    if name in bindings.headers:
        return "header"
    if name in bindings.cookies:
        return "cookie"
    if method != operation.method:  # what it is sent with besides
        if method == "GET":
            return "query"
        if operation.encoding == "query" and method not in BODILESS:
            return "body"
    return "query" if name in operation.of_query else "body"


_ACCEPT = _Teller("header", "accept", "Accept")
"""Whoever does not say what is accepted says `*/*`, as curl does, and may name several kinds."""
_ANYTHING = "*/*"


class ToldApart:
    """Several operations, and which of them a request is about."""

    def __init__(self, routes: Sequence[StubRoute], method: str) -> None:
        operations = [each.operation for each in routes]
        by = fork(
            [_constants(each, method) for each in operations],
            [_known(each, method) for each in operations],
            [_optional(each, method) for each in operations],
        )
        self.routes = tuple(routes)
        self._fork = by
        """None where their bodies tell, as the compiler has found nothing else that does."""
        keys = dict.fromkeys(by.keys if by is not None else ())
        self._readers = {each: _with_nothing_else(operations[0], each) for each in keys}
        self._errors = {each: _error(operations, method, each) for each in self._readers}
        told = (_constants(each, method) for each in operations)
        self.said = {(key.name, value) for each in told for key, value in each.items()}
        """What its constants are called, and what they are."""
        self.elsewhere: dict[str, ToldApart] = {}
        """What the path has with other methods."""

    def route(
        self, query: bytes, headers: Mapping[bytes, bytes], body: bytes, bounds: Bounds
    ) -> StubRoute:
        """The operation that a request is about.

        Raises:
            RequestRefused: unknown_path; malformed or too_large, if it cannot be read.
        """
        if self._fork is None:
            return self._by_body(headers)
        found: Fork[_Teller] | int = self._fork
        while isinstance(found, Fork):
            text = self._said(found.key, query, headers, body, bounds)
            further = _way(found, text)
            if further is None:
                raise self._refused(found, text)
            found = further
        return self.routes[found]

    def _refused(self, by: Fork[_Teller], text: str | None) -> RequestRefused:
        error = self._errors[by.key]
        name = by.key.name
        methods = [m for m, each in self.elsewhere.items() if (name, text) in each.said]
        if error is not None or text is None or not methods:
            return RequestRefused("unknown_path", _unknown(by, text), error=error)
        header = (b"allow", ", ".join(methods).encode())
        message = f"{name} is {shown(text)}, which is asked for with {' or '.join(methods)}"
        return RequestRefused("method_not_allowed", message, [header])

    def _by_body(self, headers: Mapping[bytes, bytes]) -> StubRoute:
        """A form goes to the one that takes one; whatever else is sent is a file as it is."""
        is_form = media_type_of(headers.get(b"content-type", b""))[0] == MULTIPART
        kind = "multipart" if is_form else "raw"
        return next(each for each in self.routes if each.operation.encoding == kind)

    def _said(
        self,
        by: _Teller,
        query: bytes,
        headers: Mapping[bytes, bytes],
        body: bytes,
        bounds: Bounds,
    ) -> str | None:
        """What a request has at one place."""
        reader = self._readers[by]
        looked_at = body if by.place == "body" else b""
        content_type = headers.get(b"content-type", b"")
        given = read_arguments(reader, query, content_type, looked_at, bounds)
        text = with_headers(reader, reader.bindings or Bindings(), given, headers).get(by.name)
        if isinstance(text, list):
            if len({*map(str, text)}) > 1:
                raise repeated(by.name, len(text))
            text = text[0]
        return None if text is None else said(text)


def _way(fork: Fork[_Teller], text: str | None) -> Fork[_Teller] | int | None:
    """Where what a request has there leads; None if nowhere."""
    found = fork.ways.get(text)
    if found is not None or text is None or fork.key != _ACCEPT:
        return found
    kinds = accepted(text)
    known = next((fork.ways[kind] for kind in kinds if kind in fork.ways), None)
    return fork.ways.get(None) if known is None and _ANYTHING in kinds else known


def _unknown(fork: Fork[_Teller], text: str | None) -> str:
    name, known = fork.key.name, [each for each in fork.ways if each is not None]
    listed = ", ".join(known[:_LISTED]) + (", ..." if len(known) > _LISTED else "")
    if text is None:
        return f"{name} says what is called, and is missing; it is one of {listed}"
    near = get_close_matches(text, known, n=1, cutoff=0.7)
    hint = f"did you mean {near[0]}?" if near else f"it is one of {listed}"
    return f"{name} is {shown(text)}, which nothing is called; {hint}"


def _error(operations: Sequence[Operation], method: str, by: _Teller) -> int | str | None:
    """The error of requests that have a constant otherwise, where an operation says it."""
    for operation in operations:
        bindings = operation.bindings or Bindings()
        for name, error in bindings.refusals.items():
            if _teller(operation, method, name) == by:
                return error
    return None


def _with_nothing_else(operation: Operation, by: _Teller) -> Operation:
    """The operation with that constant alone, under its name on the wire."""
    name = (by.name,)
    bindings = operation.bindings or Bindings()
    is_beside = by.name in map(bindings.wire_name, bindings.beside)
    return structs.replace(
        operation,
        arguments={},
        in_path=(),
        in_query=name if by.place == "query" else (),
        encoding="form" if operation.encoding in ("raw", "query") else operation.encoding,
        bindings=Bindings(
            constants={by.name: ""},
            headers=name if by.place == "header" else (),
            cookies=name if by.place == "cookie" else (),
            beside=frozenset(name) if is_beside else frozenset(),
        ),
    )
