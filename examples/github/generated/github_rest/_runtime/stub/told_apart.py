"""Operations of one method at one path, each of which has another constant.

GET /rest?method=photos.search    GET /rest?method=photos.getInfo
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from msgspec import structs

from ..encoding.bindings import Bindings
from ..operation import Operation
from ..semantics.telling import said, teller
from .arguments import read_arguments
from .bound import with_headers
from .bounds import Bounds
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


def _constants(operation: Operation) -> dict[_Teller, str]:
    """Those that every request has."""
    bindings = operation.bindings or Bindings()
    needed = (name for name in bindings.constants if name not in bindings.optional)
    return {_told_by(operation, bindings, n): said(bindings.constants[n]) for n in needed}


def _told_by(operation: Operation, bindings: Bindings, name: str) -> _Teller:
    place = _place(operation, bindings, name)
    wired = bindings.wire_name(name)
    return _Teller(place, wired.lower() if place == "header" else wired, wired)


def _place(
    operation: Operation, bindings: Bindings, name: str
) -> Literal["header", "cookie", "query", "body"]:
    if name in bindings.headers:
        return "header"
    if name in bindings.cookies:
        return "cookie"
    return "query" if name in operation.of_query else "body"


class ToldApart:
    """Several operations, and which of them a request is about."""

    def __init__(self, routes: Sequence[StubRoute]) -> None:
        constants = [_constants(each.operation) for each in routes]
        by = teller(constants)
        assert by is not None, "the compiler has found what tells them apart"
        self._by = by
        self._routes = {each[by]: route for each, route in zip(constants, routes, strict=True)}
        self._reader = _with_nothing_else(routes[0].operation, by)
        errors = (_error(each.operation, by) for each in routes)
        self._error = next((each for each in errors if each is not None), None)

    @property
    def routes(self) -> Iterable[StubRoute]:
        return self._routes.values()

    def route(
        self, query: bytes, headers: Mapping[bytes, bytes], body: bytes, bounds: Bounds
    ) -> StubRoute:
        """The operation that a request is about.

        Raises:
            RequestRefused: unknown_path; malformed or too_large, if it cannot be read.
        """
        bindings = self._reader.bindings or Bindings()
        looked_at = body if self._by.place == "body" else b""
        content_type = headers.get(b"content-type", b"")
        given = read_arguments(self._reader, query, content_type, looked_at, bounds)
        text = with_headers(self._reader, bindings, given, headers).get(self._by.name)
        if isinstance(text, list):
            if len({*map(str, text)}) > 1:
                raise repeated(self._by.name, len(text))
            text = text[0]
        found = None if text is None else self._routes.get(said(text))
        if found is None:
            message = self._unknown(None if text is None else said(text))
            raise RequestRefused("unknown_path", message, error=self._error)
        return found

    def _unknown(self, text: str | None) -> str:
        known = [*self._routes]
        listed = ", ".join(known[:_LISTED]) + (", ..." if len(known) > _LISTED else "")
        if text is None:
            return f"{self._by.name} says what is called, and is missing; it is one of {listed}"
        near = get_close_matches(text, known, n=1, cutoff=0.7)
        hint = f"did you mean {near[0]}?" if near else f"it is one of {listed}"
        return f"{self._by.name} is {shown(text)}, which nothing is called; {hint}"


def _error(operation: Operation, by: _Teller) -> int | str | None:
    """The error of requests that have the constant otherwise, where the operation says it."""
    bindings = operation.bindings or Bindings()
    refusals = bindings.refusals.items()
    return next((e for name, e in refusals if _told_by(operation, bindings, name) == by), None)


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
        encoding="form" if operation.encoding == "raw" else operation.encoding,
        bindings=Bindings(
            constants={by.name: ""},
            headers=name if by.place == "header" else (),
            cookies=name if by.place == "cookie" else (),
            beside=frozenset(name) if is_beside else frozenset(),
        ),
    )
