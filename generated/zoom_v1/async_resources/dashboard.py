# Generated from spec/resources/dashboard.yaml by `make generate`. Do not edit.
"""Live and past meetings and webinars, rooms, connection quality, ports and chats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.client.asynchronous import AsyncResource
from zoom_v1.models.dashboard import (
    CrcUsage,
    DashboardMeetingDetail,
    DashboardMeetingList,
    ImUserList,
    SharingParticipantList,
    UserQos,
    ZoomRoomDetail,
    ZoomRoomList,
)
from zoom_v1.operations import dashboard as operations

if TYPE_CHECKING:
    from datetime import date, datetime

    from zoom_v1._runtime.client.async_paging import AsyncPager
    from zoom_v1._runtime.client.protocols import AsyncCaller
    from zoom_v1.models.dashboard import (
        DashboardMeeting,
        DashboardParticipant,
        ImUser,
        SharingParticipant,
        ZoomRoom,
    )
    from zoom_v1.types import LiveOrPast, MeetingListType


class AsyncDashboardResource(AsyncResource):
    """Live and past meetings and webinars, rooms, connection quality, ports and chats."""

    async def meetings(
        self,
        *,
        type: MeetingListType,
        from_: date | datetime | str | UnsetType = UNSET,
        to: date | datetime | str | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> DashboardMeetingList:
        """List live meetings, or past ones of a period.

        Args:
            type: Which meetings. One of 1 (live), 2 (past) or 3 (past one). Default: 1.
            from_: Where the period begins. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            to: Where it ends. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            page_size: How many records a page holds. 1 to 100. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Rules:
            `from` has an effect only when `type` is 2 (past) or 3 (past one) (a warning).
            `from` is required when `type` is 2 (past) or 3 (past one).
            `to` has an effect only when `type` is 2 (past) or 3 (past one) (a warning).
            `to` is required when `type` is 2 (past) or 3 (past one).
            `to` is not before `from`.

        Returns:
            A page of live or past meetings or webinars.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second, 1 request a minute and 2000 requests a day.

        Section: Get Meeting List
        """
        return await self._call(operations.MEETINGS, locals(), DashboardMeetingList)

    def iter_meetings(
        self,
        *,
        type: MeetingListType,
        from_: date | datetime | str | UnsetType = UNSET,
        to: date | datetime | str | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[DashboardMeetingList, DashboardMeeting]:
        """Walk through all pages of `meetings`, by number, and yield what they hold.

        Takes what `meetings` takes, and in `limit` how many are wanted. Each page is asked for
        when it is needed, and each walk starts anew; `.pages()` has them whole. Records that
        are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.MEETINGS, locals(), limit, DashboardMeetingList, lambda page: page.meetings
        )

    async def meeting(
        self,
        *,
        meeting_id: int | str,
        type: MeetingListType,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> DashboardMeetingDetail:
        """Read a live or past meeting and who is or was in it.

        Args:
            meeting_id: Which meeting, by number or uuid.
            type: Whether it is live or past. One of 1 (live), 2 (past) or 3 (past one).
            page_size: How many records a page holds. 1 to 100. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A live or past meeting or webinar, with a page of its participants.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Get Meeting Detail
        """
        return await self._call(operations.MEETING, locals(), DashboardMeetingDetail)

    def iter_meeting(
        self,
        *,
        meeting_id: int | str,
        type: MeetingListType,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[DashboardMeetingDetail, DashboardParticipant]:
        """Walk through all pages of `meeting`, by number, and yield what they hold.

        Takes what `meeting` takes, and in `limit` how many are wanted. Each page is asked for
        when it is needed, and each walk starts anew; `.pages()` has them whole. Records that
        are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.MEETING,
            locals(),
            limit,
            DashboardMeetingDetail,
            lambda page: page.participants,
        )

    async def webinars(
        self,
        *,
        type: LiveOrPast,
        from_: date | datetime | str | UnsetType = UNSET,
        to: date | datetime | str | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> DashboardMeetingList:
        """List live webinars, or past ones of a period.

        Args:
            type: Which webinars. One of 1 (live) or 2 (past). Default: 1.
            from_: Where the period begins. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            to: Where it ends. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            page_size: How many records a page holds. 1 to 100. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Rules:
            `from` has an effect only when `type` is 2 (past) (a warning).
            `from` is required when `type` is 2 (past).
            `to` has an effect only when `type` is 2 (past) (a warning).
            `to` is required when `type` is 2 (past).
            `to` is not before `from`.

        Returns:
            A page of live or past meetings or webinars.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second, 1 request a minute and 2000 requests a day.

        Section: Get Webinar List
        """
        return await self._call(operations.WEBINARS, locals(), DashboardMeetingList)

    def iter_webinars(
        self,
        *,
        type: LiveOrPast,
        from_: date | datetime | str | UnsetType = UNSET,
        to: date | datetime | str | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[DashboardMeetingList, DashboardMeeting]:
        """Walk through all pages of `webinars`, by number, and yield what they hold.

        Takes what `webinars` takes, and in `limit` how many are wanted. Each page is asked for
        when it is needed, and each walk starts anew; `.pages()` has them whole. Records that
        are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.WEBINARS, locals(), limit, DashboardMeetingList, lambda page: page.meetings
        )

    async def webinar(
        self,
        *,
        meeting_id: int | str,
        type: LiveOrPast,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> DashboardMeetingDetail:
        """Read a live or past webinar and who is or was in it.

        Args:
            meeting_id: Which webinar, by number or uuid.
            type: Whether it is live or past. One of 1 (live) or 2 (past).
            page_size: How many records a page holds. 1 to 100. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A live or past meeting or webinar, with a page of its participants.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Get Webinar Detail
        """
        return await self._call(operations.WEBINAR, locals(), DashboardMeetingDetail)

    def iter_webinar(
        self,
        *,
        meeting_id: int | str,
        type: LiveOrPast,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[DashboardMeetingDetail, DashboardParticipant]:
        """Walk through all pages of `webinar`, by number, and yield what they hold.

        Takes what `webinar` takes, and in `limit` how many are wanted. Each page is asked for
        when it is needed, and each walk starts anew; `.pages()` has them whole. Records that
        are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.WEBINAR,
            locals(),
            limit,
            DashboardMeetingDetail,
            lambda page: page.participants,
        )

    async def share_details(
        self,
        *,
        meeting_id: int | str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> SharingParticipantList:
        """List what participants of a meeting shared and recorded.

        Args:
            meeting_id: Which meeting, by number or uuid.
            page_size: How many records a page holds. 1 to 300. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A page of those who shared or recorded in a meeting.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Get Meeting Share Details
        """
        return await self._call(operations.SHARE_DETAILS, locals(), SharingParticipantList)

    def iter_share_details(
        self,
        *,
        meeting_id: int | str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[SharingParticipantList, SharingParticipant]:
        """Walk through all pages of `share_details`, by number, and yield what they hold.

        Takes what `share_details` takes, and in `limit` how many are wanted. Each page is asked
        for when it is needed, and each walk starts anew; `.pages()` has them whole. Records
        that are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.SHARE_DETAILS,
            locals(),
            limit,
            SharingParticipantList,
            lambda page: page.participants,
        )

    async def rooms(
        self,
        *,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> ZoomRoomList:
        """List the Zoom Rooms of the account.

        Args:
            page_size: How many records a page holds. 1 to 30. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A page of rooms.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: List Zoom Rooms
        """
        return await self._call(operations.ROOMS, locals(), ZoomRoomList)

    def iter_rooms(
        self,
        *,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[ZoomRoomList, ZoomRoom]:
        """Walk through all pages of `rooms`, by number, and yield what they hold.

        Takes what `rooms` takes, and in `limit` how many are wanted. Each page is asked for
        when it is needed, and each walk starts anew; `.pages()` has them whole. Records that
        are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.ROOMS, locals(), limit, ZoomRoomList, lambda page: page.zoom_rooms
        )

    async def room(
        self,
        *,
        id: str,
        from_: date | datetime | str,
        to: date | datetime | str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> ZoomRoomDetail:
        """Read a Zoom Room and the meetings that it was in.

        Args:
            id: Which room. Not empty.
            from_: Where the period begins. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            to: Where it ends. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            page_size: How many records a page holds. 1 to 30. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Rules:
            `to` is not before `from`.

        Returns:
            A room, with a page of the meetings that it was in.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Get Zoom Room Detail
        """
        return await self._call(operations.ROOM, locals(), ZoomRoomDetail)

    def iter_room(
        self,
        *,
        id: str,
        from_: date | datetime | str,
        to: date | datetime | str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[ZoomRoomDetail, DashboardMeeting]:
        """Walk through all pages of `room`, by number, and yield what they hold.

        Takes what `room` takes, and in `limit` how many are wanted. Each page is asked for when
        it is needed, and each walk starts anew; `.pages()` has them whole. Records that are
        added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.ROOM, locals(), limit, ZoomRoomDetail, lambda page: page.past_meetings
        )

    async def qos(
        self,
        *,
        meeting_id: int | str,
        type: LiveOrPast,
        user_id: str | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> UserQos:
        """Read how good a user's connection was in a meeting.

        The answer does not say how many pages there are.

        Args:
            meeting_id: Which meeting, by number or uuid.
            type: Whether the meeting is live or past. One of 1 (live) or 2 (past).
            user_id: Which user. Not empty.
            page_size: How many records a page holds. 1 to 10. Default: 10.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            Quality of a user's connection in a meeting.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Get User QoS
        """
        return await self._call(operations.QOS, locals(), UserQos)

    async def crc(
        self,
        *,
        from_: date | datetime | str,
        to: date | datetime | str,
    ) -> CrcUsage:
        """Read how many ports of the Cloud Room Connector were in use, hour by hour.

        Args:
            from_: Where the period begins. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            to: Where it ends. Such as 2012-11-25 or 2012-11-25T12:00:00Z.

        Rules:
            `to` is not before `from`.

        Returns:
            How many ports of the Cloud Room Connector were in use.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Get CRC Port Usage
        """
        return await self._call(operations.CRC, locals(), CrcUsage)

    async def im(
        self,
        *,
        from_: date | datetime | str,
        to: date | datetime | str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> ImUserList:
        """List how many messages, calls and files each user sent and received.

        Args:
            from_: Where the period begins. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            to: Where it ends. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            page_size: How many records a page holds. 1 to 30. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Rules:
            `to` is not before `from`.

        Returns:
            A page of users and how much they sent and received.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Get IM
        """
        return await self._call(operations.IM, locals(), ImUserList)

    def iter_im(
        self,
        *,
        from_: date | datetime | str,
        to: date | datetime | str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[ImUserList, ImUser]:
        """Walk through all pages of `im`, by number, and yield what they hold.

        Takes what `im` takes, and in `limit` how many are wanted. Each page is asked for when
        it is needed, and each walk starts anew; `.pages()` has them whole. Records that are
        added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(operations.IM, locals(), limit, ImUserList, lambda page: page.users)


class AsyncDashboardResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: AsyncCaller) -> None:
        from zoom_v1._runtime.client.async_raw import async_raw

        resource = AsyncDashboardResource(caller)
        self.meetings = async_raw(resource.meetings)
        self.meeting = async_raw(resource.meeting)
        self.webinars = async_raw(resource.webinars)
        self.webinar = async_raw(resource.webinar)
        self.share_details = async_raw(resource.share_details)
        self.rooms = async_raw(resource.rooms)
        self.room = async_raw(resource.room)
        self.qos = async_raw(resource.qos)
        self.crc = async_raw(resource.crc)
        self.im = async_raw(resource.im)
