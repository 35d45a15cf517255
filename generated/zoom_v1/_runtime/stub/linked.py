"""Addresses of the pages beside one that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlencode

from ..emulator import Outcome
from ..operation import Operation
from ..pages import LinkPages, UrlPages
from ..semantics.paths import put
from .exchange import Exchange
from .responses import Header

Links = Mapping[str, Mapping[str, object]]


def page_headers(outcome: Outcome, exchange: Exchange, further: Operation | None) -> list[Header]:
    """What headers say of a page and of others.

    Args:
        outcome: the page.
        exchange: what asked for it.
        further: who hands out the other pages, if it is not what was asked.
    """
    found = [
        (name.lower().encode(), _text(value).encode("latin-1", "replace"))
        for name, value in outcome.headers.items()
        if value is not None
    ]
    if isinstance(outcome.scheme, LinkPages) and outcome.links:
        found_at = addresses(outcome.links, exchange, further)
        told = ", ".join(f'<{address}>; rel="{rel}"' for rel, address in found_at.items())
        found.append((b"link", told.encode("latin-1", "replace")))
    return found


def put_addresses(
    outcome: Outcome, exchange: Exchange, further: Operation | None, body: object
) -> None:
    """Put the addresses of the next page and the one before into a body that tells them."""
    pages = outcome.scheme
    if not isinstance(pages, UrlPages) or not isinstance(body, dict):
        return
    found_at = addresses(outcome.links, exchange, further)
    for key, rel in ((pages.next, "next"), (pages.previous, "prev")):
        if key:
            put(body, key, found_at.get(rel))


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def addresses(links: Links, exchange: Exchange, further: Operation | None) -> dict[str, str]:
    """Where other pages are; `further` hands them out, if it is another operation."""
    if further is not None:
        return {rel: _elsewhere(exchange, further, given) for rel, given in links.items()}
    return {rel: _address(exchange, given) for rel, given in links.items()}


def _elsewhere(exchange: Exchange, further: Operation, given: Mapping[str, object]) -> str:
    """The address of another operation with these arguments, some of them in its path."""
    path = further.path
    in_path = {name: str(each) for name, each in given.items() if f"{{{name}}}" in path}
    for name, text in in_path.items():
        path = path.replace(f"{{{name}}}", quote(text, safe=""))
    others = {name: each for name, each in given.items() if name not in in_path}
    rest = urlencode(_as_sent(further, others))
    return f"{exchange.origin}{path}{'?' if rest else ''}{rest}"


def _address(exchange: Exchange, given: Mapping[str, object]) -> str:
    """The request's own address, with other arguments."""
    sent = _as_sent(exchange.operation, given)
    asked = parse_qsl(exchange.query.decode("latin-1"), keep_blank_values=True)
    kept = [(name, value) for name, value in asked if name not in sent]
    return f"{exchange.address}?{urlencode([*kept, *sent.items()])}"


def _as_sent(operation: Operation | None, given: Mapping[str, object]) -> dict[str, object]:
    """Arguments by the names that the API has for them."""
    if operation is None or operation.bindings is None:
        return dict(given)
    return {operation.bindings.wire_name(name): value for name, value in given.items()}
