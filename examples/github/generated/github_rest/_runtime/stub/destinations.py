"""Where events may be sent to: this machine, and hosts that were allowed."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Collection, Iterable
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
        ports: those that the service reaches there; any, if there are none. On this machine, tests
            have to take what is free.
    """

    def __init__(self, hosts: Iterable[str] = (), ports: Collection[int] = ()) -> None:
        self._ports = ports
        self._allowed = {host.lower().strip("[]").removesuffix(".") for host in hosts}

    def problem(self, url: str) -> str:
        """What is wrong with an address; nothing, if events may go there."""
        try:
            parts = urlsplit(url)
            host, port = (parts.hostname or "").lower(), parts.port
        except ValueError:
            return "is no URL"
        printable = url.isascii() and url.isprintable() and " " not in url
        if parts.scheme not in ("http", "https") or not host or not printable:
            return "is no http or https URL with a host"
        if parts.username is not None or parts.password is not None:
            return "holds a user; say username and password beside it"
        if self._is_here(host):
            return ""
        if not self._is_allowed(host):
            return "is not on this machine; start the stub with webhook_hosts= or --webhook-host"
        if not self._is_reached(port or (443 if parts.scheme == "https" else 80)):
            return f"is on no port that the service reaches: {self._reached}"
        return ""

    async def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a host, of which one will do.

        Names of this machine are looked up nowhere, so that no name server leads them elsewhere.

        Raises:
            Elsewhere: it is not on this machine, and not allowed, or the service does not reach it.
            OSError: it has none.
        """
        host = host.lower()
        if self._is_here(host):
            return list(_HERE) if _is_localhost(host) else [host]
        if not self._is_allowed(host):
            raise Elsewhere(f"{host} is not on this machine, and was not allowed")
        if not self._is_reached(port):
            raise Elsewhere(f"{port} is no port that the service reaches: {self._reached}")
        look_up = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
        found = await asyncio.get_running_loop().run_in_executor(None, look_up)
        return list(dict.fromkeys(str(address[0]) for *_, address in found))

    @property
    def _reached(self) -> str:
        return " or ".join(map(str, self._ports))

    def _is_reached(self, port: int) -> bool:
        return not self._ports or port in self._ports

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
