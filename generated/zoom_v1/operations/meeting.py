# Generated from spec/resources/meeting.yaml by `make generate`. Do not edit.
"""Operations of `meeting`."""

from __future__ import annotations

from zoom_v1._runtime.encoding import wire
from zoom_v1._runtime.operation import Limit, NumberPages, Operation
from zoom_v1.operations import _objects

CREATE = Operation(
    id="meeting.create",
    method="POST",
    path="/v1/meeting/create",
    effect="create",
    section="Create A Meeting",
    encoding="form",
    arguments={
        "host_id": wire.TEXT,
        "type": wire.INTEGER,
        "topic": wire.TEXT,
        "start_time": wire.Date(("utc",)),
        "duration": wire.INTEGER,
        "timezone": wire.TEXT,
        "password": wire.TEXT,
        "recurrence": _objects.RECURRENCE,
        "option_registration": wire.BOOLEAN,
        "registration_type": wire.INTEGER,
        "option_jbh": wire.BOOLEAN,
        "option_start_type": wire.TEXT,
        "option_host_video": wire.BOOLEAN,
        "option_participants_video": wire.BOOLEAN,
        "option_cn_meeting": wire.BOOLEAN,
        "option_in_meeting": wire.BOOLEAN,
        "option_audio": wire.TEXT,
        "option_enforce_login": wire.BOOLEAN,
        "option_enforce_login_domains": wire.TEXT,
        "option_alternative_hosts": wire.TEXT,
        "option_alternative_host_ids": wire.TEXT,
        "option_use_pmi": wire.BOOLEAN,
        "option_auto_record_type": wire.TEXT,
    },
    sensitive=frozenset(("password",)),
    deprecated=frozenset(("option_start_type",)),
    limits=(Limit(group="default", requests=10, seconds=1),),
)

LIST = Operation(
    id="meeting.list",
    method="POST",
    path="/v1/meeting/list",
    effect="read",
    section="List Meetings",
    encoding="form",
    arguments={
        "host_id": wire.TEXT,
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

LIST_LIVE = Operation(
    id="meeting.list_live",
    method="POST",
    path="/v1/meeting/live",
    effect="read",
    section="List Live Meetings",
    encoding="form",
    arguments={
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

GET = Operation(
    id="meeting.get",
    method="POST",
    path="/v1/meeting/get",
    effect="read",
    section="Get Meeting Info",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

UPDATE = Operation(
    id="meeting.update",
    method="POST",
    path="/v1/meeting/update",
    effect="change",
    section="Update Meeting Info",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
        "type": wire.INTEGER,
        "topic": wire.TEXT,
        "start_time": wire.Date(("utc",)),
        "duration": wire.INTEGER,
        "timezone": wire.TEXT,
        "password": wire.TEXT,
        "recurrence": _objects.RECURRENCE,
        "option_registration": wire.BOOLEAN,
        "registration_type": wire.INTEGER,
        "option_jbh": wire.BOOLEAN,
        "option_start_type": wire.TEXT,
        "option_host_video": wire.BOOLEAN,
        "option_participants_video": wire.BOOLEAN,
        "option_cn_meeting": wire.BOOLEAN,
        "option_in_meeting": wire.BOOLEAN,
        "option_audio": wire.TEXT,
        "option_enforce_login": wire.BOOLEAN,
        "option_enforce_login_domains": wire.TEXT,
        "option_alternative_hosts": wire.TEXT,
        "option_alternative_host_ids": wire.TEXT,
        "option_use_pmi": wire.BOOLEAN,
        "option_auto_record_type": wire.TEXT,
    },
    sensitive=frozenset(("password",)),
    deprecated=frozenset(("option_start_type",)),
    limits=(Limit(group="default", requests=10, seconds=1),),
)

DELETE = Operation(
    id="meeting.delete",
    method="POST",
    path="/v1/meeting/delete",
    effect="delete",
    section="Delete A Meeting",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
        "occurrence_id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

END = Operation(
    id="meeting.end",
    method="POST",
    path="/v1/meeting/end",
    effect="change",
    section="End A Meeting",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

REGISTER = Operation(
    id="meeting.register",
    method="POST",
    path="/v1/meeting/register",
    effect="create",
    section="Meeting Registration",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "email": wire.TEXT,
        "first_name": wire.TEXT,
        "last_name": wire.TEXT,
        "address": wire.TEXT,
        "city": wire.TEXT,
        "country": wire.TEXT,
        "zip": wire.TEXT,
        "state": wire.TEXT,
        "phone": wire.TEXT,
        "industry": wire.TEXT,
        "org": wire.TEXT,
        "job_title": wire.TEXT,
        "purchasing_time_frame": wire.TEXT,
        "role_in_purchase_process": wire.TEXT,
        "no_of_employees": wire.TEXT,
        "comments": wire.TEXT,
        "custom_questions": wire.Array(_objects.CUSTOM_QUESTION),
        "language": wire.TEXT,
        "occurrence_ids": wire.Csv(wire.TEXT),
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)


OPERATIONS = {
    "meeting.create": CREATE,
    "meeting.list": LIST,
    "meeting.list_live": LIST_LIVE,
    "meeting.get": GET,
    "meeting.update": UPDATE,
    "meeting.delete": DELETE,
    "meeting.end": END,
    "meeting.register": REGISTER,
}
"""Operation id -> operation."""
