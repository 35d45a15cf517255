"""Makes methods that are awaited return a `RawResponse`."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import TYPE_CHECKING, Any, NoReturn, ParamSpec, TypeVar, cast, overload

if TYPE_CHECKING:
    from ..operation import Operation
    from .protocols import AsyncRawSource
    from .raw_response import BesideResponse, RawResponse
    from .request_options import RequestOptions

P = ParamSpec("P")
T = TypeVar("T")
B = TypeVar("B")


class AsyncRawCaller:
    """Makes the methods of a resource return a `RawResponse`."""

    def __init__(self, client: AsyncRawSource) -> None:
        self._client = client

    async def call(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
    ) -> T:
        # What it returns is no T: `async_raw` tells the type checker so, for each method.
        return cast("T", await self._client.call_raw(operation, arguments, returns, options))

    async def call_saving(self, *_: object) -> NoReturn:
        """What is saved is no more than it was: its headers are beside it."""
        raise NotImplementedError

    async def open_stream(self, *_: object) -> NoReturn:
        """What comes item by item has its status and headers itself."""
        raise NotImplementedError

    async def call_page(self, *_: object) -> NoReturn:
        """What reads several pages has no one response, and is not wrapped."""
        raise NotImplementedError


@overload
def async_raw(
    method: Callable[P, Coroutine[Any, Any, T]],
) -> Callable[P, Coroutine[Any, Any, RawResponse[T]]]: ...


@overload
def async_raw(
    method: Callable[P, Coroutine[Any, Any, T]], beside: type[B]
) -> Callable[P, Coroutine[Any, Any, BesideResponse[T, B]]]: ...


def async_raw(
    method: Callable[P, Coroutine[Any, Any, T]], beside: type[B] | None = None
) -> Callable[P, Coroutine[Any, Any, RawResponse[T]]]:
    """`method` of a resource with an `AsyncRawCaller`, with the type that it then has.

    `beside` is the class of what responses have beside what is returned.
    """
    known = cast("Callable[P, Coroutine[Any, Any, RawResponse[T]]]", method)
    if beside is None:
        return known
    from .raw_response import telling

    @wraps(method)
    async def call(*given: P.args, **named: P.kwargs) -> RawResponse[T]:
        return telling(await known(*given, **named), beside)

    return call
