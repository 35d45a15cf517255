# Generated from spec/resources/recording.yaml by `make generate`. Do not edit.
"""Operations of `recording`."""

from __future__ import annotations

from zoom_v1._runtime.encoding import wire
from zoom_v1._runtime.operation import Limit, NumberPages, Operation

LIST = Operation(
    id="recording.list",
    method="POST",
    path="/v1/recording/list",
    effect="read",
    section="List Recording",
    encoding="form",
    arguments={
        "host_id": wire.TEXT,
        "meeting_number": wire.TEXT,
        "from": wire.Date(("us_minutes",)),
        "to": wire.Date(("us_minutes",)),
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    renamed={"from_": "from"},
    limits=(Limit(group="per_second", requests=1, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

LIST_MC = Operation(
    id="recording.list_mc",
    method="POST",
    path="/v1/mc/recording/list",
    effect="read",
    section="List Recording For MC (On Premise)",
    encoding="form",
    arguments={
        "host_id": wire.TEXT,
        "meeting_number": wire.TEXT,
        "from": wire.Date(("us_minutes",)),
        "to": wire.Date(("us_minutes",)),
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    renamed={"from_": "from"},
    limits=(Limit(group="per_second", requests=1, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

GET = Operation(
    id="recording.get",
    method="POST",
    path="/v1/recording/get",
    effect="read",
    section="Get Recording",
    encoding="form",
    arguments={
        "meeting_id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

DELETE = Operation(
    id="recording.delete",
    method="POST",
    path="/v1/recording/delete",
    effect="delete",
    section="Delete Recording",
    encoding="form",
    arguments={
        "meeting_id": wire.TEXT,
        "file_id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)


OPERATIONS = {
    "recording.list": LIST,
    "recording.list_mc": LIST_MC,
    "recording.get": GET,
    "recording.delete": DELETE,
}
"""Operation id -> operation."""
