"""Answers as they came, for callers who need bytes, status and headers.

Generated code wraps the methods of a resource that was made with a `RawCaller`:

    class ZooRaw:
        def __init__(self, client: BaseClient) -> None:
            self.meeting = MeetingResourceRaw(RawCaller(client))

    class MeetingResourceRaw:
        def __init__(self, caller: Caller) -> None:
            meeting = MeetingResource(caller)
            self.create = raw(meeting.create)

Only methods that make one request are wrapped; a walk over pages has no one answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Generic, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from ..decoding.response import Response
    from ..operation import Operation
    from .blocking import BaseClient

P = ParamSpec("P")
T = TypeVar("T")


class RawResponse(Generic[T]):
    """An answer, whatever it says."""

    __slots__ = ("_parse", "_response")

    def __init__(self, answer: Response, parse: Callable[[Response], T]) -> None:
        self._response = answer
        self._parse = parse

    @property
    def status(self) -> int:
        return self._response.status

    @property
    def headers(self) -> Mapping[str, str]:
        """By name, in any case."""
        return self._response.headers

    @property
    def body(self) -> bytes:
        return self._response.body

    def parsed(self) -> T:
        """What the method returns without raw access, or the error that it raises."""
        return self._parse(self._response)

    def __repr__(self) -> str:
        return f"<RawResponse {self.status}, {len(self.body)} bytes>"


class RawCaller:
    """Makes the methods of a resource answer with a `RawResponse`."""

    def __init__(self, client: BaseClient) -> None:
        self._client = client

    def call(self, operation: Operation, arguments: dict[str, object], returns: type[T]) -> T:
        # What it returns is no T: `raw` tells the type checker so, for each method.
        return cast("T", self._client.call_raw(operation, arguments, returns))


def raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """`method` of a resource with a `RawCaller`, with the type that it then has."""
    return cast("Callable[P, RawResponse[T]]", method)
