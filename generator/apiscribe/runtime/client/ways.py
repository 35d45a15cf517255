"""The transports of a client: one to each server that it sends to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from ..config import ApiConfig
from ..errors import ConfigurationError
from ..transport.connection_settings import ConnectionSettings, find_settings
from .servers import MAIN, resolve_urls

if TYPE_CHECKING:
    from .options import ClientOptions

L = TypeVar("L")


class Ways(Generic[L]):
    """Most APIs have one server."""

    def __init__(
        self, opened: Mapping[str, L], names: Mapping[str, str], open_way: Callable[[str], L]
    ) -> None:
        self.main = opened[names[MAIN]]
        self._opened = list(opened.values())
        self._open_way = open_way
        self._elsewhere: dict[str, L] = {}
        self._named = {name: opened[url] for name, url in names.items()}

    @property
    def all(self) -> tuple[L, ...]:
        return (*self._opened, *self._elsewhere.values())

    def to(self, origin: str) -> L:
        """A transport to where a redirect leads."""
        found = self._elsewhere.get(origin)
        if found is None:
            found = self._elsewhere.setdefault(origin, self._open_way(origin))
        return found

    def of(self, server: str | None) -> L:
        """The transport to a server."""
        return self.main if server is None else self._named[server]


def url_of(options: ClientOptions) -> str | None:
    """The one URL that a client was given, by itself or with connections of the caller's."""
    transport, base_url = options.get("transport"), options.get("base_url")
    return base_url if transport is None or base_url is not None else transport.base_url


def open_ways(
    config: ApiConfig,
    options: ClientOptions,
    http: object,
    open_transport: Callable[[str, ConnectionSettings], L],
) -> Ways[L]:
    """Open a transport to each server; the first request connects.

    Raises:
        ConfigurationError: an address or an option makes no sense.
    """
    transport = options.get("transport")
    if transport is not None and http is not None:
        raise ConfigurationError("http= cannot be given beside transport=")
    variables = options.get("variables", {})
    urls = resolve_urls(config, url_of(options), options.get("server"), variables)

    def open_way(url: str) -> L:
        return open_transport(url, find_settings(url, options, http or transport))

    return Ways({url: open_way(url) for url in dict.fromkeys(urls.values())}, urls, open_way)
