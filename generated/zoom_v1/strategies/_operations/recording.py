# Generated from spec/resources/recording.yaml by `make generate`. Do not edit.
"""What the arguments of `recording` operations are drawn from."""

from __future__ import annotations

from zoom_v1._runtime.strategies import domains, rules
from zoom_v1.strategies import _types as types

LIST = domains.Members(
    fields={
        "host_id": types.USER_ID,
        "meeting_number": types.MEETING_ID,
        "from": types.US_DATETIME,
        "to": types.US_DATETIME,
        "page_size": domains.Integer(minimum=1, maximum=300),
        "page_number": types.PAGE_NUMBER,
    },
    required=("host_id",),
    rules=(rules.Ordered(first="from", last="to"),),
)

LIST_MC = domains.Members(
    fields={
        "host_id": types.USER_ID,
        "meeting_number": types.MEETING_ID,
        "from": types.US_DATETIME,
        "to": types.US_DATETIME,
        "page_size": domains.Integer(minimum=1, maximum=300),
        "page_number": types.PAGE_NUMBER,
    },
    required=("host_id",),
    rules=(rules.Ordered(first="from", last="to"),),
)

GET = domains.Members(
    fields={
        "meeting_id": types.MEETING_ID,
    },
    required=("meeting_id",),
)

DELETE = domains.Members(
    fields={
        "meeting_id": types.MEETING_ID,
        "file_id": types.RECORDING_FILE_ID,
    },
    required=("meeting_id",),
)

MEMBERS = {
    "recording.list": LIST,
    "recording.list_mc": LIST_MC,
    "recording.get": GET,
    "recording.delete": DELETE,
}
"""Operation id -> its arguments."""
