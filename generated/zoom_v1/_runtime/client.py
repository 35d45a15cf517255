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
from time import sleep
from types import TracebackType
from typing import TYPE_CHECKING, Literal, NoReturn, Protocol, Self, TypeVar

from msgspec import UNSET, UnsetType
from urllib3 import PoolManager, Retry

from . import decode, request
from .config import ApiConfig, Secret, resolve_base_url, resolve_credentials
from .decode import Answer
from .errors import ConfigurationError, RateLimited
from .operation import Operation
from .options import Options
from .retry import Attempts
from .transport import Transport

if TYPE_CHECKING:
    from .limits.limiter import Limiter, Permit
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
        retries: int | Retry | UnsetType = UNSET,
        rate_limit: str | None = None,
        max_wait: float | UnsetType = UNSET,
        rate_limit_per: Literal["group", "operation"] = "group",
        on_limiter_failure: Literal["closed", "open"] = "closed",
        strict: bool = False,
        common: Mapping[str, object] | None = None,
        http: PoolManager | None = None,
    ) -> None:
        """Set up; the first call connects.

        Args:
            config: What the generated package knows of its API.
            credentials: By name; those that are None are taken from the environment.
            base_url: Where the API is, if not where the environment or `config` says.
            timeout: Seconds that one sending may take, answer included; None for no limit.
            retries: How often a call is sent again where that is safe.
            rate_limit: Where requests are counted; None for nowhere.
            max_wait: Seconds that a call may wait for a rate limit.
            rate_limit_per: Who shares the limit of a group.
            on_limiter_failure: Whether to send when requests cannot be counted.
            strict: Whether to refuse arguments that the API would only ignore.
            common: Arguments that go with every call; those that are UNSET do not.
            http: A pool of the caller's own, for proxies or certificates; `close` leaves it open.
        """
        self._config = config
        self._options = Options().changed(
            timeout=timeout, retries=retries, max_wait=max_wait, strict=strict
        )
        self._credentials: Mapping[str, Secret] = resolve_credentials(config, credentials)
        self._transport = Transport(resolve_base_url(config, base_url), http)
        self._limiter: Limiter | None = None
        if rate_limit is not None:
            from .limits.limiter import open_limiter

            self._limiter = open_limiter(
                rate_limit,
                (config.package, self.base_url, *(s.reveal() for s in self._credentials.values())),
                scope=rate_limit_per,
                on_failure=on_limiter_failure,
            )
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
        attempts = self._attempts(operation)
        while True:
            answer = self._send(built, attempts)
            try:
                return decode.read(answer, returns, built, self._config)
            except RateLimited as error:
                if not _is_waited_out(error, attempts):
                    raise

    def call_raw(
        self, operation: Operation, arguments: dict[str, object], returns: type[T]
    ) -> RawResponse[T]:
        """The answer as it came, even if it says that the request failed."""
        from .raw import RawResponse

        built = self._request(operation, arguments)
        attempts = self._attempts(operation)
        while True:
            answer = self._send(built, attempts)
            refusal = decode.refusal(answer, built, self._config)
            if refusal is None or not _is_waited_out(refusal, attempts):
                break
        parse: Callable[[Answer], T] = partial(
            decode.read, returns=returns, request=built, config=self._config
        )
        return RawResponse(answer, parse)

    def with_options(
        self,
        *,
        timeout: float | UnsetType | None = UNSET,
        retries: int | Retry | UnsetType = UNSET,
        max_wait: float | UnsetType = UNSET,
        strict: bool | UnsetType = UNSET,
        common: Mapping[str, object] | None = None,
    ) -> Self:
        """A client with other options that shares this one's connections; they close together."""
        other = object.__new__(type(self))
        other._config = self._config
        other._credentials = self._credentials
        other._transport = self._transport
        other._limiter = self._limiter
        other._options = self._options.changed(
            timeout=timeout, retries=retries, max_wait=max_wait, strict=strict
        )
        other._common = {**self._common, **_given(common or {})}
        return other

    def close(self) -> None:
        """Close all connections. Closing twice is fine, calling afterwards is not."""
        self._transport.close()
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

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} cannot be copied or pickled; use with_options()")

    def _request(self, operation: Operation, arguments: dict[str, object]) -> request.Request:
        if self._transport.closed:
            raise ConfigurationError(f"{self!r} is closed")
        return request.build(
            operation,
            {**self._common, **arguments},
            self._credentials,
            self._config,
            strict=self._options.strict,
        )

    def _attempts(self, operation: Operation) -> Attempts:
        return Attempts(operation, self._options.retries, self._options.max_wait)

    def _send(self, built: request.Request, attempts: Attempts) -> Answer:
        limiter = self._limiter
        admit: Callable[[], Permit | None] | None = None
        if limiter is not None and built.operation.limits:
            admit = partial(limiter.acquire, built.operation, attempts)
        return self._transport.send(built, self._options.timeout, attempts, admit)


def _given(arguments: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in arguments.items() if value is not UNSET}


def _is_waited_out(error: RateLimited, attempts: Attempts) -> bool:
    """Wait as long as the server's refusal asks for, if that may be."""
    # Status 0: nothing was sent, and the limiter has waited as long as it may.
    pause = attempts.after_refusal(error) if error.status else None
    if pause is None:
        return False
    sleep(pause)
    return True
