# Generated from spec/resources/report.yaml by `make generate`. Do not edit.
"""Reports on meetings, users and telephone calls of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.client.asynchronous import AsyncResource
from zoom_v1.models.report import AccountReport, AudioReport, DailyReport, UserReport
from zoom_v1.operations import report as operations

if TYPE_CHECKING:
    from datetime import date, datetime

    from zoom_v1._runtime.client.async_paging import AsyncPager
    from zoom_v1._runtime.client.protocols import AsyncCaller
    from zoom_v1.models.report import AccountReportUser, TelephoneCall, UserReportMeeting
    from zoom_v1.types import AudioReportType


class AsyncReportResource(AsyncResource):
    """Reports on meetings, users and telephone calls of a period."""

    async def get_account(
        self,
        *,
        from_: date | datetime | str,
        to: date | datetime | str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> AccountReport:
        """Report meetings, participants and minutes of each user of the account.

        Args:
            from_: Where the period begins. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            to: Where it ends. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            page_size: How many records a page holds. 1 to 300. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Rules:
            `to` is not before `from`.

        Returns:
            Meetings, participants and minutes of an account in a period, with a page of its
            users.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second and 2000 requests a day.

        Section: Get Account Report
        """
        return await self._call(operations.GET_ACCOUNT, locals(), AccountReport)

    def iter_get_account(
        self,
        *,
        from_: date | datetime | str,
        to: date | datetime | str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[AccountReport, AccountReportUser]:
        """Walk through all pages of `get_account`, by number, and yield what they hold.

        Takes what `get_account` takes, and in `limit` how many are wanted. Each page is asked
        for when it is needed, and each walk starts anew; `.pages()` has them whole. Records
        that are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.GET_ACCOUNT, locals(), limit, AccountReport, lambda page: page.users
        )

    async def get_audio(
        self,
        *,
        from_: date | datetime | str,
        to: date | datetime | str,
        type: AudioReportType | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> AudioReport:
        """Report the calls by telephone.

        Args:
            from_: Where the period begins. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            to: Where it ends. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            type: Which calls. One of 1 (toll-free call-in and call-out) or 2 (toll).
                Default: 1.
            page_size: How many records a page holds. 1 to 300. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Rules:
            `to` is not before `from`.

        Returns:
            Calls by telephone in a period.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second and 2000 requests a day.

        Section: Get Audio Report
        """
        return await self._call(operations.GET_AUDIO, locals(), AudioReport)

    def iter_get_audio(
        self,
        *,
        from_: date | datetime | str,
        to: date | datetime | str,
        type: AudioReportType | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[AudioReport, TelephoneCall]:
        """Walk through all pages of `get_audio`, by number, and yield what they hold.

        Takes what `get_audio` takes, and in `limit` how many are wanted. Each page is asked for
        when it is needed, and each walk starts anew; `.pages()` has them whole. Records that
        are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.GET_AUDIO, locals(), limit, AudioReport, lambda page: page.telephony_usage
        )

    async def get_daily(
        self,
        *,
        year: int,
        month: int,
    ) -> DailyReport:
        """Report meetings, participants, minutes and new users on each day of a month.

        Only the last three months can be had.

        Args:
            year: Which year. 1000 to 9999.
            month: Which month; one of the last three. 1 to 12.

        Returns:
            Meetings, participants, minutes and new users of a month, day by day.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second and 2000 requests a day.

        Section: Get Daily Report
        """
        return await self._call(operations.GET_DAILY, locals(), DailyReport)

    async def get_user(
        self,
        *,
        user_id: str,
        from_: date | datetime | str,
        to: date | datetime | str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> UserReport:
        """Report the meetings of one user.

        Its rate limit allows one request a day, so ask for large pages.

        Args:
            user_id: Whose meetings. Not empty.
            from_: Where the period begins. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            to: Where it ends. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            page_size: How many records a page holds. 1 to 300. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Rules:
            `to` is not before `from`.

        Returns:
            The meetings of one user in a period.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second, 2000 requests a day and 1 request a day.

        Section: Get User Report
        """
        return await self._call(operations.GET_USER, locals(), UserReport)

    def iter_get_user(
        self,
        *,
        user_id: str,
        from_: date | datetime | str,
        to: date | datetime | str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[UserReport, UserReportMeeting]:
        """Walk through all pages of `get_user`, by number, and yield what they hold.

        Takes what `get_user` takes, and in `limit` how many are wanted. Each page is asked for
        when it is needed, and each walk starts anew; `.pages()` has them whole. Records that
        are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.GET_USER, locals(), limit, UserReport, lambda page: page.meetings
        )


class AsyncReportResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: AsyncCaller) -> None:
        from zoom_v1._runtime.client.async_raw import async_raw

        resource = AsyncReportResource(caller)
        self.get_account = async_raw(resource.get_account)
        self.get_audio = async_raw(resource.get_audio)
        self.get_daily = async_raw(resource.get_daily)
        self.get_user = async_raw(resource.get_user)
