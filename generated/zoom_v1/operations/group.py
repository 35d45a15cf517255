# Generated from spec/resources/group.yaml by `make generate`. Do not edit.
"""Operations of `group`."""

from __future__ import annotations

from zoom_v1._runtime.encoding import wire
from zoom_v1._runtime.operation import Limit, NumberPages, Operation

CREATE = Operation(
    id="group.create",
    method="POST",
    path="/v1/group/create",
    effect="create",
    section="Create A Group",
    encoding="form",
    arguments={
        "name": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

LIST = Operation(
    id="group.list",
    method="POST",
    path="/v1/group/list",
    effect="read",
    section="List Groups",
    encoding="form",
    arguments={},
    limits=(Limit(group="per_second", requests=1, seconds=1),),
)

GET = Operation(
    id="group.get",
    method="POST",
    path="/v1/group/get",
    effect="read",
    section="Get Group Info",
    encoding="form",
    arguments={
        "id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

UPDATE = Operation(
    id="group.update",
    method="POST",
    path="/v1/group/edit",
    effect="change",
    section="Edit A Group",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "name": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

DELETE = Operation(
    id="group.delete",
    method="POST",
    path="/v1/group/delete",
    effect="delete",
    section="Delete A Group",
    encoding="form",
    arguments={
        "id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

MEMBER_LIST = Operation(
    id="group.member_list",
    method="POST",
    path="/v1/group/member/list",
    effect="read",
    section="List Group Members",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

MEMBER_ADD = Operation(
    id="group.member_add",
    method="POST",
    path="/v1/group/member/add",
    effect="change",
    section="Add Group Members",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "member_ids": wire.Csv(wire.TEXT),
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

MEMBER_DELETE = Operation(
    id="group.member_delete",
    method="POST",
    path="/v1/group/member/delete",
    effect="delete",
    section="Delete Group Members",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "member_ids": wire.Csv(wire.TEXT),
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)


OPERATIONS = {
    "group.create": CREATE,
    "group.list": LIST,
    "group.get": GET,
    "group.update": UPDATE,
    "group.delete": DELETE,
    "group.member_list": MEMBER_LIST,
    "group.member_add": MEMBER_ADD,
    "group.member_delete": MEMBER_DELETE,
}
"""Operation id -> operation."""
