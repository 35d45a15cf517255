"""Addresses of the pages beside one that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from ..operation import Operation
from ..pages import CursorPages, LinkPages, UrlPages
from ..semantics.paths import put
from .exchange import Exchange
from .responses import Header

Links = Mapping[str, Mapping[str, object]]


def link_headers(operation: Operation, links: Links, exchange: Exchange) -> list[Header]:
    """What headers say of other pages: `Link`, or one with the next cursor."""
    pages = operation.pages
    if isinstance(pages, LinkPages) and links:
        told = (
            f'<{_address(operation, exchange, given)}>; rel="{rel}"' for rel, given in links.items()
        )
        return [(b"link", ", ".join(told).encode("latin-1", "replace"))]
    if isinstance(pages, CursorPages) and pages.next_header and "next" in links:
        cursor = str(links["next"][pages.cursor])
        return [(pages.next_header.lower().encode(), cursor.encode("latin-1", "replace"))]
    return []


def put_addresses(operation: Operation, links: Links, exchange: Exchange, body: object) -> None:
    """Put the addresses of the next page and the one before into a body that tells them."""
    pages = operation.pages
    if not isinstance(pages, UrlPages) or not isinstance(body, dict):
        return
    for path, rel in ((pages.next, "next"), (pages.previous, "prev")):
        if path:
            address = _address(operation, exchange, links[rel]) if rel in links else None
            put(body, path, address)


def _address(operation: Operation, exchange: Exchange, arguments: Mapping[str, object]) -> str:
    """The request's own address, with other arguments."""
    bindings = operation.bindings
    given = {
        name if bindings is None else bindings.wire_name(name): value
        for name, value in arguments.items()
    }
    asked = parse_qsl(exchange.query.decode("latin-1"), keep_blank_values=True)
    kept = [(name, value) for name, value in asked if name not in given]
    return f"{exchange.address}?{urlencode([*kept, *given.items()])}"
