"""The addresses that a server names: followed where they lead to the same service only."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from ..errors import PagingError
from ..operation import Operation

_PORTS = {"http": 80, "https": 443}


def target_below(
    address: str,
    base_url: str,
    current: str,
    operation: Operation,
    beside: Iterable[tuple[str, str]] = (),
) -> str:
    """The target below `base_url` that an address means; `beside` goes along in the query.

    Credentials go where requests go, so an address of another host is never followed.

    Raises:
        PagingError: it leads somewhere else.
    """
    base = urlsplit(base_url)
    parts = urlsplit(urljoin(base_url + current, address))
    if _origin(parts.scheme, parts.hostname, parts.port) != _origin(
        base.scheme, base.hostname, base.port
    ):
        host = parts.hostname or "nowhere"
        raise _refused(f"the next page is said to be on {host}, another host", operation)
    if not parts.path.startswith(base.path):
        raise _refused("the next page is said to be outside of the API", operation)
    given = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    added = urlencode([(name, text) for name, text in beside if name not in given])
    query = "&".join(filter(None, (parts.query, added)))
    target = parts.path[len(base.path) :] or "/"
    return f"{target}?{query}" if query else target


def _origin(scheme: str, host: str | None, port: int | None) -> tuple[str, str, int]:
    return scheme, (host or "").lower(), port or _PORTS.get(scheme, 0)


def _refused(message: str, operation: Operation) -> PagingError:
    return PagingError(message, operation=operation.id, section=operation.section)
