# Generated from spec/resources/chat.yaml by `make generate`. Do not edit.
"""Operations of `chat`."""

from __future__ import annotations

from zoom_v1._runtime.encoding import wire
from zoom_v1._runtime.operation import Limit, Operation, TokenPages

LIST = Operation(
    id="chat.list",
    method="POST",
    path="/v1/chat/list",
    effect="read",
    section="Get Chat History List",
    encoding="form",
    arguments={
        "access_token": wire.TEXT,
        "from": wire.Date(("date", "utc")),
        "to": wire.Date(("date", "utc")),
        "page_size": wire.INTEGER,
        "email": wire.TEXT,
        "next_page_token": wire.TEXT,
    },
    renamed={"from_": "from"},
    sensitive=frozenset(("access_token",)),
    limits=(
        Limit(group="per_second", requests=1, seconds=1),
        Limit(group="per_day_2000", requests=2000, seconds=86400),
    ),
    pages=TokenPages(token="next_page_token", lifetime=1800),
)

GET = Operation(
    id="chat.get",
    method="POST",
    path="/v1/chat/get",
    effect="read",
    section="Get Chat Messages",
    encoding="form",
    arguments={
        "access_token": wire.TEXT,
        "session_id": wire.TEXT,
        "from": wire.Date(("date", "utc")),
        "to": wire.Date(("date", "utc")),
        "page_size": wire.INTEGER,
        "next_page_token": wire.TEXT,
    },
    renamed={"from_": "from"},
    sensitive=frozenset(("access_token",)),
    limits=(Limit(group="per_second", requests=1, seconds=1),),
    pages=TokenPages(token="next_page_token", lifetime=1800),
)


OPERATIONS = {
    "chat.list": LIST,
    "chat.get": GET,
}
"""Operation id -> operation."""
