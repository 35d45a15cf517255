# Generated from spec/resources/webinar.yaml by `make generate`. Do not edit.
"""Schedule, read, change and end webinars, handle registrations, and read what came of ended
ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.client.blocking import Resource
from zoom_v1.models.common import Deleted, Ended, Registration, Updated
from zoom_v1.models.webinar import (
    EndedWebinarList,
    Webinar,
    WebinarAttendeeList,
    WebinarList,
    WebinarPanelistList,
    WebinarQuestions,
    WebinarRegistrantList,
    WebinarRegistrationList,
)
from zoom_v1.operations import webinar as operations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from zoom_v1._runtime.client.paging import Pager
    from zoom_v1._runtime.client.protocols import Caller
    from zoom_v1.models.common import CustomQuestion
    from zoom_v1.models.recurrence import Recurrence
    from zoom_v1.models.webinar import Panelist, WebinarRegistrant, WebinarRegistration
    from zoom_v1.types import (
        ApprovalType,
        AudioOption,
        AutoRecordType,
        Country,
        CustomQuestionDict,
        Language,
        NoOfEmployees,
        PanelistDict,
        PurchasingTimeFrame,
        RecurrenceDict,
        RegistrantState,
        RegistrationType,
        RoleInPurchaseProcess,
        Timezone,
        WebinarType,
    )


class WebinarResource(Resource):
    """Schedule, read, change and end webinars, handle registrations, and read what came of ended
    ones."""

    def create(
        self,
        *,
        host_id: str,
        topic: str,
        type: WebinarType,
        start_time: datetime | str | UnsetType = UNSET,
        duration: int | UnsetType = UNSET,
        timezone: Timezone | UnsetType = UNSET,
        password: str | UnsetType = UNSET,
        recurrence: Recurrence | RecurrenceDict | UnsetType = UNSET,
        approval_type: ApprovalType | UnsetType = UNSET,
        registration_type: RegistrationType | UnsetType = UNSET,
        agenda: str | UnsetType = UNSET,
        option_audio: AudioOption | UnsetType = UNSET,
        option_host_video: bool | UnsetType = UNSET,
        option_panelist_video: bool | UnsetType = UNSET,
        option_practice_session: bool | UnsetType = UNSET,
        option_enforce_login: bool | UnsetType = UNSET,
        option_enforce_login_domains: str | UnsetType = UNSET,
        option_alternative_hosts: str | UnsetType = UNSET,
        option_alternative_host_ids: str | UnsetType = UNSET,
        option_auto_record_type: AutoRecordType | UnsetType = UNSET,
        option_panelists_reminder: bool | UnsetType = UNSET,
        option_close_registration: bool | UnsetType = UNSET,
        option_show_share_button: bool | UnsetType = UNSET,
        option_allow_multiple_devices: bool | UnsetType = UNSET,
        panelists: Sequence[Panelist | PanelistDict] | UnsetType = UNSET,
        language: Language | UnsetType = UNSET,
    ) -> Webinar:
        """Schedule a webinar for a user of the account.

        Args:
            host_id: Who hosts it. Cannot be changed later. Not empty.
            topic: Title. At most 300 characters.
            type: Kind of webinar. One of 5 (webinar), 6 (recurring) or 9 (recurring with
                fixed time). Default: 5.
            start_time: When it starts. Such as 2012-11-25T12:00:00Z.
            duration: Minutes.
            timezone: Time zone that `start_time` is shown in. An id of the list of
                timezones (135).
            password: Password that attendees give. Only the characters [a-zA-Z0-9@\\-_*]. At
                most 10 characters.
            recurrence: When it recurs.
            approval_type: How registrations are approved. One of 0 (automatically), 1
                (manually) or 2 (no registration required). Default: 2.
            registration_type: What a registration covers. One of 1 (register once, attend
                any occurrence), 2 (register for each occurrence) or 3 (register once, choose
                one or more occurrences). Default: 1.
            agenda: What it is about.
            option_audio: How attendees can be heard. One of both, telephony or voip.
                Default: both.
            option_host_video: The host's video starts on joining. Default: true.
            option_panelist_video: Panelists' video starts on joining. Default: true.
            option_practice_session: The host and panelists can practise before it starts.
                Default: false.
            option_enforce_login: Only signed-in users join. Default: false.
            option_enforce_login_domains: Only users of these domains join.
            option_alternative_hosts: Who else may host, by e-mail address.
            option_alternative_host_ids: Who else may host, by user id.
            option_auto_record_type: Where it is recorded to. One of local, cloud or none.
                Default: local.
            option_panelists_reminder: Panelists are invited by e-mail.
            option_close_registration: Registration closes after the day of the webinar.
            option_show_share_button: The registration page has buttons to share it.
            option_allow_multiple_devices: An attendee may join from several devices.
            panelists: Who speaks beside the host.
            language: Language of the e-mails to panelists. One of en-US, en, zh-CN, zh,
                en-ES, es, fr-FR or fr.

        Rules:
            `start_time` has an effect only when `type` is 5 (webinar) or 9 (recurring with
                fixed time) (a warning).
            `duration` has an effect only when `type` is 5 (webinar) or 9 (recurring with
                fixed time) (a warning).
            `timezone` has an effect only when `type` is 5 (webinar) or 9 (recurring with
                fixed time) (a warning).
            `recurrence` has an effect only when `type` is 9 (recurring with fixed time) (a
                warning).
            `registration_type` has an effect only when `type` is 9 (recurring with fixed
                time) (a warning).

        Returns:
            A webinar.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Create A Webinar
        """
        return self._call(operations.CREATE, locals(), Webinar)

    def list(
        self,
        *,
        host_id: str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> WebinarList:
        """List the webinars of a user that need no registration.

        Those with registration are listed by `webinar.list_registration`.

        Args:
            host_id: Whose webinars; a user with webinars enabled. Not empty.
            page_size: How many records a page holds. 1 to 300. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A page of webinars.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: List Webinars
        """
        return self._call(operations.LIST, locals(), WebinarList)

    def iter_list(
        self,
        *,
        host_id: str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> Pager[WebinarList, Webinar]:
        """Walk through all pages of `list`, by number, and yield what they hold.

        Takes what `list` takes, and in `limit` how many are wanted. Each page is asked for when
        it is needed, and each walk starts anew; `.pages()` has them whole. Records that are
        added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.LIST, locals(), limit, WebinarList, lambda page: page.webinars
        )

    def get(
        self,
        *,
        id: int | str,
        host_id: str,
    ) -> Webinar:
        """Read a webinar.

        Args:
            id: Which webinar.
            host_id: Who hosts it; a user with webinars enabled. Not empty.

        Returns:
            A webinar.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Get Webinar Info
        """
        return self._call(operations.GET, locals(), Webinar)

    def update(
        self,
        *,
        id: int | str,
        host_id: str,
        topic: str | UnsetType = UNSET,
        type: WebinarType | UnsetType = UNSET,
        start_time: datetime | str | UnsetType = UNSET,
        duration: int | UnsetType = UNSET,
        timezone: Timezone | UnsetType = UNSET,
        password: str | UnsetType = UNSET,
        recurrence: Recurrence | RecurrenceDict | UnsetType = UNSET,
        approval_type: ApprovalType | UnsetType = UNSET,
        registration_type: RegistrationType | UnsetType = UNSET,
        agenda: str | UnsetType = UNSET,
        option_audio: AudioOption | UnsetType = UNSET,
        option_host_video: bool | UnsetType = UNSET,
        option_panelist_video: bool | UnsetType = UNSET,
        option_practice_session: bool | UnsetType = UNSET,
        option_enforce_login: bool | UnsetType = UNSET,
        option_enforce_login_domains: str | UnsetType = UNSET,
        option_alternative_hosts: str | UnsetType = UNSET,
        option_alternative_host_ids: str | UnsetType = UNSET,
        option_auto_record_type: AutoRecordType | UnsetType = UNSET,
        option_panelists_reminder: bool | UnsetType = UNSET,
        option_close_registration: bool | UnsetType = UNSET,
        option_show_share_button: bool | UnsetType = UNSET,
        option_allow_multiple_devices: bool | UnsetType = UNSET,
        panelists: Sequence[Panelist | PanelistDict] | UnsetType = UNSET,
        language: Language | UnsetType = UNSET,
    ) -> Updated:
        """Change a webinar.

        Args:
            id: Which webinar.
            host_id: Who hosts it. Cannot be changed. Not empty.
            topic: Title. At most 300 characters.
            type: Kind of webinar. One of 5 (webinar), 6 (recurring) or 9 (recurring with
                fixed time). Default: 5.
            start_time: When it starts. Such as 2012-11-25T12:00:00Z.
            duration: Minutes.
            timezone: Time zone that `start_time` is shown in. An id of the list of
                timezones (135).
            password: Password that attendees give. Only the characters [a-zA-Z0-9@\\-_*]. At
                most 10 characters.
            recurrence: When it recurs.
            approval_type: How registrations are approved. One of 0 (automatically), 1
                (manually) or 2 (no registration required). Default: 2.
            registration_type: What a registration covers. One of 1 (register once, attend
                any occurrence), 2 (register for each occurrence) or 3 (register once, choose
                one or more occurrences). Default: 1.
            agenda: What it is about.
            option_audio: How attendees can be heard. One of both, telephony or voip.
                Default: both.
            option_host_video: The host's video starts on joining. Default: true.
            option_panelist_video: Panelists' video starts on joining. Default: true.
            option_practice_session: The host and panelists can practise before it starts.
            option_enforce_login: Only signed-in users join. Default: false.
            option_enforce_login_domains: Only users of these domains join.
            option_alternative_hosts: Who else may host, by e-mail address.
            option_alternative_host_ids: Who else may host, by user id.
            option_auto_record_type: Where it is recorded to. One of local, cloud or none.
                Default: local.
            option_panelists_reminder: Panelists are invited by e-mail.
            option_close_registration: Registration closes after the day of the webinar.
            option_show_share_button: The registration page has buttons to share it.
            option_allow_multiple_devices: An attendee may join from several devices.
            panelists: Who speaks beside the host.
            language: Language of the e-mails to panelists. One of en-US, en, zh-CN, zh,
                en-ES, es, fr-FR or fr.

        Rules:
            `start_time` has an effect only when `type` is 5 (webinar) or 9 (recurring with
                fixed time) (a warning).
            `duration` has an effect only when `type` is 5 (webinar) or 9 (recurring with
                fixed time) (a warning).
            `timezone` has an effect only when `type` is 5 (webinar) or 9 (recurring with
                fixed time) (a warning).
            `recurrence` has an effect only when `type` is 9 (recurring with fixed time) (a
                warning).
            `registration_type` has an effect only when `type` is 9 (recurring with fixed
                time) (a warning).

        Returns:
            What was changed, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Update Webinar Info
        """
        return self._call(operations.UPDATE, locals(), Updated)

    def delete(
        self,
        *,
        id: int | str,
        host_id: str,
        occurrence_id: str | UnsetType = UNSET,
    ) -> Deleted:
        """Delete a webinar, or one occurrence of it.

        Args:
            id: Which webinar.
            host_id: Who hosts it; a user with webinars enabled. Not empty.
            occurrence_id: Which occurrence alone; `webinar.get` lists them. Not empty.

        Returns:
            What was deleted, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Delete A Webinar
        """
        return self._call(operations.DELETE, locals(), Deleted)

    def end(
        self,
        *,
        id: int | str,
        host_id: str,
    ) -> Ended:
        """End a running webinar.

        Args:
            id: Which webinar.
            host_id: Who hosts it; a user with webinars enabled. Not empty.

        Returns:
            What was ended, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: End A Webinar
        """
        return self._call(operations.END, locals(), Ended)

    def register(
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
        """Register a person for a webinar.

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

        Section: Register for Webinar
        """
        return self._call(operations.REGISTER, locals(), Registration)

    def list_registration(
        self,
        *,
        host_id: str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> WebinarList:
        """List the upcoming webinars of a user that need registration.

        Those without registration are listed by `webinar.list`.

        Args:
            host_id: Whose webinars; a user with webinars enabled. Not empty.
            page_size: How many records a page holds. 1 to 300. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A page of webinars.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: List Registration Webinars
        """
        return self._call(operations.LIST_REGISTRATION, locals(), WebinarList)

    def iter_list_registration(
        self,
        *,
        host_id: str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> Pager[WebinarList, Webinar]:
        """Walk through all pages of `list_registration`, by number, and yield what they hold.

        Takes what `list_registration` takes, and in `limit` how many are wanted. Each page is
        asked for when it is needed, and each walk starts anew; `.pages()` has them whole.
        Records that are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.LIST_REGISTRATION, locals(), limit, WebinarList, lambda page: page.webinars
        )

    def get_registration(
        self,
        *,
        id: int | str,
        host_id: str,
        occurrence_id: str | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> WebinarRegistrationList:
        """List the registrations for a webinar, each with its own link.

        To list by approval, use `webinar.list_registrations`.

        Args:
            id: Which webinar.
            host_id: Who hosts it; a user with webinars enabled. Not empty.
            occurrence_id: Which occurrence alone; `webinar.get` lists them. Not empty.
            page_size: How many records a page holds. At least 1. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A page of registrations.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Get Webinar Registration Info
        """
        return self._call(operations.GET_REGISTRATION, locals(), WebinarRegistrationList)

    def iter_get_registration(
        self,
        *,
        id: int | str,
        host_id: str,
        occurrence_id: str | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> Pager[WebinarRegistrationList, WebinarRegistration]:
        """Walk through all pages of `get_registration`, by number, and yield what they hold.

        Takes what `get_registration` takes, and in `limit` how many are wanted. Each page is
        asked for when it is needed, and each walk starts anew; `.pages()` has them whole.
        Records that are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.GET_REGISTRATION,
            locals(),
            limit,
            WebinarRegistrationList,
            lambda page: page.attendees,
        )

    def cancel_registration(
        self,
        *,
        id: int | str,
        host_id: str,
        occurrence_id: str | UnsetType = UNSET,
        registrant_ids: Sequence[str] | str,
    ) -> Updated:
        """Cancel registrations for a webinar, or for one occurrence of it.

        Args:
            id: Which webinar.
            host_id: Who hosts it; a user with webinars enabled. Not empty.
            occurrence_id: Which occurrence alone; `webinar.get` lists them. Not empty.
            registrant_ids: Whose registrations, at most 15. Sent separated by commas. Each:
                not empty. 1 to 15 items.

        Returns:
            What was changed, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Cancel Webinar Registration
        """
        return self._call(operations.CANCEL_REGISTRATION, locals(), Updated)

    def list_registrations(
        self,
        *,
        id: int | str,
        host_id: str,
        type: RegistrantState | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> WebinarRegistrantList:
        """List who waits for approval, or who was approved.

        Args:
            id: Which webinar.
            host_id: Who hosts it; a user with webinars enabled. Not empty.
            type: Which registrants. One of 0 (pending approval) or 1 (approved). Default:
                0.
            page_size: How many records a page holds. At least 1. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A page of registrants.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: List Webinar Registrants
        """
        return self._call(operations.LIST_REGISTRATIONS, locals(), WebinarRegistrantList)

    def iter_list_registrations(
        self,
        *,
        id: int | str,
        host_id: str,
        type: RegistrantState | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> Pager[WebinarRegistrantList, WebinarRegistrant]:
        """Walk through all pages of `list_registrations`, by number, and yield what they hold.

        Takes what `list_registrations` takes, and in `limit` how many are wanted. Each page is
        asked for when it is needed, and each walk starts anew; `.pages()` has them whole.
        Records that are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.LIST_REGISTRATIONS,
            locals(),
            limit,
            WebinarRegistrantList,
            lambda page: page.users,
        )

    def approve_registration(
        self,
        *,
        id: int | str,
        host_id: str,
        registrant_ids: Sequence[str] | str,
    ) -> Updated:
        """Approve registrants who wait for it.

        Args:
            id: Which webinar.
            host_id: Who hosts it; a user with webinars enabled. Not empty.
            registrant_ids: Whom; `webinar.list_registrations` lists them. Sent separated by
                commas. Each: not empty. At least one.

        Returns:
            What was changed, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Approve Pending Registrants
        """
        return self._call(operations.APPROVE_REGISTRATION, locals(), Updated)

    def list_panelists(
        self,
        *,
        id: int | str,
        host_id: str,
    ) -> WebinarPanelistList:
        """List the panelists of a webinar, each with their own link.

        Args:
            id: Which webinar.
            host_id: Who hosts it; a user with webinars enabled. Not empty.

        Returns:
            All panelists of a webinar.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Get Webinar Panelists
        """
        return self._call(operations.LIST_PANELISTS, locals(), WebinarPanelistList)

    def get_uuid(
        self,
        *,
        id: int | str,
        host_id: str,
    ) -> EndedWebinarList:
        """List the runs of a webinar that are over.

        Args:
            id: Which webinar.
            host_id: Who hosts it; a user with webinars enabled. Not empty.

        Returns:
            All runs of a webinar that are over.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Get Ended Webinar UUID
        """
        return self._call(operations.GET_UUID, locals(), EndedWebinarList)

    def get_attendees(
        self,
        *,
        id: int | str,
        host_id: str,
        uuid: str | UnsetType = UNSET,
    ) -> WebinarAttendeeList:
        """List who attended a webinar that is over.

        Args:
            id: Which webinar.
            host_id: Who hosts it; a user with webinars enabled. Not empty.
            uuid: Which run; `webinar.get_uuid` lists them. Not empty.

        Returns:
            All attendees of a webinar that is over.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Get Ended Webinar Attendees
        """
        return self._call(operations.GET_ATTENDEES, locals(), WebinarAttendeeList)

    def get_polls(
        self,
        *,
        id: int | str,
        host_id: str,
        uuid: str | UnsetType = UNSET,
    ) -> WebinarQuestions:
        """Read the polls of a webinar that is over, person by person.

        Args:
            id: Which webinar.
            host_id: Who hosts it; a user with webinars enabled. Not empty.
            uuid: Which run; `webinar.get_uuid` lists them. Not empty.

        Returns:
            What was asked and answered in a webinar that is over.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Get Ended Webinar Polls
        """
        return self._call(operations.GET_POLLS, locals(), WebinarQuestions)

    def get_questions(
        self,
        *,
        id: int | str,
        host_id: str,
        uuid: str | UnsetType = UNSET,
    ) -> WebinarQuestions:
        """Read the questions and answers of a webinar that is over, person by person.

        Args:
            id: Which webinar.
            host_id: Who hosts it; a user with webinars enabled. Not empty.
            uuid: Which run; `webinar.get_uuid` lists them. Not empty.

        Returns:
            What was asked and answered in a webinar that is over.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Get Ended Webinar Q&A
        """
        return self._call(operations.GET_QUESTIONS, locals(), WebinarQuestions)


class WebinarResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: Caller) -> None:
        from zoom_v1._runtime.client.raw import raw

        resource = WebinarResource(caller)
        self.create = raw(resource.create)
        self.list = raw(resource.list)
        self.get = raw(resource.get)
        self.update = raw(resource.update)
        self.delete = raw(resource.delete)
        self.end = raw(resource.end)
        self.register = raw(resource.register)
        self.list_registration = raw(resource.list_registration)
        self.get_registration = raw(resource.get_registration)
        self.cancel_registration = raw(resource.cancel_registration)
        self.list_registrations = raw(resource.list_registrations)
        self.approve_registration = raw(resource.approve_registration)
        self.list_panelists = raw(resource.list_panelists)
        self.get_uuid = raw(resource.get_uuid)
        self.get_attendees = raw(resource.get_attendees)
        self.get_polls = raw(resource.get_polls)
        self.get_questions = raw(resource.get_questions)
