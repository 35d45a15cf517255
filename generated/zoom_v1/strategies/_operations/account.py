# Generated from spec/resources/account.yaml by `make generate`. Do not edit.
"""What the arguments of `account` operations are drawn from."""

from __future__ import annotations

from zoom_v1 import lists
from zoom_v1._runtime.strategies import clauses, domains, rules
from zoom_v1.strategies import _types as types

CREATE = domains.Members(
    fields={
        "email": types.EMAIL,
        "first_name": domains.TEXT,
        "last_name": domains.TEXT,
        "password": types.ACCOUNT_PASSWORD,
        "enable_share_rc": domains.BOOLEAN,
        "share_rc": domains.Csv(item=types.CONNECTOR_ID),
        "enable_share_mc": domains.BOOLEAN,
        "share_mc": domains.Csv(item=types.CONNECTOR_ID),
        "pay_mode": types.PAY_MODE,
        "collection_method": types.COLLECTION_METHOD,
        "enable_pstn": domains.BOOLEAN,
        "enable_enforce_login": domains.BOOLEAN,
        "enable_enforce_login_sd": domains.BOOLEAN,
        "enforce_login_domains": domains.TEXT,
        "meeting_capacity": domains.Integer(minimum=0, maximum=100),
        "disable_cmr_reminder": domains.BOOLEAN,
        "enable_only_host_download_cmr": domains.BOOLEAN,
        "enable_same_account_access_cmr": domains.BOOLEAN,
    },
    required=("email", "first_name", "last_name", "password"),
)

LIST = domains.Members(
    fields={},
)

GET = domains.Members(
    fields={
        "account_id": types.ACCOUNT_ID,
    },
    required=("account_id",),
)

UPDATE = domains.Members(
    fields={
        "account_id": types.ACCOUNT_ID,
        "enable_share_rc": domains.BOOLEAN,
        "share_rc": domains.Csv(item=types.CONNECTOR_ID),
        "enable_share_mc": domains.BOOLEAN,
        "share_mc": domains.Csv(item=types.CONNECTOR_ID),
        "pay_mode": types.PAY_MODE,
        "collection_method": types.COLLECTION_METHOD,
        "enable_pstn": domains.BOOLEAN,
        "enable_call_out": domains.BOOLEAN,
        "enable_enforce_login": domains.BOOLEAN,
        "enable_enforce_login_sd": domains.BOOLEAN,
        "enforce_login_domains": domains.TEXT,
        "meeting_capacity": domains.Integer(minimum=0, maximum=100),
        "disable_cmr_reminder": domains.BOOLEAN,
        "enable_only_host_download_cmr": domains.BOOLEAN,
        "enable_same_account_access_cmr": domains.BOOLEAN,
    },
    required=("account_id",),
)

DELETE = domains.Members(
    fields={
        "account_id": types.ACCOUNT_ID,
    },
    required=("account_id",),
)

PLAN_SUBSCRIBE = domains.Members(
    fields={
        "account_id": types.ACCOUNT_ID,
        "first_name": domains.TEXT,
        "last_name": domains.TEXT,
        "phone_number": domains.TEXT,
        "address": domains.TEXT,
        "apt": domains.TEXT,
        "city": domains.TEXT,
        "country": types.COUNTRY,
        "state": domains.TEXT,
        "zip": domains.TEXT,
        "plan_base": types.BASE_PLAN,
        "plan_zoom_rooms": types.ZOOM_ROOMS_PLAN,
        "plan_room_connector": types.ROOM_CONNECTOR_PLAN,
        "plan_large_meeting": domains.List(item=types.LARGE_MEETING_PLAN, single=True),
        "plan_webinar": domains.List(item=types.WEBINAR_PLAN, single=True),
        "plan_recording": domains.Text(listed=lists.RECORDING_PLANS),
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

PLAN_ADD = domains.Members(
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

PLAN_GET = domains.Members(
    fields={
        "account_id": types.ACCOUNT_ID,
    },
    required=("account_id",),
)

PLAN_UPDATE = domains.Members(
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

UPDATE_BILLING = domains.Members(
    fields={
        "account_id": types.ACCOUNT_ID,
        "first_name": domains.TEXT,
        "last_name": domains.TEXT,
        "phone_number": domains.TEXT,
        "address": domains.TEXT,
        "apt": domains.TEXT,
        "city": domains.TEXT,
        "country": types.COUNTRY,
        "state": domains.TEXT,
        "zip": domains.TEXT,
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
