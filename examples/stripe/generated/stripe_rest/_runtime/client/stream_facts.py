"""What is known of a response that comes item by item, for both clients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from ..operation import Operation
    from .open_stream import OpenStream

T = TypeVar("T")


class StreamFacts(Generic[T]):
    """What a stream says of itself, beside its items."""

    def __init__(self, operation: Operation) -> None:
        self._operation = operation
        self._opened: OpenStream[T] | None = None
        self._closed = False

    @property
    def status(self) -> int:
        """The status of the response; 0 before it has come."""
        return 0 if self._opened is None else self._opened.status

    @property
    def headers(self) -> Mapping[str, str]:
        """By name, in any case; none before the response has come."""
        return {} if self._opened is None else self._opened.headers

    @property
    def last_event_id(self) -> str:
        """The id of the last event that had one, by which some services go on from there."""
        return "" if self._opened is None else self._opened.reader.last_id

    @property
    def retry(self) -> int | None:
        """After how many milliseconds to connect again, if the service has said that."""
        return None if self._opened is None else self._opened.reader.retry

    def __repr__(self) -> str:
        told = "closed" if self._closed else "open" if self._opened else "not opened"
        return f"<{type(self).__name__} of {self._operation.id}, {told}>"
