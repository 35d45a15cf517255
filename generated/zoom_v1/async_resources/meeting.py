# Generated from spec/resources/meeting.yaml by `make generate`. Do not edit.
"""Schedule, read, change and end meetings, and register for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.client.asynchronous import AsyncResource
from zoom_v1.models.common import Deleted, Ended, Registration, Updated
from zoom_v1.models.meeting import Meeting, MeetingList
from zoom_v1.operations import meeting as operations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from zoom_v1._runtime.client.async_paging import AsyncPager
    from zoom_v1._runtime.client.protocols import AsyncCaller
    from zoom_v1.models.common import CustomQuestion
    from zoom_v1.models.recurrence import Recurrence
    from zoom_v1.types import (
        AudioOption,
        AutoRecordType,
        Country,
        CustomQuestionDict,
        Language,
        MeetingType,
        NoOfEmployees,
        PurchasingTimeFrame,
        RecurrenceDict,
        RegistrationType,
        RoleInPurchaseProcess,
        StartType,
        Timezone,
    )


class AsyncMeetingResource(AsyncResource):
    """Schedule, read, change and end meetings, and register for them."""

    async def create(
        self,
        *,
        host_id: str,
        type: MeetingType,
        topic: str,
        start_time: datetime | str | UnsetType = UNSET,
        duration: int | UnsetType = UNSET,
        timezone: Timezone | UnsetType = UNSET,
        password: str | UnsetType = UNSET,
        recurrence: Recurrence | RecurrenceDict | UnsetType = UNSET,
        option_registration: bool | UnsetType = UNSET,
        registration_type: RegistrationType | UnsetType = UNSET,
        option_jbh: bool | UnsetType = UNSET,
        option_start_type: StartType | UnsetType = UNSET,
        option_host_video: bool | UnsetType = UNSET,
        option_participants_video: bool | UnsetType = UNSET,
        option_cn_meeting: bool | UnsetType = UNSET,
        option_in_meeting: bool | UnsetType = UNSET,
        option_audio: AudioOption | UnsetType = UNSET,
        option_enforce_login: bool | UnsetType = UNSET,
        option_enforce_login_domains: str | UnsetType = UNSET,
        option_alternative_hosts: str | UnsetType = UNSET,
        option_alternative_host_ids: str | UnsetType = UNSET,
        option_use_pmi: bool | UnsetType = UNSET,
        option_auto_record_type: AutoRecordType | UnsetType = UNSET,
    ) -> Meeting:
        """Schedule a meeting for a user of the account.

        Args:
            host_id: Who hosts it. Cannot be changed later. Not empty.
            type: Kind of meeting. One of 1 (instant), 2 (scheduled), 3 (recurring with no
                fixed time) or 8 (recurring with fixed time). Default: 2.
            topic: Title. At most 300 characters.
            start_time: When it starts. Such as 2012-11-25T12:00:00Z.
            duration: Minutes.
            timezone: Time zone that `start_time` is shown in. An id of the list of
                timezones (135).
            password: Password that participants give. Only the characters [a-zA-Z0-9@\\-_*].
                At most 10 characters.
            recurrence: When it recurs.
            option_registration: Participants must register. Default: false.
            registration_type: What a registration covers. One of 1 (register once, attend
                any occurrence), 2 (register for each occurrence) or 3 (register once, choose
                one or more occurrences). Default: 1.
            option_jbh: Participants may join before the host. Default: false.
            option_start_type: What it starts with. One of video or screen_share. Default:
                video. Deprecated.
            option_host_video: The host's video starts on joining. Default: true.
            option_participants_video: Participants' video starts on joining. Default: true.
            option_cn_meeting: It is hosted in China. Default: false.
            option_in_meeting: It is hosted in India. Default: false.
            option_audio: How participants can be heard. One of both, telephony or voip.
                Default: both.
            option_enforce_login: Only signed-in users join. Default: false.
            option_enforce_login_domains: Only users of these domains join.
            option_alternative_hosts: Who else may host, by e-mail address.
            option_alternative_host_ids: Who else may host, by user id.
            option_use_pmi: Use the host's personal meeting ID. Default: false.
            option_auto_record_type: Where it is recorded to. One of local, cloud or none.
                Default: local.

        Rules:
            `start_time` has an effect only when `type` is 2 (scheduled) or 8 (recurring with
                fixed time) (a warning).
            `duration` has an effect only when `type` is 2 (scheduled) (a warning).
            `timezone` has an effect only when `type` is 2 (scheduled) (a warning).
            `recurrence` has an effect only when `type` is 8 (recurring with fixed time) (a
                warning).
            `registration_type` has an effect only when `type` is 8 (recurring with fixed
                time) (a warning).
            `option_jbh` has an effect only when `type` is 2 (scheduled), 3 (recurring with no
                fixed time) or 8 (recurring with fixed time) (a warning).
            `option_use_pmi` has an effect only when `type` is 2 (scheduled) (a warning).

        Returns:
            A meeting.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Create A Meeting
        """
        return await self._call(operations.CREATE, locals(), Meeting)

    async def list(
        self,
        *,
        host_id: str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> MeetingList:
        """List the scheduled meetings of a user.

        Args:
            host_id: Whose meetings. Not empty.
            page_size: How many records a page holds. 1 to 300. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A page of meetings.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: List Meetings
        """
        return await self._call(operations.LIST, locals(), MeetingList)

    def iter_list(
        self,
        *,
        host_id: str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[MeetingList, Meeting]:
        """Walk through all pages of `list`, by number, and yield what they hold.

        Takes what `list` takes, and in `limit` how many are wanted. Each page is asked for when
        it is needed, and each walk starts anew; `.pages()` has them whole. Records that are
        added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.LIST, locals(), limit, MeetingList, lambda page: page.meetings
        )

    async def list_live(
        self,
        *,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> MeetingList:
        """List the meetings that are running now.

        Args:
            page_size: How many records a page holds. 1 to 300. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A page of meetings.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: List Live Meetings
        """
        return await self._call(operations.LIST_LIVE, locals(), MeetingList)

    def iter_list_live(
        self,
        *,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[MeetingList, Meeting]:
        """Walk through all pages of `list_live`, by number, and yield what they hold.

        Takes what `list_live` takes, and in `limit` how many are wanted. Each page is asked for
        when it is needed, and each walk starts anew; `.pages()` has them whole. Records that
        are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.LIST_LIVE, locals(), limit, MeetingList, lambda page: page.meetings
        )

    async def get(
        self,
        *,
        id: int | str,
        host_id: str,
    ) -> Meeting:
        """Read a meeting.

        Args:
            id: Which meeting.
            host_id: Who hosts it. Not empty.

        Returns:
            A meeting.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Get Meeting Info
        """
        return await self._call(operations.GET, locals(), Meeting)

    async def update(
        self,
        *,
        id: int | str,
        host_id: str,
        type: MeetingType,
        topic: str | UnsetType = UNSET,
        start_time: datetime | str | UnsetType = UNSET,
        duration: int | UnsetType = UNSET,
        timezone: Timezone | UnsetType = UNSET,
        password: str | UnsetType = UNSET,
        recurrence: Recurrence | RecurrenceDict | UnsetType = UNSET,
        option_registration: bool | UnsetType = UNSET,
        registration_type: RegistrationType | UnsetType = UNSET,
        option_jbh: bool | UnsetType = UNSET,
        option_start_type: StartType | UnsetType = UNSET,
        option_host_video: bool | UnsetType = UNSET,
        option_participants_video: bool | UnsetType = UNSET,
        option_cn_meeting: bool | UnsetType = UNSET,
        option_in_meeting: bool | UnsetType = UNSET,
        option_audio: AudioOption | UnsetType = UNSET,
        option_enforce_login: bool | UnsetType = UNSET,
        option_enforce_login_domains: str | UnsetType = UNSET,
        option_alternative_hosts: str | UnsetType = UNSET,
        option_alternative_host_ids: str | UnsetType = UNSET,
        option_use_pmi: bool | UnsetType = UNSET,
        option_auto_record_type: AutoRecordType | UnsetType = UNSET,
    ) -> Updated:
        """Change a meeting.

        Args:
            id: Which meeting.
            host_id: Who hosts it. Only finds the meeting and cannot be changed. Not empty.
            type: Kind of meeting. One of 1 (instant), 2 (scheduled), 3 (recurring with no
                fixed time) or 8 (recurring with fixed time). Default: 2.
            topic: Title. At most 300 characters.
            start_time: When it starts. Such as 2012-11-25T12:00:00Z.
            duration: Minutes.
            timezone: Time zone that `start_time` is shown in. An id of the list of
                timezones (135).
            password: Password that participants give. Only the characters [a-zA-Z0-9@\\-_*].
                At most 10 characters.
            recurrence: When it recurs.
            option_registration: Participants must register. Default: false.
            registration_type: What a registration covers. One of 1 (register once, attend
                any occurrence), 2 (register for each occurrence) or 3 (register once, choose
                one or more occurrences). Default: 1.
            option_jbh: Participants may join before the host. Default: false.
            option_start_type: What it starts with. One of video or screen_share. Default:
                video. Deprecated.
            option_host_video: The host's video starts on joining. Default: true.
            option_participants_video: Participants' video starts on joining. Default: true.
            option_cn_meeting: It is hosted in China. Default: false.
            option_in_meeting: It is hosted in India. Default: false.
            option_audio: How participants can be heard. One of both, telephony or voip.
                Default: both.
            option_enforce_login: Only signed-in users join. Default: false.
            option_enforce_login_domains: Only users of these domains join.
            option_alternative_hosts: Who else may host, by e-mail address.
            option_alternative_host_ids: Who else may host, by user id.
            option_use_pmi: Use the host's personal meeting ID. Default: false.
            option_auto_record_type: Where it is recorded to. One of local, cloud or none.
                Default: local.

        Rules:
            `start_time` has an effect only when `type` is 2 (scheduled) (a warning).
            `duration` has an effect only when `type` is 2 (scheduled) (a warning).
            `timezone` has an effect only when `type` is 2 (scheduled) (a warning).
            `recurrence` has an effect only when `type` is 8 (recurring with fixed time) (a
                warning).
            `registration_type` has an effect only when `type` is 8 (recurring with fixed
                time) (a warning).
            `option_jbh` has an effect only when `type` is 2 (scheduled), 3 (recurring with no
                fixed time) or 8 (recurring with fixed time) (a warning).
            `option_use_pmi` has an effect only when `type` is 2 (scheduled) (a warning).

        Returns:
            What was changed, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Update Meeting Info
        """
        return await self._call(operations.UPDATE, locals(), Updated)

    async def delete(
        self,
        *,
        id: int | str,
        host_id: str,
        occurrence_id: str | UnsetType = UNSET,
    ) -> Deleted:
        """Delete a meeting, or one occurrence of it.

        Args:
            id: Which meeting.
            host_id: Who hosts it. Not empty.
            occurrence_id: Which occurrence alone; `meeting.get` lists them. Not empty.

        Returns:
            What was deleted, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Delete A Meeting
        """
        return await self._call(operations.DELETE, locals(), Deleted)

    async def end(
        self,
        *,
        id: int | str,
        host_id: str,
    ) -> Ended:
        """End a running meeting.

        Args:
            id: Which meeting.
            host_id: Who hosts it. Not empty.

        Returns:
            What was ended, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: End A Meeting
        """
        return await self._call(operations.END, locals(), Ended)

    async def register(
        self,
        *,
        id: int | str,
        email: str,
        first_name: str,
        last_name: str,
        address: str | UnsetType = UNSET,
        city: str | UnsetType = UNSET,
        country: Country | UnsetType = UNSET,
        zip: str | UnsetType = UNSET,
        state: str | UnsetType = UNSET,
        phone: str | UnsetType = UNSET,
        industry: str | UnsetType = UNSET,
        org: str | UnsetType = UNSET,
        job_title: str | UnsetType = UNSET,
        purchasing_time_frame: PurchasingTimeFrame | UnsetType = UNSET,
        role_in_purchase_process: RoleInPurchaseProcess | UnsetType = UNSET,
        no_of_employees: NoOfEmployees | UnsetType = UNSET,
        comments: str | UnsetType = UNSET,
        custom_questions: Sequence[CustomQuestion | CustomQuestionDict] | UnsetType = UNSET,
        language: Language | UnsetType = UNSET,
        occurrence_ids: Sequence[str] | str | UnsetType = UNSET,
    ) -> Registration:
        """Register a person for a meeting.

        Args:
            id: What to register for.
            email: E-mail address of the registrant. An e-mail address.
            first_name: First name.
            last_name: Last name.
            address: Street address.
            city: City.
            country: Country. An id of the list of countries (255).
            zip: Postal code.
            state: State or province.
            phone: Phone number.
            industry: Industry.
            org: Organization.
            job_title: Job title.
            purchasing_time_frame: When they mean to buy. One of Within a month, 1-3 months,
                4-6 months, More than 6 months or No timeframe.
            role_in_purchase_process: Their say in buying. One of Decision Maker,
                Evaluator/Recommender, Influencer or Not involved.
            no_of_employees: Size of their organization. One of 1-20, 21-50, 51-100,
                101-250, 251-500, 501-1,000, 1,001-5,000, 5,001-10,000 or More than 10,000.
            comments: Questions and comments.
            custom_questions: Answers to the host's own questions.
            language: Language of the e-mails they get. One of en-US, en, zh-CN, zh, en-ES,
                es, fr-FR or fr.
            occurrence_ids: Which occurrences of a recurring meeting. Sent separated by
                commas. Each: not empty.

        Returns:
            A registrant's ticket.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Meeting Registration
        """
        return await self._call(operations.REGISTER, locals(), Registration)


class AsyncMeetingResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: AsyncCaller) -> None:
        from zoom_v1._runtime.client.async_raw import async_raw

        resource = AsyncMeetingResource(caller)
        self.create = async_raw(resource.create)
        self.list = async_raw(resource.list)
        self.list_live = async_raw(resource.list_live)
        self.get = async_raw(resource.get)
        self.update = async_raw(resource.update)
        self.delete = async_raw(resource.delete)
        self.end = async_raw(resource.end)
        self.register = async_raw(resource.register)
