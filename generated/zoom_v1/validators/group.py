# Generated from spec/resources/group.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `group` operations."""

from __future__ import annotations

from zoom_v1._runtime.validation import values
from zoom_v1._runtime.validation.validate import (
    OperationChecks,
)
from zoom_v1.validators import _shared as shared

CREATE = OperationChecks(
    section="Create A Group",
    fields={
        "name": values.text,
        **shared.COMMON,
    },
    required=("name",),
)


LIST = OperationChecks(
    section="List Groups",
    fields={
        **shared.COMMON,
    },
    required=(),
)


GET = OperationChecks(
    section="Get Group Info",
    fields={
        "id": shared.group_id,
        **shared.COMMON,
    },
    required=("id",),
)


UPDATE = OperationChecks(
    section="Edit A Group",
    fields={
        "id": shared.group_id,
        "name": values.text,
        **shared.COMMON,
    },
    required=("id",),
)


DELETE = OperationChecks(
    section="Delete A Group",
    fields={
        "id": shared.group_id,
        **shared.COMMON,
    },
    required=("id",),
)


MEMBER_LIST = OperationChecks(
    section="List Group Members",
    fields={
        "id": shared.group_id,
        "page_size": shared.page_size,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=("id",),
)


MEMBER_ADD = OperationChecks(
    section="Add Group Members",
    fields={
        "id": shared.group_id,
        "member_ids": shared.csv_of_user_id_not_empty,
        **shared.COMMON,
    },
    required=("id", "member_ids"),
)


MEMBER_DELETE = OperationChecks(
    section="Delete Group Members",
    fields={
        "id": shared.group_id,
        "member_ids": shared.csv_of_user_id_not_empty,
        **shared.COMMON,
    },
    required=("id", "member_ids"),
)


CHECKS = {
    "group.create": CREATE,
    "group.list": LIST,
    "group.get": GET,
    "group.update": UPDATE,
    "group.delete": DELETE,
    "group.member_list": MEMBER_LIST,
    "group.member_add": MEMBER_ADD,
    "group.member_delete": MEMBER_DELETE,
}
"""Operation id -> what its arguments have to keep."""
