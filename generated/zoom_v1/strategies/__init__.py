# Generated from spec/types/ by `make generate`. Do not edit.
"""Hypothesis strategies for requests; they need the extra `testing`.

    >>> from hypothesis import given
    >>> from zoom_v1 import strategies
    >>> @given(strategies.valid_arguments('account.create'))
    ... def test_what_is_allowed_is_taken(arguments): ...

Arguments go by their names on the wire, as `validators.validate` takes them.
"""

from __future__ import annotations

from datetime import date as _date
from functools import cache as _cache
from importlib import import_module as _import_module

from hypothesis.strategies import SearchStrategy

from zoom_v1._runtime.strategies import calls as _calls
from zoom_v1._runtime.strategies.calls import InvalidCall
from zoom_v1._runtime.strategies.members import Members
from zoom_v1.operations import resource_of as _resource_of
from zoom_v1.strategies import _types

__all__ = [
    "InvalidCall",
    "account_id",
    "account_password",
    "approval_type",
    "audio_option",
    "audio_plan",
    "audio_report_type",
    "auto_record_type",
    "base_plan",
    "callout_type",
    "chat_session_id",
    "chat_token",
    "chime_type",
    "collection_method",
    "connector_id",
    "country",
    "custom_question",
    "device_encryption",
    "device_id",
    "device_protocol",
    "email",
    "first_or_last_name",
    "group_id",
    "host_key",
    "im_group_type",
    "invalid_arguments",
    "jpeg",
    "language",
    "large_capacity",
    "large_meeting_plan",
    "live_or_past",
    "login_type",
    "meeting_id",
    "meeting_list_type",
    "meeting_password",
    "meeting_type",
    "meeting_uuid",
    "month",
    "no_of_employees",
    "occurrence_id",
    "page_number",
    "page_size",
    "page_token",
    "panelist",
    "pay_mode",
    "period_date",
    "plan",
    "plan_kind",
    "pmi",
    "premium_country",
    "purchasing_time_frame",
    "quantity",
    "recording_file_id",
    "recurrence",
    "recurrence_end",
    "recurrence_type",
    "registrant_id",
    "registrant_state",
    "registration_type",
    "report_day",
    "role_in_purchase_process",
    "room_connector_plan",
    "room_id",
    "start_type",
    "state",
    "timestamp",
    "timestamp_or_blank",
    "timezone",
    "tollfree_country",
    "topic",
    "us_datetime",
    "user_id",
    "user_state",
    "user_type",
    "utc_datetime",
    "valid_arguments",
    "webinar_capacity",
    "webinar_plan",
    "webinar_type",
    "week_of_month",
    "weekday",
    "year",
    "zoom_rooms_plan",
]


def valid_arguments(operation: str, *, warnings: bool = False) -> SearchStrategy[dict[str, object]]:
    """Arguments in which `validate` finds nothing wrong.

    Args:
        operation: Its id, such as `account.create`.
        warnings: Also such as have no effect, of which `validate` only warns.

    Raises:
        LookupError: there is no such operation.
    """
    return _calls.valid_arguments(_members(operation), warnings)


def invalid_arguments(
    operation: str, *, argument: str | None = None, rule: str | None = None
) -> SearchStrategy[InvalidCall]:
    """Arguments that break one rule, with the rule and the argument that it is about.

    Args:
        operation: Its id, such as `account.create`.
        argument: Only rules about this argument, or about something in it.
        rule: Only rules of this kind, such as `required` or `max_length`.

    Raises:
        LookupError: there is no such operation.
        ValueError: it has no such rule.
    """
    return _calls.invalid_arguments(_members(operation), argument, rule)


@_cache
def _members(operation: str) -> Members:
    resource = _resource_of(operation)
    module = _import_module(f"zoom_v1.strategies._operations.{resource}")
    members: dict[str, Members] = module.MEMBERS
    return members[operation]


def account_id() -> SearchStrategy[str]:
    """Values of `account_id`. Not empty (inferred)."""
    return _types.ACCOUNT_ID.valid


def connector_id() -> SearchStrategy[str]:
    """Values of `connector_id`. Not empty (inferred)."""
    return _types.CONNECTOR_ID.valid


def chat_token() -> SearchStrategy[str]:
    """Values of `chat_token`. Not empty (inferred)."""
    return _types.CHAT_TOKEN.valid


def chat_session_id() -> SearchStrategy[str]:
    """Values of `chat_session_id`. Not empty (inferred)."""
    return _types.CHAT_SESSION_ID.valid


def room_id() -> SearchStrategy[str]:
    """Values of `room_id`. Not empty (inferred)."""
    return _types.ROOM_ID.valid


def device_id() -> SearchStrategy[str]:
    """Values of `device_id`. Not empty (inferred)."""
    return _types.DEVICE_ID.valid


def group_id() -> SearchStrategy[str]:
    """Values of `group_id`. Not empty (inferred)."""
    return _types.GROUP_ID.valid


def tollfree_country() -> SearchStrategy[str]:
    """Values of `tollfree_country`. An id of the list of toll free countries (64)."""
    return _types.TOLLFREE_COUNTRY.valid


def premium_country() -> SearchStrategy[str]:
    """Values of `premium_country`. An id of the list of premium countries (7)."""
    return _types.PREMIUM_COUNTRY.valid


def recording_file_id() -> SearchStrategy[str]:
    """Values of `recording_file_id`. Not empty (inferred)."""
    return _types.RECORDING_FILE_ID.valid


def user_id() -> SearchStrategy[str]:
    """Values of `user_id`. Not empty (inferred)."""
    return _types.USER_ID.valid


def meeting_id() -> SearchStrategy[str | int]:
    """Values of `meeting_id`."""
    return _types.MEETING_ID.valid


def meeting_uuid() -> SearchStrategy[str]:
    """Values of `meeting_uuid`. Not empty (inferred)."""
    return _types.MEETING_UUID.valid


def occurrence_id() -> SearchStrategy[str]:
    """Values of `occurrence_id`. Not empty (inferred)."""
    return _types.OCCURRENCE_ID.valid


def email() -> SearchStrategy[str]:
    """Values of `email`. An e-mail address."""
    return _types.EMAIL.valid


def first_or_last_name() -> SearchStrategy[str]:
    """Values of `first_or_last_name`. At most 5 Chinese words."""
    return _types.FIRST_OR_LAST_NAME.valid


def user_type() -> SearchStrategy[int]:
    """Values of `user_type`. One of 1 (basic), 2 (pro) or 3 (corp)."""
    return _types.USER_TYPE.valid


def user_state() -> SearchStrategy[int]:
    """Values of `user_state`. One of 0 (existing) or 1 (pending)."""
    return _types.USER_STATE.valid


def login_type() -> SearchStrategy[int]:
    """Values of `login_type`.

    One of 0 (Facebook), 1 (Google), 99 (API), 100 (Zoom) or 101 (SSO).
    """
    return _types.LOGIN_TYPE.valid


def chime_type() -> SearchStrategy[int]:
    """Values of `chime_type`.

    One of 0 (heard by host and attendees) or 1 (heard by the host only).
    """
    return _types.CHIME_TYPE.valid


def webinar_capacity() -> SearchStrategy[int]:
    """Values of `webinar_capacity`. One of 0, 100, 500, 1000, 3000, 5000 or 10000."""
    return _types.WEBINAR_CAPACITY.valid


def large_capacity() -> SearchStrategy[int]:
    """Values of `large_capacity`. One of 0, 100, 200, 300 or 500."""
    return _types.LARGE_CAPACITY.valid


def pmi() -> SearchStrategy[str | int]:
    """Values of `pmi`. Exactly 10 digits."""
    return _types.PMI.valid


def host_key() -> SearchStrategy[str | int]:
    """Values of `host_key`. Exactly 6 digits."""
    return _types.HOST_KEY.valid


def account_password() -> SearchStrategy[str]:
    """Values of `account_password`. Not empty (inferred)."""
    return _types.ACCOUNT_PASSWORD.valid


def meeting_type() -> SearchStrategy[int]:
    """Values of `meeting_type`.

    One of 1 (instant), 2 (scheduled), 3 (recurring with no fixed time) or 8 (recurring with
    fixed time).
    """
    return _types.MEETING_TYPE.valid


def webinar_type() -> SearchStrategy[int]:
    """Values of `webinar_type`.

    One of 5 (webinar), 6 (recurring) or 9 (recurring with fixed time).
    """
    return _types.WEBINAR_TYPE.valid


def topic() -> SearchStrategy[str]:
    """Values of `topic`. At most 300 characters."""
    return _types.TOPIC.valid


def meeting_password() -> SearchStrategy[str]:
    """Values of `meeting_password`.

    Only the characters [a-zA-Z0-9@\\-_*]. At most 10 characters.
    """
    return _types.MEETING_PASSWORD.valid


def registration_type() -> SearchStrategy[int]:
    """Values of `registration_type`.

    One of 1 (register once, attend any occurrence), 2 (register for each occurrence) or 3
    (register once, choose one or more occurrences).
    """
    return _types.REGISTRATION_TYPE.valid


def approval_type() -> SearchStrategy[int]:
    """Values of `approval_type`.

    One of 0 (automatically), 1 (manually) or 2 (no registration required).
    """
    return _types.APPROVAL_TYPE.valid


def audio_option() -> SearchStrategy[str]:
    """Values of `audio_option`. One of both, telephony or voip."""
    return _types.AUDIO_OPTION.valid


def start_type() -> SearchStrategy[str]:
    """Values of `start_type`. One of video or screen_share."""
    return _types.START_TYPE.valid


def auto_record_type() -> SearchStrategy[str]:
    """Values of `auto_record_type`. One of local, cloud or none."""
    return _types.AUTO_RECORD_TYPE.valid


def language() -> SearchStrategy[str]:
    """Values of `language`. One of en-US, en, zh-CN, zh, en-ES, es, fr-FR or fr."""
    return _types.LANGUAGE.valid


def purchasing_time_frame() -> SearchStrategy[str]:
    """Values of `purchasing_time_frame`.

    One of Within a month, 1-3 months, 4-6 months, More than 6 months or No timeframe.
    """
    return _types.PURCHASING_TIME_FRAME.valid


def role_in_purchase_process() -> SearchStrategy[str]:
    """Values of `role_in_purchase_process`.

    One of Decision Maker, Evaluator/Recommender, Influencer or Not involved.
    """
    return _types.ROLE_IN_PURCHASE_PROCESS.valid


def no_of_employees() -> SearchStrategy[str]:
    """Values of `no_of_employees`.

    One of 1-20, 21-50, 51-100, 101-250, 251-500, 501-1,000, 1,001-5,000, 5,001-10,000 or More
    than 10,000.
    """
    return _types.NO_OF_EMPLOYEES.valid


def registrant_state() -> SearchStrategy[int]:
    """Values of `registrant_state`. One of 0 (pending approval) or 1 (approved)."""
    return _types.REGISTRANT_STATE.valid


def state() -> SearchStrategy[str]:
    """Values of `state`. An id of the list of states (75)."""
    return _types.STATE.valid


def country() -> SearchStrategy[str]:
    """Values of `country`. An id of the list of countries (255)."""
    return _types.COUNTRY.valid


def timezone() -> SearchStrategy[str]:
    """Values of `timezone`. An id of the list of timezones (135)."""
    return _types.TIMEZONE.valid


def pay_mode() -> SearchStrategy[int]:
    """Values of `pay_mode`.

    One of 0 (sub account holder pays) or 1 (master account holder pays).
    """
    return _types.PAY_MODE.valid


def collection_method() -> SearchStrategy[int]:
    """Values of `collection_method`.

    One of 0 (automatic, billed online) or 1 (manual, by invoice).
    """
    return _types.COLLECTION_METHOD.valid


def plan_kind() -> SearchStrategy[int]:
    """Values of `plan_kind`. One of 1 (base plan) or 2 (additional plan)."""
    return _types.PLAN_KIND.valid


def callout_type() -> SearchStrategy[int]:
    """Values of `callout_type`. One of 1 (US only) or 2 (US and international)."""
    return _types.CALLOUT_TYPE.valid


def im_group_type() -> SearchStrategy[str]:
    """Values of `im_group_type`. One of Normal, Restricted or Shared."""
    return _types.IM_GROUP_TYPE.valid


def device_protocol() -> SearchStrategy[int]:
    """Values of `device_protocol`. One of 1 (H.323) or 2 (SIP)."""
    return _types.DEVICE_PROTOCOL.valid


def device_encryption() -> SearchStrategy[int]:
    """Values of `device_encryption`. One of 0 (no), 1 (yes) or 2 (automatic)."""
    return _types.DEVICE_ENCRYPTION.valid


def audio_report_type() -> SearchStrategy[int]:
    """Values of `audio_report_type`. One of 1 (toll-free call-in and call-out) or 2 (toll)."""
    return _types.AUDIO_REPORT_TYPE.valid


def meeting_list_type() -> SearchStrategy[int]:
    """Values of `meeting_list_type`. One of 1 (live), 2 (past) or 3 (past one)."""
    return _types.MEETING_LIST_TYPE.valid


def live_or_past() -> SearchStrategy[int]:
    """Values of `live_or_past`. One of 1 (live) or 2 (past)."""
    return _types.LIVE_OR_PAST.valid


def recurrence_type() -> SearchStrategy[int]:
    """Values of `recurrence_type`. One of 1 (daily), 2 (weekly) or 3 (monthly)."""
    return _types.RECURRENCE_TYPE.valid


def weekday() -> SearchStrategy[int]:
    """Values of `weekday`.

    One of 1 (Sunday), 2 (Monday), 3 (Tuesday), 4 (Wednesday), 5 (Thursday), 6 (Friday) or 7
    (Saturday).
    """
    return _types.WEEKDAY.valid


def week_of_month() -> SearchStrategy[int]:
    """Values of `week_of_month`.

    One of -1 (last), 1 (first), 2 (second), 3 (third) or 4 (fourth).
    """
    return _types.WEEK_OF_MONTH.valid


def utc_datetime() -> SearchStrategy[str | _date]:
    """Values of `utc_datetime`. Such as 2012-11-25T12:00:00Z."""
    return _types.UTC_DATETIME.valid


def recurrence_end() -> SearchStrategy[str | _date]:
    """Values of `recurrence_end`. Such as 2012-11-25T12:00:00Z."""
    return _types.RECURRENCE_END.valid


def us_datetime() -> SearchStrategy[str | _date]:
    """Values of `us_datetime`. Such as 11/25/2012 09:05 pm."""
    return _types.US_DATETIME.valid


def period_date() -> SearchStrategy[str | _date]:
    """Values of `period_date`. Such as 2012-11-25 or 2012-11-25T12:00:00Z."""
    return _types.PERIOD_DATE.valid


def quantity() -> SearchStrategy[int]:
    """Values of `quantity`. At least 0 (inferred)."""
    return _types.QUANTITY.valid


def year() -> SearchStrategy[int]:
    """Values of `year`. 1000 to 9999 (inferred)."""
    return _types.YEAR.valid


def month() -> SearchStrategy[int]:
    """Values of `month`. 1 to 12 (inferred)."""
    return _types.MONTH.valid


def page_size() -> SearchStrategy[int]:
    """Values of `page_size`. At least 1 (inferred)."""
    return _types.PAGE_SIZE.valid


def page_number() -> SearchStrategy[int]:
    """Values of `page_number`. At least 1 (inferred)."""
    return _types.PAGE_NUMBER.valid


def page_token() -> SearchStrategy[str]:
    """Values of `page_token`."""
    return _types.PAGE_TOKEN.valid


def jpeg() -> SearchStrategy[bytes]:
    """Values of `jpeg`.

    A file in image/jpeg, as path, bytes or open file. At most 5,242,880 bytes (inferred).
    """
    return _types.JPEG.valid


def timestamp() -> SearchStrategy[str | _date]:
    """Values of `timestamp`. Such as 2012-11-25T12:00:00Z."""
    return _types.TIMESTAMP.valid


def timestamp_or_blank() -> SearchStrategy[str | _date]:
    """Values of `timestamp_or_blank`. Such as 2012-11-25T12:00:00Z."""
    return _types.TIMESTAMP_OR_BLANK.valid


def report_day() -> SearchStrategy[str | _date]:
    """Values of `report_day`. Such as 2012-11-25."""
    return _types.REPORT_DAY.valid


def registrant_id() -> SearchStrategy[str]:
    """Values of `registrant_id`. Not empty (inferred)."""
    return _types.REGISTRANT_ID.valid


def custom_question() -> SearchStrategy[dict[str, object]]:
    """A question of the host's own and the answer to it."""
    return _types.CUSTOM_QUESTION.members.valid


def base_plan() -> SearchStrategy[dict[str, object]]:
    """The plan that an account is built on.

    Fields:
        type: An id of the list of base plans (8).
        hosts: At least 0 (inferred).
    """
    return _types.BASE_PLAN.members.valid


def zoom_rooms_plan() -> SearchStrategy[dict[str, object]]:
    """An additional plan for Zoom Rooms.

    Fields:
        type: An id of the list of zoom room plans (2).
        hosts: At least 0 (inferred).
    """
    return _types.ZOOM_ROOMS_PLAN.members.valid


def room_connector_plan() -> SearchStrategy[dict[str, object]]:
    """An additional plan for H.323 and SIP devices.

    Fields:
        type: An id of the list of h.323/sip device room connector plans (2).
        hosts: At least 0 (inferred).
    """
    return _types.ROOM_CONNECTOR_PLAN.members.valid


def large_meeting_plan() -> SearchStrategy[dict[str, object]]:
    """An additional plan for meetings of more people.

    Fields:
        type: An id of the list of large meeting plans (8).
        hosts: At least 0 (inferred).
    """
    return _types.LARGE_MEETING_PLAN.members.valid


def webinar_plan() -> SearchStrategy[dict[str, object]]:
    """An additional plan for webinars.

    Fields:
        type: An id of the list of webinar plans (12).
        hosts: At least 0 (inferred).
    """
    return _types.WEBINAR_PLAN.members.valid


def audio_plan() -> SearchStrategy[dict[str, object]]:
    """An additional plan for audio conferences.

    Fields:
        type: An id of the list of audio conferencing plans (3).
        tollfree_country: Sent separated by commas. Each: an id of the list of toll free
            countries (64).
        premium_country: Sent separated by commas. Each: an id of the list of premium
            countries (7).
        callout: One of 1 (US only) or 2 (US and international).
        ddi_numbers: At least 0 (inferred).
    """
    return _types.AUDIO_PLAN.members.valid


def plan() -> SearchStrategy[object]:
    """A plan of any family.

    Fields:
        hosts: At least 0 (inferred).
        tollfree_country: Sent separated by commas. Each: an id of the list of toll free
            countries (64).
        premium_country: Sent separated by commas. Each: an id of the list of premium
            countries (7).
        callout: One of 1 (US only) or 2 (US and international).
        ddi_numbers: At least 0 (inferred).
    """
    return _types.PLAN.valid


def recurrence() -> SearchStrategy[dict[str, object]]:
    """When a meeting or webinar with fixed times recurs.

    Fields:
        type: Required (inferred). One of 1 (daily), 2 (weekly) or 3 (monthly).
        repeat_interval: At least 1 (inferred).
        weekly_days: Sent separated by commas. Each: one of 1 (Sunday), 2 (Monday), 3
            (Tuesday), 4 (Wednesday), 5 (Thursday), 6 (Friday) or 7 (Saturday).
        monthly_day: 1 to 31.
        monthly_week: One of -1 (last), 1 (first), 2 (second), 3 (third) or 4 (fourth).
        monthly_week_day: One of 1 (Sunday), 2 (Monday), 3 (Tuesday), 4 (Wednesday), 5
            (Thursday), 6 (Friday) or 7 (Saturday).
        end_times: At least 1 (inferred). At most 50.
        end_date_time: Such as 2012-11-25T12:00:00Z.

    Rules:
        `repeat_interval` is at most 90 when `type` is 1 (daily).
        `repeat_interval` is at most 12 when `type` is 2 (weekly).
        `repeat_interval` is at most 3 when `type` is 3 (monthly).
        `weekly_days` has an effect only when `type` is 2 (weekly) (a warning, inferred).
        `monthly_day` has an effect only when `type` is 3 (monthly) (a warning, inferred).
        `monthly_week` has an effect only when `type` is 3 (monthly) (a warning,
            inferred).
        `monthly_week_day` has an effect only when `type` is 3 (monthly) (a warning,
            inferred).
        Only one of `monthly_day` and `monthly_week` can be given (inferred).
        Only one of `monthly_day` and `monthly_week_day` can be given (inferred).
        `monthly_week_day` is required when `monthly_week` is given (inferred).
        `monthly_week` is required when `monthly_week_day` is given (inferred).
        Only one of `end_times` and `end_date_time` can be given (inferred).
    """
    return _types.RECURRENCE.members.valid


def panelist() -> SearchStrategy[dict[str, object]]:
    """Who speaks in a webinar.

    Fields:
        email: An e-mail address.
    """
    return _types.PANELIST.members.valid
