# Generated from spec/resources/account.yaml by `make generate`. Do not edit.
"""Operations of `account`."""

from __future__ import annotations

from zoom_v1._runtime.encoding import wire
from zoom_v1._runtime.operation import Limit, Operation
from zoom_v1.operations import _objects

CREATE = Operation(
    id="account.create",
    method="POST",
    path="/v1/ma/account/create",
    effect="create",
    section="Create a sub account",
    encoding="form",
    arguments={
        "email": wire.TEXT,
        "first_name": wire.TEXT,
        "last_name": wire.TEXT,
        "password": wire.TEXT,
        "enable_share_rc": wire.BOOLEAN,
        "share_rc": wire.Csv(wire.TEXT),
        "enable_share_mc": wire.BOOLEAN,
        "share_mc": wire.Csv(wire.TEXT),
        "pay_mode": wire.INTEGER,
        "collection_method": wire.INTEGER,
        "enable_pstn": wire.BOOLEAN,
        "enable_enforce_login": wire.BOOLEAN,
        "enable_enforce_login_sd": wire.BOOLEAN,
        "enforce_login_domains": wire.TEXT,
        "meeting_capacity": wire.INTEGER,
        "disable_cmr_reminder": wire.BOOLEAN,
        "enable_only_host_download_cmr": wire.BOOLEAN,
        "enable_same_account_access_cmr": wire.BOOLEAN,
    },
    sensitive=frozenset(("password",)),
    limits=(Limit(group="default", requests=10, seconds=1),),
)

LIST = Operation(
    id="account.list",
    method="POST",
    path="/v1/ma/account/list",
    effect="read",
    section="List sub account",
    encoding="form",
    arguments={},
    limits=(Limit(group="per_second", requests=1, seconds=1),),
)

GET = Operation(
    id="account.get",
    method="POST",
    path="/v1/ma/account/get",
    effect="read",
    section="Get a sub account",
    encoding="form",
    arguments={
        "account_id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

UPDATE = Operation(
    id="account.update",
    method="POST",
    path="/v1/ma/account/update",
    effect="change",
    section="Update a sub account",
    encoding="form",
    arguments={
        "account_id": wire.TEXT,
        "enable_share_rc": wire.BOOLEAN,
        "share_rc": wire.Csv(wire.TEXT),
        "enable_share_mc": wire.BOOLEAN,
        "share_mc": wire.Csv(wire.TEXT),
        "pay_mode": wire.INTEGER,
        "collection_method": wire.INTEGER,
        "enable_pstn": wire.BOOLEAN,
        "enable_call_out": wire.BOOLEAN,
        "enable_enforce_login": wire.BOOLEAN,
        "enable_enforce_login_sd": wire.BOOLEAN,
        "enforce_login_domains": wire.TEXT,
        "meeting_capacity": wire.INTEGER,
        "disable_cmr_reminder": wire.BOOLEAN,
        "enable_only_host_download_cmr": wire.BOOLEAN,
        "enable_same_account_access_cmr": wire.BOOLEAN,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

DELETE = Operation(
    id="account.delete",
    method="POST",
    path="/v1/ma/account/delete",
    effect="delete",
    section="Delete a sub account",
    encoding="form",
    arguments={
        "account_id": wire.TEXT,
    },
    limits=(Limit(group="default", requests=10, seconds=1),),
)

PLAN_SUBSCRIBE = Operation(
    id="account.plan_subscribe",
    method="POST",
    path="/v1/ma/account/plan/subscribe",
    effect="create",
    section="Subscribe plans for a sub account",
    encoding="form",
    arguments={
        "account_id": wire.TEXT,
        "first_name": wire.TEXT,
        "last_name": wire.TEXT,
        "phone_number": wire.TEXT,
        "address": wire.TEXT,
        "apt": wire.TEXT,
        "city": wire.TEXT,
        "country": wire.TEXT,
        "state": wire.TEXT,
        "zip": wire.TEXT,
        "plan_base": _objects.BASE_PLAN,
        "plan_zoom_rooms": _objects.ZOOM_ROOMS_PLAN,
        "plan_room_connector": _objects.ROOM_CONNECTOR_PLAN,
        "plan_large_meeting": wire.Array(_objects.LARGE_MEETING_PLAN, single=True),
        "plan_webinar": wire.Array(_objects.WEBINAR_PLAN, single=True),
        "plan_recording": wire.TEXT,
        "plan_audio": _objects.AUDIO_PLAN,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
)

PLAN_ADD = Operation(
    id="account.plan_add",
    method="POST",
    path="/v1/ma/account/plan/add",
    effect="create",
    section="Add a plan for a sub account",
    encoding="form",
    arguments={
        "account_id": wire.TEXT,
        "plan": _objects.PLAN,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
)

PLAN_GET = Operation(
    id="account.plan_get",
    method="POST",
    path="/v1/ma/account/plan/get",
    effect="read",
    section="Get plans information for a sub account",
    encoding="form",
    arguments={
        "account_id": wire.TEXT,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
)

PLAN_UPDATE = Operation(
    id="account.plan_update",
    method="POST",
    path="/v1/ma/account/plan/update",
    effect="change",
    section="Update a plan for a sub account",
    encoding="form",
    arguments={
        "account_id": wire.TEXT,
        "type": wire.INTEGER,
        "plan": _objects.PLAN,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
)

UPDATE_BILLING = Operation(
    id="account.update_billing",
    method="POST",
    path="/v1/ma/account/billing/update",
    effect="change",
    section="Update Billing Information for a sub account",
    encoding="form",
    arguments={
        "account_id": wire.TEXT,
        "first_name": wire.TEXT,
        "last_name": wire.TEXT,
        "phone_number": wire.TEXT,
        "address": wire.TEXT,
        "apt": wire.TEXT,
        "city": wire.TEXT,
        "country": wire.TEXT,
        "state": wire.TEXT,
        "zip": wire.TEXT,
    },
    limits=(Limit(group="per_second", requests=1, seconds=1),),
)


OPERATIONS = {
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
"""Operation id -> operation."""
