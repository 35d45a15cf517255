# Generated from spec/resources/group.yaml by `make generate`. Do not edit.
"""What the arguments of `group` operations are drawn from."""

from __future__ import annotations

from zoom_v1._runtime.strategies import domains
from zoom_v1.strategies import _types as types

CREATE = domains.Members(
    fields={
        "name": domains.TEXT,
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
    "group.create": CREATE,
    "group.list": LIST,
    "group.get": GET,
    "group.update": UPDATE,
    "group.delete": DELETE,
    "group.member_list": MEMBER_LIST,
    "group.member_add": MEMBER_ADD,
    "group.member_delete": MEMBER_DELETE,
}
"""Operation id -> its arguments."""
