"""Redirects of operations that document them: to where a file is kept.

Whoever keeps it is no part of the API, and learns nothing of who asks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import msgspec

from ..decoding.response import Response
from ..request import Request
from ..transport.sending import SendLimits, Transport, send

if TYPE_CHECKING:
    from ..transport.call_events import CallEvents
    from ..transport.retry import Attempts

STATUSES = (301, 302, 303, 307, 308)
MOST = 5
"""How many may follow each other."""
_TELLS_NOTHING = ("accept", "accept-encoding", "user-agent")


def address_of(response: Response, url: str) -> str | None:
    """Where a response to `url` leads; None if it leads nowhere that may be asked."""
    location = response.headers.get("location", "").strip()
    if response.status not in STATUSES or not location or not location.isascii():
        return None
    address = urljoin(url, location)
    parts = urlsplit(address)
    before = urlsplit(url).scheme
    safe = parts.scheme == "https" or parts.scheme == before == "http"
    fit = parts.hostname and "@" not in parts.netloc and address.isprintable()
    return address.partition("#")[0] if safe and fit and " " not in address else None


async def follow(
    request: Request,
    response: Response,
    base_url: str,
    open_way: Callable[[str], Transport],
    limits: SendLimits,
    attempts: Attempts,
    call_events: CallEvents,
) -> Response:
    """The response at the end of the redirects, or the first that leads nowhere."""
    url, same = base_url + request.target, True
    for _ in range(MOST):
        address = address_of(response, url)
        if address is None:
            return response
        # Who has been elsewhere is not trusted again: the other side chose the address.
        same = same and origin_of(address) == origin_of(base_url)
        sent = redirected(request, address, same_origin=same)
        way = open_way(origin_of(address))
        response = await send(sent, way, limits, attempts, call_events)
        url = address
    return response


def origin_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def redirected(request: Request, address: str, *, same_origin: bool) -> Request:
    """The request for `address`; what says who asks goes along on the API's own server only."""
    parts = urlsplit(address)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {
        name: value
        for name, value in request.headers.items()
        if same_origin or name in _TELLS_NOTHING
    }
    # Addresses of storage are often signed: whoever has one has the file.
    return msgspec.structs.replace(
        request, method="GET", target=target, shown="/...", headers=headers, body=None
    )
