# Generated from spec/resources/im_group.yaml by `make generate`. Do not edit.
"""What the arguments of `im_group` operations are drawn from."""

from __future__ import annotations

from zoom_v1._runtime.strategies import domains
from zoom_v1.strategies import _types as types

CREATE = domains.Members(
    fields={
        "name": domains.TEXT,
        "type": types.IM_GROUP_TYPE,
        "option_search_by_domain": domains.BOOLEAN,
        "option_search_by_account": domains.BOOLEAN,
        "option_search_by_ma": domains.BOOLEAN,
    },
    required=("name",),
)

LIST = domains.Members(
    fields={},
)

GET = domains.Members(
    fields={
        "id": types.GROUP_ID,
    },
    required=("id",),
)

UPDATE = domains.Members(
    fields={
        "id": types.GROUP_ID,
        "name": domains.TEXT,
        "type": types.IM_GROUP_TYPE,
        "option_search_by_domain": domains.BOOLEAN,
        "option_search_by_account": domains.BOOLEAN,
        "option_search_by_ma": domains.BOOLEAN,
    },
    required=("id",),
)

DELETE = domains.Members(
    fields={
        "id": types.GROUP_ID,
    },
    required=("id",),
)

MEMBER_LIST = domains.Members(
    fields={
        "id": types.GROUP_ID,
        "page_size": types.PAGE_SIZE,
        "page_number": types.PAGE_NUMBER,
    },
    required=("id",),
)

MEMBER_ADD = domains.Members(
    fields={
        "id": types.GROUP_ID,
        "member_ids": domains.Csv(item=types.USER_ID, min_items=1),
    },
    required=("id", "member_ids"),
)

MEMBER_DELETE = domains.Members(
    fields={
        "id": types.GROUP_ID,
        "member_ids": domains.Csv(item=types.USER_ID, min_items=1),
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
