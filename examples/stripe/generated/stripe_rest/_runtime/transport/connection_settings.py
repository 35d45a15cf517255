"""Which proxy a client uses, and which certificates it trusts."""

from __future__ import annotations

import os
import ssl
from typing import TYPE_CHECKING

from msgspec import UNSET, Struct

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from typing import TypedDict

    from msgspec import UnsetType

    from .proxies import Proxy

    class ConnectionOptions(TypedDict, total=False):
        """What a client can choose about its connections."""

        proxy: str | None
        """The URL of a proxy, if not the one that the environment names; "" for none."""
        ca_bundle: str | os.PathLike[str] | None
        """A file of the certificates to trust, if not those that the machine trusts."""
        max_connections: int | UnsetType
        """How many connections may be open at a time."""


MAX_CONNECTIONS = 100
"""How many connections may be open at a time. Who finds none free waits for one."""
_CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")
"""Variables that OpenSSL itself reads."""


class ConnectionSettings(Struct, frozen=True):
    """How connections are made."""

    proxy: Proxy | None = None
    trust: ssl.SSLContext | None = None
    """None for the certificates that the machine trusts."""
    max_connections: int = MAX_CONNECTIONS


DIRECT = ConnectionSettings()


def find_settings(base_url: str, options: ConnectionOptions, given: object) -> ConnectionSettings:
    """How to connect to `base_url`: by the client's options, or else by the environment.

    Where the caller has `given` a way of his own, the options are of no use.

    Raises:
        ConfigurationError: one of them makes no sense.
    """
    proxy, ca_bundle = options.get("proxy"), options.get("ca_bundle")
    most = options.get("max_connections", UNSET)
    if given is None:
        return ConnectionSettings(
            _proxy(base_url, proxy), _trust(base_url, ca_bundle), _max_connections(most)
        )
    options_of_ours = {"proxy": proxy, "ca_bundle": ca_bundle, "max_connections": most}
    for name, value in options_of_ours.items():
        if value is not None and value is not UNSET:
            raise ConfigurationError(
                f"{name}= cannot be given beside http= or transport=, which connect themselves"
            )
    return DIRECT


def _max_connections(most: object) -> int:
    if most is UNSET:
        return MAX_CONNECTIONS
    if type(most) is int and most > 0:
        return most
    raise ConfigurationError(f"max_connections= is {most!r}, not a number above 0")


def _proxy(base_url: str, given: str | None) -> Proxy | None:
    # Most clients have no proxy, and need not load what reads one.
    if given == "" or (given is None and not any(map(_names_proxy, os.environ))):
        return None
    from . import proxies

    if given is None:
        return proxies.of_environment(base_url)
    return proxies.parsed(given, base_url, "proxy=")


def _names_proxy(variable: str) -> bool:
    return variable[-6:].lower() == "_proxy"


def _trust(base_url: str, ca_bundle: str | os.PathLike[str] | None) -> ssl.SSLContext | None:
    if ca_bundle is None:
        if base_url.startswith("https:") and any(map(os.environ.get, _CERTIFICATES)):
            # OpenSSL reads them when a context is made; aiohttp has made its own on import.
            return ssl.create_default_context()
        return None
    try:
        # An empty name would stand for what the machine trusts.
        return ssl.create_default_context(cafile=os.fspath(ca_bundle) or os.devnull)
    except (OSError, TypeError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise ConfigurationError(
            f"ca_bundle= ({ca_bundle}) is not a file of certificates in PEM form: {why}"
        ) from None
