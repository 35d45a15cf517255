"""The addresses that a server names: followed where they lead to the same service only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

from msgspec import Struct

from ..errors import PagingError
from ..operation import Operation

_PORTS = {"http": 80, "https": 443}
_OF_ADDRESSES = "!#$%&'()*+,/:;=?@[]~"
"""What may stand in an address. Services leave blanks and letters in theirs that may not."""
_VARIABLE = re.compile(r"\{[^{}]+\}")


class Address(Struct, frozen=True):
    """An address that a server has named, which may lead to some of the API's own servers."""

    text: str
    servers: tuple[str, ...] = ()

    def found(
        self,
        operation: Operation,
        current: str,
        beside: Iterable[tuple[str, str]],
        base_url: Callable[[str | None], str],
        documented: Callable[[str | None], Sequence[str]],
    ) -> tuple[str | None, str]:
        """The server that it leads to, and the target there.

        Raises:
            PagingError: it leads somewhere else, or is none.
        """
        refused: PagingError | None = None
        for server in (operation.server, *self.servers):
            base, urls = base_url(server), documented(server)
            try:
                return server, target_below(self.text, base, current, operation, beside, urls)
            except PagingError as error:
                refused = refused or error
        assert refused is not None, "there is one server at least"
        if self.servers:
            bases = (base_url(server) for server in (operation.server, *self.servers))
            known = dict.fromkeys(urlsplit(base).netloc for base in bases)
            message = f"{refused.args[0]}; addresses lead to {' and '.join(known)} alone"
            refused = _refused(message, operation)
        raise refused from None


def target_below(
    address: str,
    base_url: str,
    current: str,
    operation: Operation,
    beside: Iterable[tuple[str, str]] = (),
    documented: Sequence[str] = (),
) -> str:
    """The target below `base_url` that an address means; `beside` goes along in the query.

    Credentials go where requests go, so an address of another host is never followed. Behind a
    proxy or a stub, a server may still name one of its `documented` URLs: that is read as
    `base_url`, unless `base_url` is documented too, since two of those are two services.

    Raises:
        PagingError: it leads somewhere else, or is none.
    """
    try:
        parts = urlsplit(urljoin(base_url + current, address))
        named = _written(parts)
    except ValueError:
        raise _refused("the next page's address is none", operation) from None
    base = _written(urlsplit(base_url))
    if ".." in unquote(parts.path).replace("\\", "/").split("/"):
        raise _refused("the next page is said to be outside of the API", operation)
    path = _behind(re.escape(base), named)
    if path is not None and base == _origin(base) and not urlsplit(address).netloc:
        path = _below_documented(path, documented)
    if path is None:
        path = _documented(named, base, documented)
    if path is None:
        if _origin(named) == _origin(base):
            raise _refused("the next page is said to be outside of the API", operation)
        host = parts.hostname or "nowhere"
        raise _refused(f"the next page is said to be on {host}, another host", operation)
    given = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    added = urlencode([(name, text) for name, text in beside if name not in given])
    query = "&".join(filter(None, (parts.query, added)))
    target = path or "/"
    return quote(f"{target}?{query}" if query else target, safe=_OF_ADDRESSES)


def _documented(named: str, base: str, documented: Sequence[str]) -> str | None:
    """The path behind the documented URL that an address is below."""
    patterns = ["[A-Za-z0-9._-]+".join(map(re.escape, _VARIABLE.split(url))) for url in documented]
    if any(re.match(f"{pattern}(?=/|$)", base) for pattern in patterns):
        return None
    found = (_behind(pattern, named) for pattern in patterns)
    return next((path for path in found if path is not None), None)


def _below_documented(path: str, documented: Sequence[str]) -> str:
    """A path from the host on, without that of a documented URL, for which a base URL stands."""
    for url in documented:
        above = urlsplit(_VARIABLE.sub("x", url)).path.rstrip("/")
        found = _behind(re.escape(above), path) if above else None
        if found is not None:
            return found
    return path


def _behind(pattern: str, named: str) -> str | None:
    match = re.match(f"{pattern}(?=/|$)", named)
    return None if match is None else named[match.end() :]


def _written(parts: SplitResult) -> str:
    """Scheme, host, port and path, in one spelling."""
    port = parts.port or _PORTS.get(parts.scheme, 0)
    shown = "" if port == _PORTS.get(parts.scheme) else f":{port}"
    host = (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{host}{shown}{parts.path}"


def _origin(written: str) -> str:
    return "/".join(written.split("/")[:3])


def _refused(message: str, operation: Operation) -> PagingError:
    return PagingError(message, operation=operation.id, section=operation.section)
