# Generated from spec/resources/recording.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `recording` operations."""

from __future__ import annotations

from collections.abc import Mapping

from zoom_v1._runtime import checks, reports
from zoom_v1._runtime.reports import Found
from zoom_v1._runtime.validation import OperationChecks
from zoom_v1.validators import _shared as shared


def us_datetime(value: object, path: str, found: Found) -> None:
    """Such as 11/25/2012 09:05 pm."""
    if not checks.is_date(value, ("us_minutes",)):
        reports.bad_date(value, path, found, ("us_minutes",))


def _list_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of recording.list."""
    if checks.is_later(given.get("from"), given.get("to")):
        reports.out_of_order("from", "to", found)


def _list_mc_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of recording.list_mc."""
    if checks.is_later(given.get("from"), given.get("to")):
        reports.out_of_order("from", "to", found)


LIST = OperationChecks(
    section="List Recording",
    fields={
        "host_id": shared.user_id,
        "meeting_number": checks.identifier,
        "from": us_datetime,
        "to": us_datetime,
        "page_size": shared.integer_from_1_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("host_id",),
    rules=_list_argument_rules,
)


LIST_MC = OperationChecks(
    section="List Recording For MC (On Premise)",
    fields={
        "host_id": shared.user_id,
        "meeting_number": checks.identifier,
        "from": us_datetime,
        "to": us_datetime,
        "page_size": shared.integer_from_1_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("host_id",),
    rules=_list_mc_argument_rules,
)


GET = OperationChecks(
    section="Get Recording",
    fields={
        "meeting_id": checks.identifier,
        **shared.COMMON,
    },
    required=("meeting_id",),
)


DELETE = OperationChecks(
    section="Delete Recording",
    fields={
        "meeting_id": checks.identifier,
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
