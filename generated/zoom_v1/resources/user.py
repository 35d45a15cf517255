# Generated from spec/resources/user.yaml by `make generate`. Do not edit.
"""Create, read, change and delete users, and say who may schedule for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.client.blocking import Resource
from zoom_v1.models.common import Updated
from zoom_v1.models.user import (
    ActivatedUser,
    AssistantChange,
    DeactivatedUser,
    DeletedUser,
    EmailCheck,
    PermanentlyDeletedUser,
    RevokedToken,
    SchedulerList,
    User,
    UserList,
    ZpkCheck,
)
from zoom_v1.operations import user as operations

if TYPE_CHECKING:
    from zoom_v1._runtime.client.paging import Pager
    from zoom_v1._runtime.client.protocols import Caller
    from zoom_v1._runtime.encoding.files import Upload
    from zoom_v1.types import (
        ChimeType,
        LargeCapacity,
        LoginType,
        Timezone,
        UserState,
        UserType,
        WebinarCapacity,
    )


class UserResource(Resource):
    """Create, read, change and delete users, and say who may schedule for whom."""

    def create(
        self,
        *,
        email: str,
        type: UserType,
        first_name: str | UnsetType = UNSET,
        last_name: str | UnsetType = UNSET,
        disable_chat: bool | UnsetType = UNSET,
        enable_e2e_encryption: bool | UnsetType = UNSET,
        enable_silent_mode: bool | UnsetType = UNSET,
        disable_group_hd: bool | UnsetType = UNSET,
        disable_recording: bool | UnsetType = UNSET,
        enable_cmr: bool | UnsetType = UNSET,
        enable_auto_recording: bool | UnsetType = UNSET,
        enable_cloud_auto_recording: bool | UnsetType = UNSET,
        track_id: str | UnsetType = UNSET,
        meeting_capacity: int | UnsetType = UNSET,
        enable_webinar: bool | UnsetType = UNSET,
        webinar_capacity: WebinarCapacity | UnsetType = UNSET,
        enable_large: bool | UnsetType = UNSET,
        large_capacity: LargeCapacity | UnsetType = UNSET,
        disable_feedback: bool | UnsetType = UNSET,
        disable_jbh_reminder: bool | UnsetType = UNSET,
        enable_breakout_room: bool | UnsetType = UNSET,
        enable_polling: bool | UnsetType = UNSET,
        enable_annotation: bool | UnsetType = UNSET,
        enable_share_dual_camera: bool | UnsetType = UNSET,
        enable_far_end_camera_control: bool | UnsetType = UNSET,
        disable_private_chat: bool | UnsetType = UNSET,
        enable_enter_exit_chime: bool | UnsetType = UNSET,
        option_enter_exit_chime_type: ChimeType | UnsetType = UNSET,
        disable_cancel_meeting_notification: bool | UnsetType = UNSET,
        enable_remote_support: bool | UnsetType = UNSET,
        enable_file_transfer: bool | UnsetType = UNSET,
        enable_virtual_background: bool | UnsetType = UNSET,
        enable_attention_tracking: bool | UnsetType = UNSET,
        enable_waiting_room: bool | UnsetType = UNSET,
        enable_closed_caption: bool | UnsetType = UNSET,
        enable_co_host: bool | UnsetType = UNSET,
        enable_auto_saving_chats: bool | UnsetType = UNSET,
        enable_phone_participants_password: bool | UnsetType = UNSET,
        enable_auto_delete_cmr: bool | UnsetType = UNSET,
        auto_delete_cmr_days: int | UnsetType = UNSET,
        dept: str | UnsetType = UNSET,
        group_id: str | UnsetType = UNSET,
        imgroup_id: str | UnsetType = UNSET,
    ) -> User:
        """Create a user.

        Args:
            email: E-mail address; no other user of Zoom may have it. An e-mail address.
            type: Licence. One of 1 (basic), 2 (pro) or 3 (corp).
            first_name: First name. At most 5 Chinese words.
            last_name: Last name. At most 5 Chinese words.
            disable_chat: No chat in meetings. Default: false.
            enable_e2e_encryption: Meetings are encrypted end to end. Default: false.
            enable_silent_mode: Attendees can be put on hold. Default: false.
            disable_group_hd: No HD video in group meetings. Default: false.
            disable_recording: Meetings cannot be recorded. Default: false.
            enable_cmr: Meetings can be recorded to the cloud. Default: false.
            enable_auto_recording: Meetings are recorded automatically; true whenever
                `enable_cloud_auto_recording` is. Default: false.
            enable_cloud_auto_recording: Meetings are recorded to the cloud automatically.
                Default: false.
            track_id: Track id of the referral partner.
            meeting_capacity: How many people meetings hold; 0: as many as the account's.
                Default: 0.
            enable_webinar: May hold webinars.
            webinar_capacity: How many people webinars hold; needs a webinar plan of that
                size. One of 0, 100, 500, 1000, 3000, 5000 or 10000. Default: 0.
            enable_large: May hold large meetings.
            large_capacity: How many people large meetings hold; needs a plan of that size.
                One of 0, 100, 200, 300 or 500. Default: 0.
            disable_feedback: No feedback. Default: false.
            disable_jbh_reminder: No e-mail reminders about joining before the host.
                Default: false.
            enable_breakout_room: Breakout rooms. Default: false.
            enable_polling: Polls in meetings. Default: false.
            enable_annotation: Annotations. Default: true.
            enable_share_dual_camera: Sharing of a second camera. Default: false.
            enable_far_end_camera_control: Control of the camera at the far end. Default:
                false.
            disable_private_chat: No private chat. Default: false.
            enable_enter_exit_chime: A chime when somebody enters or leaves. Default: false.
            option_enter_exit_chime_type: Who hears that chime. One of 0 (heard by host and
                attendees) or 1 (heard by the host only). Default: 0.
            disable_cancel_meeting_notification: No e-mail when a meeting is cancelled.
                Default: false.
            enable_remote_support: Remote support. Default: false.
            enable_file_transfer: File transfer. Default: false.
            enable_virtual_background: Virtual backgrounds. Default: false.
            enable_attention_tracking: Tracking of attendees' attention. Default: false.
            enable_waiting_room: A waiting room. Default: false.
            enable_closed_caption: Closed captions. Default: false.
            enable_co_host: Co-hosts. Default: false.
            enable_auto_saving_chats: Chats are saved automatically. Default: false.
            enable_phone_participants_password: A password is made for participants by phone
                and required of them. Default: false.
            enable_auto_delete_cmr: Cloud recordings are deleted automatically. Default:
                false.
            auto_delete_cmr_days: After how many days cloud recordings are deleted.
            dept: Department, for the profile and for reports.
            group_id: Id of the user's group; without it the default group if one is set.
            imgroup_id: Id of the user's IM group; without it the default IM group if one is
                set.

        Rules:
            `enable_auto_recording` has no effect when `enable_cloud_auto_recording` is true
                and `enable_auto_recording` is false (a warning).
            `webinar_capacity` has no effect when `enable_webinar` is not true and
                `webinar_capacity` is not 0 (a warning).
            `large_capacity` has no effect when `enable_large` is not true and
                `large_capacity` is not 0 (a warning).

        Returns:
            A user. How much of one is answered depends on the operation.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Create User
        """
        return self._call(operations.CREATE, locals(), User)

    def auto_create(
        self,
        *,
        email: str,
        type: UserType,
        password: str,
        first_name: str | UnsetType = UNSET,
        last_name: str | UnsetType = UNSET,
        disable_chat: bool | UnsetType = UNSET,
        enable_e2e_encryption: bool | UnsetType = UNSET,
        enable_silent_mode: bool | UnsetType = UNSET,
        disable_group_hd: bool | UnsetType = UNSET,
        disable_recording: bool | UnsetType = UNSET,
        enable_cmr: bool | UnsetType = UNSET,
        enable_auto_recording: bool | UnsetType = UNSET,
        enable_cloud_auto_recording: bool | UnsetType = UNSET,
        track_id: str | UnsetType = UNSET,
        meeting_capacity: int | UnsetType = UNSET,
        enable_webinar: bool | UnsetType = UNSET,
        webinar_capacity: WebinarCapacity | UnsetType = UNSET,
        enable_large: bool | UnsetType = UNSET,
        large_capacity: LargeCapacity | UnsetType = UNSET,
        disable_feedback: bool | UnsetType = UNSET,
        disable_jbh_reminder: bool | UnsetType = UNSET,
        enable_breakout_room: bool | UnsetType = UNSET,
        enable_polling: bool | UnsetType = UNSET,
        enable_annotation: bool | UnsetType = UNSET,
        enable_share_dual_camera: bool | UnsetType = UNSET,
        enable_far_end_camera_control: bool | UnsetType = UNSET,
        disable_private_chat: bool | UnsetType = UNSET,
        enable_enter_exit_chime: bool | UnsetType = UNSET,
        option_enter_exit_chime_type: ChimeType | UnsetType = UNSET,
        disable_cancel_meeting_notification: bool | UnsetType = UNSET,
        enable_remote_support: bool | UnsetType = UNSET,
        enable_file_transfer: bool | UnsetType = UNSET,
        enable_virtual_background: bool | UnsetType = UNSET,
        enable_attention_tracking: bool | UnsetType = UNSET,
        enable_waiting_room: bool | UnsetType = UNSET,
        enable_closed_caption: bool | UnsetType = UNSET,
        enable_co_host: bool | UnsetType = UNSET,
        enable_auto_saving_chats: bool | UnsetType = UNSET,
        enable_phone_participants_password: bool | UnsetType = UNSET,
        enable_auto_delete_cmr: bool | UnsetType = UNSET,
        auto_delete_cmr_days: int | UnsetType = UNSET,
        dept: str | UnsetType = UNSET,
        group_id: str | UnsetType = UNSET,
        imgroup_id: str | UnsetType = UNSET,
    ) -> User:
        """Create a user with a password.

        Args:
            email: E-mail address; no other user of Zoom may have it. An e-mail address.
            type: Licence. One of 1 (basic), 2 (pro) or 3 (corp).
            password: Password. Not empty.
            first_name: First name. At most 5 Chinese words.
            last_name: Last name. At most 5 Chinese words.
            disable_chat: No chat in meetings. Default: false.
            enable_e2e_encryption: Meetings are encrypted end to end. Default: false.
            enable_silent_mode: Attendees can be put on hold. Default: false.
            disable_group_hd: No HD video in group meetings. Default: false.
            disable_recording: Meetings cannot be recorded. Default: false.
            enable_cmr: Meetings can be recorded to the cloud. Default: false.
            enable_auto_recording: Meetings are recorded automatically; true whenever
                `enable_cloud_auto_recording` is. Default: false.
            enable_cloud_auto_recording: Meetings are recorded to the cloud automatically.
                Default: false.
            track_id: Track id of the referral partner.
            meeting_capacity: How many people meetings hold; 0: as many as the account's.
                Default: 0.
            enable_webinar: May hold webinars.
            webinar_capacity: How many people webinars hold; needs a webinar plan of that
                size. One of 0, 100, 500, 1000, 3000, 5000 or 10000. Default: 0.
            enable_large: May hold large meetings.
            large_capacity: How many people large meetings hold; needs a plan of that size.
                One of 0, 100, 200, 300 or 500. Default: 0.
            disable_feedback: No feedback. Default: false.
            disable_jbh_reminder: No e-mail reminders about joining before the host.
                Default: false.
            enable_breakout_room: Breakout rooms. Default: false.
            enable_polling: Polls in meetings. Default: false.
            enable_annotation: Annotations. Default: true.
            enable_share_dual_camera: Sharing of a second camera. Default: false.
            enable_far_end_camera_control: Control of the camera at the far end. Default:
                false.
            disable_private_chat: No private chat. Default: false.
            enable_enter_exit_chime: A chime when somebody enters or leaves. Default: false.
            option_enter_exit_chime_type: Who hears that chime. One of 0 (heard by host and
                attendees) or 1 (heard by the host only). Default: 0.
            disable_cancel_meeting_notification: No e-mail when a meeting is cancelled.
                Default: false.
            enable_remote_support: Remote support. Default: false.
            enable_file_transfer: File transfer. Default: false.
            enable_virtual_background: Virtual backgrounds. Default: false.
            enable_attention_tracking: Tracking of attendees' attention. Default: false.
            enable_waiting_room: A waiting room. Default: false.
            enable_closed_caption: Closed captions. Default: false.
            enable_co_host: Co-hosts. Default: false.
            enable_auto_saving_chats: Chats are saved automatically. Default: false.
            enable_phone_participants_password: A password is made for participants by phone
                and required of them. Default: false.
            enable_auto_delete_cmr: Cloud recordings are deleted automatically. Default:
                false.
            auto_delete_cmr_days: After how many days cloud recordings are deleted.
            dept: Department, for the profile and for reports.
            group_id: Id of the user's group; without it the default group if one is set.
            imgroup_id: Id of the user's IM group; without it the default IM group if one is
                set.

        Rules:
            `enable_auto_recording` has no effect when `enable_cloud_auto_recording` is true
                and `enable_auto_recording` is false (a warning).
            `webinar_capacity` has no effect when `enable_webinar` is not true and
                `webinar_capacity` is not 0 (a warning).
            `large_capacity` has no effect when `enable_large` is not true and
                `large_capacity` is not 0 (a warning).

        Returns:
            A user. How much of one is answered depends on the operation.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Auto Create User
        """
        return self._call(operations.AUTO_CREATE, locals(), User)

    def cust_create(
        self,
        *,
        email: str,
        type: UserType,
        first_name: str | UnsetType = UNSET,
        last_name: str | UnsetType = UNSET,
        disable_chat: bool | UnsetType = UNSET,
        enable_e2e_encryption: bool | UnsetType = UNSET,
        enable_silent_mode: bool | UnsetType = UNSET,
        disable_group_hd: bool | UnsetType = UNSET,
        disable_recording: bool | UnsetType = UNSET,
        enable_cmr: bool | UnsetType = UNSET,
        enable_auto_recording: bool | UnsetType = UNSET,
        enable_cloud_auto_recording: bool | UnsetType = UNSET,
        track_id: str | UnsetType = UNSET,
        meeting_capacity: int | UnsetType = UNSET,
        enable_webinar: bool | UnsetType = UNSET,
        webinar_capacity: WebinarCapacity | UnsetType = UNSET,
        enable_large: bool | UnsetType = UNSET,
        large_capacity: LargeCapacity | UnsetType = UNSET,
        disable_feedback: bool | UnsetType = UNSET,
        disable_jbh_reminder: bool | UnsetType = UNSET,
        enable_breakout_room: bool | UnsetType = UNSET,
        enable_polling: bool | UnsetType = UNSET,
        enable_annotation: bool | UnsetType = UNSET,
        enable_share_dual_camera: bool | UnsetType = UNSET,
        enable_far_end_camera_control: bool | UnsetType = UNSET,
        disable_private_chat: bool | UnsetType = UNSET,
        enable_enter_exit_chime: bool | UnsetType = UNSET,
        option_enter_exit_chime_type: ChimeType | UnsetType = UNSET,
        disable_cancel_meeting_notification: bool | UnsetType = UNSET,
        enable_remote_support: bool | UnsetType = UNSET,
        enable_file_transfer: bool | UnsetType = UNSET,
        enable_virtual_background: bool | UnsetType = UNSET,
        enable_attention_tracking: bool | UnsetType = UNSET,
        enable_waiting_room: bool | UnsetType = UNSET,
        enable_closed_caption: bool | UnsetType = UNSET,
        enable_co_host: bool | UnsetType = UNSET,
        enable_auto_saving_chats: bool | UnsetType = UNSET,
        enable_phone_participants_password: bool | UnsetType = UNSET,
        enable_auto_delete_cmr: bool | UnsetType = UNSET,
        auto_delete_cmr_days: int | UnsetType = UNSET,
        dept: str | UnsetType = UNSET,
        group_id: str | UnsetType = UNSET,
        imgroup_id: str | UnsetType = UNSET,
    ) -> User:
        """Create a custom user.

        Args:
            email: E-mail address; no other user of Zoom may have it. An e-mail address.
            type: Licence. One of 1 (basic), 2 (pro) or 3 (corp).
            first_name: First name. At most 5 Chinese words.
            last_name: Last name. At most 5 Chinese words.
            disable_chat: No chat in meetings. Default: false.
            enable_e2e_encryption: Meetings are encrypted end to end. Default: false.
            enable_silent_mode: Attendees can be put on hold. Default: false.
            disable_group_hd: No HD video in group meetings. Default: false.
            disable_recording: Meetings cannot be recorded. Default: false.
            enable_cmr: Meetings can be recorded to the cloud. Default: false.
            enable_auto_recording: Meetings are recorded automatically; true whenever
                `enable_cloud_auto_recording` is. Default: false.
            enable_cloud_auto_recording: Meetings are recorded to the cloud automatically.
                Default: false.
            track_id: Track id of the referral partner.
            meeting_capacity: How many people meetings hold; 0: as many as the account's.
                Default: 0.
            enable_webinar: May hold webinars.
            webinar_capacity: How many people webinars hold; needs a webinar plan of that
                size. One of 0, 100, 500, 1000, 3000, 5000 or 10000. Default: 0.
            enable_large: May hold large meetings.
            large_capacity: How many people large meetings hold; needs a plan of that size.
                One of 0, 100, 200, 300 or 500. Default: 0.
            disable_feedback: No feedback. Default: false.
            disable_jbh_reminder: No e-mail reminders about joining before the host.
                Default: false.
            enable_breakout_room: Breakout rooms. Default: false.
            enable_polling: Polls in meetings. Default: false.
            enable_annotation: Annotations. Default: true.
            enable_share_dual_camera: Sharing of a second camera. Default: false.
            enable_far_end_camera_control: Control of the camera at the far end. Default:
                false.
            disable_private_chat: No private chat. Default: false.
            enable_enter_exit_chime: A chime when somebody enters or leaves. Default: false.
            option_enter_exit_chime_type: Who hears that chime. One of 0 (heard by host and
                attendees) or 1 (heard by the host only). Default: 0.
            disable_cancel_meeting_notification: No e-mail when a meeting is cancelled.
                Default: false.
            enable_remote_support: Remote support. Default: false.
            enable_file_transfer: File transfer. Default: false.
            enable_virtual_background: Virtual backgrounds. Default: false.
            enable_attention_tracking: Tracking of attendees' attention. Default: false.
            enable_waiting_room: A waiting room. Default: false.
            enable_closed_caption: Closed captions. Default: false.
            enable_co_host: Co-hosts. Default: false.
            enable_auto_saving_chats: Chats are saved automatically. Default: false.
            enable_phone_participants_password: A password is made for participants by phone
                and required of them. Default: false.
            enable_auto_delete_cmr: Cloud recordings are deleted automatically. Default:
                false.
            auto_delete_cmr_days: After how many days cloud recordings are deleted.
            dept: Department, for the profile and for reports.
            group_id: Id of the user's group; without it the default group if one is set.
            imgroup_id: Id of the user's IM group; without it the default IM group if one is
                set.

        Rules:
            `enable_auto_recording` has no effect when `enable_cloud_auto_recording` is true
                and `enable_auto_recording` is false (a warning).
            `webinar_capacity` has no effect when `enable_webinar` is not true and
                `webinar_capacity` is not 0 (a warning).
            `large_capacity` has no effect when `enable_large` is not true and
                `large_capacity` is not 0 (a warning).

        Returns:
            A user. How much of one is answered depends on the operation.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Cust Create User
        """
        return self._call(operations.CUST_CREATE, locals(), User)

    def list(
        self,
        *,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> UserList:
        """List the users of the account.

        Args:
            page_size: How many records a page holds. 1 to 300. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A page of users.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: List Users
        """
        return self._call(operations.LIST, locals(), UserList)

    def iter_list(
        self,
        *,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> Pager[UserList, User]:
        """Walk through all pages of `list`, by number, and yield what they hold.

        Takes what `list` takes, and in `limit` how many are wanted. Each page is asked for when
        it is needed, and each walk starts anew; `.pages()` has them whole. Records that are
        added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(operations.LIST, locals(), limit, UserList, lambda page: page.users)

    def list_pending(
        self,
        *,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> UserList:
        """List the pending users of the account.

        Args:
            page_size: How many records a page holds. 1 to 300. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A page of users.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: List Pending Users
        """
        return self._call(operations.LIST_PENDING, locals(), UserList)

    def iter_list_pending(
        self,
        *,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> Pager[UserList, User]:
        """Walk through all pages of `list_pending`, by number, and yield what they hold.

        Takes what `list_pending` takes, and in `limit` how many are wanted. Each page is asked
        for when it is needed, and each walk starts anew; `.pages()` has them whole. Records
        that are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.LIST_PENDING, locals(), limit, UserList, lambda page: page.users
        )

    def get(
        self,
        *,
        id: str,
    ) -> User:
        """Read a user.

        Args:
            id: Which user. Not empty.

        Returns:
            A user. How much of one is answered depends on the operation.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Get User
        """
        return self._call(operations.GET, locals(), User)

    def get_by_email(
        self,
        *,
        email: str,
        login_type: LoginType | UnsetType = UNSET,
    ) -> User:
        """Read a user, found by e-mail address and way of signing in.

        Args:
            email: Which user, by e-mail address. An e-mail address.
            login_type: How the user signs in. One of 0 (Facebook), 1 (Google), 99 (API),
                100 (Zoom) or 101 (SSO).

        Returns:
            A user. How much of one is answered depends on the operation.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Get User by Email Address and Login Type
        """
        return self._call(operations.GET_BY_EMAIL, locals(), User)

    def update(
        self,
        *,
        id: str,
        type: UserType | UnsetType = UNSET,
        first_name: str | UnsetType = UNSET,
        last_name: str | UnsetType = UNSET,
        disable_chat: bool | UnsetType = UNSET,
        enable_e2e_encryption: bool | UnsetType = UNSET,
        enable_silent_mode: bool | UnsetType = UNSET,
        disable_group_hd: bool | UnsetType = UNSET,
        disable_recording: bool | UnsetType = UNSET,
        enable_cmr: bool | UnsetType = UNSET,
        enable_record_speaker_view: bool | UnsetType = UNSET,
        enable_record_gallery_view: bool | UnsetType = UNSET,
        enable_record_audio_file: bool | UnsetType = UNSET,
        enable_auto_recording: bool | UnsetType = UNSET,
        enable_cloud_auto_recording: bool | UnsetType = UNSET,
        track_id: str | UnsetType = UNSET,
        meeting_capacity: int | UnsetType = UNSET,
        enable_webinar: bool | UnsetType = UNSET,
        webinar_capacity: WebinarCapacity | UnsetType = UNSET,
        enable_large: bool | UnsetType = UNSET,
        large_capacity: LargeCapacity | UnsetType = UNSET,
        disable_feedback: bool | UnsetType = UNSET,
        disable_jbh_reminder: bool | UnsetType = UNSET,
        enable_breakout_room: bool | UnsetType = UNSET,
        enable_polling: bool | UnsetType = UNSET,
        enable_annotation: bool | UnsetType = UNSET,
        enable_share_dual_camera: bool | UnsetType = UNSET,
        enable_far_end_camera_control: bool | UnsetType = UNSET,
        disable_private_chat: bool | UnsetType = UNSET,
        enable_enter_exit_chime: bool | UnsetType = UNSET,
        option_enter_exit_chime_type: ChimeType | UnsetType = UNSET,
        disable_cancel_meeting_notification: bool | UnsetType = UNSET,
        enable_remote_support: bool | UnsetType = UNSET,
        enable_file_transfer: bool | UnsetType = UNSET,
        enable_virtual_background: bool | UnsetType = UNSET,
        enable_attention_tracking: bool | UnsetType = UNSET,
        enable_waiting_room: bool | UnsetType = UNSET,
        enable_use_pmi: bool | UnsetType = UNSET,
        enable_closed_caption: bool | UnsetType = UNSET,
        enable_co_host: bool | UnsetType = UNSET,
        enable_auto_saving_chats: bool | UnsetType = UNSET,
        enable_phone_participants_password: bool | UnsetType = UNSET,
        enable_auto_delete_cmr: bool | UnsetType = UNSET,
        auto_delete_cmr_days: int | UnsetType = UNSET,
        pmi: int | str | UnsetType = UNSET,
        dept: str | UnsetType = UNSET,
        timezone: Timezone | UnsetType = UNSET,
        vanity_name: str | UnsetType = UNSET,
        host_key: int | str | UnsetType = UNSET,
        group_id: str | UnsetType = UNSET,
        imgroup_id: str | UnsetType = UNSET,
        cms_user_id: str | UnsetType = UNSET,
    ) -> Updated:
        """Change a user.

        Args:
            id: Which user. Not empty.
            type: Licence. One of 1 (basic), 2 (pro) or 3 (corp).
            first_name: First name. At most 5 Chinese words.
            last_name: Last name. At most 5 Chinese words.
            disable_chat: No chat in meetings. Default: false.
            enable_e2e_encryption: Meetings are encrypted end to end. Default: false.
            enable_silent_mode: Attendees can be put on hold. Default: false.
            disable_group_hd: No HD video in group meetings. Default: false.
            disable_recording: Meetings cannot be recorded. Default: false.
            enable_cmr: Meetings can be recorded to the cloud. Default: false.
            enable_record_speaker_view: The active speaker's view is recorded.
            enable_record_gallery_view: The gallery view is recorded.
            enable_record_audio_file: A file of the sound alone is recorded.
            enable_auto_recording: Meetings are recorded automatically; true whenever
                `enable_cloud_auto_recording` is. Default: false.
            enable_cloud_auto_recording: Meetings are recorded to the cloud automatically.
                Default: false.
            track_id: Track id of the referral partner.
            meeting_capacity: How many people meetings hold; 0: as many as the account's.
                Default: 0.
            enable_webinar: May hold webinars.
            webinar_capacity: How many people webinars hold; needs a webinar plan of that
                size. One of 0, 100, 500, 1000, 3000, 5000 or 10000. Default: 0.
            enable_large: May hold large meetings.
            large_capacity: How many people large meetings hold; needs a plan of that size.
                One of 0, 100, 200, 300 or 500. Default: 0.
            disable_feedback: No feedback. Default: false.
            disable_jbh_reminder: No e-mail reminders about joining before the host.
                Default: false.
            enable_breakout_room: Breakout rooms. Default: false.
            enable_polling: Polls in meetings. Default: false.
            enable_annotation: Annotations. Default: true.
            enable_share_dual_camera: Sharing of a second camera. Default: false.
            enable_far_end_camera_control: Control of the camera at the far end. Default:
                false.
            disable_private_chat: No private chat. Default: false.
            enable_enter_exit_chime: A chime when somebody enters or leaves. Default: false.
            option_enter_exit_chime_type: Who hears that chime. One of 0 (heard by host and
                attendees) or 1 (heard by the host only). Default: 0.
            disable_cancel_meeting_notification: No e-mail when a meeting is cancelled.
                Default: false.
            enable_remote_support: Remote support. Default: false.
            enable_file_transfer: File transfer. Default: false.
            enable_virtual_background: Virtual backgrounds. Default: false.
            enable_attention_tracking: Tracking of attendees' attention. Default: false.
            enable_waiting_room: A waiting room. Default: false.
            enable_use_pmi: Instant meetings use the personal meeting ID. Default: false.
            enable_closed_caption: Closed captions. Default: false.
            enable_co_host: Co-hosts. Default: false.
            enable_auto_saving_chats: Chats are saved automatically. Default: false.
            enable_phone_participants_password: A password is made for participants by phone
                and required of them. Default: false.
            enable_auto_delete_cmr: Cloud recordings are deleted automatically. Default:
                false.
            auto_delete_cmr_days: After how many days cloud recordings are deleted.
            pmi: Personal meeting ID. Exactly 10 digits.
            dept: Department, for the profile and for reports.
            timezone: Time zone of the profile. An id of the list of timezones (135).
            vanity_name: Name of the personal meeting room.
            host_key: Key that makes a participant the host. Exactly 6 digits.
            group_id: Id of the user's group; without it the default group if one is set.
            imgroup_id: Id of the user's IM group; without it the default IM group if one is
                set.
            cms_user_id: Id of the user in an external CMS.

        Rules:
            `enable_auto_recording` has no effect when `enable_cloud_auto_recording` is true
                and `enable_auto_recording` is false (a warning).
            `webinar_capacity` has no effect when `enable_webinar` is false and
                `webinar_capacity` is not 0 (a warning).
            `large_capacity` has no effect when `enable_large` is false and `large_capacity`
                is not 0 (a warning).

        Returns:
            What was changed, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Update User Info
        """
        return self._call(operations.UPDATE, locals(), Updated)

    def update_password(
        self,
        *,
        id: str,
        password: str,
    ) -> Updated:
        """Change the password of a user.

        Args:
            id: Which user. Not empty.
            password: New password. Not empty.

        Returns:
            What was changed, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Update User Password
        """
        return self._call(operations.UPDATE_PASSWORD, locals(), Updated)

    def upload_picture(
        self,
        *,
        id: str,
        pic_file: Upload,
    ) -> Updated:
        """Change the picture of a user.

        Args:
            id: Which user. Not empty.
            pic_file: The picture. A file in image/jpeg, as path, bytes or open file. At
                most 5,242,880 bytes.

        Returns:
            What was changed, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Upload User Picture
        """
        return self._call(operations.UPLOAD_PICTURE, locals(), Updated)

    def activate(
        self,
        *,
        id: str,
    ) -> ActivatedUser:
        """Activate a user.

        Args:
            id: Which user. Not empty.

        Returns:
            Who was activated, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Activate a User
        """
        return self._call(operations.ACTIVATE, locals(), ActivatedUser)

    def deactivate(
        self,
        *,
        id: str,
    ) -> DeactivatedUser:
        """Deactivate a user.

        Args:
            id: Which user. Not empty.

        Returns:
            Who was deactivated, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Deactivate a User
        """
        return self._call(operations.DEACTIVATE, locals(), DeactivatedUser)

    def delete(
        self,
        *,
        id: str,
        type: UserState | UnsetType = UNSET,
    ) -> DeletedUser:
        """Delete a user from the account.

        Args:
            id: Which user. Not empty.
            type: Whether the user is an existing or a pending one. One of 0 (existing) or 1
                (pending). Default: 0.

        Returns:
            Who was deleted from an account, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Delete a User
        """
        return self._call(operations.DELETE, locals(), DeletedUser)

    def permanent_delete(
        self,
        *,
        id: str | UnsetType = UNSET,
        email: str | UnsetType = UNSET,
    ) -> PermanentlyDeletedUser:
        """Delete a user from Zoom for good.

        Args:
            id: Which user, by user id. Not empty.
            email: Which user, by e-mail address. An e-mail address.

        Rules:
            One of `id` and `email` is required.
            `email` has no effect when `id` is given (a warning).

        Returns:
            Who was deleted from Zoom, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Delete User Permanently
        """
        return self._call(operations.PERMANENT_DELETE, locals(), PermanentlyDeletedUser)

    def sso_create(
        self,
        *,
        email: str,
        type: UserType,
        first_name: str | UnsetType = UNSET,
        last_name: str | UnsetType = UNSET,
        meeting_capacity: int | UnsetType = UNSET,
        enable_webinar: bool | UnsetType = UNSET,
        webinar_capacity: WebinarCapacity | UnsetType = UNSET,
        enable_large: bool | UnsetType = UNSET,
        large_capacity: LargeCapacity | UnsetType = UNSET,
        pmi: int | str | UnsetType = UNSET,
        group_id: str | UnsetType = UNSET,
        imgroup_id: str | UnsetType = UNSET,
    ) -> User:
        """Create a user who signs in by SSO.

        Args:
            email: E-mail address; no other user of Zoom may have it. An e-mail address.
            type: Licence. One of 1 (basic), 2 (pro) or 3 (corp).
            first_name: First name. At most 5 Chinese words.
            last_name: Last name. At most 5 Chinese words.
            meeting_capacity: How many people meetings hold; 0: as many as the account's.
                Default: 0.
            enable_webinar: May hold webinars.
            webinar_capacity: How many people webinars hold; needs a webinar plan of that
                size. One of 0, 100, 500, 1000, 3000, 5000 or 10000. Default: 0.
            enable_large: May hold large meetings.
            large_capacity: How many people large meetings hold; needs a plan of that size.
                One of 0, 100, 200, 300 or 500. Default: 0.
            pmi: Personal meeting ID. Exactly 10 digits.
            group_id: Id of the user's group; without it the default group if one is set.
            imgroup_id: Id of the user's IM group; without it the default IM group if one is
                set.

        Rules:
            `webinar_capacity` has no effect when `enable_webinar` is not true and
                `webinar_capacity` is not 0 (a warning).
            `large_capacity` has no effect when `enable_large` is not true and
                `large_capacity` is not 0 (a warning).

        Returns:
            A user. How much of one is answered depends on the operation.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Pre Provisioning SSO User
        """
        return self._call(operations.SSO_CREATE, locals(), User)

    def revoke_token(
        self,
        *,
        id: str | UnsetType = UNSET,
        email: str | UnsetType = UNSET,
    ) -> RevokedToken:
        """Revoke the SSO token of a user.

        Args:
            id: Which user, by user id. Not empty.
            email: Which user, by e-mail address. An e-mail address.

        Rules:
            One of `id` and `email` is required (a warning).

        Returns:
            Whose SSO token was revoked, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Revoke SSO Token
        """
        return self._call(operations.REVOKE_TOKEN, locals(), RevokedToken)

    def set_assistant(
        self,
        *,
        id: str | UnsetType = UNSET,
        host_email: str | UnsetType = UNSET,
        assistant_email: str,
    ) -> AssistantChange:
        """Let an assistant schedule meetings for a host.

        Args:
            id: The host, by user id. Not empty.
            host_email: The host, by e-mail address. An e-mail address.
            assistant_email: E-mail address of the assistant. An e-mail address.

        Rules:
            One of `id` and `host_email` is required (a warning).

        Returns:
            Whose assistant was set or deleted, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Set User Assistant
        """
        return self._call(operations.SET_ASSISTANT, locals(), AssistantChange)

    def delete_assistant(
        self,
        *,
        id: str | UnsetType = UNSET,
        host_email: str | UnsetType = UNSET,
    ) -> AssistantChange:
        """Take the assistant away from a host.

        Args:
            id: The host, by user id. Not empty.
            host_email: The host, by e-mail address. An e-mail address.

        Rules:
            One of `id` and `host_email` is required (a warning).

        Returns:
            Whose assistant was set or deleted, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Delete User Assistant
        """
        return self._call(operations.DELETE_ASSISTANT, locals(), AssistantChange)

    def schedulers(
        self,
        *,
        id: str | UnsetType = UNSET,
        host_email: str | UnsetType = UNSET,
    ) -> SchedulerList:
        """List who may schedule for a host.

        Args:
            id: The host, by user id. Not empty.
            host_email: The host, by e-mail address. An e-mail address.

        Rules:
            One of `id` and `host_email` is required (a warning).

        Returns:
            Who may schedule for a host.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: List Assigned Schedulers
        """
        return self._call(operations.SCHEDULERS, locals(), SchedulerList)

    def check_email(
        self,
        *,
        email: str,
    ) -> EmailCheck:
        """Check whether a user with an e-mail address exists.

        Args:
            email: Which address. An e-mail address.

        Returns:
            Whether an e-mail address is taken.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Check User Email
        """
        return self._call(operations.CHECK_EMAIL, locals(), EmailCheck)

    def check_zpk(
        self,
        *,
        zpk: str,
    ) -> ZpkCheck:
        """Check whether a zpk has expired.

        A zpk is what a user is authenticated with.

        Args:
            zpk: Which zpk.

        Returns:
            How long a zpk still holds.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Check User ZPK
        """
        return self._call(operations.CHECK_ZPK, locals(), ZpkCheck)


class UserResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: Caller) -> None:
        from zoom_v1._runtime.client.raw import raw

        resource = UserResource(caller)
        self.create = raw(resource.create)
        self.auto_create = raw(resource.auto_create)
        self.cust_create = raw(resource.cust_create)
        self.list = raw(resource.list)
        self.list_pending = raw(resource.list_pending)
        self.get = raw(resource.get)
        self.get_by_email = raw(resource.get_by_email)
        self.update = raw(resource.update)
        self.update_password = raw(resource.update_password)
        self.upload_picture = raw(resource.upload_picture)
        self.activate = raw(resource.activate)
        self.deactivate = raw(resource.deactivate)
        self.delete = raw(resource.delete)
        self.permanent_delete = raw(resource.permanent_delete)
        self.sso_create = raw(resource.sso_create)
        self.revoke_token = raw(resource.revoke_token)
        self.set_assistant = raw(resource.set_assistant)
        self.delete_assistant = raw(resource.delete_assistant)
        self.schedulers = raw(resource.schedulers)
        self.check_email = raw(resource.check_email)
        self.check_zpk = raw(resource.check_zpk)
