"""Requests to an address that an earlier response has handed out.

Who has such an address may do what it is for. So it is never shown, and whoever is there is told
nothing of who asks, unless it is one of the API's own servers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import SplitResult, urlsplit

from msgspec import structs

from ..operation import Operation, WholeUrl
from ..request import Request
from ..semantics.elsewhere import is_below, without_template
from .redirects import origin_of
from .refusing import unsendable


def own_headers(
    operation: Operation, of_call: Mapping[str, str], of_client: Mapping[str, str]
) -> Mapping[str, str]:
    """The caller's headers, without those that are for the API alone."""
    if operation.url is None or operation.url.servers is not None:
        return of_call
    return {name: text for name, text in of_call.items() if of_client.get(name) != text}


def sent_there(request: Request, base_url: Callable[[str | None], str]) -> Request:
    """The request for the address among its arguments.

    Raises:
        InvalidArguments: it is none, or leads where nothing may be sent.
    """
    operation = request.operation
    url = operation.url
    assert url is not None, "of operations that are sent to an address"
    parts = _read(operation, url, request, base_url)
    if url.servers is None:
        _check_host(operation, url, parts, urlsplit(base_url(None)))
    else:
        known = [origin_of(base_url(each)) for each in (operation.server, *url.servers)]
        if _origin(parts) not in known:
            message = f"leads to another host than {' and '.join(dict.fromkeys(known))}"
            raise unsendable(operation, url.argument, message)
    _, _, added = request.target.partition("?")
    query = "&".join(filter(None, (parts.query, added)))
    return structs.replace(
        request,
        origin=_origin(parts),
        target=(parts.path or "/") + (f"?{query}" if query else ""),
        shown=f"{{{url.argument}}}",
    )


def _read(
    operation: Operation, url: WholeUrl, request: Request, base_url: Callable[[str | None], str]
) -> SplitResult:
    text = str(request.arguments.get(url.argument))
    if url.servers is not None and is_below(text):
        text = origin_of(base_url(operation.server)) + text
    try:
        parts = urlsplit(without_template(text))
        known = parts.port is None or parts.port > 0
    except ValueError:
        raise unsendable(operation, url.argument, "is no address") from None
    sound = text.isascii() and text.isprintable() and not {*" {}\\"} & {*parts.geturl()}
    if not known or not sound or parts.scheme not in ("http", "https") or not parts.hostname:
        raise unsendable(operation, url.argument, "is no address")
    if "@" in parts.netloc:
        raise unsendable(operation, url.argument, "names a user, which is not sent")
    return parts


def _check_host(operation: Operation, url: WholeUrl, parts: SplitResult, base: SplitResult) -> None:
    """What is foreign is asked over TLS; a client of a stub or a test server asks that host."""
    if base.scheme == "https":
        if parts.scheme != "https":
            raise unsendable(operation, url.argument, "is no address of https")
    elif parts.hostname != base.hostname:
        message = "leads to another host than base_url, which is no address of https"
        raise unsendable(operation, url.argument, message)


def _origin(parts: SplitResult) -> str:
    return origin_of(parts.geturl())
