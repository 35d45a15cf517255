"""Addresses of the pages beside one that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlencode

from ..emulator import Outcome
from ..pages import LinkPages, UrlPages
from ..semantics.paths import put
from .exchange import Exchange
from .responses import Header

Links = Mapping[str, Mapping[str, object]]


def page_headers(outcome: Outcome, exchange: Exchange, path: str) -> list[Header]:
    """What headers say of a page and of others.

    Args:
        outcome: the page.
        exchange: what asked for it.
        path: that of who hands out the other pages, if it is not that of the request.
    """
    found = [
        (name.lower().encode(), _text(value).encode("latin-1", "replace"))
        for name, value in outcome.headers.items()
        if value is not None
    ]
    if isinstance(outcome.scheme, LinkPages) and outcome.links:
        found_at = addresses(outcome.links, exchange, path)
        told = ", ".join(f'<{address}>; rel="{rel}"' for rel, address in found_at.items())
        found.append((b"link", told.encode("latin-1", "replace")))
    return found


def put_addresses(outcome: Outcome, exchange: Exchange, path: str, body: object) -> None:
    """Put the addresses of the next page and the one before into a body that tells them."""
    pages = outcome.scheme
    if not isinstance(pages, UrlPages) or not isinstance(body, dict):
        return
    found_at = addresses(outcome.links, exchange, path)
    for key, rel in ((pages.next, "next"), (pages.previous, "prev")):
        if key:
            put(body, key, found_at.get(rel))


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def addresses(links: Links, exchange: Exchange, path: str) -> dict[str, str]:
    """Where other pages are; `path` is that of who hands them out, if it is another operation."""
    if path:
        return {rel: _elsewhere(exchange, path, given) for rel, given in links.items()}
    return {rel: _address(exchange, given) for rel, given in links.items()}


def _elsewhere(exchange: Exchange, path: str, given: Mapping[str, object]) -> str:
    """The address of another operation with these arguments, some of them in its path."""
    in_path = {name: str(each) for name, each in given.items() if f"{{{name}}}" in path}
    for name, text in in_path.items():
        path = path.replace(f"{{{name}}}", quote(text, safe=""))
    rest = urlencode({name: each for name, each in given.items() if name not in in_path})
    return f"{exchange.origin}{path}{'?' if rest else ''}{rest}"


def _address(exchange: Exchange, given: Mapping[str, object]) -> str:
    """The request's own address, with other arguments."""
    asked = parse_qsl(exchange.query.decode("latin-1"), keep_blank_values=True)
    kept = [(name, value) for name, value in asked if name not in given]
    return f"{exchange.address}?{urlencode([*kept, *given.items()])}"
