# Generated from spec/resources/dashboard.yaml by `make generate`. Do not edit.
"""Operations of `dashboard`."""

from __future__ import annotations

from zoom_v1._runtime.encoding import wire
from zoom_v1._runtime.operation import Limit, NumberPages, Operation

MEETINGS = Operation(
    id="dashboard.meetings",
    method="POST",
    path="/v1/metrics/meetings",
    effect="read",
    section="Get Meeting List",
    encoding="form",
    arguments={
        "type": wire.INTEGER,
        "from": wire.Date(("date", "utc")),
        "to": wire.Date(("date", "utc")),
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    renamed={"from_": "from"},
    limits=(
        Limit(group="per_second", requests=1, seconds=1),
        Limit(group="per_minute", requests=1, seconds=60),
        Limit(group="per_day_2000", requests=2000, seconds=86400),
    ),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

MEETING = Operation(
    id="dashboard.meeting",
    method="POST",
    path="/v1/metrics/meetingdetail",
    effect="read",
    section="Get Meeting Detail",
    encoding="form",
    arguments={
        "meeting_id": wire.TEXT,
        "type": wire.INTEGER,
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

WEBINARS = Operation(
    id="dashboard.webinars",
    method="POST",
    path="/v1/metrics/webinars",
    effect="read",
    section="Get Webinar List",
    encoding="form",
    arguments={
        "type": wire.INTEGER,
        "from": wire.Date(("date", "utc")),
        "to": wire.Date(("date", "utc")),
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    renamed={"from_": "from"},
    limits=(
        Limit(group="per_second", requests=1, seconds=1),
        Limit(group="per_minute", requests=1, seconds=60),
        Limit(group="per_day_2000", requests=2000, seconds=86400),
    ),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

WEBINAR = Operation(
    id="dashboard.webinar",
    method="POST",
    path="/v1/metrics/webinardetail",
    effect="read",
    section="Get Webinar Detail",
    encoding="form",
    arguments={
        "meeting_id": wire.TEXT,
        "type": wire.INTEGER,
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

SHARE_DETAILS = Operation(
    id="dashboard.share_details",
    method="POST",
    path="/v1/metrics/sharerecorddetail",
    effect="read",
    section="Get Meeting Share Details",
    encoding="form",
    arguments={
        "meeting_id": wire.TEXT,
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

ROOMS = Operation(
    id="dashboard.rooms",
    method="POST",
    path="/v1/metrics/zoomrooms",
    effect="read",
    section="List Zoom Rooms",
    encoding="form",
    arguments={
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

ROOM = Operation(
    id="dashboard.room",
    method="POST",
    path="/v1/metrics/zoomroomdetail",
    effect="read",
    section="Get Zoom Room Detail",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "from": wire.Date(("date", "utc")),
        "to": wire.Date(("date", "utc")),
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    renamed={"from_": "from"},
    limits=(Limit(group="per_second", requests=1, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

QOS = Operation(
    id="dashboard.qos",
    method="POST",
    path="/v1/metrics/qos",
    effect="read",
    section="Get User QoS",
    encoding="form",
    arguments={
        "meeting_id": wire.TEXT,
        "type": wire.INTEGER,
        "user_id": wire.TEXT,
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
)

CRC = Operation(
    id="dashboard.crc",
    method="POST",
    path="/v1/metrics/crc",
    effect="read",
    section="Get CRC Port Usage",
    encoding="form",
    arguments={
        "from": wire.Date(("date", "utc")),
        "to": wire.Date(("date", "utc")),
    },
    renamed={"from_": "from"},
    limits=(Limit(group="per_second", requests=1, seconds=1),),
)

IM = Operation(
    id="dashboard.im",
    method="POST",
    path="/v1/metrics/im",
    effect="read",
    section="Get IM",
    encoding="form",
    arguments={
        "from": wire.Date(("date", "utc")),
        "to": wire.Date(("date", "utc")),
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    renamed={"from_": "from"},
    limits=(Limit(group="per_second", requests=1, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)


OPERATIONS = {
    "dashboard.meetings": MEETINGS,
    "dashboard.meeting": MEETING,
    "dashboard.webinars": WEBINARS,
    "dashboard.webinar": WEBINAR,
    "dashboard.share_details": SHARE_DETAILS,
    "dashboard.rooms": ROOMS,
    "dashboard.room": ROOM,
    "dashboard.qos": QOS,
    "dashboard.crc": CRC,
    "dashboard.im": IM,
}
"""Operation id -> operation."""
