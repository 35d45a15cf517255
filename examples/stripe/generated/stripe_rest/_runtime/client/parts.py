"""What a client is made of: options, connections, limiter; and clients that differ in these."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Generic, NoReturn, Self, TypeVar, Unpack

from msgspec import UNSET

from ..config import ApiConfig, resolve_rate_limit
from ..errors import ConfigurationError, bare
from ..transport.connection_settings import ConnectionSettings
from .credentials import authorize, carried_headers
from .options import Options
from .servers import with_variables
from .ways import open_ways, url_of

if TYPE_CHECKING:
    from ..limits.limiter import Limiter
    from ..limits.windows import AsyncStore, Store
    from ..transport.given import ClosableTransport
    from ..transport.given import Transport as GivenTransport
    from .options import CallOptions, ClientOptions
    from .tokens import Lock

L = TypeVar("L", bound="ClosableTransport")
H = TypeVar("H")


class ClientParts(Generic[L, H]):
    """Holds what calls are made with. Subclasses open the transport."""

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
        config = with_variables(config, url_of(options), options.get("variables", {}))
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
                `strict_responses`, `keep_extra` and `headers`, as the client takes them; headers
                are added.
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
        from ..limits.stores import open_limiter

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
        from ..limits.windows import InlineStore

        return InlineStore(store)


def _given(arguments: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in arguments.items() if value is not UNSET}


def _call_options(options: ClientOptions) -> CallOptions:
    known = Options.__struct_fields__
    return {name: value for name, value in options.items() if name in known}  # type: ignore[return-value]
