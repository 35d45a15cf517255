# Generated from spec/api.yaml by `make generate`. Do not edit.
"""Client of the Zoom REST API v1."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from os import PathLike
from typing import TYPE_CHECKING, Literal

from msgspec import UNSET, UnsetType
from urllib3 import PoolManager, Retry

from zoom_v1 import resources, types
from zoom_v1._config import CONFIG
from zoom_v1._runtime.client.blocking import BaseClient

if TYPE_CHECKING:
    from zoom_v1._runtime.client.raw import RawCaller


class ZoomClient(BaseClient):
    """Accounts, users, meetings, webinars, groups, recordings, devices, chats, reports and
    dashboards.

    Safe to share between threads. Use it as a context manager, or close it when done.
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
        http: PoolManager | None = None,
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
            http: A PoolManager of your own; `close` leaves it open.

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
    def with_raw_response(self) -> ZoomClientRaw:
        """The same operations, which answer with status, headers and body as they came."""
        return ZoomClientRaw(self)

    @cached_property
    def account(self) -> resources.AccountResource:
        """Create, read, change and delete the sub accounts of a master account, and buy plans for
        them."""
        return resources.AccountResource(self)

    @cached_property
    def user(self) -> resources.UserResource:
        """Create, read, change and delete users, and say who may schedule for whom."""
        return resources.UserResource(self)

    @cached_property
    def meeting(self) -> resources.MeetingResource:
        """Schedule, read, change and end meetings, and register for them."""
        return resources.MeetingResource(self)

    @cached_property
    def webinar(self) -> resources.WebinarResource:
        """Schedule, read, change and end webinars, handle registrations, and read what came of
        ended ones."""
        return resources.WebinarResource(self)

    @cached_property
    def group(self) -> resources.GroupResource:
        """Create, read, change and delete groups of users, and their members."""
        return resources.GroupResource(self)

    @cached_property
    def im_group(self) -> resources.ImGroupResource:
        """Create, read, change and delete groups for instant messages, and their members."""
        return resources.ImGroupResource(self)

    @cached_property
    def recording(self) -> resources.RecordingResource:
        """List, read and delete what was recorded of meetings."""
        return resources.RecordingResource(self)

    @cached_property
    def device(self) -> resources.DeviceResource:
        """Create, list, change and delete the H.323/SIP devices of the account."""
        return resources.DeviceResource(self)

    @cached_property
    def chat(self) -> resources.ChatResource:
        """Read the archived chats of an account."""
        return resources.ChatResource(self)

    @cached_property
    def report(self) -> resources.ReportResource:
        """Reports on meetings, users and telephone calls of a period."""
        return resources.ReportResource(self)

    @cached_property
    def dashboard(self) -> resources.DashboardResource:
        """Live and past meetings and webinars, rooms, connection quality, ports and chats."""
        return resources.DashboardResource(self)


class ZoomClientRaw:
    """The resources of a client, which answer with status, headers and body as they came."""

    def __init__(self, client: ZoomClient) -> None:
        self._client = client

    @cached_property
    def _caller(self) -> RawCaller:
        from zoom_v1._runtime.client.raw import RawCaller

        return RawCaller(self._client)

    @cached_property
    def account(self) -> resources.AccountResourceRaw:
        """Create, read, change and delete the sub accounts of a master account, and buy plans for
        them."""
        return resources.AccountResourceRaw(self._caller)

    @cached_property
    def user(self) -> resources.UserResourceRaw:
        """Create, read, change and delete users, and say who may schedule for whom."""
        return resources.UserResourceRaw(self._caller)

    @cached_property
    def meeting(self) -> resources.MeetingResourceRaw:
        """Schedule, read, change and end meetings, and register for them."""
        return resources.MeetingResourceRaw(self._caller)

    @cached_property
    def webinar(self) -> resources.WebinarResourceRaw:
        """Schedule, read, change and end webinars, handle registrations, and read what came of
        ended ones."""
        return resources.WebinarResourceRaw(self._caller)

    @cached_property
    def group(self) -> resources.GroupResourceRaw:
        """Create, read, change and delete groups of users, and their members."""
        return resources.GroupResourceRaw(self._caller)

    @cached_property
    def im_group(self) -> resources.ImGroupResourceRaw:
        """Create, read, change and delete groups for instant messages, and their members."""
        return resources.ImGroupResourceRaw(self._caller)

    @cached_property
    def recording(self) -> resources.RecordingResourceRaw:
        """List, read and delete what was recorded of meetings."""
        return resources.RecordingResourceRaw(self._caller)

    @cached_property
    def device(self) -> resources.DeviceResourceRaw:
        """Create, list, change and delete the H.323/SIP devices of the account."""
        return resources.DeviceResourceRaw(self._caller)

    @cached_property
    def chat(self) -> resources.ChatResourceRaw:
        """Read the archived chats of an account."""
        return resources.ChatResourceRaw(self._caller)

    @cached_property
    def report(self) -> resources.ReportResourceRaw:
        """Reports on meetings, users and telephone calls of a period."""
        return resources.ReportResourceRaw(self._caller)

    @cached_property
    def dashboard(self) -> resources.DashboardResourceRaw:
        """Live and past meetings and webinars, rooms, connection quality, ports and chats."""
        return resources.DashboardResourceRaw(self._caller)
