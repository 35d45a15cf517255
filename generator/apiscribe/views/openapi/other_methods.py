"""An operation that a service takes with several methods: for OpenAPI, that many operations."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from apiscribe.model import Encoding, Location, Operation

_BODILESS = ("GET", "DELETE")


def of(operation: Operation) -> Iterator[Operation]:
    """The same operation with each of its other methods."""
    for method in operation.other_methods:
        other = replace(operation, method=method)
        if method == "GET" and operation.encoding != "query":
            yield _moved(other, "query", "body", "query")
        elif operation.encoding == "query" and method not in _BODILESS:
            yield _moved(other, "form", "query", "body")
        else:
            yield other


def _moved(operation: Operation, encoding: Encoding, away: Location, to: Location) -> Operation:
    """The operation with what stands in one place in another."""
    return replace(
        operation,
        encoding=encoding,
        also=(),
        arguments=tuple(
            replace(each, location=to) if each.location == away else each
            for each in operation.arguments
        ),
        constants=tuple(
            replace(each, location=to) if each.location == away else each
            for each in operation.constants
        ),
    )
