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
        def meeting(self) -> MeetingResource:
            from .resources.meeting import MeetingResource
            return MeetingResource(self)

    class MeetingResource(Resource):
        def get(self, *, id: str | int, host_id: str) -> Meeting:
            return self._call(operations.GET, locals(), Meeting)

        def iter_list(self, *, host_id: str) -> Pager[MeetingList, Meeting]:
            return self._pages(operations.LIST, locals(), MeetingList, lambda page: page.meetings)

Resources have to be cached properties: a client made by `with_options` has its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from threading import TIMEOUT_MAX
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn, Protocol, Self, TypeVar

from msgspec import UNSET, UnsetType
from urllib3 import PoolManager

from . import decode, request
from .config import ApiConfig, Secret, resolve_base_url, resolve_credentials
from .decode import Answer
from .errors import ConfigurationError
from .operation import Operation
from .transport import DEFAULT_TIMEOUT, Transport

if TYPE_CHECKING:
    from .paging import Pager
    from .raw import RawResponse

T = TypeVar("T")
P = TypeVar("P")
I = TypeVar("I")  # noqa: E741 - an item, beside a page


class Caller(Protocol):
    """Whatever a resource can make its calls with."""

    def call(self, operation: Operation, arguments: dict[str, object], returns: type[T]) -> T:
        """The answer to `arguments`, which go by their names on the wire."""
        ...


class Resource:
    """The operations of one section of the API's page."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def _call(self, operation: Operation, arguments: dict[str, object], returns: type[T]) -> T:
        """Call with a method's `locals()`."""
        return self._caller.call(operation, request.named(operation, arguments), returns)

    def _pages(
        self,
        operation: Operation,
        arguments: dict[str, object],
        page: type[P],
        items: Callable[[P], Iterable[I] | UnsetType | None],
    ) -> Pager[P, I]:
        """Every page, from the one that a method's `locals()` ask for, or the first."""
        from .paging import Pager

        named = request.named(operation, arguments)
        return Pager(self._caller, operation, named, page, items)


class BaseClient:
    """A connection to the API. Safe to share between threads; close it when done."""

    def __init__(
        self,
        config: ApiConfig,
        credentials: Mapping[str, str | None],
        *,
        base_url: str | None = None,
        timeout: float | UnsetType | None = UNSET,
        common: Mapping[str, object] | None = None,
        http: PoolManager | None = None,
    ) -> None:
        """Set up; the first call connects.

        Args:
            config: What the generated package knows of its API.
            credentials: By name; those that are None are taken from the environment.
            base_url: Where the API is, if not where the environment or `config` says.
            timeout: Seconds that a call may take, all in all; None for no limit.
            common: Arguments that go with every call; those that are UNSET do not.
            http: A pool of the caller's own, for proxies or certificates; `close` leaves it open.
        """
        self._config = config
        self._credentials: Mapping[str, Secret] = resolve_credentials(config, credentials)
        self._transport = Transport(resolve_base_url(config, base_url), http)
        self._timeout = _seconds(DEFAULT_TIMEOUT if timeout is UNSET else timeout)
        self._common = _given(common or {})

    @property
    def base_url(self) -> str:
        return self._transport.base_url

    def call(self, operation: Operation, arguments: dict[str, object], returns: type[T]) -> T:
        """The answer to `arguments`, which go by their names on the wire.

        Raises:
            SdkError: of a kind that says what went wrong.
        """
        built = self._request(operation, arguments)
        answer = self._transport.send(built, self._timeout)
        return decode.read(answer, returns, built, self._config)

    def call_raw(
        self, operation: Operation, arguments: dict[str, object], returns: type[T]
    ) -> RawResponse[T]:
        """The answer as it came, even if it says that the request failed."""
        from .raw import RawResponse

        built = self._request(operation, arguments)
        answer = self._transport.send(built, self._timeout)
        parse: Callable[[Answer], T] = partial(
            decode.read, returns=returns, request=built, config=self._config
        )
        return RawResponse(answer, parse)

    def with_options(
        self,
        *,
        timeout: float | UnsetType | None = UNSET,
        common: Mapping[str, object] | None = None,
    ) -> Self:
        """A client with other options that shares this one's connections; they close together."""
        other = object.__new__(type(self))
        other._config = self._config
        other._credentials = self._credentials
        other._transport = self._transport
        other._timeout = self._timeout if timeout is UNSET else _seconds(timeout)
        other._common = {**self._common, **_given(common or {})}
        return other

    def close(self) -> None:
        """Close all connections. Closing twice is fine, calling afterwards is not."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} cannot be copied or pickled; use with_options()")

    def _request(self, operation: Operation, arguments: dict[str, object]) -> request.Request:
        if self._transport.closed:
            raise ConfigurationError(f"{self!r} is closed")
        return request.build(
            operation, {**self._common, **arguments}, self._credentials, self._config
        )


def _given(arguments: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in arguments.items() if value is not UNSET}


def _seconds(timeout: object) -> float | None:
    if timeout is None:
        return None
    number = timeout if isinstance(timeout, int | float) and not isinstance(timeout, bool) else 0
    # What no socket can wait for, such as infinity, is a mistake for None.
    if 0 < number <= TIMEOUT_MAX:
        return float(number)
    raise ConfigurationError(f"timeout= is {timeout!r}, not a number of seconds above 0, or None")
