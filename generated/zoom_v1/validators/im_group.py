# Generated from spec/resources/im_group.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `im_group` operations."""

from __future__ import annotations

from zoom_v1._runtime.validation import messages, values
from zoom_v1._runtime.validation.messages import Found
from zoom_v1._runtime.validation.validate import (
    OperationChecks,
)
from zoom_v1.validators import _shared as shared

_IM_GROUP_TYPE_CHOICES = {"Normal": "", "Restricted": "", "Shared": ""}


def im_group_type(value: object, path: str, found: Found) -> None:
    """One of Normal, Restricted or Shared."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in _IM_GROUP_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _IM_GROUP_TYPE_CHOICES)


CREATE = OperationChecks(
    section="Create IM Group",
    fields={
        "name": values.text,
        "type": im_group_type,
        "option_search_by_domain": values.boolean,
        "option_search_by_account": values.boolean,
        "option_search_by_ma": values.boolean,
        **shared.COMMON,
    },
    required=("name",),
)


LIST = OperationChecks(
    section="List IM Groups",
    fields={
        **shared.COMMON,
    },
    required=(),
)


GET = OperationChecks(
    section="Get IM Group Info",
    fields={
        "id": shared.group_id,
        **shared.COMMON,
    },
    required=("id",),
)


UPDATE = OperationChecks(
    section="Edit A IM Group",
    fields={
        "id": shared.group_id,
        "name": values.text,
        "type": im_group_type,
        "option_search_by_domain": values.boolean,
        "option_search_by_account": values.boolean,
        "option_search_by_ma": values.boolean,
        **shared.COMMON,
    },
    required=("id",),
)


DELETE = OperationChecks(
    section="Delete IM Group",
    fields={
        "id": shared.group_id,
        **shared.COMMON,
    },
    required=("id",),
)


MEMBER_LIST = OperationChecks(
    section="List IM Group Members",
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
    section="Delete IM Group Members",
    fields={
        "id": shared.group_id,
        "member_ids": shared.csv_of_user_id_not_empty,
        **shared.COMMON,
    },
    required=("id", "member_ids"),
)


CHECKS = {
    "im_group.create": CREATE,
    "im_group.list": LIST,
    "im_group.get": GET,
    "im_group.update": UPDATE,
    "im_group.delete": DELETE,
    "im_group.member_list": MEMBER_LIST,
    "im_group.member_add": MEMBER_ADD,
    "im_group.member_delete": MEMBER_DELETE,
}
"""Operation id -> what its arguments have to keep."""
