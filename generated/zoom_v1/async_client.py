# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Client of the Zoom REST API v1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from msgspec import UNSET, UnsetType

from zoom_v1._config import CONFIG
from zoom_v1._runtime.client.asynchronous import AsyncBaseClient

if TYPE_CHECKING:
    from os import PathLike

    from aiohttp import ClientSession
    from urllib3 import Retry

    from zoom_v1._runtime.client.async_raw import AsyncRawCaller
    from zoom_v1._runtime.events import Hook
    from zoom_v1.async_resources.account import AsyncAccountResource, AsyncAccountResourceRaw
    from zoom_v1.async_resources.chat import AsyncChatResource, AsyncChatResourceRaw
    from zoom_v1.async_resources.dashboard import AsyncDashboardResource, AsyncDashboardResourceRaw
    from zoom_v1.async_resources.device import AsyncDeviceResource, AsyncDeviceResourceRaw
    from zoom_v1.async_resources.group import AsyncGroupResource, AsyncGroupResourceRaw
    from zoom_v1.async_resources.im_group import AsyncImGroupResource, AsyncImGroupResourceRaw
    from zoom_v1.async_resources.meeting import AsyncMeetingResource, AsyncMeetingResourceRaw
    from zoom_v1.async_resources.recording import AsyncRecordingResource, AsyncRecordingResourceRaw
    from zoom_v1.async_resources.report import AsyncReportResource, AsyncReportResourceRaw
    from zoom_v1.async_resources.user import AsyncUserResource, AsyncUserResourceRaw
    from zoom_v1.async_resources.webinar import AsyncWebinarResource, AsyncWebinarResourceRaw


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
        max_connections: int | UnsetType = UNSET,
        strict: bool = False,
        strict_responses: bool = False,
        headers: Mapping[str, str] | None = None,
        data_type: Literal["JSON", "XML"] | UnsetType = UNSET,
        hooks: Sequence[Hook] = (),
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
            max_connections=max_connections,
            strict=strict,
            strict_responses=strict_responses,
            headers=headers,
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
    def account(self) -> AsyncAccountResource:
        """Create, read, change and delete the sub accounts of a master account, and buy plans for
        them."""
        from zoom_v1.async_resources.account import AsyncAccountResource

        return AsyncAccountResource(self)

    @cached_property
    def user(self) -> AsyncUserResource:
        """Create, read, change and delete users, and say who may schedule for whom."""
        from zoom_v1.async_resources.user import AsyncUserResource

        return AsyncUserResource(self)

    @cached_property
    def meeting(self) -> AsyncMeetingResource:
        """Schedule, read, change and end meetings, and register for them."""
        from zoom_v1.async_resources.meeting import AsyncMeetingResource

        return AsyncMeetingResource(self)

    @cached_property
    def webinar(self) -> AsyncWebinarResource:
        """Schedule, read, change and end webinars, handle registrations, and read what came of
        ended ones."""
        from zoom_v1.async_resources.webinar import AsyncWebinarResource

        return AsyncWebinarResource(self)

    @cached_property
    def group(self) -> AsyncGroupResource:
        """Create, read, change and delete groups of users, and their members."""
        from zoom_v1.async_resources.group import AsyncGroupResource

        return AsyncGroupResource(self)

    @cached_property
    def im_group(self) -> AsyncImGroupResource:
        """Create, read, change and delete groups for instant messages, and their members."""
        from zoom_v1.async_resources.im_group import AsyncImGroupResource

        return AsyncImGroupResource(self)

    @cached_property
    def recording(self) -> AsyncRecordingResource:
        """List, read and delete what was recorded of meetings."""
        from zoom_v1.async_resources.recording import AsyncRecordingResource

        return AsyncRecordingResource(self)

    @cached_property
    def device(self) -> AsyncDeviceResource:
        """Create, list, change and delete the H.323/SIP devices of the account."""
        from zoom_v1.async_resources.device import AsyncDeviceResource

        return AsyncDeviceResource(self)

    @cached_property
    def chat(self) -> AsyncChatResource:
        """Read the archived chats of an account."""
        from zoom_v1.async_resources.chat import AsyncChatResource

        return AsyncChatResource(self)

    @cached_property
    def report(self) -> AsyncReportResource:
        """Reports on meetings, users and telephone calls of a period."""
        from zoom_v1.async_resources.report import AsyncReportResource

        return AsyncReportResource(self)

    @cached_property
    def dashboard(self) -> AsyncDashboardResource:
        """Live and past meetings and webinars, rooms, connection quality, ports and chats."""
        from zoom_v1.async_resources.dashboard import AsyncDashboardResource

        return AsyncDashboardResource(self)


class AsyncZoomClientRaw:
    """The resources of a client, whose operations answer as it came."""

    def __init__(self, client: AsyncZoomClient) -> None:
        self._client = client

    @cached_property
    def _caller(self) -> AsyncRawCaller:
        from zoom_v1._runtime.client.async_raw import AsyncRawCaller

        return AsyncRawCaller(self._client)

    @cached_property
    def account(self) -> AsyncAccountResourceRaw:
        """Create, read, change and delete the sub accounts of a master account, and buy plans for
        them."""
        from zoom_v1.async_resources.account import AsyncAccountResourceRaw

        return AsyncAccountResourceRaw(self._caller)

    @cached_property
    def user(self) -> AsyncUserResourceRaw:
        """Create, read, change and delete users, and say who may schedule for whom."""
        from zoom_v1.async_resources.user import AsyncUserResourceRaw

        return AsyncUserResourceRaw(self._caller)

    @cached_property
    def meeting(self) -> AsyncMeetingResourceRaw:
        """Schedule, read, change and end meetings, and register for them."""
        from zoom_v1.async_resources.meeting import AsyncMeetingResourceRaw

        return AsyncMeetingResourceRaw(self._caller)

    @cached_property
    def webinar(self) -> AsyncWebinarResourceRaw:
        """Schedule, read, change and end webinars, handle registrations, and read what came of
        ended ones."""
        from zoom_v1.async_resources.webinar import AsyncWebinarResourceRaw

        return AsyncWebinarResourceRaw(self._caller)

    @cached_property
    def group(self) -> AsyncGroupResourceRaw:
        """Create, read, change and delete groups of users, and their members."""
        from zoom_v1.async_resources.group import AsyncGroupResourceRaw

        return AsyncGroupResourceRaw(self._caller)

    @cached_property
    def im_group(self) -> AsyncImGroupResourceRaw:
        """Create, read, change and delete groups for instant messages, and their members."""
        from zoom_v1.async_resources.im_group import AsyncImGroupResourceRaw

        return AsyncImGroupResourceRaw(self._caller)

    @cached_property
    def recording(self) -> AsyncRecordingResourceRaw:
        """List, read and delete what was recorded of meetings."""
        from zoom_v1.async_resources.recording import AsyncRecordingResourceRaw

        return AsyncRecordingResourceRaw(self._caller)

    @cached_property
    def device(self) -> AsyncDeviceResourceRaw:
        """Create, list, change and delete the H.323/SIP devices of the account."""
        from zoom_v1.async_resources.device import AsyncDeviceResourceRaw

        return AsyncDeviceResourceRaw(self._caller)

    @cached_property
    def chat(self) -> AsyncChatResourceRaw:
        """Read the archived chats of an account."""
        from zoom_v1.async_resources.chat import AsyncChatResourceRaw

        return AsyncChatResourceRaw(self._caller)

    @cached_property
    def report(self) -> AsyncReportResourceRaw:
        """Reports on meetings, users and telephone calls of a period."""
        from zoom_v1.async_resources.report import AsyncReportResourceRaw

        return AsyncReportResourceRaw(self._caller)

    @cached_property
    def dashboard(self) -> AsyncDashboardResourceRaw:
        """Live and past meetings and webinars, rooms, connection quality, ports and chats."""
        from zoom_v1.async_resources.dashboard import AsyncDashboardResourceRaw

        return AsyncDashboardResourceRaw(self._caller)
