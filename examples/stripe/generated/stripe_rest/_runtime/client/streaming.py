"""What a call yields item by item, for the client that blocks."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from ..transport.run_sync import run_sync
from .stream_facts import StreamFacts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..operation import Operation
    from .open_stream import OpenStream
    from .protocols import Caller
    from .request_options import RequestOptions

T = TypeVar("T")


class Stream(StreamFacts[T]):
    """The items of a response, each when it comes.

        with client.feed.watch() as stream:
            for item in stream:
                print(item)

    The request is sent when the first item is asked for, or by `with`. What is not read to its
    end is closed, by `with`, `close()` or when nobody has it any more. One thread reads it, and
    any may close it. Each item comes once.
    """

    def __init__(
        self,
        caller: Caller,
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

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        """The next item, when it comes.

        Raises:
            SdkError: of a kind that says what went wrong.
        """
        found = None if self._closed else run_sync(self._open().next())
        if found is None:
            self._closed = True
            raise StopIteration
        return found.value

    def close(self) -> None:
        """Read no more, and let go of the connection. Closing twice is fine."""
        self._closed = True
        if self._opened is not None:
            self._opened.close()

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _open(self) -> OpenStream[T]:
        if self._opened is None:
            arguments, self._arguments = self._arguments, {}
            try:
                self._opened = self._caller.open_stream(
                    self._operation, arguments, self._item, self._options
                )
            except BaseException:
                self._closed = True
                raise
        if self._closed:  # by another, meanwhile
            self._opened.close()
        return self._opened
