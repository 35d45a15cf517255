# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Client of the Zoom REST API v1."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from os import PathLike
from typing import TYPE_CHECKING, Literal

from msgspec import UNSET, UnsetType
from urllib3 import Retry

from zoom_v1 import async_resources, types
from zoom_v1._config import CONFIG
from zoom_v1._runtime.extras import Extra as _Extra

with _Extra("zoom-v1[async]"):
    from aiohttp import ClientSession

    from zoom_v1._runtime.client.asynchronous import AsyncBaseClient

if TYPE_CHECKING:
    from zoom_v1._runtime.client.async_raw import AsyncRawCaller


class AsyncZoomClient(AsyncBaseClient):
    """Accounts, users, meetings, webinars, groups, recordings, devices, chats, reports and
    dashboards.

    For the tasks of one event loop. Use it with `async with`, or close it when done. Needs
    the extra `async`.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
        base_url: str | None = None,
        timeout: float | UnsetType | None = UNSET,
        retries: int | Retry | UnsetType = UNSET,
        rate_limit: str | UnsetType | None = UNSET,
        max_wait: float | UnsetType = UNSET,
        rate_limit_per: Literal["group", "operation"] = "group",
        on_limiter_failure: Literal["closed", "open"] = "closed",
        max_response_size: int | UnsetType | None = UNSET,
        strict: bool = False,
        strict_responses: bool = False,
        data_type: Literal["JSON", "XML"] | UnsetType = UNSET,
        hooks: Sequence[types.Hook] = (),
        proxy: str | None = None,
        ca_bundle: str | PathLike[str] | None = None,
        http: ClientSession | None = None,
    ) -> None:
        """Set up a client; the first call connects.

        Args:
            api_key: Key of the account that calls. Without it, ZOOM_API_KEY counts.
            api_secret: Secret that belongs to the key. Without it, ZOOM_API_SECRET counts.
            base_url: Where the API is. Without it, the environment or the API's own address counts.
            timeout: Seconds that a request may take until its answer is complete; None for no
                limit. Without it, 30.
            retries: How often a request is sent again: always if it cannot have arrived; after the
                server failed or was silent, only if it just reads. A number, or urllib3's Retry
                for more say in it. Without it, 2.
            rate_limit: Where requests are counted, so that limits are kept: "memory",
                "sqlite:///path" for all processes of this machine, "redis://host" for a fleet;
                None for nowhere. Without it, ZOOM_RATE_LIMIT counts (where "none" is None), or
                else "memory".
            max_wait: Seconds that a call may wait for a limit before it raises RateLimited; a
                day's quota is never waited for. Without it, 10.
            rate_limit_per: Whether the operations of a group share its limit ("group"), or each
                has it to itself ("operation").
            on_limiter_failure: Whether calls that cannot be counted are refused ("closed") or sent
                ("open").
            max_response_size: Bytes that the body of an answer may have; None for no limit.
                Without it, 64 MiB.
            strict: Whether to refuse arguments that the API would only ignore.
            strict_responses: Whether an answer of another shape than documented is a ResponseError.
                Without it, what fits is typed, and a ResponseMismatchWarning names the rest.
            data_type: In which format the answer comes. One of JSON or XML. Default: JSON.
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
                "api_key": api_key,
                "api_secret": api_secret,
            },
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            rate_limit=rate_limit,
            max_wait=max_wait,
            rate_limit_per=rate_limit_per,
            on_limiter_failure=on_limiter_failure,
            max_response_size=max_response_size,
            strict=strict,
            strict_responses=strict_responses,
            common={
                "data_type": data_type,
            },
            hooks=hooks,
            proxy=proxy,
            ca_bundle=ca_bundle,
            http=http,
        )

    @cached_property
    def with_raw_response(self) -> AsyncZoomClientRaw:
        """The same operations, which answer with status, headers and body as they came."""
        return AsyncZoomClientRaw(self)

    @cached_property
    def account(self) -> async_resources.AsyncAccountResource:
        """Create, read, change and delete the sub accounts of a master account, and buy plans for
        them."""
        return async_resources.AsyncAccountResource(self)

    @cached_property
    def user(self) -> async_resources.AsyncUserResource:
        """Create, read, change and delete users, and say who may schedule for whom."""
        return async_resources.AsyncUserResource(self)

    @cached_property
    def meeting(self) -> async_resources.AsyncMeetingResource:
        """Schedule, read, change and end meetings, and register for them."""
        return async_resources.AsyncMeetingResource(self)

    @cached_property
    def webinar(self) -> async_resources.AsyncWebinarResource:
        """Schedule, read, change and end webinars, handle registrations, and read what came of
        ended ones."""
        return async_resources.AsyncWebinarResource(self)

    @cached_property
    def group(self) -> async_resources.AsyncGroupResource:
        """Create, read, change and delete groups of users, and their members."""
        return async_resources.AsyncGroupResource(self)

    @cached_property
    def im_group(self) -> async_resources.AsyncImGroupResource:
        """Create, read, change and delete groups for instant messages, and their members."""
        return async_resources.AsyncImGroupResource(self)

    @cached_property
    def recording(self) -> async_resources.AsyncRecordingResource:
        """List, read and delete what was recorded of meetings."""
        return async_resources.AsyncRecordingResource(self)

    @cached_property
    def device(self) -> async_resources.AsyncDeviceResource:
        """Create, list, change and delete the H.323/SIP devices of the account."""
        return async_resources.AsyncDeviceResource(self)

    @cached_property
    def chat(self) -> async_resources.AsyncChatResource:
        """Read the archived chats of an account."""
        return async_resources.AsyncChatResource(self)

    @cached_property
    def report(self) -> async_resources.AsyncReportResource:
        """Reports on meetings, users and telephone calls of a period."""
        return async_resources.AsyncReportResource(self)

    @cached_property
    def dashboard(self) -> async_resources.AsyncDashboardResource:
        """Live and past meetings and webinars, rooms, connection quality, ports and chats."""
        return async_resources.AsyncDashboardResource(self)


class AsyncZoomClientRaw:
    """The resources of a client, which answer with status, headers and body as they came."""

    def __init__(self, client: AsyncZoomClient) -> None:
        self._client = client

    @cached_property
    def _caller(self) -> AsyncRawCaller:
        from zoom_v1._runtime.client.async_raw import AsyncRawCaller

        return AsyncRawCaller(self._client)

    @cached_property
    def account(self) -> async_resources.AsyncAccountResourceRaw:
        """Create, read, change and delete the sub accounts of a master account, and buy plans for
        them."""
        return async_resources.AsyncAccountResourceRaw(self._caller)

    @cached_property
    def user(self) -> async_resources.AsyncUserResourceRaw:
        """Create, read, change and delete users, and say who may schedule for whom."""
        return async_resources.AsyncUserResourceRaw(self._caller)

    @cached_property
    def meeting(self) -> async_resources.AsyncMeetingResourceRaw:
        """Schedule, read, change and end meetings, and register for them."""
        return async_resources.AsyncMeetingResourceRaw(self._caller)

    @cached_property
    def webinar(self) -> async_resources.AsyncWebinarResourceRaw:
        """Schedule, read, change and end webinars, handle registrations, and read what came of
        ended ones."""
        return async_resources.AsyncWebinarResourceRaw(self._caller)

    @cached_property
    def group(self) -> async_resources.AsyncGroupResourceRaw:
        """Create, read, change and delete groups of users, and their members."""
        return async_resources.AsyncGroupResourceRaw(self._caller)

    @cached_property
    def im_group(self) -> async_resources.AsyncImGroupResourceRaw:
        """Create, read, change and delete groups for instant messages, and their members."""
        return async_resources.AsyncImGroupResourceRaw(self._caller)

    @cached_property
    def recording(self) -> async_resources.AsyncRecordingResourceRaw:
        """List, read and delete what was recorded of meetings."""
        return async_resources.AsyncRecordingResourceRaw(self._caller)

    @cached_property
    def device(self) -> async_resources.AsyncDeviceResourceRaw:
        """Create, list, change and delete the H.323/SIP devices of the account."""
        return async_resources.AsyncDeviceResourceRaw(self._caller)

    @cached_property
    def chat(self) -> async_resources.AsyncChatResourceRaw:
        """Read the archived chats of an account."""
        return async_resources.AsyncChatResourceRaw(self._caller)

    @cached_property
    def report(self) -> async_resources.AsyncReportResourceRaw:
        """Reports on meetings, users and telephone calls of a period."""
        return async_resources.AsyncReportResourceRaw(self._caller)

    @cached_property
    def dashboard(self) -> async_resources.AsyncDashboardResourceRaw:
        """Live and past meetings and webinars, rooms, connection quality, ports and chats."""
        return async_resources.AsyncDashboardResourceRaw(self._caller)
