# Generated from spec/resources/member.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `member` operations."""

from __future__ import annotations

from lending_library._runtime.semantics import predicates
from lending_library._runtime.validation import messages, values
from lending_library._runtime.validation.messages import Found
from lending_library._runtime.validation.validate import (
    OperationChecks,
)


def integer_from_1_to_50(value: object, path: str, found: Found) -> None:
    """1 to 50."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value < 1:
        messages.too_small(value, path, found, 1)
    if value > 50:
        messages.too_large(value, path, found, 50)


def nullable_date_2(value: object, path: str, found: Found) -> None:
    """Such as 2012-11-25T12:00:00Z."""
    if value is None:
        return
    if not predicates.is_date(value, ("utc",)):
        messages.bad_date(value, path, found, ("utc",))


def secret_text_from_4(value: object, path: str, found: Found) -> None:
    """At least 4 characters."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text", secret=True)
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if len(value) < 4:
        messages.too_short(value, path, found, 4, secret=True)


GET = OperationChecks(
    section="Members",
    fields={
        "name": values.text,
    },
    required=("name",),
)


LOANS = OperationChecks(
    section="Members",
    fields={
        "name": values.text,
        "limit": integer_from_1_to_50,
        "cursor": values.text,
    },
    required=("name",),
)


BLOCK = OperationChecks(
    section="Members",
    fields={
        "name": values.text,
        "until": nullable_date_2,
        "pin": secret_text_from_4,
    },
    required=("name",),
)


CHECKS = {
    "member.get": GET,
    "member.loans": LOANS,
    "member.block": BLOCK,
}
"""Operation id -> what its arguments have to keep."""
