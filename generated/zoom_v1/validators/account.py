# Generated from spec/resources/account.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `account` operations."""

from __future__ import annotations

from collections.abc import Mapping

from zoom_v1 import lists
from zoom_v1._runtime.encoding import wire
from zoom_v1._runtime.semantics import numbers, predicates
from zoom_v1._runtime.validation import messages, readers, values
from zoom_v1._runtime.validation.messages import Found
from zoom_v1._runtime.validation.validate import (
    UNDECIDED,
    ObjectChecks,
    OperationChecks,
    check_object,
)
from zoom_v1.validators import _shared as shared


def csv_of_text_not_empty(value: object, path: str, found: Found) -> None:
    """Sent separated by commas. Each: not empty."""
    items = readers.csv_items(value, wire.TEXT)
    if items is None:
        messages.wrong_type(value, path, found, "a list, or text with commas")
        return
    values.each_between_commas(items, path, found, shared.text_not_empty)


_PAY_MODE_CHOICES = {0: "sub account holder pays", 1: "master account holder pays"}


def pay_mode(value: object, path: str, found: Found) -> None:
    """Pay mode."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _PAY_MODE_CHOICES:
        messages.bad_choice(value, path, found, _PAY_MODE_CHOICES)


_COLLECTION_METHOD_CHOICES = {0: "automatic, billed online", 1: "manual, by invoice"}


def collection_method(value: object, path: str, found: Found) -> None:
    """Collection method."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _COLLECTION_METHOD_CHOICES:
        messages.bad_choice(value, path, found, _COLLECTION_METHOD_CHOICES)


def integer_up_to_100(value: object, path: str, found: Found) -> None:
    """At most 100."""
    if type(value) is not int or not numbers.INT64_MIN <= value <= numbers.INT64_MAX:
        messages.not_whole(value, path, found, "a whole number")
        return
    if value > 100:
        messages.too_large(value, path, found, 100)


def account_id(value: object, path: str, found: Found) -> None:
    """Not empty."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if not value:
        messages.too_short(value, path, found, 1)


def base_plan(value: object, path: str, found: Found) -> None:
    """The plan that an account is built on."""
    check_object(value, path, found, _BASE_PLAN_FIELDS)


def text_base_plans(value: object, path: str, found: Found) -> None:
    """An id of the list of base plans (8)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.BASE_PLANS:
        messages.not_listed(value, path, found, {"base plans": lists.BASE_PLANS})


def zoom_rooms_plan(value: object, path: str, found: Found) -> None:
    """An additional plan for Zoom Rooms."""
    check_object(value, path, found, _ZOOM_ROOMS_PLAN_FIELDS)


def text_zoom_rooms_plans(value: object, path: str, found: Found) -> None:
    """An id of the list of zoom room plans (2)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.ZOOM_ROOMS_PLANS:
        messages.not_listed(value, path, found, {"zoom room plans": lists.ZOOM_ROOMS_PLANS})


def room_connector_plan(value: object, path: str, found: Found) -> None:
    """An additional plan for H.323 and SIP devices."""
    check_object(value, path, found, _ROOM_CONNECTOR_PLAN_FIELDS)


def text_room_connector_plans(value: object, path: str, found: Found) -> None:
    """Text."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.ROOM_CONNECTOR_PLANS:
        messages.not_listed(
            value,
            path,
            found,
            {"h.323/sip device room connector plans": lists.ROOM_CONNECTOR_PLANS},
        )


def list_of_large_meeting_plan(value: object, path: str, found: Found) -> None:
    """List."""
    items = readers.list_items(value, True)
    if items is None:
        messages.wrong_type(value, path, found, "a list")
        return
    values.alone_or_each(value, items, path, found, large_meeting_plan)


def large_meeting_plan(value: object, path: str, found: Found) -> None:
    """An additional plan for meetings of more people."""
    check_object(value, path, found, _LARGE_MEETING_PLAN_FIELDS)


def text_large_meeting_plans(value: object, path: str, found: Found) -> None:
    """An id of the list of large meeting plans (8)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.LARGE_MEETING_PLANS:
        messages.not_listed(value, path, found, {"large meeting plans": lists.LARGE_MEETING_PLANS})


def list_of_webinar_plan(value: object, path: str, found: Found) -> None:
    """List."""
    items = readers.list_items(value, True)
    if items is None:
        messages.wrong_type(value, path, found, "a list")
        return
    values.alone_or_each(value, items, path, found, webinar_plan)


def webinar_plan(value: object, path: str, found: Found) -> None:
    """An additional plan for webinars."""
    check_object(value, path, found, _WEBINAR_PLAN_FIELDS)


def text_webinar_plans(value: object, path: str, found: Found) -> None:
    """An id of the list of webinar plans (12)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.WEBINAR_PLANS:
        messages.not_listed(value, path, found, {"webinar plans": lists.WEBINAR_PLANS})


def text_recording_plans(value: object, path: str, found: Found) -> None:
    """An id of the list of cloud recording plans (3)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.RECORDING_PLANS:
        messages.not_listed(value, path, found, {"cloud recording plans": lists.RECORDING_PLANS})


def audio_plan(value: object, path: str, found: Found) -> None:
    """An additional plan for audio conferences."""
    check_object(value, path, found, _AUDIO_PLAN_FIELDS)


def text_audio_plans(value: object, path: str, found: Found) -> None:
    """An id of the list of audio conferencing plans (3)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.AUDIO_PLANS:
        messages.not_listed(value, path, found, {"audio conferencing plans": lists.AUDIO_PLANS})


def csv_of_tollfree_country(value: object, path: str, found: Found) -> None:
    """Sent separated by commas. Each: an id of the list of toll free countries (64)."""
    items = readers.csv_items(value, wire.TEXT)
    if items is None:
        messages.wrong_type(value, path, found, "a list, or text with commas")
        return
    values.each_between_commas(items, path, found, tollfree_country)


def tollfree_country(value: object, path: str, found: Found) -> None:
    """An id of the list of toll free countries (64)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.TOLL_FREE_COUNTRIES:
        messages.not_listed(value, path, found, {"toll free countries": lists.TOLL_FREE_COUNTRIES})


def csv_of_premium_country(value: object, path: str, found: Found) -> None:
    """Sent separated by commas. Each: an id of the list of premium countries (7)."""
    items = readers.csv_items(value, wire.TEXT)
    if items is None:
        messages.wrong_type(value, path, found, "a list, or text with commas")
        return
    values.each_between_commas(items, path, found, premium_country)


def premium_country(value: object, path: str, found: Found) -> None:
    """An id of the list of premium countries (7)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.PREMIUM_COUNTRIES:
        messages.not_listed(value, path, found, {"premium countries": lists.PREMIUM_COUNTRIES})


_CALLOUT_TYPE_CHOICES = {1: "US only", 2: "US and international"}


def callout_type(value: object, path: str, found: Found) -> None:
    """One of 1 (US only) or 2 (US and international)."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _CALLOUT_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _CALLOUT_TYPE_CHOICES)


def plan(value: object, path: str, found: Found) -> None:
    """A plan of any family; one without hosts or countries may be given by its code alone. Its `type` alone may stand for it."""
    check_object(value, path, found, _PLAN_FIELDS)


_PLAN_KIND_CHOICES = {1: "base plan", 2: "additional plan"}


def plan_kind(value: object, path: str, found: Found) -> None:
    """One of 1 (base plan) or 2 (additional plan)."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _PLAN_KIND_CHOICES:
        messages.bad_choice(value, path, found, _PLAN_KIND_CHOICES)


def _plan_subscribe_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of account.plan_subscribe."""
    if (
        given.get("country") in ("US", "CA")
        and isinstance(given.get("state"), str)
        and given.get("state") not in lists.STATES
    ):
        messages.not_listed(
            given.get("state"), "state", found, {"states": lists.STATES}, "`country` is US or CA"
        )


def _plan_add_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of account.plan_add."""
    if (
        isinstance(readers.reach(given, ("plan", "type"), short=True), str)
        and readers.reach(given, ("plan", "type"), short=True) not in lists.ZOOM_ROOMS_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.ROOM_CONNECTOR_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.LARGE_MEETING_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.WEBINAR_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.RECORDING_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.AUDIO_PLANS
    ):
        messages.not_listed(
            readers.reach(given, ("plan", "type"), short=True),
            "plan.type",
            found,
            {
                "zoom room plans": lists.ZOOM_ROOMS_PLANS,
                "h.323/sip device room connector plans": lists.ROOM_CONNECTOR_PLANS,
                "large meeting plans": lists.LARGE_MEETING_PLANS,
                "webinar plans": lists.WEBINAR_PLANS,
                "cloud recording plans": lists.RECORDING_PLANS,
                "audio conferencing plans": lists.AUDIO_PLANS,
            },
            "",
            source="Plans",
        )


def _plan_update_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of account.plan_update."""
    if (
        given.get("type") == 1
        and isinstance(readers.reach(given, ("plan", "type"), short=True), str)
        and readers.reach(given, ("plan", "type"), short=True) not in lists.BASE_PLANS
    ):
        messages.not_listed(
            readers.reach(given, ("plan", "type"), short=True),
            "plan.type",
            found,
            {"base plans": lists.BASE_PLANS},
            "`type` is 1 (base plan)",
            source="Plans",
        )
    if (
        given.get("type") == 2
        and isinstance(readers.reach(given, ("plan", "type"), short=True), str)
        and readers.reach(given, ("plan", "type"), short=True) not in lists.ZOOM_ROOMS_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.ROOM_CONNECTOR_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.LARGE_MEETING_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.WEBINAR_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.RECORDING_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.AUDIO_PLANS
    ):
        messages.not_listed(
            readers.reach(given, ("plan", "type"), short=True),
            "plan.type",
            found,
            {
                "zoom room plans": lists.ZOOM_ROOMS_PLANS,
                "h.323/sip device room connector plans": lists.ROOM_CONNECTOR_PLANS,
                "large meeting plans": lists.LARGE_MEETING_PLANS,
                "webinar plans": lists.WEBINAR_PLANS,
                "cloud recording plans": lists.RECORDING_PLANS,
                "audio conferencing plans": lists.AUDIO_PLANS,
            },
            "`type` is 2 (additional plan)",
            source="Plans",
        )


def _update_billing_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of account.update_billing."""
    if (
        given.get("country") in ("US", "CA")
        and isinstance(given.get("state"), str)
        and given.get("state") not in lists.STATES
    ):
        messages.not_listed(
            given.get("state"), "state", found, {"states": lists.STATES}, "`country` is US or CA"
        )


def _plan_subscribe_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of account.plan_subscribe were looked at, and are right."""
    if (
        "account_id" not in given
        or "first_name" not in given
        or "last_name" not in given
        or "phone_number" not in given
        or "address" not in given
        or "city" not in given
        or "country" not in given
        or "state" not in given
        or "zip" not in given
        or "plan_base" not in given
    ):
        return UNDECIDED
    value = given["account_id"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or not value
    ):
        return UNDECIDED
    value = given["first_name"]
    if not isinstance(value, str) or (
        not value.isprintable() and not predicates.is_encodable(value)
    ):
        return UNDECIDED
    value = given["last_name"]
    if not isinstance(value, str) or (
        not value.isprintable() and not predicates.is_encodable(value)
    ):
        return UNDECIDED
    value = given["phone_number"]
    if not isinstance(value, str) or (
        not value.isprintable() and not predicates.is_encodable(value)
    ):
        return UNDECIDED
    value = given["address"]
    if not isinstance(value, str) or (
        not value.isprintable() and not predicates.is_encodable(value)
    ):
        return UNDECIDED
    value = given["city"]
    if not isinstance(value, str) or (
        not value.isprintable() and not predicates.is_encodable(value)
    ):
        return UNDECIDED
    value = given["country"]
    if not isinstance(value, str) or value not in lists.COUNTRIES:
        return UNDECIDED
    value = given["state"]
    if not isinstance(value, str) or (
        not value.isprintable() and not predicates.is_encodable(value)
    ):
        return UNDECIDED
    value = given["zip"]
    if not isinstance(value, str) or (
        not value.isprintable() and not predicates.is_encodable(value)
    ):
        return UNDECIDED
    seen = 9
    if (
        given["country"] in ("US", "CA")
        and isinstance(given["state"], str)
        and given["state"] not in lists.STATES
    ):
        return UNDECIDED
    return seen


def _plan_add_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of account.plan_add were looked at, and are right."""
    if "account_id" not in given or "plan" not in given:
        return UNDECIDED
    value = given["account_id"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or not value
    ):
        return UNDECIDED
    seen = 1
    if (
        isinstance(readers.reach(given, ("plan", "type"), short=True), str)
        and readers.reach(given, ("plan", "type"), short=True) not in lists.ZOOM_ROOMS_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.ROOM_CONNECTOR_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.LARGE_MEETING_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.WEBINAR_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.RECORDING_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.AUDIO_PLANS
    ):
        return UNDECIDED
    return seen


def _plan_update_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of account.plan_update were looked at, and are right."""
    if "account_id" not in given or "type" not in given or "plan" not in given:
        return UNDECIDED
    value = given["account_id"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or not value
    ):
        return UNDECIDED
    value = given["type"]
    if type(value) is not int or value not in _PLAN_KIND_CHOICES:
        return UNDECIDED
    seen = 2
    if (
        given["type"] == 1
        and isinstance(readers.reach(given, ("plan", "type"), short=True), str)
        and readers.reach(given, ("plan", "type"), short=True) not in lists.BASE_PLANS
    ):
        return UNDECIDED
    if (
        given["type"] == 2
        and isinstance(readers.reach(given, ("plan", "type"), short=True), str)
        and readers.reach(given, ("plan", "type"), short=True) not in lists.ZOOM_ROOMS_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.ROOM_CONNECTOR_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.LARGE_MEETING_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.WEBINAR_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.RECORDING_PLANS
        and readers.reach(given, ("plan", "type"), short=True) not in lists.AUDIO_PLANS
    ):
        return UNDECIDED
    return seen


def _update_billing_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of account.update_billing were looked at, and are right."""
    if "account_id" not in given:
        return UNDECIDED
    value = given["account_id"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
        or not value
    ):
        return UNDECIDED
    seen = 1
    if "country" in given:
        value = given["country"]
        if not isinstance(value, str) or value not in lists.COUNTRIES:
            return UNDECIDED
        seen += 1
    if "state" in given:
        value = given["state"]
        if not isinstance(value, str) or (
            not value.isprintable() and not predicates.is_encodable(value)
        ):
            return UNDECIDED
        seen += 1
    if (
        given.get("country") in ("US", "CA")
        and isinstance(given.get("state"), str)
        and given.get("state") not in lists.STATES
    ):
        return UNDECIDED
    return seen


_BASE_PLAN_FIELDS = ObjectChecks(
    section="Plans",
    fields={
        "type": text_base_plans,
        "hosts": values.integer,
    },
    required=("type", "hosts"),
)


_ZOOM_ROOMS_PLAN_FIELDS = ObjectChecks(
    section="Plans",
    fields={
        "type": text_zoom_rooms_plans,
        "hosts": values.integer,
    },
    required=("type", "hosts"),
)


_ROOM_CONNECTOR_PLAN_FIELDS = ObjectChecks(
    section="Plans",
    fields={
        "type": text_room_connector_plans,
        "hosts": values.integer,
    },
    required=("type", "hosts"),
)


_LARGE_MEETING_PLAN_FIELDS = ObjectChecks(
    section="Plans",
    fields={
        "type": text_large_meeting_plans,
        "hosts": values.integer,
    },
    required=("type", "hosts"),
)


_WEBINAR_PLAN_FIELDS = ObjectChecks(
    section="Plans",
    fields={
        "type": text_webinar_plans,
        "hosts": values.integer,
    },
    required=("type", "hosts"),
)


_AUDIO_PLAN_FIELDS = ObjectChecks(
    section="Plans",
    fields={
        "type": text_audio_plans,
        "tollfree_country": csv_of_tollfree_country,
        "premium_country": csv_of_premium_country,
        "callout": callout_type,
        "ddi_numbers": values.integer,
    },
    required=("type",),
)


_PLAN_FIELDS = ObjectChecks(
    section="Plans",
    fields={
        "type": values.text,
        "hosts": values.integer,
        "tollfree_country": csv_of_tollfree_country,
        "premium_country": csv_of_premium_country,
        "callout": callout_type,
        "ddi_numbers": values.integer,
    },
    required=("type",),
    shorthand="type",
)


CREATE = OperationChecks(
    section="Create a sub account",
    fields={
        "email": shared.email,
        "first_name": values.text,
        "last_name": values.text,
        "password": shared.account_password,
        "enable_share_rc": values.boolean,
        "share_rc": csv_of_text_not_empty,
        "enable_share_mc": values.boolean,
        "share_mc": csv_of_text_not_empty,
        "pay_mode": pay_mode,
        "collection_method": collection_method,
        "enable_pstn": values.boolean,
        "enable_enforce_login": values.boolean,
        "enable_enforce_login_sd": values.boolean,
        "enforce_login_domains": values.text,
        "meeting_capacity": integer_up_to_100,
        "disable_cmr_reminder": values.boolean,
        "enable_only_host_download_cmr": values.boolean,
        "enable_same_account_access_cmr": values.boolean,
        **shared.COMMON,
    },
    required=("email", "first_name", "last_name", "password"),
)


LIST = OperationChecks(
    section="List sub account",
    fields={
        **shared.COMMON,
    },
    required=(),
)


GET = OperationChecks(
    section="Get a sub account",
    fields={
        "account_id": account_id,
        **shared.COMMON,
    },
    required=("account_id",),
)


UPDATE = OperationChecks(
    section="Update a sub account",
    fields={
        "account_id": account_id,
        "enable_share_rc": values.boolean,
        "share_rc": csv_of_text_not_empty,
        "enable_share_mc": values.boolean,
        "share_mc": csv_of_text_not_empty,
        "pay_mode": pay_mode,
        "collection_method": collection_method,
        "enable_pstn": values.boolean,
        "enable_call_out": values.boolean,
        "enable_enforce_login": values.boolean,
        "enable_enforce_login_sd": values.boolean,
        "enforce_login_domains": values.text,
        "meeting_capacity": integer_up_to_100,
        "disable_cmr_reminder": values.boolean,
        "enable_only_host_download_cmr": values.boolean,
        "enable_same_account_access_cmr": values.boolean,
        **shared.COMMON,
    },
    required=("account_id",),
)


DELETE = OperationChecks(
    section="Delete a sub account",
    fields={
        "account_id": account_id,
        **shared.COMMON,
    },
    required=("account_id",),
)


PLAN_SUBSCRIBE = OperationChecks(
    section="Subscribe plans for a sub account",
    fields={
        "account_id": account_id,
        "first_name": values.text,
        "last_name": values.text,
        "phone_number": values.text,
        "address": values.text,
        "apt": values.text,
        "city": values.text,
        "country": shared.country,
        "state": values.text,
        "zip": values.text,
        "plan_base": base_plan,
        "plan_zoom_rooms": zoom_rooms_plan,
        "plan_room_connector": room_connector_plan,
        "plan_large_meeting": list_of_large_meeting_plan,
        "plan_webinar": list_of_webinar_plan,
        "plan_recording": text_recording_plans,
        "plan_audio": audio_plan,
        **shared.COMMON,
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
    rules=_plan_subscribe_argument_rules,
    fast_path=_plan_subscribe_fast_path,
    fast_path_arguments=frozenset(
        (
            "account_id",
            "address",
            "city",
            "country",
            "first_name",
            "last_name",
            "phone_number",
            "state",
            "zip",
        )
    ),
)


PLAN_ADD = OperationChecks(
    section="Add a plan for a sub account",
    fields={
        "account_id": account_id,
        "plan": plan,
        **shared.COMMON,
    },
    required=("account_id", "plan"),
    rules=_plan_add_argument_rules,
    fast_path=_plan_add_fast_path,
    fast_path_arguments=frozenset(("account_id",)),
)


PLAN_GET = OperationChecks(
    section="Get plans information for a sub account",
    fields={
        "account_id": account_id,
        **shared.COMMON,
    },
    required=("account_id",),
)


PLAN_UPDATE = OperationChecks(
    section="Update a plan for a sub account",
    fields={
        "account_id": account_id,
        "type": plan_kind,
        "plan": plan,
        **shared.COMMON,
    },
    required=("account_id", "type", "plan"),
    rules=_plan_update_argument_rules,
    fast_path=_plan_update_fast_path,
    fast_path_arguments=frozenset(("account_id", "type")),
)


UPDATE_BILLING = OperationChecks(
    section="Update Billing Information for a sub account",
    fields={
        "account_id": account_id,
        "first_name": values.text,
        "last_name": values.text,
        "phone_number": values.text,
        "address": values.text,
        "apt": values.text,
        "city": values.text,
        "country": shared.country,
        "state": values.text,
        "zip": values.text,
        **shared.COMMON,
    },
    required=("account_id",),
    rules=_update_billing_argument_rules,
    fast_path=_update_billing_fast_path,
    fast_path_arguments=frozenset(("account_id", "country", "state")),
)


CHECKS = {
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
"""Operation id -> what its arguments have to keep."""
