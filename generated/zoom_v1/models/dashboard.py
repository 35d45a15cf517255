# Generated from spec/types/dashboard.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from msgspec import field

from zoom_v1._runtime.api_object import ApiObject
from zoom_v1._runtime.model import (
    AwareDatetime,
    BlankableDate,
    BlankableDatetime,
    Identifier,
    SensitiveText,
)


class DashboardMeeting(ApiObject, kw_only=True):
    """A meeting or webinar in a list of the dashboard."""

    uuid: str
    """Id of this run of the meeting; empty if there is none."""

    id: Identifier
    """Number of the meeting; 0 if there is none."""

    host: str
    """Name of the host."""

    email: str
    """The host's e-mail address."""

    user_type: str
    """The host's licence, such as `Pro`."""

    start_time: BlankableDatetime
    """When it began."""

    end_time: BlankableDatetime
    """When it ended; none while it runs."""

    duration: str
    """How long it took: `4 mins`, `MM:SS` or `HH:MM:SS`."""

    has_pstn: bool
    """Somebody took part by telephone."""

    has_voip: bool
    """Somebody was heard over the internet."""

    has_3rd_party_audio: bool
    """Sound came by way of another service."""

    has_video: bool
    """There was video."""

    has_screen_share: bool
    """A screen was shared."""

    recording: int
    """Whether it was recorded; 0 for no, the rest is not documented."""

    participants: int
    """How many took part."""


class DashboardMeetingList(ApiObject, kw_only=True):
    """A page of live or past meetings or webinars."""

    page_count: int
    """How many pages there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many records a page holds."""

    total_records: int
    """How many records there are."""

    from_: BlankableDate = field(name="from")
    """First day of the period."""

    to: BlankableDate
    """Its last day."""

    type: str
    """What is listed, such as `Past Meetings`."""

    meetings: list[DashboardMeeting]
    """The meetings or webinars of this page."""


class DashboardParticipant(ApiObject, kw_only=True):
    """Somebody in a meeting or webinar."""

    id: str
    """Id of this participation."""

    user_id: str
    """Id of the user within the meeting."""

    user_name: str
    """Name."""

    device: str
    """What they joined with, such as `Mac`."""

    ip_address: str
    """IP address."""

    cn: str
    """Code of the country."""

    city: str
    """City."""

    network_type: str
    """How they are connected, such as `Wifi`."""

    join_time: AwareDatetime
    """When they joined."""

    leave_time: BlankableDatetime
    """When they left; none while they are there."""

    share_application: bool
    """They shared an application."""

    share_desktop: bool
    """They shared their desktop."""

    share_whiteboard: bool
    """They shared a whiteboard."""

    recording: bool
    """They recorded."""


class ShareDetail(ApiObject, kw_only=True):
    """One thing that was shared or recorded."""

    content: str
    """What, such as `desktop` or `cloud_recording`."""

    start_time: AwareDatetime
    """When it began."""

    end_time: AwareDatetime
    """When it ended."""


class ZoomRoomMessages(ApiObject, kw_only=True):
    """What a room reports of itself."""

    last_started_time: BlankableDatetime
    """When it was last started."""

    running_time: str
    """How long it has been running."""

    selected_microphone: str
    """Microphone in use."""

    selected_speaker: str
    """Speaker in use."""

    selected_camera: str
    """Camera in use."""


class AudioQos(ApiObject, kw_only=True):
    """Quality of a stream: numbers with their units, empty where nothing was measured."""

    bitrate: str
    """Such as `29 kbps`."""

    latency: str
    """Such as `39 ms`."""

    jitter: str
    """Such as `11 ms`."""

    avg_loss: str
    """Packets lost on average, such as `2.5%`."""

    max_loss: str
    """Packets lost at most, such as `5.0%`."""


class VideoQos(ApiObject, kw_only=True):
    """Quality of a stream of pictures."""

    bitrate: str
    """Such as `29 kbps`."""

    latency: str
    """Such as `39 ms`."""

    jitter: str
    """Such as `11 ms`."""

    avg_loss: str
    """Packets lost on average, such as `2.5%`."""

    max_loss: str
    """Packets lost at most, such as `5.0%`."""

    resolution: str
    """Such as `480*270`."""

    frame_rate: str
    """Such as `3 fps`."""


class CpuUsage(ApiObject, kw_only=True):
    """How busy a participant's machine was, in percent with the sign."""

    zoom_min_cpu_usage: str
    """Zoom's least share, such as `1%`."""

    zoom_avg_cpu_usage: str
    """Zoom's average share."""

    zoom_max_cpu_usage: str
    """Zoom's greatest share."""

    system_max_cpu_usage: str
    """Greatest share of everything together."""


class CrcHour(ApiObject, kw_only=True):
    """Port usage of one hour."""

    hour: str
    """The hour, from `00` to `23`."""

    max_usage: int
    """How many ports were in use at once."""

    total_usage: int
    """How many times a port was used."""


class ImUser(ApiObject, kw_only=True):
    """How much one user sent and received."""

    user_id: str
    """Id of the user."""

    user_name: str
    """Name."""

    email: str
    """E-mail address."""

    total_send: int
    """Everything sent."""

    total_receive: int
    """Everything received."""

    group_send: int
    """Messages sent to groups."""

    group_receive: int
    """Messages received from groups."""

    calls_send: int
    """Calls made."""

    calls_receive: int
    """Calls received."""

    files_send: int
    """Files sent."""

    files_receive: int
    """Files received."""

    images_send: int
    """Images sent."""

    images_receive: int
    """Images received."""

    voice_send: int
    """Voice messages sent."""

    voice_receive: int
    """Voice messages received."""

    videos_send: int
    """Videos sent."""

    videos_receive: int
    """Videos received."""

    emoji_send: int
    """Emoji sent."""

    emoji_receive: int
    """Emoji received."""


class ImUserList(ApiObject, kw_only=True):
    """A page of users and how much they sent and received."""

    page_count: int
    """How many pages there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many records a page holds."""

    total_records: int
    """How many records there are."""

    from_: BlankableDate = field(name="from")
    """First day of the period."""

    to: BlankableDate
    """Its last day."""

    users: list[ImUser]
    """The users of this page."""


class DashboardMeetingDetail(ApiObject, kw_only=True):
    """A live or past meeting or webinar, with a page of its participants."""

    uuid: str
    """Id of this run of the meeting; empty if there is none."""

    id: Identifier
    """Number of the meeting; 0 if there is none."""

    host: str
    """Name of the host."""

    email: str
    """The host's e-mail address."""

    user_type: str
    """The host's licence, such as `Pro`."""

    start_time: BlankableDatetime
    """When it began."""

    end_time: BlankableDatetime
    """When it ended; none while it runs."""

    duration: str
    """How long it took: `4 mins`, `MM:SS` or `HH:MM:SS`."""

    has_pstn: bool
    """Somebody took part by telephone."""

    has_voip: bool
    """Somebody was heard over the internet."""

    has_3rd_party_audio: bool
    """Sound came by way of another service."""

    has_video: bool
    """There was video."""

    has_screen_share: bool
    """A screen was shared."""

    recording: int
    """Whether it was recorded; 0 for no, the rest is not documented."""

    type: str
    """What it is, such as `Past Meeting`."""

    participants_count: int
    """How many took part."""

    page_count: int
    """How many pages of participants there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many participants a page holds."""

    participants: list[DashboardParticipant]
    """The participants of this page."""


class SharingParticipant(ApiObject, kw_only=True):
    """Somebody who shared or recorded in a meeting."""

    id: str
    """Id of this participation."""

    user_id: str
    """Id of the user within the meeting."""

    user_name: str
    """Name."""

    details: list[ShareDetail]
    """What they shared or recorded."""


class SharingParticipantList(ApiObject, kw_only=True):
    """A page of those who shared or recorded in a meeting."""

    page_count: int
    """How many pages there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many records a page holds."""

    total_records: int
    """How many records there are."""

    participants: list[SharingParticipant]
    """The participants of this page."""


class ZoomRoom(ApiObject, kw_only=True):
    """A conference room with Zoom in it."""

    id: str
    """Id of the room."""

    room_name: str
    """Name."""

    email: str
    """E-mail address."""

    account_type: str
    """How it signs in, such as `Work Email`."""

    passcode: SensitiveText
    """Code that unlocks its settings."""

    status: str
    """State of the room, such as `Available`."""

    messages: ZoomRoomMessages
    """What it reports of itself."""

    meeting_id: str
    """Meeting that it is in; empty if in none."""


class ZoomRoomList(ApiObject, kw_only=True):
    """A page of rooms."""

    page_count: int
    """How many pages there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many records a page holds."""

    total_records: int
    """How many records there are."""

    zoom_rooms: list[ZoomRoom]
    """The rooms of this page."""


class ZoomRoomDetail(ApiObject, kw_only=True):
    """A room, with a page of the meetings that it was in."""

    page_count: int
    """How many pages there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many records a page holds."""

    total_records: int
    """How many records there are."""

    from_: BlankableDate = field(name="from")
    """First day of the period."""

    to: BlankableDate
    """Its last day."""

    zoom_room: ZoomRoom
    """The room."""

    live_meeting: DashboardMeeting
    """The meeting that it is in; blank if in none."""

    past_meetings: list[DashboardMeeting]
    """The meetings of this page."""


class QosSample(ApiObject, kw_only=True):
    """Quality at one moment."""

    date_time: AwareDatetime = field(name="dateTime")
    """When it was measured."""

    audio_input: AudioQos
    """Sound that they sent."""

    audio_output: AudioQos
    """Sound that they received."""

    video_input: VideoQos
    """Video that they sent."""

    video_output: VideoQos
    """Video that they received."""

    as_input: VideoQos
    """Shared screen that they sent."""

    as_output: VideoQos
    """Shared screen that they received."""

    cpu_usage: CpuUsage
    """How busy their machine was."""


class CrcDay(ApiObject, kw_only=True):
    """Port usage of one day."""

    date_time: BlankableDate
    """The day."""

    crc_ports_hour_usage: list[CrcHour]
    """Its hours."""


class UserQos(ApiObject, kw_only=True):
    """Quality of a user's connection in a meeting."""

    meeting_id: Identifier
    """Which meeting."""

    user_id: str
    """Which user."""

    type: str
    """What the meeting is, such as `Past Meeting`."""

    device: str
    """What they joined with, such as `Mac`."""

    ip_address: str
    """IP address."""

    cn: str
    """Code of the country."""

    city: str
    """City."""

    version: str
    """Version of their client."""

    user_qos: list[QosSample]
    """What was measured."""


class CrcUsage(ApiObject, kw_only=True):
    """How many ports of the Cloud Room Connector were in use."""

    from_: BlankableDate = field(name="from")
    """First day of the period."""

    to: BlankableDate
    """Its last day."""

    crc_ports_usage: list[CrcDay]
    """The days."""
