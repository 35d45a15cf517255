"""Sub accounts, their plans and their billing."""

from tests.page.kinds import COUNTRY, EMAIL, FLAG, ID, SECRET, TEXT
from tests.page.objects import (
    ADDED_PLAN,
    AUDIO_PLAN,
    BASE_PLAN,
    CONNECTOR_PLAN,
    LARGE_PLANS,
    RECORDING_PLAN,
    ROOM_PLAN,
    UPDATED_PLAN,
    WEBINAR_PLANS,
)
from tests.page.rows import Row, Rows, beside, need, rows
from tests.page.samples import numbered, whole
from tests.page.shapes import csv

_CONNECTORS: Rows = {
    "enable_share_rc": FLAG,
    "share_rc": csv(ID),
    "enable_share_mc": FLAG,
    "share_mc": csv(ID),
    "pay_mode": numbered(0, 1),
    "collection_method": numbered(0, 1),
    "enable_pstn": FLAG,
}
_SETTINGS: Rows = {
    "enable_enforce_login": FLAG,
    "enable_enforce_login_sd": FLAG,
    "enforce_login_domains": TEXT,  # erratum separators
    "meeting_capacity": whole(0, 100),  # erratum quantities
    "disable_cmr_reminder": FLAG,
    "enable_only_host_download_cmr": FLAG,
    "enable_same_account_access_cmr": FLAG,
}
_ONE = rows({"account_id": need(ID)})

OPERATIONS: dict[str, Row] = {
    "account.create": rows(
        {
            "email": need(EMAIL),  # erratum account-create-email
            "first_name": need(TEXT),  # erratum chinese-words: only the names of users are limited
            "last_name": need(TEXT),
            "password": need(SECRET),
            **_CONNECTORS,
            **_SETTINGS,
        }
    ),
    "account.list": {},
    "account.get": _ONE,
    "account.update": rows(
        {"account_id": need(ID), **_CONNECTORS, "enable_call_out": FLAG, **_SETTINGS}
    ),
    "account.delete": _ONE,
    "account.plan_subscribe": rows(
        {
            "account_id": need(ID),
            "first_name": need(TEXT),
            "last_name": need(TEXT),
            "phone_number": need(TEXT),
            "address": need(TEXT),  # erratum plan-subscribe-address
            "apt": TEXT,
            "city": need(TEXT),
            "country": beside(need(COUNTRY), state="AK"),
            "state": need(TEXT),  # of the list for some countries: see between.py
            "zip": need(TEXT),
            "plan_base": need(BASE_PLAN),
            "plan_zoom_rooms": ROOM_PLAN,
            "plan_room_connector": CONNECTOR_PLAN,
            "plan_large_meeting": LARGE_PLANS,
            "plan_webinar": WEBINAR_PLANS,
            "plan_recording": RECORDING_PLAN,
            "plan_audio": AUDIO_PLAN,
        }
    ),
    "account.plan_add": rows({"account_id": need(ID), "plan": need(ADDED_PLAN)}),
    "account.plan_get": _ONE,
    "account.plan_update": rows(
        {
            "account_id": need(ID),
            "type": need(numbered(1, 2)),
            "plan": need(UPDATED_PLAN),  # or an additional one, by the type: see between.py
        }
    ),
    "account.update_billing": rows(
        {
            "account_id": need(ID),
            "first_name": TEXT,
            "last_name": TEXT,
            "phone_number": TEXT,
            "address": TEXT,
            "apt": TEXT,
            "city": TEXT,
            "country": beside(COUNTRY, state="AK"),
            "state": TEXT,
            "zip": TEXT,
        }
    ),
}
