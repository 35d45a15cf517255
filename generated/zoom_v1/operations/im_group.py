# Generated from spec/resources/im_group.yaml by `make generate`. Do not edit.
"""Operations of `im_group`."""

from __future__ import annotations

from zoom_v1._runtime.encoding import wire
from zoom_v1._runtime.operation import Limit, NumberPages, Operation

CREATE = Operation(
    id="im_group.create",
    method="POST",
    path="/v1/im/group/create",
    effect="create",
    section="Create IM Group",
    encoding="form",
    arguments={
        "name": wire.TEXT,
        "type": wire.TEXT,
        "option_search_by_domain": wire.BOOLEAN,
        "option_search_by_account": wire.BOOLEAN,
        "option_search_by_ma": wire.BOOLEAN,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

LIST = Operation(
    id="im_group.list",
    method="POST",
    path="/v1/im/group/list",
    effect="read",
    section="List IM Groups",
    encoding="form",
    arguments={},
    limits=(Limit(group="per_second", requests=1, seconds=1),),
)

GET = Operation(
    id="im_group.get",
    method="POST",
    path="/v1/im/group/get",
    effect="read",
    section="Get IM Group Info",
    encoding="form",
    arguments={
        "id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

UPDATE = Operation(
    id="im_group.update",
    method="POST",
    path="/v1/im/group/edit",
    effect="change",
    section="Edit A IM Group",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "name": wire.TEXT,
        "type": wire.TEXT,
        "option_search_by_domain": wire.BOOLEAN,
        "option_search_by_account": wire.BOOLEAN,
        "option_search_by_ma": wire.BOOLEAN,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

DELETE = Operation(
    id="im_group.delete",
    method="POST",
    path="/v1/im/group/delete",
    effect="delete",
    section="Delete IM Group",
    encoding="form",
    arguments={
        "id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

MEMBER_LIST = Operation(
    id="im_group.member_list",
    method="POST",
    path="/v1/im/group/member/list",
    effect="read",
    section="List IM Group Members",
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
    id="im_group.member_add",
    method="POST",
    path="/v1/im/group/member/add",
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
    id="im_group.member_delete",
    method="POST",
    path="/v1/im/group/member/delete",
    effect="delete",
    section="Delete IM Group Members",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "member_ids": wire.Csv(wire.TEXT),
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)


OPERATIONS = {
    "im_group.create": CREATE,
    "im_group.list": LIST,
    "im_group.get": GET,
    "im_group.update": UPDATE,
    "im_group.delete": DELETE,
    "im_group.member_list": MEMBER_LIST,
    "im_group.member_add": MEMBER_ADD,
    "im_group.member_delete": MEMBER_DELETE,
}
"""Operation id -> operation."""
