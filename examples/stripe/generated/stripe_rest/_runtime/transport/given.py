"""A way to the service that a caller brings along, in the place of connections."""

from __future__ import annotations

from typing import Protocol

from .sending import Transport as SendingTransport


class ClosableTransport(SendingTransport, Protocol):
    """A way to one base URL that ends some time."""

    closed: bool


class BlockingTransport(ClosableTransport, Protocol):
    """The way of a client that blocks: what is awaited of it is over when it returns."""

    def close(self) -> None: ...


class AwaitingTransport(ClosableTransport, Protocol):
    """The way of a client that awaits."""

    async def close(self) -> None: ...


class Transport(Protocol):
    """A way to the service, for clients of both kinds: what a stub's `transport` is."""

    @property
    def base_url(self) -> str:
        """What clients take for the address of the service that are given no other."""
        ...

    def blocking(self, base_url: str) -> BlockingTransport: ...

    def awaiting(self, base_url: str) -> AwaitingTransport: ...
