# Generated from spec/types/report.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from msgspec import field

from zoom_v1._runtime.api_object import ApiObject
from zoom_v1._runtime.model import AwareDatetime, BlankableDate, BlankableDatetime, Identifier


class AccountReportUser(ApiObject, kw_only=True):
    """Meetings, participants and minutes of one user."""

    user_id: str
    """Id of the user."""

    email: str
    """E-mail address."""

    type: int
    """Licence, as `user.type`."""

    meetings: int
    """How many meetings they hosted."""

    participants: int
    """How many participants these had."""

    meeting_minutes: int
    """How many minutes these took."""

    last_client_version: str
    """Version of the client last used."""

    last_login_time: BlankableDatetime
    """When they last signed in; none if they never did."""


class TelephoneCall(ApiObject, kw_only=True):
    """A call by telephone into or out of a meeting."""

    meeting_id: Identifier
    """Number of the meeting."""

    phone_number: str
    """The other end."""

    type: str
    """Kind of call, such as `call-out`."""

    host_name: str
    """Who hosts the meeting."""

    host_email: str
    """The host's e-mail address."""

    department: str
    """The host's department; may be empty."""

    start_time: AwareDatetime
    """When it began."""

    end_time: AwareDatetime
    """When it ended."""

    duration: int
    """Minutes."""

    total: float
    """What it cost."""


class DayUsage(ApiObject, kw_only=True):
    """Meetings, participants, minutes and new users of one day."""

    meetings: int
    """How many meetings there were."""

    date: BlankableDate
    """The day."""

    new_user: int
    """How many users were new."""

    participants: int
    """How many participants there were."""

    meeting_minutes: int
    """How many minutes the meetings took."""


class UserReportParticipant(ApiObject, kw_only=True):
    """Somebody who took part in a meeting."""

    name: str
    """Name."""

    join_time: AwareDatetime
    """When they joined."""

    leave_time: AwareDatetime
    """When they left."""


class AccountReport(ApiObject, kw_only=True):
    """Meetings, participants and minutes of an account in a period, with a page of its users."""

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

    total_meetings: int
    """How many meetings there were."""

    total_participants: int
    """How many participants they had."""

    total_meeting_minutes: int
    """How many minutes they took."""

    users: list[AccountReportUser]
    """The users of this page."""


class AudioReport(ApiObject, kw_only=True):
    """Calls by telephone in a period."""

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

    telephony_usage: list[TelephoneCall]
    """The calls of this page."""


class DailyReport(ApiObject, kw_only=True):
    """Meetings, participants, minutes and new users of a month, day by day."""

    year: int
    """The year."""

    month: int
    """The month."""

    dates: list[DayUsage]
    """The days."""


class UserReportMeeting(ApiObject, kw_only=True):
    """A meeting that took place."""

    number: Identifier
    """Number of the meeting."""

    topic: str
    """Title."""

    start_time: AwareDatetime
    """When it began."""

    end_time: AwareDatetime
    """When it ended."""

    duration: int
    """Minutes."""

    participants: list[UserReportParticipant]
    """Who took part."""


class UserReport(ApiObject, kw_only=True):
    """The meetings of one user in a period."""

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

    meetings: list[UserReportMeeting]
    """The meetings of this page."""
