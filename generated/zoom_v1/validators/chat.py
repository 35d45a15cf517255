# Generated from spec/resources/chat.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `chat` operations."""

from __future__ import annotations

from collections.abc import Mapping

from zoom_v1._runtime import checks, reports
from zoom_v1._runtime.reports import Found
from zoom_v1._runtime.validation import OperationChecks
from zoom_v1.validators import _shared as shared


def chat_token(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        reports.wrong_type(value, path, found, "text", secret=True)
        return
    if not value.isprintable() and not checks.is_sound(value):
        reports.unsound(value, path, found)
    if not value:
        reports.too_short(value, path, found, 1, secret=True)


def chat_session_id(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        reports.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not checks.is_sound(value):
        reports.unsound(value, path, found)
    if not value:
        reports.too_short(value, path, found, 1)


def _list_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of chat.list."""
    if checks.is_later(given.get("from"), given.get("to")):
        reports.out_of_order("from", "to", found)


def _get_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of chat.get."""
    if checks.is_later(given.get("from"), given.get("to")):
        reports.out_of_order("from", "to", found)


LIST = OperationChecks(
    section="Get Chat History List",
    fields={
        "access_token": chat_token,
        "from": shared.period_date,
        "to": shared.period_date,
        "page_size": shared.integer_from_1_to_30,
        "email": checks.text,
        "next_page_token": checks.text,
        **shared.COMMON,
    },
    required=("access_token", "from", "to"),
    rules=_list_argument_rules,
)


GET = OperationChecks(
    section="Get Chat Messages",
    fields={
        "access_token": chat_token,
        "session_id": chat_session_id,
        "from": shared.period_date,
        "to": shared.period_date,
        "page_size": shared.integer_from_1_to_30,
        "next_page_token": checks.text,
        **shared.COMMON,
    },
    required=("access_token", "session_id", "from", "to"),
    rules=_get_argument_rules,
)


CHECKS = {
    "chat.list": LIST,
    "chat.get": GET,
}
"""Operation id -> what its arguments have to keep."""
