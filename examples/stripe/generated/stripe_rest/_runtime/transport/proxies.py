"""Proxies: which one to use, its credentials, and its failures. No message shows its password."""

from __future__ import annotations

import re
from base64 import b64encode
from http.client import responses
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes
from urllib.request import getproxies_environment

from msgspec import Struct, structs
from urllib3.exceptions import LocationValueError
from urllib3.util import parse_url

from ..config import Secret
from ..errors import ConfigurationError
from .sending import Failure

if TYPE_CHECKING:
    from urllib3.util import Url

    from ..decoding.response import Response

_WANTS_CREDENTIALS = 407
_PORTS = {"http": 80, "https": 443}


class Proxy(Struct, frozen=True):
    """A proxy server."""

    url: str
    """Without user and password."""
    host: str
    """With the port, for messages."""
    forwards: bool
    """Whether it passes requests on; else it opens a tunnel, and sees none of them."""
    authorization: Secret | None

    @property
    def headers(self) -> dict[str, str]:
        known = self.authorization
        return {} if known is None else {"proxy-authorization": known.reveal()}

    def checked(self, response: Response) -> Response | Failure:
        """`response`, or a failure if it can only be the proxy's own."""
        own = self.forwards and response.status == _WANTS_CREDENTIALS
        return self.refusal(response.status) if own else response

    def refusal(self, status: int) -> Failure:
        """The failure of a request that the proxy refused, without its text, which may quote it."""
        unknown = status == _WANTS_CREDENTIALS
        said = f"{status} {responses.get(status, '')}".rstrip()
        hint = ": its URL is the place for user and password" if unknown else ""
        failure = Failure(reason=f"{said}{hint}", cause=None, sent=False, hopeless=unknown)
        return self.located(failure, beyond=False)

    def located(self, failure: Failure, *, beyond: bool) -> Failure:
        """`failure` with the proxy named, unless it happened `beyond`, at the end of a tunnel."""
        if beyond and not self.forwards:
            return failure
        return structs.replace(failure, reason=f"at the proxy {self.host}: {failure.reason}")


def of_environment(base_url: str) -> Proxy | None:
    """The proxy that the environment names for `base_url`, if any."""
    target = parse_url(base_url)
    host, scheme = target.host or "", target.scheme or ""
    known = getproxies_environment()
    named = scheme if known.get(scheme) else "all"
    found = known.get(named)
    port = target.port or _PORTS[scheme]
    if not found or _is_exempt(host, port, known.get("no", "")):
        return None
    return parsed(found, base_url, f"{named.upper()}_PROXY (of the environment)")


def _is_exempt(host: str, port: int, listed: str) -> bool:
    """Whether NO_PROXY lists the server.

    Its entries are names, which stand for all that is under them, addresses, both with a port if
    only that is meant, networks, and `*`.

    Raises:
        ConfigurationError: an entry looks like a network, and is none.
    """
    host = host.strip("[]").rstrip(".").lower()
    address = _address(host)
    return any(_matches(entry.strip().lower(), host, port, address) for entry in listed.split(","))


def _matches(entry: str, host: str, port: int, address: IPv4Address | IPv6Address | None) -> bool:
    if entry in ("", "*"):
        return entry == "*"
    if "/" in entry:
        try:
            network = ip_network(entry.replace("[", "").replace("]", ""), strict=False)
        except ValueError:
            # To pass over it would show the proxy what it is not to see.
            raise ConfigurationError(
                f"NO_PROXY (of the environment) has {entry!r}, which is no network such as "
                "10.0.0.0/8 or fd00::/8"
            ) from None
        return address is not None and address in network
    name, only = _with_port(entry)
    if only not in (None, port):
        return False
    if address is not None and _address(name) == address:
        return True
    name = name.removeprefix("*").strip(".")
    return name != "" and (host == name or host.endswith(f".{name}"))


def _with_port(entry: str) -> tuple[str, int | None]:
    # An IPv6 address has colons of its own, unless it stands in brackets.
    match = re.fullmatch(r"(?:\[(?P<ip>[^]]*)\]|(?P<name>[^:]*))(?::(?P<port>[0-9]+))?", entry)
    if match is None:
        return entry, None
    port = match["port"]
    return match["ip"] or match["name"] or "", None if port is None else int(port)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text.partition("%")[0])
    except ValueError:
        return None


def parsed(given: object, base_url: str, source: str) -> Proxy:
    """The proxy with the URL `given`.

    Raises:
        ConfigurationError: it is no URL of a proxy.
    """
    url = given if isinstance(given, str) else ""
    try:
        parts = parse_url(url if "://" in url else f"http://{url}")
    except LocationValueError:
        parts = None
    if parts is None or parts.scheme not in _PORTS or not parts.host or _has_more(parts):
        # Not quoted: it may hold a password.
        raise ConfigurationError(
            f"{source} is not the http or https URL of a proxy, such as "
            'http://user:password@proxy.example:3128, nor "" for none; '
            "for another kind of proxy, give connections of your own: http="
        )
    host = f"{parts.host}:{parts.port or _PORTS[parts.scheme]}"
    forwards = base_url.startswith("http:")
    return Proxy(f"{parts.scheme}://{host}", host, forwards, _authorization(parts.auth))


def _has_more(parts: Url) -> bool:
    """Whether more follows the host: the rest of a password with a slash, which would be shown."""
    return parts.path not in (None, "", "/") or bool(parts.query or parts.fragment)


def _authorization(auth: str | None) -> Secret | None:
    if not auth:
        return None
    pair = unquote_to_bytes(auth if ":" in auth else f"{auth}:")
    return Secret(f"Basic {b64encode(pair).decode()}")
