"""Where events may be sent to: this machine, and hosts that were allowed."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Iterable
from functools import partial
from urllib.parse import urlsplit

_ANY = "*"
_HERE = ("127.0.0.1", "::1")


class Elsewhere(ValueError):
    """A host that nobody has allowed."""


class Destinations:
    """Looks at addresses when they are given, and again when a connection is made.

    Args:
        hosts: where events may go to besides this machine; `*` is anywhere.
    """

    def __init__(self, hosts: Iterable[str] = ()) -> None:
        self._allowed = {host.lower().strip("[]").removesuffix(".") for host in hosts}

    def problem(self, url: str) -> str:
        """What is wrong with an address; nothing, if events may go there."""
        try:
            parts = urlsplit(url)
            host, _ = (parts.hostname or "").lower(), parts.port
        except ValueError:
            return "is no URL"
        printable = url.isascii() and url.isprintable() and " " not in url
        if parts.scheme not in ("http", "https") or not host or not printable:
            return "is no http or https URL with a host"
        if parts.username is not None or parts.password is not None:
            return "holds a user; say username and password beside it"
        if not self._is_here(host) and not self._is_allowed(host):
            return "is not on this machine; start the stub with webhook_hosts= or --webhook-host"
        return ""

    async def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a host, of which one will do.

        Names of this machine are looked up nowhere, so that no name server leads them elsewhere.

        Raises:
            Elsewhere: it is not on this machine, and not allowed.
            OSError: it has none.
        """
        host = host.lower()
        if self._is_here(host):
            return list(_HERE) if _is_localhost(host) else [host]
        if not self._is_allowed(host):
            raise Elsewhere(f"{host} is not on this machine, and was not allowed")
        look_up = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
        found = await asyncio.get_running_loop().run_in_executor(None, look_up)
        return list(dict.fromkeys(str(address[0]) for *_, address in found))

    def _is_here(self, host: str) -> bool:
        return _is_localhost(host) or is_loopback(host)

    def _is_allowed(self, host: str) -> bool:
        return _ANY in self._allowed or host.removesuffix(".") in self._allowed


def is_loopback(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback


def _is_localhost(host: str) -> bool:
    name = host.removesuffix(".")
    return name == "localhost" or name.endswith(".localhost")
