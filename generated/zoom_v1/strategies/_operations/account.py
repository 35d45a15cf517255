# Generated from spec/resources/account.yaml by `make generate`. Do not edit.
"""What the arguments of `account` operations are drawn from."""

from __future__ import annotations

from zoom_v1 import lists
from zoom_v1._runtime.strategies import clauses, kinds, rules
from zoom_v1.strategies import _types as types

CREATE = kinds.Members(
    fields={
        "email": types.EMAIL,
        "first_name": kinds.TEXT,
        "last_name": kinds.TEXT,
        "password": types.ACCOUNT_PASSWORD,
        "enable_share_rc": kinds.BOOLEAN,
        "share_rc": kinds.Csv(item=kinds.Text(min_length=1)),
        "enable_share_mc": kinds.BOOLEAN,
        "share_mc": kinds.Csv(item=kinds.Text(min_length=1)),
        "pay_mode": types.PAY_MODE,
        "collection_method": types.COLLECTION_METHOD,
        "enable_pstn": kinds.BOOLEAN,
        "enable_enforce_login": kinds.BOOLEAN,
        "enable_enforce_login_sd": kinds.BOOLEAN,
        "enforce_login_domains": kinds.TEXT,
        "meeting_capacity": kinds.Integer(maximum=100),
        "disable_cmr_reminder": kinds.BOOLEAN,
        "enable_only_host_download_cmr": kinds.BOOLEAN,
        "enable_same_account_access_cmr": kinds.BOOLEAN,
    },
    required=("email", "first_name", "last_name", "password"),
)

LIST = kinds.Members(
    fields={},
)

GET = kinds.Members(
    fields={
        "account_id": types.ACCOUNT_ID,
    },
    required=("account_id",),
)

UPDATE = kinds.Members(
    fields={
        "account_id": types.ACCOUNT_ID,
        "enable_share_rc": kinds.BOOLEAN,
        "share_rc": kinds.Csv(item=kinds.Text(min_length=1)),
        "enable_share_mc": kinds.BOOLEAN,
        "share_mc": kinds.Csv(item=kinds.Text(min_length=1)),
        "pay_mode": types.PAY_MODE,
        "collection_method": types.COLLECTION_METHOD,
        "enable_pstn": kinds.BOOLEAN,
        "enable_call_out": kinds.BOOLEAN,
        "enable_enforce_login": kinds.BOOLEAN,
        "enable_enforce_login_sd": kinds.BOOLEAN,
        "enforce_login_domains": kinds.TEXT,
        "meeting_capacity": kinds.Integer(maximum=100),
        "disable_cmr_reminder": kinds.BOOLEAN,
        "enable_only_host_download_cmr": kinds.BOOLEAN,
        "enable_same_account_access_cmr": kinds.BOOLEAN,
    },
    required=("account_id",),
)

DELETE = kinds.Members(
    fields={
        "account_id": types.ACCOUNT_ID,
    },
    required=("account_id",),
)

PLAN_SUBSCRIBE = kinds.Members(
    fields={
        "account_id": types.ACCOUNT_ID,
        "first_name": kinds.TEXT,
        "last_name": kinds.TEXT,
        "phone_number": kinds.TEXT,
        "address": kinds.TEXT,
        "apt": kinds.TEXT,
        "city": kinds.TEXT,
        "country": types.COUNTRY,
        "state": kinds.TEXT,
        "zip": kinds.TEXT,
        "plan_base": types.BASE_PLAN,
        "plan_zoom_rooms": types.ZOOM_ROOMS_PLAN,
        "plan_room_connector": types.ROOM_CONNECTOR_PLAN,
        "plan_large_meeting": kinds.List(item=types.LARGE_MEETING_PLAN, single=True),
        "plan_webinar": kinds.List(item=types.WEBINAR_PLAN, single=True),
        "plan_recording": kinds.Text(listed=lists.RECORDING_PLANS),
        "plan_audio": types.AUDIO_PLAN,
    },
    required=(
        "account_id",
        "first_name",
        "last_name",
        "phone_number",
        "address",
        "city",
        "country",
        "state",
        "zip",
        "plan_base",
    ),
    rules=(
        rules.MemberOfWhen(
            argument="state",
            ids=(*lists.STATES,),
            when=(clauses.Clause("country", "in", ("US", "CA")),),
        ),
    ),
)

PLAN_ADD = kinds.Members(
    fields={
        "account_id": types.ACCOUNT_ID,
        "plan": types.PLAN,
    },
    required=("account_id", "plan"),
    rules=(
        rules.MemberOfWhen(
            argument="plan.type",
            ids=(
                *lists.ZOOM_ROOMS_PLANS,
                *lists.ROOM_CONNECTOR_PLANS,
                *lists.LARGE_MEETING_PLANS,
                *lists.WEBINAR_PLANS,
                *lists.RECORDING_PLANS,
                *lists.AUDIO_PLANS,
            ),
        ),
    ),
)

PLAN_GET = kinds.Members(
    fields={
        "account_id": types.ACCOUNT_ID,
    },
    required=("account_id",),
)

PLAN_UPDATE = kinds.Members(
    fields={
        "account_id": types.ACCOUNT_ID,
        "type": types.PLAN_KIND,
        "plan": types.PLAN,
    },
    required=("account_id", "type", "plan"),
    rules=(
        rules.MemberOfWhen(
            argument="plan.type",
            ids=(*lists.BASE_PLANS,),
            when=(clauses.Clause("type", "in", (1,)),),
        ),
        rules.MemberOfWhen(
            argument="plan.type",
            ids=(
                *lists.ZOOM_ROOMS_PLANS,
                *lists.ROOM_CONNECTOR_PLANS,
                *lists.LARGE_MEETING_PLANS,
                *lists.WEBINAR_PLANS,
                *lists.RECORDING_PLANS,
                *lists.AUDIO_PLANS,
            ),
            when=(clauses.Clause("type", "in", (2,)),),
        ),
    ),
)

UPDATE_BILLING = kinds.Members(
    fields={
        "account_id": types.ACCOUNT_ID,
        "first_name": kinds.TEXT,
        "last_name": kinds.TEXT,
        "phone_number": kinds.TEXT,
        "address": kinds.TEXT,
        "apt": kinds.TEXT,
        "city": kinds.TEXT,
        "country": types.COUNTRY,
        "state": kinds.TEXT,
        "zip": kinds.TEXT,
    },
    required=("account_id",),
    rules=(
        rules.MemberOfWhen(
            argument="state",
            ids=(*lists.STATES,),
            when=(clauses.Clause("country", "in", ("US", "CA")),),
        ),
    ),
)

MEMBERS = {
    "account.create": CREATE,
    "account.list": LIST,
    "account.get": GET,
    "account.update": UPDATE,
    "account.delete": DELETE,
    "account.plan_subscribe": PLAN_SUBSCRIBE,
    "account.plan_add": PLAN_ADD,
    "account.plan_get": PLAN_GET,
    "account.plan_update": PLAN_UPDATE,
    "account.update_billing": UPDATE_BILLING,
}
"""Operation id -> its arguments."""
