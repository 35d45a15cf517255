# Generated from spec/resources/meeting.yaml by `make generate`. Do not edit.
"""What the arguments of `meeting` operations are drawn from."""

from __future__ import annotations

from zoom_v1._runtime.strategies import clauses, domains, rules
from zoom_v1.strategies import _types as types

CREATE = domains.Members(
    fields={
        "host_id": types.USER_ID,
        "type": types.MEETING_TYPE,
        "topic": types.TOPIC,
        "start_time": types.UTC_DATETIME,
        "duration": types.QUANTITY,
        "timezone": types.TIMEZONE,
        "password": types.MEETING_PASSWORD,
        "recurrence": types.RECURRENCE,
        "option_registration": domains.BOOLEAN,
        "registration_type": types.REGISTRATION_TYPE,
        "option_jbh": domains.BOOLEAN,
        "option_start_type": types.START_TYPE,
        "option_host_video": domains.BOOLEAN,
        "option_participants_video": domains.BOOLEAN,
        "option_cn_meeting": domains.BOOLEAN,
        "option_in_meeting": domains.BOOLEAN,
        "option_audio": types.AUDIO_OPTION,
        "option_enforce_login": domains.BOOLEAN,
        "option_enforce_login_domains": domains.TEXT,
        "option_alternative_hosts": domains.TEXT,
        "option_alternative_host_ids": domains.TEXT,
        "option_use_pmi": domains.BOOLEAN,
        "option_auto_record_type": types.AUTO_RECORD_TYPE,
    },
    required=("host_id", "type", "topic"),
    rules=(
        rules.AppliesWhen(
            argument="start_time", when=(clauses.Clause("type", "in", (2, 8)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="duration", when=(clauses.Clause("type", "in", (2,)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="timezone", when=(clauses.Clause("type", "in", (2,)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="recurrence", when=(clauses.Clause("type", "in", (8,)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="registration_type",
            when=(clauses.Clause("type", "in", (8,)),),
            severity="warning",
        ),
        rules.AppliesWhen(
            argument="option_jbh",
            when=(clauses.Clause("type", "in", (2, 3, 8)),),
            severity="warning",
        ),
        rules.AppliesWhen(
            argument="option_use_pmi",
            when=(clauses.Clause("type", "in", (2,)),),
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

LIST_LIVE = domains.Members(
    fields={
        "page_size": domains.Integer(minimum=1, maximum=300),
        "page_number": types.PAGE_NUMBER,
    },
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
        "type": types.MEETING_TYPE,
        "topic": types.TOPIC,
        "start_time": types.UTC_DATETIME,
        "duration": types.QUANTITY,
        "timezone": types.TIMEZONE,
        "password": types.MEETING_PASSWORD,
        "recurrence": types.RECURRENCE,
        "option_registration": domains.BOOLEAN,
        "registration_type": types.REGISTRATION_TYPE,
        "option_jbh": domains.BOOLEAN,
        "option_start_type": types.START_TYPE,
        "option_host_video": domains.BOOLEAN,
        "option_participants_video": domains.BOOLEAN,
        "option_cn_meeting": domains.BOOLEAN,
        "option_in_meeting": domains.BOOLEAN,
        "option_audio": types.AUDIO_OPTION,
        "option_enforce_login": domains.BOOLEAN,
        "option_enforce_login_domains": domains.TEXT,
        "option_alternative_hosts": domains.TEXT,
        "option_alternative_host_ids": domains.TEXT,
        "option_use_pmi": domains.BOOLEAN,
        "option_auto_record_type": types.AUTO_RECORD_TYPE,
    },
    required=("id", "host_id", "type"),
    rules=(
        rules.AppliesWhen(
            argument="start_time", when=(clauses.Clause("type", "in", (2,)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="duration", when=(clauses.Clause("type", "in", (2,)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="timezone", when=(clauses.Clause("type", "in", (2,)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="recurrence", when=(clauses.Clause("type", "in", (8,)),), severity="warning"
        ),
        rules.AppliesWhen(
            argument="registration_type",
            when=(clauses.Clause("type", "in", (8,)),),
            severity="warning",
        ),
        rules.AppliesWhen(
            argument="option_jbh",
            when=(clauses.Clause("type", "in", (2, 3, 8)),),
            severity="warning",
        ),
        rules.AppliesWhen(
            argument="option_use_pmi",
            when=(clauses.Clause("type", "in", (2,)),),
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

MEMBERS = {
    "meeting.create": CREATE,
    "meeting.list": LIST,
    "meeting.list_live": LIST_LIVE,
    "meeting.get": GET,
    "meeting.update": UPDATE,
    "meeting.delete": DELETE,
    "meeting.end": END,
    "meeting.register": REGISTER,
}
"""Operation id -> its arguments."""
