"""What resources, pagers and raw callers need of a client.

A client makes calls, and so can a raw caller in its place: what uses one need not know which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from ..content import SavedFile
    from ..decoding.response import Response
    from ..operation import Operation
    from ..transport.sinks import Sink
    from .addresses import Address
    from .open_stream import OpenStream
    from .raw_response import RawResponse
    from .request_options import RequestOptions

T = TypeVar("T")


class Caller(Protocol):
    """Whatever a resource can make its calls with."""

    def call(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
    ) -> T:
        """The response to `arguments`, which go by their names on the wire."""
        ...

    def call_saving(
        self,
        operation: Operation,
        arguments: dict[str, object],
        sink: Sink,
        options: RequestOptions | None = None,
        head: type[object] | None = None,
    ) -> SavedFile:
        """The response to `arguments`, written to `sink` while it arrives."""
        ...

    def open_stream(
        self,
        operation: Operation,
        arguments: dict[str, object],
        item: type[T],
        options: RequestOptions | None = None,
    ) -> OpenStream[T]:
        """The items of the response to `arguments`, once it has begun to come."""
        ...

    def call_page(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
        address: Address | None = None,
    ) -> tuple[T, Response]:
        """The same with the whole response; with `address`, of what the server has named so."""
        ...


class AsyncCaller(Protocol):
    """The same for resources that await."""

    async def call(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
    ) -> T:
        """The response to `arguments`, which go by their names on the wire."""
        ...

    async def call_saving(
        self,
        operation: Operation,
        arguments: dict[str, object],
        sink: Sink,
        options: RequestOptions | None = None,
        head: type[object] | None = None,
    ) -> SavedFile:
        """The response to `arguments`, written to `sink` while it arrives."""
        ...

    async def open_stream(
        self,
        operation: Operation,
        arguments: dict[str, object],
        item: type[T],
        options: RequestOptions | None = None,
    ) -> OpenStream[T]:
        """The items of the response to `arguments`, once it has begun to come."""
        ...

    async def call_page(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
        address: Address | None = None,
    ) -> tuple[T, Response]:
        """The same with the whole response; with `address`, of what the server has named so."""
        ...


class RawSource(Protocol):
    """A client, as a `RawCaller` needs it."""

    def call_raw(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
    ) -> RawResponse[T]:
        """The response as it came, even if it says that the request failed."""
        ...


class AsyncRawSource(Protocol):
    """The same for an `AsyncRawCaller`."""

    async def call_raw(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
    ) -> RawResponse[T]:
        """The response as it came, even if it says that the request failed."""
        ...
