# Generated from spec/types/user.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from msgspec import UNSET, UnsetType, field

from zoom_v1._runtime.api_object import ApiObject
from zoom_v1._runtime.model import AwareDatetime, BlankableDatetime, SensitiveText


class User(ApiObject, kw_only=True):
    """A user. How much of one is answered depends on the operation."""

    email: str
    """E-mail address."""

    id: str
    """Id of the user."""

    created_at: AwareDatetime
    """When the user was created."""

    first_name: str
    """First name."""

    last_name: str
    """Last name."""

    type: int
    """Licence."""

    verified: int
    """1 if the user is verified."""

    enable_webinar: bool
    """May hold webinars."""

    webinar_capacity: int
    """How many people webinars hold."""

    enable_large: bool
    """May hold large meetings."""

    large_capacity: int
    """How many people large meetings hold."""

    account_id: str | UnsetType = UNSET
    """Id of the user's account."""

    pic_url: str | UnsetType = UNSET
    """Where the user's picture is."""

    disable_chat: bool | UnsetType = UNSET
    """No chat in meetings."""

    disable_private_chat: bool | UnsetType = UNSET
    """No private chat."""

    enable_e2e_encryption: bool | UnsetType = UNSET
    """Meetings are encrypted end to end."""

    enable_silent_mode: bool | UnsetType = UNSET
    """Attendees can be put on hold."""

    disable_group_hd: bool | UnsetType = UNSET
    """No HD video in group meetings."""

    disable_recording: bool | UnsetType = UNSET
    """Meetings cannot be recorded."""

    enable_cmr: bool | UnsetType = UNSET
    """Meetings can be recorded to the cloud."""

    enable_record_speaker_view: bool | UnsetType = UNSET
    """The active speaker's view is recorded."""

    enable_record_gallery_view: bool | UnsetType = UNSET
    """The gallery view is recorded."""

    enable_record_audio_file: bool | UnsetType = UNSET
    """A file of the sound alone is recorded."""

    enable_auto_recording: bool | UnsetType = UNSET
    """Meetings are recorded automatically."""

    enable_cloud_auto_recording: bool | UnsetType = UNSET
    """Meetings are recorded to the cloud automatically."""

    pmi: int | UnsetType = UNSET
    """Personal meeting ID; 0 for none."""

    vanity_url: str | UnsetType = UNSET
    """Address of the personal meeting room."""

    meeting_capacity: int | UnsetType = UNSET
    """How many people meetings hold; 0: as many as the account's."""

    disable_feedback: bool | UnsetType = UNSET
    """No feedback."""

    disable_jbh_reminder: bool | UnsetType = UNSET
    """No e-mail reminders about joining before the host."""

    enable_breakout_room: bool | UnsetType = UNSET
    """Breakout rooms."""

    enable_polling: bool | UnsetType = UNSET
    """Polls in meetings."""

    enable_annotation: bool | UnsetType = UNSET
    """Annotations."""

    enable_share_dual_camera: bool | UnsetType = UNSET
    """Sharing of a second camera."""

    enable_far_end_camera_control: bool | UnsetType = UNSET
    """Control of the camera at the far end."""

    enable_enter_exit_chime: bool | UnsetType = UNSET
    """A chime when somebody enters or leaves."""

    disable_cancel_meeting_notification: bool | UnsetType = UNSET
    """No e-mail when a meeting is cancelled."""

    enable_remote_support: bool | UnsetType = UNSET
    """Remote support."""

    enable_file_transfer: bool | UnsetType = UNSET
    """File transfer."""

    enable_virtual_background: bool | UnsetType = UNSET
    """Virtual backgrounds."""

    enable_attention_tracking: bool | UnsetType = UNSET
    """Tracking of attendees' attention."""

    enable_waiting_room: bool | UnsetType = UNSET
    """A waiting room."""

    enable_closed_caption: bool | UnsetType = UNSET
    """Closed captions."""

    enable_co_host: bool | UnsetType = UNSET
    """Co-hosts."""

    enable_auto_saving_chats: bool | UnsetType = UNSET
    """Chats are saved automatically."""

    enable_phone_participants_password: bool | UnsetType = UNSET
    """A password is made for participants by phone and required of them."""

    enable_auto_delete_cmr: bool | UnsetType = UNSET
    """Cloud recordings are deleted automatically."""

    auto_delete_cmr_days: int | UnsetType = UNSET
    """After how many days cloud recordings are deleted."""

    dept: str | UnsetType = UNSET
    """Department."""

    timezone: str | UnsetType = UNSET
    """Time zone."""

    last_client_version: str | UnsetType = field(name="lastClientVersion", default=UNSET)
    """Version of the client that the user last signed in with."""

    last_login_time: BlankableDatetime | UnsetType = field(name="lastLoginTime", default=UNSET)
    """When the user last signed in; none for one who never did."""

    status: int | UnsetType = UNSET
    """State of the user."""

    token: SensitiveText | UnsetType = UNSET
    """Token that stands for the user."""

    zpk: SensitiveText | UnsetType = UNSET
    """Key that stands for the user; see `user.check_zpk`."""

    zak: SensitiveText | UnsetType = UNSET
    """Access key that stands for the user."""


class UserList(ApiObject, kw_only=True):
    """A page of users."""

    page_count: int
    """How many pages there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many records a page holds."""

    total_records: int
    """How many records there are."""

    users: list[User]
    """The users of this page."""


class ActivatedUser(ApiObject, kw_only=True):
    """Who was activated, and when."""

    id: str
    """Id of the user."""

    activated_at: AwareDatetime
    """When the user was activated."""


class DeactivatedUser(ApiObject, kw_only=True):
    """Who was deactivated, and when."""

    id: str
    """Id of the user."""

    deactivated_at: AwareDatetime
    """When the user was deactivated."""


class DeletedUser(ApiObject, kw_only=True):
    """Who was deleted from an account, and when."""

    id: str
    """Id of the user."""

    account_id: str
    """Id of the account."""

    deleted_at: AwareDatetime
    """When the user was deleted."""


class PermanentlyDeletedUser(ApiObject, kw_only=True):
    """Who was deleted from Zoom, and when."""

    id: str
    """Id of the user."""

    email: str
    """E-mail address of the user."""

    deleted_at: AwareDatetime
    """When the user was deleted."""


class RevokedToken(ApiObject, kw_only=True):
    """Whose SSO token was revoked, and when."""

    id: str
    """Id of the user."""

    email: str
    """E-mail address of the user."""

    updated_at: AwareDatetime
    """When the token was revoked."""


class AssistantChange(ApiObject, kw_only=True):
    """Whose assistant was set or deleted, and when."""

    id: str
    """Id of the host."""

    host_email: str
    """E-mail address of the host."""

    updated_at: AwareDatetime
    """When it was changed."""


class Scheduler(ApiObject, kw_only=True):
    """A user with the privilege to schedule for a host."""

    id: str
    """Id of the user."""

    email: str
    """E-mail address."""

    first_name: str
    """First name."""

    last_name: str
    """Last name."""


class SchedulerList(ApiObject, kw_only=True):
    """Who may schedule for a host."""

    total_records: int
    """How many there are."""

    users: list[Scheduler]
    """Who they are."""


class EmailCheck(ApiObject, kw_only=True):
    """Whether an e-mail address is taken."""

    existed_email: bool
    """A user has this address."""


class ZpkCheck(ApiObject, kw_only=True):
    """How long a zpk still holds."""

    expire_in: int
    """Seconds until it expires."""
