"""What clients that block and clients that await have in common: all but the waiting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Generic, NoReturn, Self, TypeVar, Unpack

import msgspec
from msgspec import UNSET

from ..config import ApiConfig, resolve_rate_limit
from ..decoding import decode, failures
from ..decoding.response import Response
from ..errors import ConfigurationError, RateLimited, SdkError, bare
from ..operation import Operation
from ..request import Request
from ..transport.call_events import CallEvents
from ..transport.connection_settings import ConnectionSettings
from ..transport.interrupted import Interrupted
from ..transport.retry import Attempts
from ..transport.sending import SendLimits, Transport, send
from .credentials import authorize, carried_headers
from .options import Options
from .request_builder import build_request
from .ways import open_ways

if TYPE_CHECKING:
    from ..content import SavedFile
    from ..limits.async_store import AsyncStore
    from ..limits.limiter import Limiter
    from ..limits.windows import Store
    from ..transport.given import ClosableTransport
    from ..transport.given import Transport as GivenTransport
    from ..transport.sinks import Sink
    from .options import CallOptions, ClientOptions
    from .raw_response import RawResponse
    from .request_options import RequestOptions
    from .tokens import Lock

T = TypeVar("T")
V = TypeVar("V")


L = TypeVar("L", bound="ClosableTransport")
H = TypeVar("H")


class ClientCore(Generic[L, H]):
    """Makes calls. Subclasses open the transport, and run the coroutines or await them."""

    def __init__(
        self,
        config: ApiConfig,
        credentials: Mapping[str, str | None],
        *,
        http: H | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Set up; the first call connects.

        Args:
            config: What the client knows of its API.
            credentials: By name; those that are None come from the environment.
            http: The caller's own connections; `close` leaves them open.
            options: See `ClientOptions`.
        """
        try:
            self._set_up(config, credentials, http, options)
            return
        except ConfigurationError as error:
            failure = bare(error)
        del credentials, options
        raise failure

    def _set_up(
        self,
        config: ApiConfig,
        credentials: Mapping[str, str | None],
        http: H | None,
        options: ClientOptions,
    ) -> None:
        opened = partial(self._opened, options.get("transport"), http)
        self._ways = open_ways(config, options, http, opened)
        self._transport = self._ways.main
        carries = carried_headers(config)
        self._options = Options(credentials_in=carries).changed(**_call_options(options))
        self._config, self._credentials, self._authorizer = authorize(
            config, credentials, options, self._new_lock, self._ways.of
        )
        self._hooks = tuple(options.get("hooks", ()))
        self._common = _given(options.get("common", {}))
        self._limiter = self._open_limiter(options)

    @property
    def base_url(self) -> str:
        return self._transport.base_url

    def with_options(
        self, *, common: Mapping[str, object] | None = None, **options: Unpack[CallOptions]
    ) -> Self:
        """A client with other options that shares this one's connections; they close together.

        Args:
            common: Arguments that go with every call.
            options: `timeout`, `retries`, `max_wait`, `max_response_size`, `strict`,
                `strict_responses` and `headers`, as the client takes them; headers are added.
        """
        other = object.__new__(type(self))
        other._config = self._config
        other._transport = self._transport
        other._ways = self._ways
        other._authorizer = self._authorizer
        other._options = self._options.changed(**options)
        other._credentials = self._credentials
        other._hooks = self._hooks
        other._common = {**self._common, **_given(common or {})}
        other._limiter = self._limiter
        return other

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} cannot be copied or pickled; use with_options()")

    async def _call_typed(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
    ) -> T:
        try:
            chosen = self._options.for_call(options) if options else self._options
            request = self._request(operation, arguments, chosen)
            return await self._respond(request, chosen, self._reader(request, chosen, returns))
        except SdkError as error:
            failure = bare(error)
        del arguments, options
        # Not where it was caught: what the caller is handling, if anything, is its context.
        raise failure

    async def _call_page(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
        address: str | None = None,
    ) -> tuple[T, Response]:
        try:
            chosen = self._options.for_call(options) if options else self._options
            request = self._request(operation, arguments, chosen)
            if address is not None:
                request = self._redirected(request, address)
            read = self._reader(request, chosen, returns)
            return await self._respond(request, chosen, lambda found: (read(found), found))
        except SdkError as error:
            failure = bare(error)
        del arguments, options, address
        raise failure

    def _redirected(self, request: Request, address: str) -> Request:
        """The request for an address that the server has named."""
        from .addresses import target_below
        from .authentication import carry
        from .servers import documented_urls

        operation = request.operation
        carried = carry(operation, self._config, self._credentials)
        beside = [*carried.query, *(carried.beside if operation.encoding == "query" else ())]
        base_url = self._ways.of(operation.server).base_url
        documented = documented_urls(self._config, operation.server)
        target = target_below(address, base_url, request.target, operation, beside, documented)
        return msgspec.structs.replace(request, target=target, shown=operation.path)

    async def _call_raw(
        self,
        operation: Operation,
        arguments: dict[str, object],
        returns: type[T],
        options: RequestOptions | None = None,
    ) -> RawResponse[T]:
        from .raw_response import RawResponse

        try:
            chosen = self._options.for_call(options) if options else self._options
            request = self._request(operation, arguments, chosen)
            refuse = partial(self._raise_refusal, request)
            response = await self._respond(request, chosen, refuse, _as_it_came)
            return RawResponse(response, self._reader(request, chosen, returns), request.violations)
        except SdkError as error:
            failure = bare(error)
        del arguments, options
        raise failure

    async def _call_saving(
        self,
        operation: Operation,
        arguments: dict[str, object],
        sink: Sink,
        options: RequestOptions | None = None,
    ) -> SavedFile:
        from .saving import saved, unpacked_request

        failure: Exception
        try:
            with sink:
                chosen = self._options.for_call(options) if options else self._options
                request = unpacked_request(self._request(operation, arguments, chosen))
                read = partial(saved, request=request, config=self._config, sink=sink)
                return await self._respond(request, chosen, read, sink=sink)
        except SdkError as error:
            failure = bare(error)
        except Interrupted as stopped:
            failure = stopped.error
        del arguments, options
        raise failure

    async def _respond(
        self,
        request: Request,
        options: Options,
        read: Callable[[Response], V],
        refused: Callable[[Response], V] | None = None,
        sink: Sink | None = None,
    ) -> V:
        """Send `request`, and return what `read` makes of the response.

        Where the server asks for fewer requests (`RateLimited`), wait and send again, as long as
        the call may wait. After that, return what `refused` makes of the response, or raise.
        """
        operation = request.operation
        attempts = Attempts(
            operation, options.retries, options.max_wait, self._config.envelope.waits
        )
        call_events = CallEvents(operation.id, self._hooks)
        limiter = self._limiter if operation.limits else None
        transport: Transport = self._ways.of(operation.server)
        authorization, limits = None, options.send_limits
        if sink is not None:
            limits = SendLimits(limits.timeout, limits.max_body, sink)
        if self._authorizer is not None:
            transport = self._authorizer.signing(operation, transport)
            authorization = self._authorizer.authorization(request, options, self._hooks)
        try:
            while True:
                sent = await authorization.bearing() if authorization else request
                response = await send(sent, transport, limits, attempts, call_events, limiter)
                if authorization and authorization.is_stale(response):
                    continue
                if operation.redirects:
                    response = await self._follow(sent, response, limits, attempts, call_events)
                try:
                    value = read(response)
                    break
                except RateLimited as error:
                    pause = attempts.after_refusal(error)
                    if pause is None:
                        if refused is None:
                            raise
                        value = refused(response)
                        break
                    call_events.waits(pause, "refusal", error.group)
                await self._transport.sleep(pause)
        except BaseException as error:
            call_events.finished(error)
            raise
        call_events.finished()
        return value

    async def _follow(
        self,
        request: Request,
        response: Response,
        limits: SendLimits,
        attempts: Attempts,
        call_events: CallEvents,
    ) -> Response:
        from .redirects import follow

        base_url = self._ways.of(request.operation.server).base_url
        return await follow(
            request, response, base_url, self._ways.to, limits, attempts, call_events
        )

    def _request(
        self, operation: Operation, arguments: dict[str, object], options: Options
    ) -> Request:
        if self._transport.closed:
            raise ConfigurationError(f"{self!r} is closed")
        return build_request(
            operation,
            {**self._common, **arguments},
            self._credentials,
            self._config,
            strict=options.strict,
            headers=options.headers,
        )

    def _reader(self, request: Request, options: Options, returns: type[T]) -> Callable[..., T]:
        return partial(
            decode.read,
            returns=returns,
            request=request,
            config=self._config,
            strict=options.strict_responses,
        )

    def _raise_refusal(self, request: Request, response: Response) -> Response:
        refusal = failures.refusal(response, request, self._config)
        if refusal is not None:
            raise refusal
        return response

    def _opened(
        self,
        given: GivenTransport | None,
        http: H | None,
        base_url: str,
        settings: ConnectionSettings,
    ) -> L:
        if given is not None:
            return self._take_transport(given, base_url)
        return self._open_transport(http, base_url, settings)

    def _open_transport(self, http: H | None, base_url: str, settings: ConnectionSettings) -> L:
        raise NotImplementedError

    def _take_transport(self, given: GivenTransport, base_url: str) -> L:
        raise NotImplementedError

    def _new_lock(self) -> Lock:
        raise NotImplementedError

    def _open_limiter(self, options: ClientOptions) -> Limiter | None:
        where = resolve_rate_limit(self._config, options.get("rate_limit", UNSET))
        if where is None:
            return None
        from ..limits.limiter import open_limiter

        secrets = (each.reveal() for each in self._credentials.values())
        try:
            return open_limiter(
                where,
                (self._config.package, self.base_url, *secrets),
                scope=options.get("rate_limit_per", "group"),
                on_failure=options.get("on_limiter_failure", "closed"),
                told=self._config.told_limits,
                async_store=self._async_store,
                sleep=self._transport.sleep,
            )
        except ModuleNotFoundError as missing:
            from ..extras import install

            remedy = install(missing, f"{self._config.distribution}[limits]")
            raise ConfigurationError(f"rate_limit=: {remedy}") from None

    def _async_store(self, store: Store) -> AsyncStore:
        from ..limits.async_store import InlineStore

        return InlineStore(store)


def _as_it_came(response: Response) -> Response:
    return response


def _given(arguments: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in arguments.items() if value is not UNSET}


def _call_options(options: ClientOptions) -> CallOptions:
    known = Options.__struct_fields__
    return {name: value for name, value in options.items() if name in known}  # type: ignore[return-value]
