# Generated from spec/resources/dashboard.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `dashboard` operations."""

from __future__ import annotations

from collections.abc import Mapping

from zoom_v1._runtime.semantics import predicates
from zoom_v1._runtime.validation import messages, values
from zoom_v1._runtime.validation.messages import Found
from zoom_v1._runtime.validation.validate import (
    UNDECIDED,
    OperationChecks,
)
from zoom_v1.validators import _shared as shared

_MEETING_LIST_TYPE_CHOICES = {1: "live", 2: "past", 3: "past one"}


def meeting_list_type(value: object, path: str, found: Found) -> None:
    """One of 1 (live), 2 (past) or 3 (past one)."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _MEETING_LIST_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _MEETING_LIST_TYPE_CHOICES)


def integer_from_1_to_100(value: object, path: str, found: Found) -> None:
    """1 to 100."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)
    if value > 100:
        messages.too_large(value, path, found, 100)


_LIVE_OR_PAST_CHOICES = {1: "live", 2: "past"}


def live_or_past(value: object, path: str, found: Found) -> None:
    """One of 1 (live) or 2 (past)."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _LIVE_OR_PAST_CHOICES:
        messages.bad_choice(value, path, found, _LIVE_OR_PAST_CHOICES)


def room_id(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1)


def integer_from_1_to_10(value: object, path: str, found: Found) -> None:
    """1 to 10."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)
    if value > 10:
        messages.too_large(value, path, found, 10)


def _meetings_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of dashboard.meetings."""
    if given.get("type", 2) not in (2, 3):
        if "from" in given:
            messages.not_applicable(
                "from", found, "`type` is 2 (past) or 3 (past one)", severity="warning"
            )
        if "to" in given:
            messages.not_applicable(
                "to", found, "`type` is 2 (past) or 3 (past one)", severity="warning"
            )
    if given.get("type") in (2, 3) and "from" not in given:
        messages.missing("from", found, "`type` is 2 (past) or 3 (past one)")
    if given.get("type") in (2, 3) and "to" not in given:
        messages.missing("to", found, "`type` is 2 (past) or 3 (past one)")
    if predicates.is_later(given.get("from"), given.get("to")):
        messages.out_of_order("from", "to", found)


def _webinars_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of dashboard.webinars."""
    if given.get("type", 2) != 2:
        if "from" in given:
            messages.not_applicable("from", found, "`type` is 2 (past)", severity="warning")
        if "to" in given:
            messages.not_applicable("to", found, "`type` is 2 (past)", severity="warning")
    if given.get("type") == 2 and "from" not in given:
        messages.missing("from", found, "`type` is 2 (past)")
    if given.get("type") == 2 and "to" not in given:
        messages.missing("to", found, "`type` is 2 (past)")
    if predicates.is_later(given.get("from"), given.get("to")):
        messages.out_of_order("from", "to", found)


def _room_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of dashboard.room."""
    if predicates.is_later(given.get("from"), given.get("to")):
        messages.out_of_order("from", "to", found)


def _crc_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of dashboard.crc."""
    if predicates.is_later(given.get("from"), given.get("to")):
        messages.out_of_order("from", "to", found)


def _im_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of dashboard.im."""
    if predicates.is_later(given.get("from"), given.get("to")):
        messages.out_of_order("from", "to", found)


def _meetings_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of dashboard.meetings were looked at, and are right."""
    if "type" not in given:
        return UNDECIDED
    value = given["type"]
    if type(value) is not int or value not in _MEETING_LIST_TYPE_CHOICES:
        return UNDECIDED
    seen = 1
    if "from" in given:
        value = given["from"]
        if not predicates.is_date(value, ("date", "utc")):
            return UNDECIDED
        seen += 1
    if "to" in given:
        value = given["to"]
        if not predicates.is_date(value, ("date", "utc")):
            return UNDECIDED
        seen += 1
    if given["type"] not in (2, 3) and ("from" in given or "to" in given):
        return UNDECIDED
    if given["type"] in (2, 3) and "from" not in given:
        return UNDECIDED
    if given["type"] in (2, 3) and "to" not in given:
        return UNDECIDED
    if predicates.is_later(given.get("from"), given.get("to")):
        return UNDECIDED
    return seen


def _webinars_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of dashboard.webinars were looked at, and are right."""
    if "type" not in given:
        return UNDECIDED
    value = given["type"]
    if type(value) is not int or value not in _LIVE_OR_PAST_CHOICES:
        return UNDECIDED
    seen = 1
    if "from" in given:
        value = given["from"]
        if not predicates.is_date(value, ("date", "utc")):
            return UNDECIDED
        seen += 1
    if "to" in given:
        value = given["to"]
        if not predicates.is_date(value, ("date", "utc")):
            return UNDECIDED
        seen += 1
    if given["type"] != 2 and ("from" in given or "to" in given):
        return UNDECIDED
    if given["type"] == 2 and "from" not in given:
        return UNDECIDED
    if given["type"] == 2 and "to" not in given:
        return UNDECIDED
    if predicates.is_later(given.get("from"), given.get("to")):
        return UNDECIDED
    return seen


def _room_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of dashboard.room were looked at, and are right."""
    if "id" not in given or "from" not in given or "to" not in given:
        return UNDECIDED
    value = given["id"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or not value
    ):
        return UNDECIDED
    value = given["from"]
    if not predicates.is_date(value, ("date", "utc")):
        return UNDECIDED
    value = given["to"]
    if not predicates.is_date(value, ("date", "utc")):
        return UNDECIDED
    seen = 3
    if predicates.is_later(given["from"], given["to"]):
        return UNDECIDED
    return seen


def _crc_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of dashboard.crc were looked at, and are right."""
    if "from" not in given or "to" not in given:
        return UNDECIDED
    value = given["from"]
    if not predicates.is_date(value, ("date", "utc")):
        return UNDECIDED
    value = given["to"]
    if not predicates.is_date(value, ("date", "utc")):
        return UNDECIDED
    seen = 2
    if predicates.is_later(given["from"], given["to"]):
        return UNDECIDED
    return seen


def _im_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of dashboard.im were looked at, and are right."""
    if "from" not in given or "to" not in given:
        return UNDECIDED
    value = given["from"]
    if not predicates.is_date(value, ("date", "utc")):
        return UNDECIDED
    value = given["to"]
    if not predicates.is_date(value, ("date", "utc")):
        return UNDECIDED
    seen = 2
    if predicates.is_later(given["from"], given["to"]):
        return UNDECIDED
    return seen


MEETINGS = OperationChecks(
    section="Get Meeting List",
    fields={
        "type": meeting_list_type,
        "from": shared.period_date,
        "to": shared.period_date,
        "page_size": integer_from_1_to_100,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("type",),
    rules=_meetings_argument_rules,
    fast_path=_meetings_fast_path,
    fast_path_arguments=frozenset(("from", "to", "type")),
)


MEETING = OperationChecks(
    section="Get Meeting Detail",
    fields={
        "meeting_id": values.identifier,
        "type": meeting_list_type,
        "page_size": integer_from_1_to_100,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("meeting_id", "type"),
)


WEBINARS = OperationChecks(
    section="Get Webinar List",
    fields={
        "type": live_or_past,
        "from": shared.period_date,
        "to": shared.period_date,
        "page_size": integer_from_1_to_100,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("type",),
    rules=_webinars_argument_rules,
    fast_path=_webinars_fast_path,
    fast_path_arguments=frozenset(("from", "to", "type")),
)


WEBINAR = OperationChecks(
    section="Get Webinar Detail",
    fields={
        "meeting_id": values.identifier,
        "type": live_or_past,
        "page_size": integer_from_1_to_100,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("meeting_id", "type"),
)


SHARE_DETAILS = OperationChecks(
    section="Get Meeting Share Details",
    fields={
        "meeting_id": values.identifier,
        "page_size": shared.integer_from_1_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("meeting_id",),
)


ROOMS = OperationChecks(
    section="List Zoom Rooms",
    fields={
        "page_size": shared.integer_from_1_to_30,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=(),
)


ROOM = OperationChecks(
    section="Get Zoom Room Detail",
    fields={
        "id": room_id,
        "from": shared.period_date,
        "to": shared.period_date,
        "page_size": shared.integer_from_1_to_30,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("id", "from", "to"),
    rules=_room_argument_rules,
    fast_path=_room_fast_path,
    fast_path_arguments=frozenset(("from", "id", "to")),
)


QOS = OperationChecks(
    section="Get User QoS",
    fields={
        "meeting_id": values.identifier,
        "type": live_or_past,
        "user_id": shared.user_id,
        "page_size": integer_from_1_to_10,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("meeting_id", "type"),
)


CRC = OperationChecks(
    section="Get CRC Port Usage",
    fields={
        "from": shared.period_date,
        "to": shared.period_date,
        **shared.COMMON,
    },
    required=("from", "to"),
    rules=_crc_argument_rules,
    fast_path=_crc_fast_path,
    fast_path_arguments=frozenset(("from", "to")),
)


IM = OperationChecks(
    section="Get IM",
    fields={
        "from": shared.period_date,
        "to": shared.period_date,
        "page_size": shared.integer_from_1_to_30,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("from", "to"),
    rules=_im_argument_rules,
    fast_path=_im_fast_path,
    fast_path_arguments=frozenset(("from", "to")),
)


CHECKS = {
    "dashboard.meetings": MEETINGS,
    "dashboard.meeting": MEETING,
    "dashboard.webinars": WEBINARS,
    "dashboard.webinar": WEBINAR,
    "dashboard.share_details": SHARE_DETAILS,
    "dashboard.rooms": ROOMS,
    "dashboard.room": ROOM,
    "dashboard.qos": QOS,
    "dashboard.crc": CRC,
    "dashboard.im": IM,
}
"""Operation id -> what its arguments have to keep."""
