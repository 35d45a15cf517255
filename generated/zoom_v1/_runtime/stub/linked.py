"""Addresses of the pages beside one that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never
from urllib.parse import parse_qsl, quote, urlencode

import msgspec

from ..emulator import Outcome
from ..encoding.bindings import PLAIN, Bindings
from ..operation import Operation
from ..pages import Linked, LinkPages, UrlPages
from ..semantics.linked import link_at, put_address
from ..semantics.paths import keys_of, path_of, put, reach
from ..semantics.telling import said
from .exchange import Exchange
from .responses import Header

Links = Mapping[str, Mapping[str, object]]


def page_headers(outcome: Outcome, exchange: Exchange, further: Operation | None) -> list[Header]:
    """What headers say of a page and of others.

    Args:
        outcome: the page.
        exchange: what asked for it.
        further: what hands out the other pages, if it is not what the request asked for.
    """
    found = [
        (name.lower().encode(), _text(value).encode("latin-1", "replace"))
        for name, value in outcome.headers.items()
        if value is not None
    ]
    if isinstance(outcome.scheme, LinkPages):
        link = link_header(outcome.scheme, outcome.links, exchange, further)
        if link is not None:
            found.append((b"link", link))
    return found


def link_header(
    pages: LinkPages, links: Links, exchange: Exchange, further: Operation | None
) -> bytes | None:
    """The header that says where other pages are; None if there are none to tell of."""
    found = addresses(links, exchange, further).items()
    told = [(address, rel, "true") for rel, address in found]
    more = pages.more_parameter
    if more and "next" not in links:
        told.append((_address(exchange, {}), "next", "false"))
    beside = f'; {more}="%s"' if more else ""
    texts = (f'<{to}>; rel="{rel}"{beside and beside % follows}' for to, rel, follows in told)
    return ", ".join(texts).encode("latin-1", "replace") or None


def put_addresses(
    outcome: Outcome,
    exchange: Exchange,
    further: Operation | None,
    body: object,
    documented: bytes | None = None,
) -> None:
    """Put the addresses of the next page and the one before into a body that tells them.

    Where there is no such page, the body has what its type has for nothing. What else a link has
    is what it has in the documented answer.
    """
    pages = outcome.scheme
    if not isinstance(pages, UrlPages) or not isinstance(body, dict):
        return
    found_at = addresses(outcome.links, exchange, further)
    for place, rel in ((pages.next, "next"), (pages.previous, "prev")):
        if place and rel in found_at:
            put_address(body, place, found_at[rel], _documented(documented, place))


def _documented(answer: bytes | None, place: str | Linked) -> Mapping[str, object]:
    """What a link has in the documented answer; or one beside it, if it is not there."""
    if answer is None or isinstance(place, str):
        return {}
    content = msgspec.json.decode(answer)
    beside = reach(content, place.list)
    links = [link_at(content, place), *(beside if isinstance(beside, list) else ())]
    return next((each for each in links if isinstance(each, dict)), {})


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
    given = {name: each for name, each in given.items() if each is not None}
    in_path = {name: str(each) for name, each in given.items() if f"{{{name}}}" in path}
    for name, text in in_path.items():
        path = path.replace(f"{{{name}}}", quote(text, safe=""))
    rest = {name: each for name, each in given.items() if name not in in_path}
    bindings = further.bindings or Bindings()
    of_query = further.of_query - {*bindings.headers, *bindings.cookies}
    rest |= {name: said(each) for name, each in bindings.constants.items() if name in of_query}
    return f"{exchange.origin}{path}{_query(further, [], rest)}"


def _address(exchange: Exchange, given: Mapping[str, object]) -> str:
    """The request's own address, with other arguments, and without those that are None."""
    assert exchange.operation is not None, "only pages of lists have addresses"
    asked = parse_qsl(exchange.query.decode("latin-1"), keep_blank_values=True)
    return f"{exchange.address}{_query(exchange.operation, asked, given)}"


def _query(operation: Operation, asked: list[tuple[str, str]], given: Mapping[str, object]) -> str:
    """A query with other arguments, as they are sent; the rest stays."""
    for name, value in given.items():
        key, text = _sent(operation, dict(asked), name, value)
        asked = [pair for pair in asked if pair[0] != key]
        if value is not None:
            asked.append((key, text))
    return f"?{urlencode(asked)}" if asked else ""


def _sent(
    operation: Operation, asked: Mapping[str, str], name: str, value: object
) -> tuple[str, str]:
    """How an argument, or a field of one, stands in a query."""
    bindings = operation.bindings or Bindings()
    head, *keys = [name] if name in operation.arguments else keys_of(name)
    written = bindings.wire_name(head)
    if not keys:
        return written, str(value)
    match bindings.styles.get(head, PLAIN).objects:
        case "brackets":
            return written + "".join(f"[{key}]" for key in keys), str(value)
        case "dots":
            return ".".join((written, *keys)), str(value)
        case "json":
            try:
                holder = msgspec.json.decode(asked.get(written, "{}"))
            except msgspec.DecodeError:
                holder = {}
            put(holder, path_of(keys), value)
            return written, msgspec.json.encode(holder).decode()
    assert_never(bindings.styles[head].objects)
