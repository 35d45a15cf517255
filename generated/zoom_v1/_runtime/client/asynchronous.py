"""The parts of a generated client that awaits; `blocking` has the same for one that blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from aiohttp import ClientSession
from msgspec import UnsetType

from ..operation import Operation
from ..transport.aiohttp_transport import AiohttpTransport
from .core import ClientCore
from .locks import LoopLock
from .request_builder import named, paged, take_options

if TYPE_CHECKING:
    from ..content import SavedFile
    from ..decoding.response import Response
    from ..encoding.files import Progress
    from ..limits.windows import AsyncStore, Store
    from ..transport.connection_settings import ConnectionSettings
    from ..transport.given import AwaitingTransport, Transport
    from ..transport.sinks import Destination, Sink
    from .addresses import Address
    from .async_paging import AsyncPager
    from .async_streaming import AsyncStream
    from .open_stream import OpenStream
    from .protocols import AsyncCaller
    from .raw_response import RawResponse
    from .request_options import RequestOptions

if not TYPE_CHECKING:
    # `typing` keeps what a generic class is given until a process has ended, and with it the
    # transport's module and the connectors that the child of a fork must not drop before.
    AwaitingTransport = AiohttpTransport

T = TypeVar("T")
P = TypeVar("P")
I = TypeVar("I")  # noqa: E741 - an item, beside a page


class AsyncResource:
    """The operations of one section of the API's page."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def _call(
        self, operation: Operation, arguments: dict[str, object], returns: type[T]
    ) -> T:
        """Call with a method's `locals()`."""
        options = take_options(operation, arguments)
        return await self._caller.call(operation, named(operation, arguments), returns, options)

    async def _save(
        self,
        operation: Operation,
        arguments: dict[str, object],
        to: Destination,
        progress: Progress | None,
        max_bytes: int | None,
        head: type[object] | None = None,
    ) -> SavedFile:
        """Call with a method's `locals()`, and write the response to `to` while it arrives."""
        from ..transport.sinks import Sink

        options = take_options(operation, arguments)
        asked = paged(operation, arguments)
        sink = Sink(to, progress, max_bytes)
        return await self._caller.call_saving(operation, asked, sink, options, head)

    def _stream(
        self, operation: Operation, arguments: dict[str, object], item: type[T]
    ) -> AsyncStream[T]:
        """What a call with a method's `locals()` yields, item by item."""
        from .async_streaming import AsyncStream

        options = take_options(operation, arguments)
        return AsyncStream(self._caller, operation, named(operation, arguments), item, options)

    def _pages(
        self,
        operation: Operation,
        arguments: dict[str, object],
        limit: int | None,
        page: type[P],
        items: Callable[[P], Iterable[I] | UnsetType | None],
        continuing: Operation | None = None,
    ) -> AsyncPager[P, I]:
        """A pager that begins with the page that a method's `locals()` name, or with the first.

        `continuing` hands out the pages behind that one, where another operation does.
        """
        from .async_paging import AsyncPager

        options = take_options(operation, arguments)
        asked = paged(operation, arguments)
        return AsyncPager(self._caller, operation, asked, limit, page, items, options, continuing)


class AsyncBaseClient(ClientCore[AwaitingTransport, ClientSession]):
    """A connection to the API, for one event loop; close it when done."""

    async def call(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
    ) -> T:
        """The response to `arguments`, which go by their names on the wire.

        Raises:
            SdkError: of a kind that says what went wrong.
        """
        return await self._call_typed(operation, arguments, returns, options)

    async def call_page(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
        address: Address | None = None,
    ) -> tuple[T, Response]:
        """The same with the whole response; with `address`, of what the server has named so."""
        return await self._call_page(operation, arguments, returns, options, address)

    async def call_raw(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
    ) -> RawResponse[T]:
        """The response as it came, even if it says that the request failed."""
        return await self._call_raw(operation, arguments, returns, options)

    async def call_saving(
        self,
        operation: Operation,
        arguments: dict[str, object],
        sink: Sink,
        options: RequestOptions | None = None,
        head: type[object] | None = None,
    ) -> SavedFile:
        """The response to `arguments`, written to `sink` while it arrives."""
        return await self._call_saving(operation, arguments, sink, options, head)

    async def open_stream(
        self,
        operation: Operation,
        arguments: dict[str, object],
        item: type[T],
        options: RequestOptions | None = None,
    ) -> OpenStream[T]:
        """The items of the response to `arguments`, once it has begun to come."""
        return await self._open_stream(operation, arguments, item, options)

    async def close(self) -> None:
        """Close all connections. Closing twice is fine, calling afterwards is not."""
        for transport in self._ways.all:
            await transport.close()
        if self._limiter is not None:
            self._limiter.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    def _open_transport(
        self, http: ClientSession | None, base_url: str, settings: ConnectionSettings
    ) -> AwaitingTransport:
        return AiohttpTransport(base_url, http, settings)

    def _take_transport(self, given: Transport, base_url: str) -> AwaitingTransport:
        return given.awaiting(base_url)

    def _async_store(self, store: Store) -> AsyncStore:
        from ..limits.threaded import async_store

        return async_store(store)

    def _new_lock(self) -> LoopLock:
        return LoopLock()


class AsyncClientWithMethods(AsyncBaseClient, AsyncResource):
    """A client that is a resource as well: operations stand on it."""

    @property
    def _caller(self) -> AsyncCaller:  # type: ignore[override]  # nobody assigns it
        return self
