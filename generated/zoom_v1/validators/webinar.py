# Generated from spec/resources/webinar.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `webinar` operations."""

from __future__ import annotations

from collections.abc import Mapping

from zoom_v1 import lists
from zoom_v1._runtime.encoding import wire
from zoom_v1._runtime.semantics import numbers, predicates
from zoom_v1._runtime.validation import messages, readers, values
from zoom_v1._runtime.validation.messages import Found
from zoom_v1._runtime.validation.validate import (
    UNDECIDED,
    ObjectChecks,
    OperationChecks,
    check_object,
)
from zoom_v1.validators import _shared as shared

_WEBINAR_TYPE_CHOICES = {5: "webinar", 6: "recurring", 9: "recurring with fixed time"}


def webinar_type(value: object, path: str, found: Found) -> None:
    """Webinar type."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _WEBINAR_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _WEBINAR_TYPE_CHOICES)


_APPROVAL_TYPE_CHOICES = {0: "automatically", 1: "manually", 2: "no registration required"}


def approval_type(value: object, path: str, found: Found) -> None:
    """Approval type."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _APPROVAL_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _APPROVAL_TYPE_CHOICES)


def list_of_panelist(value: object, path: str, found: Found) -> None:
    """List."""
    items = readers.list_items(value, False)
    if items is None:
        messages.wrong_type(value, path, found, "a list")
        return
    values.each(items, path, found, panelist)


def panelist(value: object, path: str, found: Found) -> None:
    """Who speaks in a webinar."""
    check_object(value, path, found, _PANELIST_FIELDS)


def csv_of_registrant_id_from_1_to_15(value: object, path: str, found: Found) -> None:
    """Sent separated by commas. Each: not empty. 1 to 15 items."""
    items = readers.csv_items(value, wire.TEXT)
    if items is None:
        messages.wrong_type(value, path, found, "a list, or text with commas")
        return
    if not items:
        messages.too_few_items(items, path, found, 1)
    if len(items) > 15:
        messages.too_many_items(items, path, found, 15)
    values.each_between_commas(items, path, found, registrant_id)


def registrant_id(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1)


_REGISTRANT_STATE_CHOICES = {0: "pending approval", 1: "approved"}


def registrant_state(value: object, path: str, found: Found) -> None:
    """One of 0 (pending approval) or 1 (approved)."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _REGISTRANT_STATE_CHOICES:
        messages.bad_choice(value, path, found, _REGISTRANT_STATE_CHOICES)


def csv_of_registrant_id_not_empty(value: object, path: str, found: Found) -> None:
    """Sent separated by commas. Each: not empty. At least one."""
    items = readers.csv_items(value, wire.TEXT)
    if items is None:
        messages.wrong_type(value, path, found, "a list, or text with commas")
        return
    if not items:
        messages.too_few_items(items, path, found, 1)
    values.each_between_commas(items, path, found, registrant_id)


def meeting_uuid(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1)


def _create_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of webinar.create."""
    if given.get("type", 5) not in (5, 9):
        if "start_time" in given:
            messages.not_applicable(
                "start_time",
                found,
                "`type` is 5 (webinar) or 9 (recurring with fixed time)",
                severity="warning",
            )
        if "duration" in given:
            messages.not_applicable(
                "duration",
                found,
                "`type` is 5 (webinar) or 9 (recurring with fixed time)",
                severity="warning",
            )
        if "timezone" in given:
            messages.not_applicable(
                "timezone",
                found,
                "`type` is 5 (webinar) or 9 (recurring with fixed time)",
                severity="warning",
            )
    if given.get("type", 9) != 9:
        if "recurrence" in given:
            messages.not_applicable(
                "recurrence", found, "`type` is 9 (recurring with fixed time)", severity="warning"
            )
        if "registration_type" in given:
            messages.not_applicable(
                "registration_type",
                found,
                "`type` is 9 (recurring with fixed time)",
                severity="warning",
            )


def _update_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of webinar.update."""
    if given.get("type", 5) not in (5, 9):
        if "start_time" in given:
            messages.not_applicable(
                "start_time",
                found,
                "`type` is 5 (webinar) or 9 (recurring with fixed time)",
                severity="warning",
            )
        if "duration" in given:
            messages.not_applicable(
                "duration",
                found,
                "`type` is 5 (webinar) or 9 (recurring with fixed time)",
                severity="warning",
            )
        if "timezone" in given:
            messages.not_applicable(
                "timezone",
                found,
                "`type` is 5 (webinar) or 9 (recurring with fixed time)",
                severity="warning",
            )
    if given.get("type", 9) != 9:
        if "recurrence" in given:
            messages.not_applicable(
                "recurrence", found, "`type` is 9 (recurring with fixed time)", severity="warning"
            )
        if "registration_type" in given:
            messages.not_applicable(
                "registration_type",
                found,
                "`type` is 9 (recurring with fixed time)",
                severity="warning",
            )


def _create_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of webinar.create were looked at, and are right."""
    if "host_id" not in given or "topic" not in given or "type" not in given:
        return UNDECIDED
    value = given["host_id"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or not value
    ):
        return UNDECIDED
    value = given["topic"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or len(value) > 300
    ):
        return UNDECIDED
    value = given["type"]
    if type(value) is not int or value not in _WEBINAR_TYPE_CHOICES:
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
    if given["type"] not in (5, 9) and (
        "start_time" in given or "duration" in given or "timezone" in given
    ):
        return UNDECIDED
    if given["type"] != 9 and ("recurrence" in given or "registration_type" in given):
        return UNDECIDED
    return seen


def _update_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of webinar.update were looked at, and are right."""
    if "id" not in given or "host_id" not in given:
        return UNDECIDED
    value = given["host_id"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or not value
    ):
        return UNDECIDED
    seen = 1
    if "type" in given:
        value = given["type"]
        if type(value) is not int or value not in _WEBINAR_TYPE_CHOICES:
            return UNDECIDED
        seen += 1
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
    if given.get("type", 5) not in (5, 9) and (
        "start_time" in given or "duration" in given or "timezone" in given
    ):
        return UNDECIDED
    if given.get("type", 9) != 9 and ("recurrence" in given or "registration_type" in given):
        return UNDECIDED
    return seen


_PANELIST_FIELDS = ObjectChecks(
    section="Create A Webinar",
    fields={
        "name": values.text,
        "email": shared.email,
    },
    required=("name", "email"),
)


CREATE = OperationChecks(
    section="Create A Webinar",
    fields={
        "host_id": shared.user_id,
        "topic": shared.topic,
        "type": webinar_type,
        "start_time": shared.utc_datetime,
        "duration": values.integer,
        "timezone": shared.timezone,
        "password": shared.meeting_password,
        "recurrence": shared.recurrence,
        "approval_type": approval_type,
        "registration_type": shared.registration_type,
        "agenda": values.text,
        "option_audio": shared.audio_option,
        "option_host_video": values.boolean,
        "option_panelist_video": values.boolean,
        "option_practice_session": values.boolean,
        "option_enforce_login": values.boolean,
        "option_enforce_login_domains": values.text,
        "option_alternative_hosts": values.text,
        "option_alternative_host_ids": values.text,
        "option_auto_record_type": shared.auto_record_type,
        "option_panelists_reminder": values.boolean,
        "option_close_registration": values.boolean,
        "option_show_share_button": values.boolean,
        "option_allow_multiple_devices": values.boolean,
        "panelists": list_of_panelist,
        "language": shared.language,
        **shared.COMMON,
    },
    required=("host_id", "topic", "type"),
    rules=_create_argument_rules,
    fast_path=_create_fast_path,
    fast_path_arguments=frozenset(
        ("duration", "host_id", "start_time", "timezone", "topic", "type")
    ),
)


LIST = OperationChecks(
    section="List Webinars",
    fields={
        "host_id": shared.user_id,
        "page_size": shared.integer_from_1_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("host_id",),
)


GET = OperationChecks(
    section="Get Webinar Info",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        **shared.COMMON,
    },
    required=("id", "host_id"),
)


UPDATE = OperationChecks(
    section="Update Webinar Info",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        "topic": shared.topic,
        "type": webinar_type,
        "start_time": shared.utc_datetime,
        "duration": values.integer,
        "timezone": shared.timezone,
        "password": shared.meeting_password,
        "recurrence": shared.recurrence,
        "approval_type": approval_type,
        "registration_type": shared.registration_type,
        "agenda": values.text,
        "option_audio": shared.audio_option,
        "option_host_video": values.boolean,
        "option_panelist_video": values.boolean,
        "option_practice_session": values.boolean,
        "option_enforce_login": values.boolean,
        "option_enforce_login_domains": values.text,
        "option_alternative_hosts": values.text,
        "option_alternative_host_ids": values.text,
        "option_auto_record_type": shared.auto_record_type,
        "option_panelists_reminder": values.boolean,
        "option_close_registration": values.boolean,
        "option_show_share_button": values.boolean,
        "option_allow_multiple_devices": values.boolean,
        "panelists": list_of_panelist,
        "language": shared.language,
        **shared.COMMON,
    },
    required=("id", "host_id"),
    rules=_update_argument_rules,
    fast_path=_update_fast_path,
    fast_path_arguments=frozenset(("duration", "host_id", "start_time", "timezone", "type")),
)


DELETE = OperationChecks(
    section="Delete A Webinar",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        "occurrence_id": shared.occurrence_id,
        **shared.COMMON,
    },
    required=("id", "host_id"),
)


END = OperationChecks(
    section="End A Webinar",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        **shared.COMMON,
    },
    required=("id", "host_id"),
)


REGISTER = OperationChecks(
    section="Register for Webinar",
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


LIST_REGISTRATION = OperationChecks(
    section="List Registration Webinars",
    fields={
        "host_id": shared.user_id,
        "page_size": shared.integer_from_1_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("host_id",),
)


GET_REGISTRATION = OperationChecks(
    section="Get Webinar Registration Info",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        "occurrence_id": shared.occurrence_id,
        "page_size": shared.page_size,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("id", "host_id"),
)


CANCEL_REGISTRATION = OperationChecks(
    section="Cancel Webinar Registration",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        "occurrence_id": shared.occurrence_id,
        "registrant_ids": csv_of_registrant_id_from_1_to_15,
        **shared.COMMON,
    },
    required=("id", "host_id", "registrant_ids"),
)


LIST_REGISTRATIONS = OperationChecks(
    section="List Webinar Registrants",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        "type": registrant_state,
        "page_size": shared.page_size,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("id", "host_id"),
)


APPROVE_REGISTRATION = OperationChecks(
    section="Approve Pending Registrants",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        "registrant_ids": csv_of_registrant_id_not_empty,
        **shared.COMMON,
    },
    required=("id", "host_id", "registrant_ids"),
)


LIST_PANELISTS = OperationChecks(
    section="Get Webinar Panelists",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        **shared.COMMON,
    },
    required=("id", "host_id"),
)


GET_UUID = OperationChecks(
    section="Get Ended Webinar UUID",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        **shared.COMMON,
    },
    required=("id", "host_id"),
)


GET_ATTENDEES = OperationChecks(
    section="Get Ended Webinar Attendees",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        "uuid": meeting_uuid,
        **shared.COMMON,
    },
    required=("id", "host_id"),
)


GET_POLLS = OperationChecks(
    section="Get Ended Webinar Polls",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        "uuid": meeting_uuid,
        **shared.COMMON,
    },
    required=("id", "host_id"),
)


GET_QUESTIONS = OperationChecks(
    section="Get Ended Webinar Q&A",
    fields={
        "id": values.identifier,
        "host_id": shared.user_id,
        "uuid": meeting_uuid,
        **shared.COMMON,
    },
    required=("id", "host_id"),
)


CHECKS = {
    "webinar.create": CREATE,
    "webinar.list": LIST,
    "webinar.get": GET,
    "webinar.update": UPDATE,
    "webinar.delete": DELETE,
    "webinar.end": END,
    "webinar.register": REGISTER,
    "webinar.list_registration": LIST_REGISTRATION,
    "webinar.get_registration": GET_REGISTRATION,
    "webinar.cancel_registration": CANCEL_REGISTRATION,
    "webinar.list_registrations": LIST_REGISTRATIONS,
    "webinar.approve_registration": APPROVE_REGISTRATION,
    "webinar.list_panelists": LIST_PANELISTS,
    "webinar.get_uuid": GET_UUID,
    "webinar.get_attendees": GET_ATTENDEES,
    "webinar.get_polls": GET_POLLS,
    "webinar.get_questions": GET_QUESTIONS,
}
"""Operation id -> what its arguments have to keep."""
