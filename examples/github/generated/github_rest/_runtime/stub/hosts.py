"""Who may call the stub, as far as a web browser says it.

A page from anywhere can have a browser send requests to this machine. The browser says which
page it is (`Origin`, `Sec-Fetch-Site`), so that such requests can be refused, and without CORS
headers the page cannot read the answers. A page whose own name has come to mean this machine
(DNS rebinding) passes for one of the stub's, but for the name that it calls the stub by (`Host`).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from .responses import RequestRefused
from .showing import shown

_AUTHORITY = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([^\[\]:/?#@\s]*))(?::[0-9]*)?").fullmatch
_FORBIDDEN, _MISDIRECTED = 403, 421
_ANY = "*"


class Hosts:
    """The names that a stub goes by.

    Args:
        allowed: names besides its own; `*` is any.
        bound: the name or address that it listens at.
        exposed: whether other machines reach it; then it may go by any name, unless some are
            allowed.
    """

    def __init__(self, allowed: Iterable[str] = (), *, bound: str = "", exposed: bool) -> None:
        self._allowed = {name.lower() for name in allowed}
        self._own = {"localhost", bound.lower()}
        self._any = _ANY in self._allowed or (exposed and not self._allowed)
        self._knows = lru_cache(maxsize=64)(self._is_known)

    def check(self, headers: Mapping[bytes, bytes]) -> None:
        """Look whom a request is for, and where it comes from.

        Raises:
            RequestRefused: malformed.
        """
        host = headers.get(b"host")
        if host and not self._knows(host):
            name = shown(host.decode("latin-1"))
            message = (
                f"this stub is not called {name}; call it by its address or by localhost, or start"
                " it with allowed_hosts= or --allow-host"
            )
            raise RequestRefused("malformed", message, status=_MISDIRECTED)
        if b"origin" in headers or b"sec-fetch-site" in headers:
            self._check_page(headers, host or b"")

    def _check_page(self, headers: Mapping[bytes, bytes], host: bytes) -> None:
        origin = headers.get(b"origin")
        if origin is not None:
            authority = origin.partition(b"://")[2]
            foreign = authority.lower() != host.lower() and not self._allows(authority)
        else:
            elsewhere = headers[b"sec-fetch-site"] in (b"cross-site", b"same-site")
            foreign = elsewhere and headers.get(b"sec-fetch-mode") != b"navigate"
        if foreign:
            name = shown((origin or b"").decode("latin-1")) or "another site"
            message = (
                f"the web page of {name} may not use this stub; start it with allowed_hosts= or"
                " --allow-host if it should"
            )
            raise RequestRefused("malformed", message, status=_FORBIDDEN)

    def _allows(self, authority: bytes) -> bool:
        return _ANY in self._allowed or _name(authority) in self._allowed

    def _is_known(self, host: bytes) -> bool:
        name = _name(host)
        if name is None:
            return False
        if self._any or name in self._own or name in self._allowed:
            return True
        # No page can have an address for its name, unless it comes from there.
        return name.endswith(".localhost") or _is_address(name)


def _name(authority: bytes) -> str | None:
    """`[::1]:8000` -> `::1`; None if it is not of such a form."""
    match = _AUTHORITY(authority.decode("latin-1"))
    return (match[1] or match[2]).lower().removesuffix(".") if match else None


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
