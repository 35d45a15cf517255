# Generated from spec/resources/im_group.yaml by `make generate`. Do not edit.
"""What the arguments of `im_group` operations are drawn from."""

from __future__ import annotations

from zoom_v1._runtime.strategies import kinds
from zoom_v1.strategies import _types as types

CREATE = kinds.Members(
    fields={
        "name": kinds.TEXT,
        "type": types.IM_GROUP_TYPE,
        "option_search_by_domain": kinds.BOOLEAN,
        "option_search_by_account": kinds.BOOLEAN,
        "option_search_by_ma": kinds.BOOLEAN,
    },
    required=("name",),
)

LIST = kinds.Members(
    fields={},
)

GET = kinds.Members(
    fields={
        "id": types.GROUP_ID,
    },
    required=("id",),
)

UPDATE = kinds.Members(
    fields={
        "id": types.GROUP_ID,
        "name": kinds.TEXT,
        "type": types.IM_GROUP_TYPE,
        "option_search_by_domain": kinds.BOOLEAN,
        "option_search_by_account": kinds.BOOLEAN,
        "option_search_by_ma": kinds.BOOLEAN,
    },
    required=("id",),
)

DELETE = kinds.Members(
    fields={
        "id": types.GROUP_ID,
    },
    required=("id",),
)

MEMBER_LIST = kinds.Members(
    fields={
        "id": types.GROUP_ID,
        "page_size": types.PAGE_SIZE,
        "page_number": types.PAGE_NUMBER,
    },
    required=("id",),
)

MEMBER_ADD = kinds.Members(
    fields={
        "id": types.GROUP_ID,
        "member_ids": kinds.Csv(item=types.USER_ID, min_items=1),
    },
    required=("id", "member_ids"),
)

MEMBER_DELETE = kinds.Members(
    fields={
        "id": types.GROUP_ID,
        "member_ids": kinds.Csv(item=types.USER_ID, min_items=1),
    },
    required=("id", "member_ids"),
)

MEMBERS = {
    "im_group.create": CREATE,
    "im_group.list": LIST,
    "im_group.get": GET,
    "im_group.update": UPDATE,
    "im_group.delete": DELETE,
    "im_group.member_list": MEMBER_LIST,
    "im_group.member_add": MEMBER_ADD,
    "im_group.member_delete": MEMBER_DELETE,
}
"""Operation id -> its arguments."""
