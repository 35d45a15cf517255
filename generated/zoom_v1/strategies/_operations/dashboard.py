# Generated from spec/resources/dashboard.yaml by `make generate`. Do not edit.
"""What the arguments of `dashboard` operations are drawn from."""

from __future__ import annotations

from zoom_v1._runtime.strategies import clauses, domains, rules
from zoom_v1.strategies import _types as types

MEETINGS = domains.Members(
    fields={
        "type": types.MEETING_LIST_TYPE,
        "from": types.PERIOD_DATE,
        "to": types.PERIOD_DATE,
        "page_size": domains.Integer(minimum=1, maximum=100),
        "page_number": types.PAGE_NUMBER,
    },
    required=("type",),
    rules=(
        rules.AppliesWhen(
            argument="from", when=(clauses.Clause("type", "in", (2, 3)),), severity="warning"
        ),
        rules.RequiredWhen(argument="from", when=(clauses.Clause("type", "in", (2, 3)),)),
        rules.AppliesWhen(
            argument="to", when=(clauses.Clause("type", "in", (2, 3)),), severity="warning"
        ),
        rules.RequiredWhen(argument="to", when=(clauses.Clause("type", "in", (2, 3)),)),
        rules.Ordered(first="from", last="to"),
    ),
)

MEETING = domains.Members(
    fields={
        "meeting_id": types.MEETING_ID,
        "type": types.MEETING_LIST_TYPE,
        "page_size": domains.Integer(minimum=1, maximum=100),
        "page_number": types.PAGE_NUMBER,
    },
    required=("meeting_id", "type"),
)

WEBINARS = domains.Members(
    fields={
        "type": types.LIVE_OR_PAST,
        "from": types.PERIOD_DATE,
        "to": types.PERIOD_DATE,
        "page_size": domains.Integer(minimum=1, maximum=100),
        "page_number": types.PAGE_NUMBER,
    },
    required=("type",),
    rules=(
        rules.AppliesWhen(
            argument="from", when=(clauses.Clause("type", "in", (2,)),), severity="warning"
        ),
        rules.RequiredWhen(argument="from", when=(clauses.Clause("type", "in", (2,)),)),
        rules.AppliesWhen(
            argument="to", when=(clauses.Clause("type", "in", (2,)),), severity="warning"
        ),
        rules.RequiredWhen(argument="to", when=(clauses.Clause("type", "in", (2,)),)),
        rules.Ordered(first="from", last="to"),
    ),
)

WEBINAR = domains.Members(
    fields={
        "meeting_id": types.MEETING_ID,
        "type": types.LIVE_OR_PAST,
        "page_size": domains.Integer(minimum=1, maximum=100),
        "page_number": types.PAGE_NUMBER,
    },
    required=("meeting_id", "type"),
)

SHARE_DETAILS = domains.Members(
    fields={
        "meeting_id": types.MEETING_ID,
        "page_size": domains.Integer(minimum=1, maximum=300),
        "page_number": types.PAGE_NUMBER,
    },
    required=("meeting_id",),
)

ROOMS = domains.Members(
    fields={
        "page_size": domains.Integer(minimum=1, maximum=30),
        "page_number": types.PAGE_NUMBER,
    },
)

ROOM = domains.Members(
    fields={
        "id": types.ROOM_ID,
        "from": types.PERIOD_DATE,
        "to": types.PERIOD_DATE,
        "page_size": domains.Integer(minimum=1, maximum=30),
        "page_number": types.PAGE_NUMBER,
    },
    required=("id", "from", "to"),
    rules=(rules.Ordered(first="from", last="to"),),
)

QOS = domains.Members(
    fields={
        "meeting_id": types.MEETING_ID,
        "type": types.LIVE_OR_PAST,
        "user_id": types.USER_ID,
        "page_size": domains.Integer(minimum=1, maximum=10),
        "page_number": types.PAGE_NUMBER,
    },
    required=("meeting_id", "type"),
)

CRC = domains.Members(
    fields={
        "from": types.PERIOD_DATE,
        "to": types.PERIOD_DATE,
    },
    required=("from", "to"),
    rules=(rules.Ordered(first="from", last="to"),),
)

IM = domains.Members(
    fields={
        "from": types.PERIOD_DATE,
        "to": types.PERIOD_DATE,
        "page_size": domains.Integer(minimum=1, maximum=30),
        "page_number": types.PAGE_NUMBER,
    },
    required=("from", "to"),
    rules=(rules.Ordered(first="from", last="to"),),
)

MEMBERS = {
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
"""Operation id -> its arguments."""
