"""Who may call the stub, as far as a web browser says it.

A page from anywhere can have a browser send requests to this machine. The browser says which
page it is (`Origin`, `Sec-Fetch-Site`), so that such requests can be refused, and without CORS
headers the page cannot read the answers. A page whose own name has come to mean this machine
(DNS rebinding) passes for one of the stub's, but for the name that it calls the stub by (`Host`).
That name is checked wherever the stub listens: the browser may be on a machine that reaches it.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from socket import gethostname

from .responses import RequestRefused
from .showing import shown

_AUTHORITY = re.compile(
    r"(?:\[([0-9A-Fa-f:.]+)\]|((?:[\w.~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*))(?::[0-9]*)?", re.ASCII
).fullmatch
_BAD_REQUEST, _FORBIDDEN, _MISDIRECTED = 400, 403, 421
_NAMES_ITS_HOST = "1.1"
_ANY = "*"


class Hosts:
    """The names that a stub goes by.

    Args:
        allowed: names besides its own, and whose pages may use it; `*` is any.
        bound: the name or address that it listens at.
        exposed: whether other machines reach it; then it also goes by the name of its machine,
            and by names without a dot, which the outside cannot give to a page of its own.
        any_name: whether it goes by every name, because somebody else looks at them.
    """

    def __init__(
        self,
        allowed: Iterable[str] = (),
        *,
        bound: str = "",
        exposed: bool = False,
        any_name: bool = False,
    ) -> None:
        self._allowed = {name.lower().removesuffix(".") for name in allowed}
        self._own = {"localhost", bound.lower()}
        if exposed:
            machine = gethostname().lower()
            self._own |= {machine, f"{machine}.local"}
        self._exposed = exposed
        self._any = any_name or _ANY in self._allowed
        self._knows = lru_cache(maxsize=64)(self._is_known)

    def check(
        self, headers: Mapping[bytes, bytes], *, is_page: bool = False, version: str = ""
    ) -> None:
        """Look whom a request is for, and where it comes from.

        Args:
            headers: those of the request.
            is_page: whether it is for a page that anybody may have a link to.
            version: of HTTP; 1.1 wants the header Host.

        Raises:
            RequestRefused: malformed.
        """
        host = headers.get(b"host")
        if host is None and version == _NAMES_ITS_HOST:
            raise RequestRefused("malformed", "the header Host is missing", status=_BAD_REQUEST)
        if host and not self._knows(host):
            name = shown(host.decode("latin-1"))
            if _name(host) is None:
                message = f"the header Host says {name}, which is no name and port of a host"
                raise RequestRefused("malformed", message, status=_BAD_REQUEST)
            message = (
                f"this stub is not called {name}; call it by its address or by localhost, or start"
                " it with allowed_hosts= or --allow-host"
            )
            raise RequestRefused("malformed", message, status=_MISDIRECTED)
        if b"origin" in headers or b"sec-fetch-site" in headers:
            self._check_page(headers, host or b"", is_page)

    def _check_page(self, headers: Mapping[bytes, bytes], host: bytes, is_page: bool) -> None:
        origin = headers.get(b"origin")
        if origin is not None:
            authority = origin.partition(b"://")[2]
            foreign = authority.lower() != host.lower() and not self._allows(authority)
        else:
            elsewhere = headers[b"sec-fetch-site"] in (b"cross-site", b"same-site")
            # Whoever follows a link looks at the page; in a frame, somebody else shows it.
            mode, where = headers.get(b"sec-fetch-mode"), headers.get(b"sec-fetch-dest")
            followed = mode == b"navigate" and where in (b"document", None)
            foreign = elsewhere and not (is_page and followed)
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
        if self._exposed and "." not in name and name:
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
