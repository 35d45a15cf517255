# Generated from spec/resources/webinar.yaml by `make generate`. Do not edit.
"""Operations of `webinar`."""

from __future__ import annotations

from zoom_v1._runtime.encoding import wire
from zoom_v1._runtime.operation import Limit, NumberPages, Operation
from zoom_v1.operations import _objects

CREATE = Operation(
    id="webinar.create",
    method="POST",
    path="/v1/webinar/create",
    effect="create",
    section="Create A Webinar",
    encoding="form",
    arguments={
        "host_id": wire.TEXT,
        "topic": wire.TEXT,
        "type": wire.INTEGER,
        "start_time": wire.Date(("utc",)),
        "duration": wire.INTEGER,
        "timezone": wire.TEXT,
        "password": wire.TEXT,
        "recurrence": _objects.RECURRENCE,
        "approval_type": wire.INTEGER,
        "registration_type": wire.INTEGER,
        "agenda": wire.TEXT,
        "option_audio": wire.TEXT,
        "option_host_video": wire.BOOLEAN,
        "option_panelist_video": wire.BOOLEAN,
        "option_practice_session": wire.BOOLEAN,
        "option_enforce_login": wire.BOOLEAN,
        "option_enforce_login_domains": wire.TEXT,
        "option_alternative_hosts": wire.TEXT,
        "option_alternative_host_ids": wire.TEXT,
        "option_auto_record_type": wire.TEXT,
        "option_panelists_reminder": wire.BOOLEAN,
        "option_close_registration": wire.BOOLEAN,
        "option_show_share_button": wire.BOOLEAN,
        "option_allow_multiple_devices": wire.BOOLEAN,
        "panelists": wire.Array(_objects.PANELIST),
        "language": wire.TEXT,
    },
    sensitive=frozenset(("password",)),
    limits=(Limit(group="default", requests=10, seconds=1),),
)

LIST = Operation(
    id="webinar.list",
    method="POST",
    path="/v1/webinar/list",
    effect="read",
    section="List Webinars",
    encoding="form",
    arguments={
        "host_id": wire.TEXT,
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

GET = Operation(
    id="webinar.get",
    method="POST",
    path="/v1/webinar/get",
    effect="read",
    section="Get Webinar Info",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

UPDATE = Operation(
    id="webinar.update",
    method="POST",
    path="/v1/webinar/update",
    effect="change",
    section="Update Webinar Info",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
        "topic": wire.TEXT,
        "type": wire.INTEGER,
        "start_time": wire.Date(("utc",)),
        "duration": wire.INTEGER,
        "timezone": wire.TEXT,
        "password": wire.TEXT,
        "recurrence": _objects.RECURRENCE,
        "approval_type": wire.INTEGER,
        "registration_type": wire.INTEGER,
        "agenda": wire.TEXT,
        "option_audio": wire.TEXT,
        "option_host_video": wire.BOOLEAN,
        "option_panelist_video": wire.BOOLEAN,
        "option_practice_session": wire.BOOLEAN,
        "option_enforce_login": wire.BOOLEAN,
        "option_enforce_login_domains": wire.TEXT,
        "option_alternative_hosts": wire.TEXT,
        "option_alternative_host_ids": wire.TEXT,
        "option_auto_record_type": wire.TEXT,
        "option_panelists_reminder": wire.BOOLEAN,
        "option_close_registration": wire.BOOLEAN,
        "option_show_share_button": wire.BOOLEAN,
        "option_allow_multiple_devices": wire.BOOLEAN,
        "panelists": wire.Array(_objects.PANELIST),
        "language": wire.TEXT,
    },
    sensitive=frozenset(("password",)),
    limits=(Limit(group="default", requests=10, seconds=1),),
)

DELETE = Operation(
    id="webinar.delete",
    method="POST",
    path="/v1/webinar/delete",
    effect="delete",
    section="Delete A Webinar",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
        "occurrence_id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

END = Operation(
    id="webinar.end",
    method="POST",
    path="/v1/webinar/end",
    effect="change",
    section="End A Webinar",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

REGISTER = Operation(
    id="webinar.register",
    method="POST",
    path="/v1/webinar/register",
    effect="create",
    section="Register for Webinar",
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

LIST_REGISTRATION = Operation(
    id="webinar.list_registration",
    method="POST",
    path="/v1/webinar/list/registration",
    effect="read",
    section="List Registration Webinars",
    encoding="form",
    arguments={
        "host_id": wire.TEXT,
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

GET_REGISTRATION = Operation(
    id="webinar.get_registration",
    method="POST",
    path="/v1/webinar/registration",
    effect="read",
    section="Get Webinar Registration Info",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
        "occurrence_id": wire.TEXT,
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

CANCEL_REGISTRATION = Operation(
    id="webinar.cancel_registration",
    method="POST",
    path="/v1/webinar/registration/cancel",
    effect="change",
    section="Cancel Webinar Registration",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
        "occurrence_id": wire.TEXT,
        "registrant_ids": wire.Csv(wire.TEXT),
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

LIST_REGISTRATIONS = Operation(
    id="webinar.list_registrations",
    method="POST",
    path="/v1/webinar/registrants/list",
    effect="read",
    section="List Webinar Registrants",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
        "type": wire.INTEGER,
        "page_size": wire.INTEGER,
        "page_number": wire.INTEGER,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
    pages=NumberPages(page="page_number", size="page_size", count="page_count"),
)

APPROVE_REGISTRATION = Operation(
    id="webinar.approve_registration",
    method="POST",
    path="/v1/webinar/registrants/approve",
    effect="change",
    section="Approve Pending Registrants",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
        "registrant_ids": wire.Csv(wire.TEXT),
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

LIST_PANELISTS = Operation(
    id="webinar.list_panelists",
    method="POST",
    path="/v1/webinar/panelists",
    effect="read",
    section="Get Webinar Panelists",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

GET_UUID = Operation(
    id="webinar.get_uuid",
    method="POST",
    path="/v1/webinar/uuid/list",
    effect="read",
    section="Get Ended Webinar UUID",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
)

GET_ATTENDEES = Operation(
    id="webinar.get_attendees",
    method="POST",
    path="/v1/webinar/attendees/list",
    effect="read",
    section="Get Ended Webinar Attendees",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
        "uuid": wire.TEXT,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
)

GET_POLLS = Operation(
    id="webinar.get_polls",
    method="POST",
    path="/v1/webinar/polls",
    effect="read",
    section="Get Ended Webinar Polls",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
        "uuid": wire.TEXT,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
)

GET_QUESTIONS = Operation(
    id="webinar.get_questions",
    method="POST",
    path="/v1/webinar/questions",
    effect="read",
    section="Get Ended Webinar Q&A",
    encoding="form",
    arguments={
        "id": wire.TEXT,
        "host_id": wire.TEXT,
        "uuid": wire.TEXT,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
)


OPERATIONS = {
    "webinar.create": CREATE,
    "webinar.list": LIST,
    "webinar.get": GET,
    "webinar.update": UPDATE,
    "webinar.delete": DELETE,
    "webinar.end": END,
    "webinar.register": REGISTER,
    "webinar.list_registration": LIST_REGISTRATION,
    "webinar.get_registration": GET_REGISTRATION,
    "webinar.cancel_registration": CANCEL_REGISTRATION,
    "webinar.list_registrations": LIST_REGISTRATIONS,
    "webinar.approve_registration": APPROVE_REGISTRATION,
    "webinar.list_panelists": LIST_PANELISTS,
    "webinar.get_uuid": GET_UUID,
    "webinar.get_attendees": GET_ATTENDEES,
    "webinar.get_polls": GET_POLLS,
    "webinar.get_questions": GET_QUESTIONS,
}
"""Operation id -> operation."""
