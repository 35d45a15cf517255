"""What a call yields item by item, for the client that awaits."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from .stream_facts import StreamFacts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from ..operation import Operation
    from .open_stream import OpenStream
    from .protocols import AsyncCaller
    from .request_options import RequestOptions

T = TypeVar("T")


class AsyncStream(StreamFacts[T]):
    """The items of a response, each when it comes.

        async with client.feed.watch() as stream:
            async for item in stream:
                print(item)

    The request is sent when the first item is asked for, or by `async with`. What is not read to
    its end is closed, by `async with`, `close()` or when nobody has it any more. One task reads
    it, and any may close it. Each item comes once.
    """

    def __init__(
        self,
        caller: AsyncCaller,
        operation: Operation,
        arguments: dict[str, object],
        item: type[T],
        options: RequestOptions | None,
    ) -> None:
        super().__init__(operation)
        self._caller = caller
        self._arguments = arguments
        self._item = item
        self._options = options

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        """The next item, when it comes.

        Raises:
            SdkError: of a kind that says what went wrong.
        """
        found = None if self._closed else await (await self._open()).next()
        if found is None:
            self._closed = True
            raise StopAsyncIteration
        return found.value

    async def close(self) -> None:
        """Read no more, and let go of the connection. Closing twice is fine."""
        self._closed = True
        if self._opened is not None:
            self._opened.close()

    async def __aenter__(self) -> Self:
        await self._open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def _open(self) -> OpenStream[T]:
        if self._opened is None:
            arguments, self._arguments = self._arguments, {}
            try:
                self._opened = await self._caller.open_stream(
                    self._operation, arguments, self._item, self._options
                )
            except BaseException:
                self._closed = True
                raise
        if self._closed:  # by another, meanwhile
            self._opened.close()
        return self._opened
