# Generated from spec/types/meeting.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from msgspec import UNSET, UnsetType, field

from zoom_v1._runtime.api_object import ApiObject
from zoom_v1._runtime.model import AwareDatetime, BlankableDatetime, Identifier, SensitiveText

from .common import Occurrence


class Meeting(ApiObject, kw_only=True):
    """A meeting."""

    uuid: str
    """Id of this run of the meeting."""

    id: Identifier
    """Number of the meeting."""

    start_url: SensitiveText
    """Where the host starts it."""

    join_url: str
    """Where participants join."""

    created_at: AwareDatetime
    """When it was created."""

    host_id: str
    """Who hosts it."""

    topic: str
    """Title."""

    type: int
    """Kind of meeting."""

    status: int
    """State of the meeting."""

    start_time: BlankableDatetime
    """When it starts; none for an instant meeting."""

    duration: int
    """Minutes."""

    timezone: str
    """Time zone that `start_time` is shown in."""

    password: SensitiveText
    """Password that participants give."""

    h323_password: SensitiveText
    """Password for room devices."""

    option_jbh: bool
    """Participants may join before the host."""

    option_start_type: str
    """What it starts with."""

    option_host_video: bool
    """The host's video starts on joining."""

    option_participants_video: bool
    """Participants' video starts on joining."""

    option_audio: str
    """How participants can be heard."""

    option_enforce_login: bool
    """Only signed-in users join."""

    option_alternative_hosts: str
    """Who else may host."""

    real_id: Identifier | UnsetType = UNSET
    """Number of the meeting behind a personal meeting ID."""

    option_cn_meeting: bool | UnsetType = UNSET
    """It is hosted in China."""

    option_in_meeting: bool | UnsetType = UNSET
    """It is hosted in India."""

    option_enforce_login_domains: str | UnsetType = UNSET
    """Only users of these domains join."""

    option_enforce_login_domains_padded: str | UnsetType = field(
        name="option_enforce_login_domains ", default=UNSET
    )
    """The same, under the key that some examples print with a blank behind it (see errata)."""

    option_use_pmi: bool | UnsetType = UNSET
    """It uses the host's personal meeting ID."""

    occurrences: list[Occurrence] | UnsetType = UNSET
    """Dates of a recurring meeting."""


class MeetingList(ApiObject, kw_only=True):
    """A page of meetings."""

    page_count: int
    """How many pages there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many records a page holds."""

    total_records: int
    """How many records there are."""

    meetings: list[Meeting]
    """The meetings of this page."""
