"""The parts of a generated client that are the same for every API.

A generated client names its credentials and its resources; all else is here:

    class ZooClient(BaseClient):
        def __init__(
            self,
            *,
            api_key: str | None = None,
            base_url: str | None = None,
            timeout: float | UnsetType | None = UNSET,
            data_type: Literal["JSON"] | UnsetType = UNSET,
            http: PoolManager | None = None,
        ) -> None:
            super().__init__(
                CONFIG, {"api_key": api_key}, base_url=base_url, timeout=timeout,
                common={"data_type": data_type}, http=http,
            )

        @cached_property
        def animal(self) -> AnimalResource:
            from .resources.animal import AnimalResource
            return AnimalResource(self)

    class AnimalResource(Resource):
        def get(
            self, *, id: str | int, zoo_id: str, **options: Unpack[RequestOptions]
        ) -> Animal:
            return self._call(operations.GET, locals(), Animal)

        def iter_list(
            self, *, zoo_id: str, limit: int | None = None, **options: Unpack[RequestOptions]
        ) -> Pager[AnimalList, Animal]:
            return self._pages(
                operations.LIST, locals(), limit, AnimalList, lambda page: page.animals
            )

Resources have to be cached properties: a client made by `with_options` has its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from msgspec import UnsetType
from urllib3 import PoolManager

from ..operation import Operation
from ..transport.run_sync import run_sync
from ..transport.urllib3_transport import Urllib3Transport
from .core import ClientCore
from .request_builder import named, paged, take_options

if TYPE_CHECKING:
    from ..content import SavedFile
    from ..decoding.response import Response
    from ..encoding.files import Progress
    from ..transport.connection_settings import ConnectionSettings
    from ..transport.given import BlockingTransport, Transport
    from ..transport.sinks import Destination, Sink
    from .addresses import Address
    from .locks import ThreadLock
    from .open_stream import OpenStream
    from .paging import Pager
    from .protocols import Caller
    from .raw_response import RawResponse
    from .request_options import RequestOptions
    from .streaming import Stream

T = TypeVar("T")
P = TypeVar("P")
I = TypeVar("I")  # noqa: E741 - an item, beside a page


class Resource:
    """The operations of one section of the API's page."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def _call(self, operation: Operation, arguments: dict[str, object], returns: type[T]) -> T:
        """Call with a method's `locals()`."""
        options = take_options(operation, arguments)
        return self._caller.call(operation, named(operation, arguments), returns, options)

    def _save(
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
        return self._caller.call_saving(operation, asked, sink, options, head)

    def _stream(
        self, operation: Operation, arguments: dict[str, object], item: type[T]
    ) -> Stream[T]:
        """What a call with a method's `locals()` yields, item by item."""
        from .streaming import Stream

        options = take_options(operation, arguments)
        return Stream(self._caller, operation, named(operation, arguments), item, options)

    def _pages(
        self,
        operation: Operation,
        arguments: dict[str, object],
        limit: int | None,
        page: type[P],
        items: Callable[[P], Iterable[I] | UnsetType | None],
        continuing: Operation | None = None,
    ) -> Pager[P, I]:
        """A pager that begins with the page that a method's `locals()` name, or with the first.

        `continuing` hands out the pages behind that one, where another operation does.
        """
        from .paging import Pager

        options = take_options(operation, arguments)
        asked = paged(operation, arguments)
        return Pager(self._caller, operation, asked, limit, page, items, options, continuing)


class BaseClient(ClientCore["BlockingTransport", PoolManager]):
    """A connection to the API. Safe to share between threads; close it when done."""

    def call(
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
        return run_sync(self._call_typed(operation, arguments, returns, options))

    def call_page(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
        address: Address | None = None,
    ) -> tuple[T, Response]:
        """The same with the whole response; with `address`, of what the server has named so."""
        return run_sync(self._call_page(operation, arguments, returns, options, address))

    def call_raw(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
    ) -> RawResponse[T]:
        """The response as it came, even if it says that the request failed."""
        return run_sync(self._call_raw(operation, arguments, returns, options))

    def call_saving(
        self,
        operation: Operation,
        arguments: dict[str, object],
        sink: Sink,
        options: RequestOptions | None = None,
        head: type[object] | None = None,
    ) -> SavedFile:
        """The response to `arguments`, written to `sink` while it arrives."""
        return run_sync(self._call_saving(operation, arguments, sink, options, head))

    def open_stream(
        self,
        operation: Operation,
        arguments: dict[str, object],
        item: type[T],
        options: RequestOptions | None = None,
    ) -> OpenStream[T]:
        """The items of the response to `arguments`, once it has begun to come."""
        return run_sync(self._open_stream(operation, arguments, item, options))

    def close(self) -> None:
        """Close all connections. Closing twice is fine, calling afterwards is not."""
        for transport in self._ways.all:
            transport.close()
        if self._limiter is not None:
            self._limiter.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _open_transport(
        self, http: PoolManager | None, base_url: str, settings: ConnectionSettings
    ) -> BlockingTransport:
        return Urllib3Transport(base_url, http, settings)

    def _take_transport(self, given: Transport, base_url: str) -> BlockingTransport:
        return given.blocking(base_url)

    def _new_lock(self) -> ThreadLock:
        from .locks import ThreadLock

        return ThreadLock()


class ClientWithMethods(BaseClient, Resource):
    """A client that is a resource as well: operations stand on it."""

    @property
    def _caller(self) -> Caller:  # type: ignore[override]  # nobody assigns it
        return self
