# Generated from spec/resources/chat.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `chat` operations."""

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


def chat_token(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text", secret=True)
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1, secret=True)


def chat_session_id(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1)


def _list_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of chat.list."""
    if predicates.is_later(given.get("from"), given.get("to")):
        messages.out_of_order("from", "to", found)


def _get_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of chat.get."""
    if predicates.is_later(given.get("from"), given.get("to")):
        messages.out_of_order("from", "to", found)


def _list_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of chat.list were looked at, and are right."""
    if "access_token" not in given or "from" not in given or "to" not in given:
        return UNDECIDED
    value = given["access_token"]
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


def _get_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of chat.get were looked at, and are right."""
    if (
        "access_token" not in given
        or "session_id" not in given
        or "from" not in given
        or "to" not in given
    ):
        return UNDECIDED
    value = given["access_token"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or not value
    ):
        return UNDECIDED
    value = given["session_id"]
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
    seen = 4
    if predicates.is_later(given["from"], given["to"]):
        return UNDECIDED
    return seen


LIST = OperationChecks(
    section="Get Chat History List",
    fields={
        "access_token": chat_token,
        "from": shared.period_date,
        "to": shared.period_date,
        "page_size": shared.integer_from_1_to_30,
        "email": values.text,
        "next_page_token": values.text,
        **shared.COMMON,
    },
    required=("access_token", "from", "to"),
    rules=_list_argument_rules,
    fast_path=_list_fast_path,
    fast_path_arguments=frozenset(("access_token", "from", "to")),
)


GET = OperationChecks(
    section="Get Chat Messages",
    fields={
        "access_token": chat_token,
        "session_id": chat_session_id,
        "from": shared.period_date,
        "to": shared.period_date,
        "page_size": shared.integer_from_1_to_30,
        "next_page_token": values.text,
        **shared.COMMON,
    },
    required=("access_token", "session_id", "from", "to"),
    rules=_get_argument_rules,
    fast_path=_get_fast_path,
    fast_path_arguments=frozenset(("access_token", "from", "session_id", "to")),
)


CHECKS = {
    "chat.list": LIST,
    "chat.get": GET,
}
"""Operation id -> what its arguments have to keep."""
