"""Makes methods return a `RawResponse` in place of what they return otherwise.

Generated code wraps the methods of a resource that was made with a `RawCaller`:

    class ZooRaw:
        def __init__(self, client: BaseClient) -> None:
            self.animal = AnimalResourceRaw(AnimalResource(RawCaller(client)))

    class AnimalResourceRaw:
        def __init__(self, animal: AnimalResource) -> None:
            self.create = raw(animal.create)

Only methods that make one request are wrapped; what reads several pages has no one response.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, NoReturn, ParamSpec, TypeVar, cast, overload

if TYPE_CHECKING:
    from ..operation import Operation
    from .protocols import RawSource
    from .raw_response import BesideResponse, RawResponse
    from .request_options import RequestOptions

P = ParamSpec("P")
T = TypeVar("T")
B = TypeVar("B")


class RawCaller:
    """Makes the methods of a resource return a `RawResponse`."""

    def __init__(self, client: RawSource) -> None:
        self._client = client

    def call(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
    ) -> T:
        # What it returns is no T: `raw` tells the type checker so, for each method.
        return cast("T", self._client.call_raw(operation, arguments, returns, options))

    def call_saving(self, *_: object) -> NoReturn:
        """What is saved is no more than it was: its headers are beside it."""
        raise NotImplementedError

    def open_stream(self, *_: object) -> NoReturn:
        """What comes item by item has its status and headers itself."""
        raise NotImplementedError

    def call_page(self, *_: object) -> NoReturn:
        """What reads several pages has no one response, and is not wrapped."""
        raise NotImplementedError


@overload
def raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]: ...


@overload
def raw(method: Callable[P, T], beside: type[B]) -> Callable[P, BesideResponse[T, B]]: ...


def raw(method: Callable[P, T], beside: type[B] | None = None) -> Callable[P, RawResponse[T]]:
    """`method` of a resource with a `RawCaller`, with the type that it then has.

    `beside` is the class of what responses have beside what is returned.
    """
    known = cast("Callable[P, RawResponse[T]]", method)
    if beside is None:
        return known
    from .raw_response import telling

    @wraps(method)
    def call(*given: P.args, **named: P.kwargs) -> RawResponse[T]:
        return telling(known(*given, **named), beside)

    return call
