# Generated from spec/resources/member.yaml by `make generate`. Do not edit.
"""Operations of `member`."""

from __future__ import annotations

from lending_library._runtime.encoding import wire
from lending_library._runtime.operation import Limit, Operation, TokenPages

GET = Operation(
    id="member.get",
    method="GET",
    path="/members/{name}",
    effect="read",
    section="Members",
    encoding="query",
    arguments={
        "name": wire.TEXT,
    },
    in_path=("name",),
    limits=(Limit(group="anything", requests=600, seconds=60),),
)

LOANS = Operation(
    id="member.loans",
    method="GET",
    path="/members/{name}/loans",
    effect="read",
    section="Members",
    encoding="query",
    arguments={
        "name": wire.TEXT,
        "limit": wire.INTEGER,
        "cursor": wire.TEXT,
    },
    in_path=("name",),
    limits=(
        Limit(group="crowded", requests=5, seconds=1),
        Limit(group="anything", requests=600, seconds=60),
    ),
    pages=TokenPages(token="cursor", lifetime=600),
)

BLOCK = Operation(
    id="member.block",
    method="POST",
    path="/members/{name}/block",
    effect="change",
    section="Members",
    encoding="json",
    arguments={
        "name": wire.TEXT,
        "until": wire.Date(("utc",)),
        "pin": wire.TEXT,
    },
    in_path=("name",),
    sensitive=frozenset(("pin",)),
    limits=(Limit(group="anything", requests=600, seconds=60),),
)


OPERATIONS = {
    "member.get": GET,
    "member.loans": LOANS,
    "member.block": BLOCK,
}
"""Operation id -> operation."""
