"""A response as it came, for callers who need its bytes, status and headers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from ..decoding.response import Response

T = TypeVar("T")


class RawResponse(Generic[T]):
    """A response, whatever it says."""

    __slots__ = ("_parse", "_response")

    def __init__(self, response: Response, parse: Callable[[Response], T]) -> None:
        self._response = response
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
