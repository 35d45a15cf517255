# Generated from spec/resources/recording.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `recording` operations."""

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


def us_datetime(value: object, path: str, found: Found) -> None:
    """Such as 11/25/2012 09:05 pm."""
    if not predicates.is_date(value, ("us_minutes",)):
        messages.bad_date(value, path, found, ("us_minutes",))


def _list_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of recording.list."""
    if predicates.is_later(given.get("from"), given.get("to")):
        messages.out_of_order("from", "to", found)


def _list_mc_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of recording.list_mc."""
    if predicates.is_later(given.get("from"), given.get("to")):
        messages.out_of_order("from", "to", found)


def _list_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of recording.list were looked at, and are right."""
    if "host_id" not in given:
        return UNDECIDED
    value = given["host_id"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or not value
    ):
        return UNDECIDED
    seen = 1
    if "from" in given:
        value = given["from"]
        if not predicates.is_date(value, ("us_minutes",)):
            return UNDECIDED
        seen += 1
    if "to" in given:
        value = given["to"]
        if not predicates.is_date(value, ("us_minutes",)):
            return UNDECIDED
        seen += 1
    if predicates.is_later(given.get("from"), given.get("to")):
        return UNDECIDED
    return seen


def _list_mc_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of recording.list_mc were looked at, and are right."""
    if "host_id" not in given:
        return UNDECIDED
    value = given["host_id"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or not value
    ):
        return UNDECIDED
    seen = 1
    if "from" in given:
        value = given["from"]
        if not predicates.is_date(value, ("us_minutes",)):
            return UNDECIDED
        seen += 1
    if "to" in given:
        value = given["to"]
        if not predicates.is_date(value, ("us_minutes",)):
            return UNDECIDED
        seen += 1
    if predicates.is_later(given.get("from"), given.get("to")):
        return UNDECIDED
    return seen


LIST = OperationChecks(
    section="List Recording",
    fields={
        "host_id": shared.user_id,
        "meeting_number": values.identifier,
        "from": us_datetime,
        "to": us_datetime,
        "page_size": shared.integer_from_1_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("host_id",),
    rules=_list_argument_rules,
    fast_path=_list_fast_path,
    fast_path_arguments=frozenset(("from", "host_id", "to")),
)


LIST_MC = OperationChecks(
    section="List Recording For MC (On Premise)",
    fields={
        "host_id": shared.user_id,
        "meeting_number": values.identifier,
        "from": us_datetime,
        "to": us_datetime,
        "page_size": shared.integer_from_1_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("host_id",),
    rules=_list_mc_argument_rules,
    fast_path=_list_mc_fast_path,
    fast_path_arguments=frozenset(("from", "host_id", "to")),
)


GET = OperationChecks(
    section="Get Recording",
    fields={
        "meeting_id": values.identifier,
        **shared.COMMON,
    },
    required=("meeting_id",),
)


DELETE = OperationChecks(
    section="Delete Recording",
    fields={
        "meeting_id": values.identifier,
        "file_id": shared.text_not_empty,
        **shared.COMMON,
    },
    required=("meeting_id",),
)


CHECKS = {
    "recording.list": LIST,
    "recording.list_mc": LIST_MC,
    "recording.get": GET,
    "recording.delete": DELETE,
}
"""Operation id -> what its arguments have to keep."""
