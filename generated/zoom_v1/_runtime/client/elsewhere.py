"""Requests for addresses that a response has named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from msgspec import structs

from .credentials import carry
from .servers import documented_urls

if TYPE_CHECKING:
    from ..config import ApiConfig, Secret
    from ..request import Request
    from .addresses import Address


class Way(Protocol):
    """The way to a server."""

    @property
    def base_url(self) -> str: ...


class KnownWays(Protocol):
    """Those of a client."""

    def of(self, server: str | None) -> Way: ...


def redirected(
    request: Request,
    address: Address,
    config: ApiConfig,
    credentials: Mapping[str, Secret],
    ways: KnownWays,
) -> Request:
    """The request for an address that the server has named."""
    operation = request.operation
    carried = carry(operation, config, credentials)
    beside = [*carried.query, *(carried.beside if operation.encoding == "query" else ())]
    server, target = address.found(
        operation,
        request.target,
        beside,
        lambda name: ways.of(name).base_url,
        lambda name: documented_urls(config, name),
    )
    return structs.replace(request, target=target, shown=operation.path, server=server)
