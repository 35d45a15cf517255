# Generated from spec/resources/webinar.yaml by `make generate`. Do not edit.
"""What the arguments of `webinar` operations are drawn from."""

from __future__ import annotations

from zoom_v1._runtime.strategies import clauses, domains, rules
from zoom_v1.strategies import _types as types

CREATE = domains.Members(
    fields={
        "host_id": types.USER_ID,
        "topic": types.TOPIC,
        "type": types.WEBINAR_TYPE,
        "start_time": types.UTC_DATETIME,
        "duration": types.QUANTITY,
        "timezone": types.TIMEZONE,
        "password": types.MEETING_PASSWORD,
        "recurrence": types.RECURRENCE,
        "approval_type": types.APPROVAL_TYPE,
        "registration_type": types.REGISTRATION_TYPE,
        "agenda": domains.TEXT,
        "option_audio": types.AUDIO_OPTION,
        "option_host_video": domains.BOOLEAN,
        "option_panelist_video": domains.BOOLEAN,
        "option_practice_session": domains.BOOLEAN,
        "option_enforce_login": domains.BOOLEAN,
        "option_enforce_login_domains": domains.TEXT,
        "option_alternative_hosts": domains.TEXT,
        "option_alternative_host_ids": domains.TEXT,
        "option_auto_record_type": types.AUTO_RECORD_TYPE,
        "option_panelists_reminder": domains.BOOLEAN,
        "option_close_registration": domains.BOOLEAN,
        "option_show_share_button": domains.BOOLEAN,
        "option_allow_multiple_devices": domains.BOOLEAN,
        "panelists": domains.List(item=types.PANELIST),
        "language": types.LANGUAGE,
    },
    required=("host_id", "topic", "type"),
    rules=(
        rules.AppliesWhen(
            argument="start_time", when=(clauses.Clause("type", "in", (5, 9)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="duration", when=(clauses.Clause("type", "in", (5, 9)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="timezone", when=(clauses.Clause("type", "in", (5, 9)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="recurrence", when=(clauses.Clause("type", "in", (9,)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="registration_type",
            when=(clauses.Clause("type", "in", (9,)),),
            severity="warning",
        ),
    ),
)

LIST = domains.Members(
    fields={
        "host_id": types.USER_ID,
        "page_size": domains.Integer(minimum=1, maximum=300),
        "page_number": types.PAGE_NUMBER,
    },
    required=("host_id",),
)

GET = domains.Members(
    fields={
        "id": types.MEETING_ID,
        "host_id": types.USER_ID,
    },
    required=("id", "host_id"),
)

UPDATE = domains.Members(
    fields={
        "id": types.MEETING_ID,
        "host_id": types.USER_ID,
        "topic": types.TOPIC,
        "type": types.WEBINAR_TYPE,
        "start_time": types.UTC_DATETIME,
        "duration": types.QUANTITY,
        "timezone": types.TIMEZONE,
        "password": types.MEETING_PASSWORD,
        "recurrence": types.RECURRENCE,
        "approval_type": types.APPROVAL_TYPE,
        "registration_type": types.REGISTRATION_TYPE,
        "agenda": domains.TEXT,
        "option_audio": types.AUDIO_OPTION,
        "option_host_video": domains.BOOLEAN,
        "option_panelist_video": domains.BOOLEAN,
        "option_practice_session": domains.BOOLEAN,
        "option_enforce_login": domains.BOOLEAN,
        "option_enforce_login_domains": domains.TEXT,
        "option_alternative_hosts": domains.TEXT,
        "option_alternative_host_ids": domains.TEXT,
        "option_auto_record_type": types.AUTO_RECORD_TYPE,
        "option_panelists_reminder": domains.BOOLEAN,
        "option_close_registration": domains.BOOLEAN,
        "option_show_share_button": domains.BOOLEAN,
        "option_allow_multiple_devices": domains.BOOLEAN,
        "panelists": domains.List(item=types.PANELIST),
        "language": types.LANGUAGE,
    },
    required=("id", "host_id"),
    rules=(
        rules.AppliesWhen(
            argument="start_time", when=(clauses.Clause("type", "in", (5, 9)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="duration", when=(clauses.Clause("type", "in", (5, 9)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="timezone", when=(clauses.Clause("type", "in", (5, 9)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="recurrence", when=(clauses.Clause("type", "in", (9,)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="registration_type",
            when=(clauses.Clause("type", "in", (9,)),),
            severity="warning",
        ),
    ),
)

DELETE = domains.Members(
    fields={
        "id": types.MEETING_ID,
        "host_id": types.USER_ID,
        "occurrence_id": types.OCCURRENCE_ID,
    },
    required=("id", "host_id"),
)

END = domains.Members(
    fields={
        "id": types.MEETING_ID,
        "host_id": types.USER_ID,
    },
    required=("id", "host_id"),
)

REGISTER = domains.Members(
    fields={
        "id": types.MEETING_ID,
        "email": types.EMAIL,
        "first_name": domains.TEXT,
        "last_name": domains.TEXT,
        "address": domains.TEXT,
        "city": domains.TEXT,
        "country": types.COUNTRY,
        "zip": domains.TEXT,
        "state": domains.TEXT,
        "phone": domains.TEXT,
        "industry": domains.TEXT,
        "org": domains.TEXT,
        "job_title": domains.TEXT,
        "purchasing_time_frame": types.PURCHASING_TIME_FRAME,
        "role_in_purchase_process": types.ROLE_IN_PURCHASE_PROCESS,
        "no_of_employees": types.NO_OF_EMPLOYEES,
        "comments": domains.TEXT,
        "custom_questions": domains.List(item=types.CUSTOM_QUESTION),
        "language": types.LANGUAGE,
        "occurrence_ids": domains.Csv(item=types.OCCURRENCE_ID),
    },
    required=("id", "email", "first_name", "last_name"),
)

LIST_REGISTRATION = domains.Members(
    fields={
        "host_id": types.USER_ID,
        "page_size": domains.Integer(minimum=1, maximum=300),
        "page_number": types.PAGE_NUMBER,
    },
    required=("host_id",),
)

GET_REGISTRATION = domains.Members(
    fields={
        "id": types.MEETING_ID,
        "host_id": types.USER_ID,
        "occurrence_id": types.OCCURRENCE_ID,
        "page_size": types.PAGE_SIZE,
        "page_number": types.PAGE_NUMBER,
    },
    required=("id", "host_id"),
)

CANCEL_REGISTRATION = domains.Members(
    fields={
        "id": types.MEETING_ID,
        "host_id": types.USER_ID,
        "occurrence_id": types.OCCURRENCE_ID,
        "registrant_ids": domains.Csv(item=types.REGISTRANT_ID, min_items=1, max_items=15),
    },
    required=("id", "host_id", "registrant_ids"),
)

LIST_REGISTRATIONS = domains.Members(
    fields={
        "id": types.MEETING_ID,
        "host_id": types.USER_ID,
        "type": types.REGISTRANT_STATE,
        "page_size": types.PAGE_SIZE,
        "page_number": types.PAGE_NUMBER,
    },
    required=("id", "host_id"),
)

APPROVE_REGISTRATION = domains.Members(
    fields={
        "id": types.MEETING_ID,
        "host_id": types.USER_ID,
        "registrant_ids": domains.Csv(item=types.REGISTRANT_ID, min_items=1),
    },
    required=("id", "host_id", "registrant_ids"),
)

LIST_PANELISTS = domains.Members(
    fields={
        "id": types.MEETING_ID,
        "host_id": types.USER_ID,
    },
    required=("id", "host_id"),
)

GET_UUID = domains.Members(
    fields={
        "id": types.MEETING_ID,
        "host_id": types.USER_ID,
    },
    required=("id", "host_id"),
)

GET_ATTENDEES = domains.Members(
    fields={
        "id": types.MEETING_ID,
        "host_id": types.USER_ID,
        "uuid": types.MEETING_UUID,
    },
    required=("id", "host_id"),
)

GET_POLLS = domains.Members(
    fields={
        "id": types.MEETING_ID,
        "host_id": types.USER_ID,
        "uuid": types.MEETING_UUID,
    },
    required=("id", "host_id"),
)

GET_QUESTIONS = domains.Members(
    fields={
        "id": types.MEETING_ID,
        "host_id": types.USER_ID,
        "uuid": types.MEETING_UUID,
    },
    required=("id", "host_id"),
)

MEMBERS = {
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
"""Operation id -> its arguments."""
