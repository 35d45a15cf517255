# Generated from spec/resources/report.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `report` operations."""

from __future__ import annotations

from collections.abc import Mapping

from zoom_v1._runtime.semantics import predicates
from zoom_v1._runtime.validation import messages
from zoom_v1._runtime.validation.messages import Found
from zoom_v1._runtime.validation.validate import (
    UNDECIDED,
    OperationChecks,
)
from zoom_v1.validators import _shared as shared

_AUDIO_REPORT_TYPE_CHOICES = {1: "toll-free call-in and call-out", 2: "toll"}


def audio_report_type(value: object, path: str, found: Found) -> None:
    """One of 1 (toll-free call-in and call-out) or 2 (toll)."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _AUDIO_REPORT_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _AUDIO_REPORT_TYPE_CHOICES)


def year(value: object, path: str, found: Found) -> None:
    """1000 to 9999."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value < 1000:
        messages.too_small(value, path, found, 1000)
    if value > 9999:
        messages.too_large(value, path, found, 9999)


def month(value: object, path: str, found: Found) -> None:
    """1 to 12."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)
    if value > 12:
        messages.too_large(value, path, found, 12)


def _get_account_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of report.get_account."""
    if predicates.is_later(given.get("from"), given.get("to")):
        messages.out_of_order("from", "to", found)


def _get_audio_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of report.get_audio."""
    if predicates.is_later(given.get("from"), given.get("to")):
        messages.out_of_order("from", "to", found)


def _get_user_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of report.get_user."""
    if predicates.is_later(given.get("from"), given.get("to")):
        messages.out_of_order("from", "to", found)


def _get_account_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of report.get_account were looked at, and are right."""
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


def _get_audio_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of report.get_audio were looked at, and are right."""
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


def _get_user_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of report.get_user were looked at, and are right."""
    if "user_id" not in given or "from" not in given or "to" not in given:
        return UNDECIDED
    value = given["user_id"]
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


GET_ACCOUNT = OperationChecks(
    section="Get Account Report",
    fields={
        "from": shared.period_date,
        "to": shared.period_date,
        "page_size": shared.integer_from_1_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("from", "to"),
    rules=_get_account_argument_rules,
    fast_path=_get_account_fast_path,
    fast_path_arguments=frozenset(("from", "to")),
)


GET_AUDIO = OperationChecks(
    section="Get Audio Report",
    fields={
        "from": shared.period_date,
        "to": shared.period_date,
        "type": audio_report_type,
        "page_size": shared.integer_from_1_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("from", "to"),
    rules=_get_audio_argument_rules,
    fast_path=_get_audio_fast_path,
    fast_path_arguments=frozenset(("from", "to")),
)


GET_DAILY = OperationChecks(
    section="Get Daily Report",
    fields={
        "year": year,
        "month": month,
        **shared.COMMON,
    },
    required=("year", "month"),
)


GET_USER = OperationChecks(
    section="Get User Report",
    fields={
        "user_id": shared.user_id,
        "from": shared.period_date,
        "to": shared.period_date,
        "page_size": shared.integer_from_1_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("user_id", "from", "to"),
    rules=_get_user_argument_rules,
    fast_path=_get_user_fast_path,
    fast_path_arguments=frozenset(("from", "to", "user_id")),
)


CHECKS = {
    "report.get_account": GET_ACCOUNT,
    "report.get_audio": GET_AUDIO,
    "report.get_daily": GET_DAILY,
    "report.get_user": GET_USER,
}
"""Operation id -> what its arguments have to keep."""
