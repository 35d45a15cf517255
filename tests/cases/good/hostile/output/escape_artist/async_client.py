# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Client of the \"\"\"); import os; os.system("touch PWNED") # {{ 7 * 7 }}."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from msgspec import UNSET, UnsetType

from escape_artist._config import CONFIG
from escape_artist._runtime.client.asynchronous import AsyncBaseClient

if TYPE_CHECKING:
    from os import PathLike

    from aiohttp import ClientSession
    from urllib3 import Retry

    from escape_artist._runtime.client.async_raw import AsyncRawCaller
    from escape_artist._runtime.events import Hook
    from escape_artist.async_resources.escape import AsyncEscapeResource, AsyncEscapeResourceRaw
    from escape_artist.async_resources.import_ import AsyncImportResource, AsyncImportResourceRaw


class AsyncEscapeArtist(AsyncBaseClient):
    """{% raw %} \\ {# gone #} ends with \"\"\"

    For the tasks of one event loop. Use it with `async with`, or close it when done. Needs
    the extra `async`.
    """

    def __init__(
        self,
        *,
        self_: str | None = None,
        base_url: str | None = None,
        timeout: float | UnsetType | None = UNSET,
        retries: int | Retry | UnsetType = UNSET,
        rate_limit: str | UnsetType | None = UNSET,
        max_wait: float | UnsetType = UNSET,
        rate_limit_per: Literal["group", "operation"] = "group",
        on_limiter_failure: Literal["closed", "open"] = "closed",
        max_response_size: int | UnsetType | None = UNSET,
        max_connections: int | UnsetType = UNSET,
        strict: bool = False,
        strict_responses: bool = False,
        headers: Mapping[str, str] | None = None,
        init: Literal['"', "'", "\\", "{", "None"] | UnsetType = UNSET,
        hooks: Sequence[Hook] = (),
        proxy: str | None = None,
        ca_bundle: str | PathLike[str] | None = None,
        http: ClientSession | None = None,
    ) -> None:
        """Set up a client; the first call connects.

        Args:
            self_: # type: ignore '; touch PWNED; '. Without it, ESCAPE_SELF counts.
            base_url: Where the API is. Without it, the environment or the API's own address counts.
            timeout: Seconds that a request may take until its answer is complete; None for no
                limit. Without it, 30.
            retries: How often a request is sent again: always if it cannot have arrived; after the
                server failed or was silent, only if it just reads. A number, or urllib3's Retry
                for more say in it. Without it, 2.
            rate_limit: Where requests are counted, so that limits are kept: "memory",
                "sqlite:///path" for all processes of this machine, "redis://host" for a fleet;
                None for nowhere. Without it, ESCAPE_RATE_LIMIT counts (where "none" is None),
                or else "memory".
            max_wait: Seconds that a call may wait for a limit before it raises RateLimited; a
                day's quota is never waited for. Without it, 10.
            rate_limit_per: Whether the operations of a group share its limit, or each operation
                has it to itself.
            on_limiter_failure: Whether to refuse calls when they cannot be counted, or to send them.
            max_response_size: Bytes that the body of an answer may have; None for no limit.
                Without it, 64 MiB.
            max_connections: How many connections may be open at a time; a call that finds none
                free waits for one, within its timeout. Without it, 100.
            strict: Whether to refuse arguments that the API would only ignore.
            strict_responses: Whether an answer of another shape than documented is a ResponseError.
                Without it, what fits is typed, and a ResponseMismatchWarning names the rest.
            headers: Headers to send with every request, beside the client's own.
            init: ends with \\. One of ", ', \\, { or None. Default: \\.
            hooks: Functions that hear of each step of a call, as an `events.CallEvent`.
            proxy: The URL of a proxy, with user and password if it wants them; "" for none. Without
                it, HTTPS_PROXY or HTTP_PROXY, ALL_PROXY and NO_PROXY of the environment count.
            ca_bundle: A file of the certificates to trust, in PEM form. Without it, SSL_CERT_FILE
                and SSL_CERT_DIR of the environment count, or what the machine trusts.
            http: A ClientSession of your own; `close` leaves it open.

        Raises:
            ConfigurationError: credentials are missing, or an argument makes no sense.
        """
        super().__init__(
            CONFIG,
            {
                "self": self_,
            },
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            rate_limit=rate_limit,
            max_wait=max_wait,
            rate_limit_per=rate_limit_per,
            on_limiter_failure=on_limiter_failure,
            max_response_size=max_response_size,
            max_connections=max_connections,
            strict=strict,
            strict_responses=strict_responses,
            headers=headers,
            common={
                "__init__": init,
            },
            hooks=hooks,
            proxy=proxy,
            ca_bundle=ca_bundle,
            http=http,
        )

    @cached_property
    def with_raw_response(self) -> AsyncEscapeArtistRaw:
        """The same operations, which answer with status, headers and body as they came."""
        return AsyncEscapeArtistRaw(self)

    @cached_property
    def escape(self) -> AsyncEscapeResource:
        """\"\"\" \\ {{ x }} \u202e ends with \\"""
        from escape_artist.async_resources.escape import AsyncEscapeResource

        return AsyncEscapeResource(self)

    @cached_property
    def import_(self) -> AsyncImportResource:
        """import os"""
        from escape_artist.async_resources.import_ import AsyncImportResource

        return AsyncImportResource(self)


class AsyncEscapeArtistRaw:
    """The resources of a client, whose operations answer as it came."""

    def __init__(self, client: AsyncEscapeArtist) -> None:
        self._client = client

    @cached_property
    def _caller(self) -> AsyncRawCaller:
        from escape_artist._runtime.client.async_raw import AsyncRawCaller

        return AsyncRawCaller(self._client)

    @cached_property
    def escape(self) -> AsyncEscapeResourceRaw:
        """\"\"\" \\ {{ x }} \u202e ends with \\"""
        from escape_artist.async_resources.escape import AsyncEscapeResourceRaw

        return AsyncEscapeResourceRaw(self._caller)

    @cached_property
    def import_(self) -> AsyncImportResourceRaw:
        """import os"""
        from escape_artist.async_resources.import_ import AsyncImportResourceRaw

        return AsyncImportResourceRaw(self._caller)
