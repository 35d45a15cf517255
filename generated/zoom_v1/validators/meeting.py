# Generated from spec/resources/meeting.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `meeting` operations."""

from __future__ import annotations

from collections.abc import Mapping

from zoom_v1 import lists
from zoom_v1._runtime.semantics import numbers, predicates
from zoom_v1._runtime.validation import messages, values
from zoom_v1._runtime.validation.messages import Found
from zoom_v1._runtime.validation.validate import (
    UNDECIDED,
    OperationChecks,
)
from zoom_v1.validators import _shared as shared

_MEETING_TYPE_CHOICES = {
    1: "instant",
    2: "scheduled",
    3: "recurring with no fixed time",
    8: "recurring with fixed time",
}


def meeting_type(value: object, path: str, found: Found) -> None:
    """Meeting type."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _MEETING_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _MEETING_TYPE_CHOICES)


_START_TYPE_CHOICES = {"video": "", "screen_share": ""}


def start_type(value: object, path: str, found: Found) -> None:
    """One of video or screen_share."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _START_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _START_TYPE_CHOICES)


def _create_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of meeting.create."""
    if "start_time" in given and given.get("type", 2) not in (2, 8):
        messages.not_applicable(
            "start_time",
            found,
            "`type` is 2 (scheduled) or 8 (recurring with fixed time)",
            severity="warning",
        )
    if given.get("type", 2) != 2:
        if "duration" in given:
            messages.not_applicable(
                "duration", found, "`type` is 2 (scheduled)", severity="warning"
            )
        if "timezone" in given:
            messages.not_applicable(
                "timezone", found, "`type` is 2 (scheduled)", severity="warning"
            )
        if "option_use_pmi" in given:
            messages.not_applicable(
                "option_use_pmi", found, "`type` is 2 (scheduled)", severity="warning"
            )
    if given.get("type", 8) != 8:
        if "recurrence" in given:
            messages.not_applicable(
                "recurrence", found, "`type` is 8 (recurring with fixed time)", severity="warning"
            )
        if "registration_type" in given:
            messages.not_applicable(
                "registration_type",
                found,
                "`type` is 8 (recurring with fixed time)",
                severity="warning",
            )
    if "option_jbh" in given and given.get("type", 2) not in (2, 3, 8):
        messages.not_applicable(
            "option_jbh",
            found,
            "`type` is 2 (scheduled), 3 (recurring with no fixed time) or 8 (recurring with fixed time)",
            severity="warning",
        )


def _update_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of meeting.update."""
    if given.get("type", 2) != 2:
        if "start_time" in given:
            messages.not_applicable(
                "start_time", found, "`type` is 2 (scheduled)", severity="warning"
            )
        if "duration" in given:
            messages.not_applicable(
                "duration", found, "`type` is 2 (scheduled)", severity="warning"
            )
        if "timezone" in given:
            messages.not_applicable(
                "timezone", found, "`type` is 2 (scheduled)", severity="warning"
            )
        if "option_use_pmi" in given:
            messages.not_applicable(
                "option_use_pmi", found, "`type` is 2 (scheduled)", severity="warning"
            )
    if given.get("type", 8) != 8:
        if "recurrence" in given:
            messages.not_applicable(
                "recurrence", found, "`type` is 8 (recurring with fixed time)", severity="warning"
            )
        if "registration_type" in given:
            messages.not_applicable(
                "registration_type",
                found,
                "`type` is 8 (recurring with fixed time)",
                severity="warning",
            )
    if "option_jbh" in given and given.get("type", 2) not in (2, 3, 8):
        messages.not_applicable(
            "option_jbh",
            found,
            "`type` is 2 (scheduled), 3 (recurring with no fixed time) or 8 (recurring with fixed time)",
            severity="warning",
        )


def _create_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of meeting.create were looked at, and are right."""
    if "host_id" not in given or "type" not in given or "topic" not in given:
        return UNDECIDED
    value = given["host_id"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or not value
    ):
        return UNDECIDED
    value = given["type"]
    if type(value) is not int or value not in _MEETING_TYPE_CHOICES:
        return UNDECIDED
    value = given["topic"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or len(value) > 300
    ):
        return UNDECIDED
    seen = 3
    if "start_time" in given:
        value = given["start_time"]
        if not predicates.is_date(value, ("utc",)):
            return UNDECIDED
        seen += 1
    if "duration" in given:
        value = given["duration"]
        if type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX:
            return UNDECIDED
        seen += 1
    if "timezone" in given:
        value = given["timezone"]
        if not isinstance(value, str) or value not in lists.TIMEZONES:
            return UNDECIDED
        seen += 1
    if "start_time" in given and given["type"] not in (2, 8):
        return UNDECIDED
    if given["type"] != 2 and (
        "duration" in given or "timezone" in given or "option_use_pmi" in given
    ):
        return UNDECIDED
    if given["type"] != 8 and ("recurrence" in given or "registration_type" in given):
        return UNDECIDED
    if "option_jbh" in given and given["type"] not in (2, 3, 8):
        return UNDECIDED
    return seen


def _update_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of meeting.update were looked at, and are right."""
    if "id" not in given or "host_id" not in given or "type" not in given:
        return UNDECIDED
    value = given["host_id"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or not value
    ):
        return UNDECIDED
    value = given["type"]
    if type(value) is not int or value not in _MEETING_TYPE_CHOICES:
        return UNDECIDED
    seen = 2
    if "start_time" in given:
        value = given["start_time"]
        if not predicates.is_date(value, ("utc",)):
            return UNDECIDED
        seen += 1
    if "duration" in given:
        value = given["duration"]
        if type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX:
            return UNDECIDED
        seen += 1
    if "timezone" in given:
        value = given["timezone"]
        if not isinstance(value, str) or value not in lists.TIMEZONES:
            return UNDECIDED
        seen += 1
    if given["type"] != 2 and (
        "start_time" in given
        or "duration" in given
        or "timezone" in given
        or "option_use_pmi" in given
    ):
        return UNDECIDED
    if given["type"] != 8 and ("recurrence" in given or "registration_type" in given):
        return UNDECIDED
    if "option_jbh" in given and given["type"] not in (2, 3, 8):
        return UNDECIDED
    return seen


CREATE = OperationChecks(
    section="Create A Meeting",
    fields={
        "host_id": shared.user_id,
        "type": meeting_type,
        "topic": shared.topic,
        "start_time": shared.utc_datetime,
        "duration": values.integer,
        "timezone": shared.timezone,
        "password": shared.meeting_password,
        "recurrence": shared.recurrence,
        "option_registration": values.boolean,
        "registration_type": shared.registration_type,
        "option_jbh": values.boolean,
        "option_start_type": start_type,
        "option_host_video": values.boolean,
        "option_participants_video": values.boolean,
        "option_cn_meeting": values.boolean,
        "option_in_meeting": values.boolean,
        "option_audio": shared.audio_option,
        "option_enforce_login": values.boolean,
        "option_enforce_login_domains": values.text,
        "option_alternative_hosts": values.text,
        "option_alternative_host_ids": values.text,
        "option_use_pmi": values.boolean,
        "option_auto_record_type": shared.auto_record_type,
        **shared.COMMON,
    },
    required=("host_id", "type", "topic"),
    rules=_create_argument_rules,
    fast_path=_create_fast_path,
    fast_path_arguments=frozenset(
        ("duration", "host_id", "start_time", "timezone", "topic", "type")
    ),
)


LIST = OperationChecks(
    section="List Meetings",
    fields={
        "host_id": shared.user_id,
        "page_size": shared.integer_from_1_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("host_id",),
)


LIST_LIVE = OperationChecks(
    section="List Live Meetings",
    fields={
        "page_size": shared.integer_from_1_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=(),
)


GET = OperationChecks(
    section="Get Meeting Info",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        **shared.COMMON,
    },
    required=("id", "host_id"),
)


UPDATE = OperationChecks(
    section="Update Meeting Info",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        "type": meeting_type,
        "topic": shared.topic,
        "start_time": shared.utc_datetime,
        "duration": values.integer,
        "timezone": shared.timezone,
        "password": shared.meeting_password,
        "recurrence": shared.recurrence,
        "option_registration": values.boolean,
        "registration_type": shared.registration_type,
        "option_jbh": values.boolean,
        "option_start_type": start_type,
        "option_host_video": values.boolean,
        "option_participants_video": values.boolean,
        "option_cn_meeting": values.boolean,
        "option_in_meeting": values.boolean,
        "option_audio": shared.audio_option,
        "option_enforce_login": values.boolean,
        "option_enforce_login_domains": values.text,
        "option_alternative_hosts": values.text,
        "option_alternative_host_ids": values.text,
        "option_use_pmi": values.boolean,
        "option_auto_record_type": shared.auto_record_type,
        **shared.COMMON,
    },
    required=("id", "host_id", "type"),
    rules=_update_argument_rules,
    fast_path=_update_fast_path,
    fast_path_arguments=frozenset(("duration", "host_id", "start_time", "timezone", "type")),
)


DELETE = OperationChecks(
    section="Delete A Meeting",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        "occurrence_id": shared.occurrence_id,
        **shared.COMMON,
    },
    required=("id", "host_id"),
)


END = OperationChecks(
    section="End A Meeting",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        **shared.COMMON,
    },
    required=("id", "host_id"),
)


REGISTER = OperationChecks(
    section="Meeting Registration",
    fields={
        "id": values.identifier,
        "email": shared.email,
        "first_name": values.text,
        "last_name": values.text,
        "address": values.text,
        "city": values.text,
        "country": shared.country,
        "zip": values.text,
        "state": values.text,
        "phone": values.text,
        "industry": values.text,
        "org": values.text,
        "job_title": values.text,
        "purchasing_time_frame": shared.purchasing_time_frame,
        "role_in_purchase_process": shared.role_in_purchase_process,
        "no_of_employees": shared.no_of_employees,
        "comments": values.text,
        "custom_questions": shared.list_of_custom_question,
        "language": shared.language,
        "occurrence_ids": shared.csv_of_occurrence_id,
        **shared.COMMON,
    },
    required=("id", "email", "first_name", "last_name"),
)


CHECKS = {
    "meeting.create": CREATE,
    "meeting.list": LIST,
    "meeting.list_live": LIST_LIVE,
    "meeting.get": GET,
    "meeting.update": UPDATE,
    "meeting.delete": DELETE,
    "meeting.end": END,
    "meeting.register": REGISTER,
}
"""Operation id -> what its arguments have to keep."""
