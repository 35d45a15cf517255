# Generated from spec/resources/user.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `user` operations."""

from __future__ import annotations

from collections.abc import Mapping

from zoom_v1 import lists
from zoom_v1._runtime.validation import checks, messages
from zoom_v1._runtime.validation.messages import Found
from zoom_v1._runtime.validation.validate import (
    UNDECIDED,
    OperationChecks,
)
from zoom_v1.validators import _shared as shared

_USER_TYPE_CHOICES = {1: "basic", 2: "pro", 3: "corp"}


def user_type(value: object, path: str, found: Found) -> None:
    """One of 1 (basic), 2 (pro) or 3 (corp)."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _USER_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _USER_TYPE_CHOICES)


def first_or_last_name(value: object, path: str, found: Found) -> None:
    """At most 5 Chinese words."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if not value.isprintable() and not checks.is_encodable(value):
        messages.unencodable(value, path, found)
    if checks.chinese_words(value) > 5:
        messages.too_many_words(value, path, found, checks.chinese_words(value), 5)
        messages.rests_on(found, "documented", "chinese-words")


_WEBINAR_CAPACITY_CHOICES = {0: "", 100: "", 500: "", 1000: "", 3000: "", 5000: "", 10000: ""}


def webinar_capacity(value: object, path: str, found: Found) -> None:
    """One of 0, 100, 500, 1000, 3000, 5000 or 10000."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _WEBINAR_CAPACITY_CHOICES:
        messages.bad_choice(value, path, found, _WEBINAR_CAPACITY_CHOICES)
        messages.rests_on(found, "documented", "capacity-zero")


_LARGE_CAPACITY_CHOICES = {0: "", 100: "", 200: "", 300: "", 500: ""}


def large_capacity(value: object, path: str, found: Found) -> None:
    """One of 0, 100, 200, 300 or 500."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _LARGE_CAPACITY_CHOICES:
        messages.bad_choice(value, path, found, _LARGE_CAPACITY_CHOICES)
        messages.rests_on(found, "documented", "capacity-zero")


_CHIME_TYPE_CHOICES = {0: "heard by host and attendees", 1: "heard by the host only"}


def chime_type(value: object, path: str, found: Found) -> None:
    """Chime type."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _CHIME_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _CHIME_TYPE_CHOICES)


_LOGIN_TYPE_CHOICES = {0: "Facebook", 1: "Google", 99: "API", 100: "Zoom", 101: "SSO"}


def login_type(value: object, path: str, found: Found) -> None:
    """Login type."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _LOGIN_TYPE_CHOICES:
        messages.bad_choice(value, path, found, _LOGIN_TYPE_CHOICES)


def pmi(value: object, path: str, found: Found) -> None:
    """Exactly 10 digits."""
    if not checks.is_digits(value, 10):
        messages.bad_digits(value, path, found, 10)


def text_timezones(value: object, path: str, found: Found) -> None:
    """An id of the list of timezones (135) (inferred)."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text")
        return
    if value not in lists.TIMEZONES:
        messages.not_listed(value, path, found, {"timezones": lists.TIMEZONES})
        messages.rests_on(found, "inferred", "lists-not-named")


def host_key(value: object, path: str, found: Found) -> None:
    """Exactly 6 digits."""
    if not checks.is_digits(value, 6):
        messages.bad_digits(value, path, found, 6, secret=True)


def jpeg(value: object, path: str, found: Found) -> None:
    """A file in image/jpeg, as path, bytes or open file. At most 5,242,880 bytes (inferred)."""
    checks.file(
        value,
        path,
        found,
        "image/jpeg",
        ("jpg", "jpeg"),
        b"\xff\xd8\xff",
        5242880,
        ("inferred", "picture-size"),
    )


_USER_STATE_CHOICES = {0: "existing", 1: "pending"}


def user_state(value: object, path: str, found: Found) -> None:
    """One of 0 (existing) or 1 (pending)."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _USER_STATE_CHOICES:
        messages.bad_choice(value, path, found, _USER_STATE_CHOICES)


def secret_text(value: object, path: str, found: Found) -> None:
    """Text."""
    if not isinstance(value, str):
        messages.wrong_type(value, path, found, "text", secret=True)
        return
    if not value.isprintable() and not checks.is_encodable(value):
        messages.unencodable(value, path, found)


def _create_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.create."""
    if (
        "enable_auto_recording" in given
        and given.get("enable_cloud_auto_recording") is True
        and given.get("enable_auto_recording") is False
    ):
        messages.ignored(
            "enable_auto_recording",
            found,
            "`enable_cloud_auto_recording` is true and `enable_auto_recording` is false",
            severity="warning",
        )
    if (
        "webinar_capacity" in given
        and given.get("enable_webinar") is not True
        and given.get("webinar_capacity") != 0
    ):
        messages.ignored(
            "webinar_capacity",
            found,
            "`enable_webinar` is not true and `webinar_capacity` is not 0",
            severity="warning",
        )
        messages.rests_on(found, "inferred", "capacity-switches")
    if (
        "large_capacity" in given
        and given.get("enable_large") is not True
        and given.get("large_capacity") != 0
    ):
        messages.ignored(
            "large_capacity",
            found,
            "`enable_large` is not true and `large_capacity` is not 0",
            severity="warning",
        )
        messages.rests_on(found, "inferred", "capacity-switches")


def _auto_create_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.auto_create."""
    if (
        "enable_auto_recording" in given
        and given.get("enable_cloud_auto_recording") is True
        and given.get("enable_auto_recording") is False
    ):
        messages.ignored(
            "enable_auto_recording",
            found,
            "`enable_cloud_auto_recording` is true and `enable_auto_recording` is false",
            severity="warning",
        )
    if (
        "webinar_capacity" in given
        and given.get("enable_webinar") is not True
        and given.get("webinar_capacity") != 0
    ):
        messages.ignored(
            "webinar_capacity",
            found,
            "`enable_webinar` is not true and `webinar_capacity` is not 0",
            severity="warning",
        )
        messages.rests_on(found, "inferred", "capacity-switches")
    if (
        "large_capacity" in given
        and given.get("enable_large") is not True
        and given.get("large_capacity") != 0
    ):
        messages.ignored(
            "large_capacity",
            found,
            "`enable_large` is not true and `large_capacity` is not 0",
            severity="warning",
        )
        messages.rests_on(found, "inferred", "capacity-switches")


def _cust_create_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.cust_create."""
    if (
        "enable_auto_recording" in given
        and given.get("enable_cloud_auto_recording") is True
        and given.get("enable_auto_recording") is False
    ):
        messages.ignored(
            "enable_auto_recording",
            found,
            "`enable_cloud_auto_recording` is true and `enable_auto_recording` is false",
            severity="warning",
        )
    if (
        "webinar_capacity" in given
        and given.get("enable_webinar") is not True
        and given.get("webinar_capacity") != 0
    ):
        messages.ignored(
            "webinar_capacity",
            found,
            "`enable_webinar` is not true and `webinar_capacity` is not 0",
            severity="warning",
        )
        messages.rests_on(found, "inferred", "capacity-switches")
    if (
        "large_capacity" in given
        and given.get("enable_large") is not True
        and given.get("large_capacity") != 0
    ):
        messages.ignored(
            "large_capacity",
            found,
            "`enable_large` is not true and `large_capacity` is not 0",
            severity="warning",
        )
        messages.rests_on(found, "inferred", "capacity-switches")


def _update_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.update."""
    if (
        "enable_auto_recording" in given
        and given.get("enable_cloud_auto_recording") is True
        and given.get("enable_auto_recording") is False
    ):
        messages.ignored(
            "enable_auto_recording",
            found,
            "`enable_cloud_auto_recording` is true and `enable_auto_recording` is false",
            severity="warning",
        )
    if (
        "webinar_capacity" in given
        and given.get("enable_webinar") is False
        and given.get("webinar_capacity") != 0
    ):
        messages.ignored(
            "webinar_capacity",
            found,
            "`enable_webinar` is false and `webinar_capacity` is not 0",
            severity="warning",
        )
        messages.rests_on(found, "inferred", "capacity-switches")
    if (
        "large_capacity" in given
        and given.get("enable_large") is False
        and given.get("large_capacity") != 0
    ):
        messages.ignored(
            "large_capacity",
            found,
            "`enable_large` is false and `large_capacity` is not 0",
            severity="warning",
        )
        messages.rests_on(found, "inferred", "capacity-switches")


def _permanent_delete_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.permanent_delete."""
    if "id" not in given and "email" not in given:
        messages.none_given(("id", "email"), found)
        messages.rests_on(found, "documented", "permanent-delete-id-or-email")
    if "email" in given and "id" in given:
        messages.ignored("email", found, "`id` is given", severity="warning")


def _sso_create_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.sso_create."""
    if (
        "webinar_capacity" in given
        and given.get("enable_webinar") is not True
        and given.get("webinar_capacity") != 0
    ):
        messages.ignored(
            "webinar_capacity",
            found,
            "`enable_webinar` is not true and `webinar_capacity` is not 0",
            severity="warning",
        )
        messages.rests_on(found, "inferred", "capacity-switches")
    if (
        "large_capacity" in given
        and given.get("enable_large") is not True
        and given.get("large_capacity") != 0
    ):
        messages.ignored(
            "large_capacity",
            found,
            "`enable_large` is not true and `large_capacity` is not 0",
            severity="warning",
        )
        messages.rests_on(found, "inferred", "capacity-switches")


def _revoke_token_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.revoke_token."""
    if "id" not in given and "email" not in given:
        messages.none_given(("id", "email"), found, severity="warning")
        messages.rests_on(found, "inferred", "id-or-email")


def _set_assistant_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.set_assistant."""
    if "id" not in given and "host_email" not in given:
        messages.none_given(("id", "host_email"), found, severity="warning")
        messages.rests_on(found, "inferred", "id-or-email")


def _delete_assistant_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.delete_assistant."""
    if "id" not in given and "host_email" not in given:
        messages.none_given(("id", "host_email"), found, severity="warning")
        messages.rests_on(found, "inferred", "id-or-email")


def _schedulers_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.schedulers."""
    if "id" not in given and "host_email" not in given:
        messages.none_given(("id", "host_email"), found, severity="warning")
        messages.rests_on(found, "inferred", "id-or-email")


def _create_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of user.create were looked at, and are right."""
    if "email" not in given or "type" not in given:
        return UNDECIDED
    value = given["email"]
    if not isinstance(value, str) or not checks.is_email(value):
        return UNDECIDED
    value = given["type"]
    if type(value) is not int or value not in _USER_TYPE_CHOICES:
        return UNDECIDED
    seen = 2
    if "webinar_capacity" in given:
        value = given["webinar_capacity"]
        if type(value) is not int or value not in _WEBINAR_CAPACITY_CHOICES:
            return UNDECIDED
        seen += 1
    if "large_capacity" in given:
        value = given["large_capacity"]
        if type(value) is not int or value not in _LARGE_CAPACITY_CHOICES:
            return UNDECIDED
        seen += 1
    if (
        "enable_auto_recording" in given
        and given.get("enable_cloud_auto_recording") is True
        and given.get("enable_auto_recording") is False
    ):
        return UNDECIDED
    if (
        "webinar_capacity" in given
        and given.get("enable_webinar") is not True
        and given.get("webinar_capacity") != 0
    ):
        return UNDECIDED
    if (
        "large_capacity" in given
        and given.get("enable_large") is not True
        and given.get("large_capacity") != 0
    ):
        return UNDECIDED
    return seen


def _auto_create_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of user.auto_create were looked at, and are right."""
    if "email" not in given or "type" not in given or "password" not in given:
        return UNDECIDED
    value = given["email"]
    if not isinstance(value, str) or not checks.is_email(value):
        return UNDECIDED
    value = given["type"]
    if type(value) is not int or value not in _USER_TYPE_CHOICES:
        return UNDECIDED
    value = given["password"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not checks.is_encodable(value))
        or not value
    ):
        return UNDECIDED
    seen = 3
    if "webinar_capacity" in given:
        value = given["webinar_capacity"]
        if type(value) is not int or value not in _WEBINAR_CAPACITY_CHOICES:
            return UNDECIDED
        seen += 1
    if "large_capacity" in given:
        value = given["large_capacity"]
        if type(value) is not int or value not in _LARGE_CAPACITY_CHOICES:
            return UNDECIDED
        seen += 1
    if (
        "enable_auto_recording" in given
        and given.get("enable_cloud_auto_recording") is True
        and given.get("enable_auto_recording") is False
    ):
        return UNDECIDED
    if (
        "webinar_capacity" in given
        and given.get("enable_webinar") is not True
        and given.get("webinar_capacity") != 0
    ):
        return UNDECIDED
    if (
        "large_capacity" in given
        and given.get("enable_large") is not True
        and given.get("large_capacity") != 0
    ):
        return UNDECIDED
    return seen


def _cust_create_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of user.cust_create were looked at, and are right."""
    if "email" not in given or "type" not in given:
        return UNDECIDED
    value = given["email"]
    if not isinstance(value, str) or not checks.is_email(value):
        return UNDECIDED
    value = given["type"]
    if type(value) is not int or value not in _USER_TYPE_CHOICES:
        return UNDECIDED
    seen = 2
    if "webinar_capacity" in given:
        value = given["webinar_capacity"]
        if type(value) is not int or value not in _WEBINAR_CAPACITY_CHOICES:
            return UNDECIDED
        seen += 1
    if "large_capacity" in given:
        value = given["large_capacity"]
        if type(value) is not int or value not in _LARGE_CAPACITY_CHOICES:
            return UNDECIDED
        seen += 1
    if (
        "enable_auto_recording" in given
        and given.get("enable_cloud_auto_recording") is True
        and given.get("enable_auto_recording") is False
    ):
        return UNDECIDED
    if (
        "webinar_capacity" in given
        and given.get("enable_webinar") is not True
        and given.get("webinar_capacity") != 0
    ):
        return UNDECIDED
    if (
        "large_capacity" in given
        and given.get("enable_large") is not True
        and given.get("large_capacity") != 0
    ):
        return UNDECIDED
    return seen


def _update_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of user.update were looked at, and are right."""
    if "id" not in given:
        return UNDECIDED
    value = given["id"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not checks.is_encodable(value))
        or not value
    ):
        return UNDECIDED
    seen = 1
    if "webinar_capacity" in given:
        value = given["webinar_capacity"]
        if type(value) is not int or value not in _WEBINAR_CAPACITY_CHOICES:
            return UNDECIDED
        seen += 1
    if "large_capacity" in given:
        value = given["large_capacity"]
        if type(value) is not int or value not in _LARGE_CAPACITY_CHOICES:
            return UNDECIDED
        seen += 1
    if (
        "enable_auto_recording" in given
        and given.get("enable_cloud_auto_recording") is True
        and given.get("enable_auto_recording") is False
    ):
        return UNDECIDED
    if (
        "webinar_capacity" in given
        and given.get("enable_webinar") is False
        and given.get("webinar_capacity") != 0
    ):
        return UNDECIDED
    if (
        "large_capacity" in given
        and given.get("enable_large") is False
        and given.get("large_capacity") != 0
    ):
        return UNDECIDED
    return seen


def _permanent_delete_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of user.permanent_delete were looked at, and are right."""
    seen = 0
    if "id" in given:
        value = given["id"]
        if (
            not isinstance(value, str)
            or (not value.isprintable() and not checks.is_encodable(value))
            or not value
        ):
            return UNDECIDED
        seen += 1
    if "email" in given:
        value = given["email"]
        if not isinstance(value, str) or not checks.is_email(value):
            return UNDECIDED
        seen += 1
    if "id" not in given and "email" not in given:
        return UNDECIDED
    if "email" in given and "id" in given:
        return UNDECIDED
    return seen


def _sso_create_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of user.sso_create were looked at, and are right."""
    if "email" not in given or "type" not in given:
        return UNDECIDED
    value = given["email"]
    if not isinstance(value, str) or not checks.is_email(value):
        return UNDECIDED
    value = given["type"]
    if type(value) is not int or value not in _USER_TYPE_CHOICES:
        return UNDECIDED
    seen = 2
    if "webinar_capacity" in given:
        value = given["webinar_capacity"]
        if type(value) is not int or value not in _WEBINAR_CAPACITY_CHOICES:
            return UNDECIDED
        seen += 1
    if "large_capacity" in given:
        value = given["large_capacity"]
        if type(value) is not int or value not in _LARGE_CAPACITY_CHOICES:
            return UNDECIDED
        seen += 1
    if (
        "webinar_capacity" in given
        and given.get("enable_webinar") is not True
        and given.get("webinar_capacity") != 0
    ):
        return UNDECIDED
    if (
        "large_capacity" in given
        and given.get("enable_large") is not True
        and given.get("large_capacity") != 0
    ):
        return UNDECIDED
    return seen


def _revoke_token_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of user.revoke_token were looked at, and are right."""
    seen = 0
    if "id" in given:
        value = given["id"]
        if (
            not isinstance(value, str)
            or (not value.isprintable() and not checks.is_encodable(value))
            or not value
        ):
            return UNDECIDED
        seen += 1
    if "email" in given:
        value = given["email"]
        if not isinstance(value, str) or not checks.is_email(value):
            return UNDECIDED
        seen += 1
    if "id" not in given and "email" not in given:
        return UNDECIDED
    return seen


def _set_assistant_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of user.set_assistant were looked at, and are right."""
    if "assistant_email" not in given:
        return UNDECIDED
    value = given["assistant_email"]
    if not isinstance(value, str) or not checks.is_email(value):
        return UNDECIDED
    seen = 1
    if "id" in given:
        value = given["id"]
        if (
            not isinstance(value, str)
            or (not value.isprintable() and not checks.is_encodable(value))
            or not value
        ):
            return UNDECIDED
        seen += 1
    if "host_email" in given:
        value = given["host_email"]
        if not isinstance(value, str) or not checks.is_email(value):
            return UNDECIDED
        seen += 1
    if "id" not in given and "host_email" not in given:
        return UNDECIDED
    return seen


def _delete_assistant_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of user.delete_assistant were looked at, and are right."""
    seen = 0
    if "id" in given:
        value = given["id"]
        if (
            not isinstance(value, str)
            or (not value.isprintable() and not checks.is_encodable(value))
            or not value
        ):
            return UNDECIDED
        seen += 1
    if "host_email" in given:
        value = given["host_email"]
        if not isinstance(value, str) or not checks.is_email(value):
            return UNDECIDED
        seen += 1
    if "id" not in given and "host_email" not in given:
        return UNDECIDED
    return seen


def _schedulers_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of user.schedulers were looked at, and are right."""
    seen = 0
    if "id" in given:
        value = given["id"]
        if (
            not isinstance(value, str)
            or (not value.isprintable() and not checks.is_encodable(value))
            or not value
        ):
            return UNDECIDED
        seen += 1
    if "host_email" in given:
        value = given["host_email"]
        if not isinstance(value, str) or not checks.is_email(value):
            return UNDECIDED
        seen += 1
    if "id" not in given and "host_email" not in given:
        return UNDECIDED
    return seen


CREATE = OperationChecks(
    section="Create User",
    fields={
        "email": shared.email,
        "type": user_type,
        "first_name": first_or_last_name,
        "last_name": first_or_last_name,
        "disable_chat": checks.boolean,
        "enable_e2e_encryption": checks.boolean,
        "enable_silent_mode": checks.boolean,
        "disable_group_hd": checks.boolean,
        "disable_recording": checks.boolean,
        "enable_cmr": checks.boolean,
        "enable_auto_recording": checks.boolean,
        "enable_cloud_auto_recording": checks.boolean,
        "track_id": checks.text,
        "meeting_capacity": shared.quantity,
        "enable_webinar": checks.boolean,
        "webinar_capacity": webinar_capacity,
        "enable_large": checks.boolean,
        "large_capacity": large_capacity,
        "disable_feedback": checks.boolean,
        "disable_jbh_reminder": checks.boolean,
        "enable_breakout_room": checks.boolean,
        "enable_polling": checks.boolean,
        "enable_annotation": checks.boolean,
        "enable_share_dual_camera": checks.boolean,
        "enable_far_end_camera_control": checks.boolean,
        "disable_private_chat": checks.boolean,
        "enable_enter_exit_chime": checks.boolean,
        "option_enter_exit_chime_type": chime_type,
        "disable_cancel_meeting_notification": checks.boolean,
        "enable_remote_support": checks.boolean,
        "enable_file_transfer": checks.boolean,
        "enable_virtual_background": checks.boolean,
        "enable_attention_tracking": checks.boolean,
        "enable_waiting_room": checks.boolean,
        "enable_closed_caption": checks.boolean,
        "enable_co_host": checks.boolean,
        "enable_auto_saving_chats": checks.boolean,
        "enable_phone_participants_password": checks.boolean,
        "enable_auto_delete_cmr": checks.boolean,
        "auto_delete_cmr_days": shared.quantity,
        "dept": checks.text,
        "group_id": checks.text,
        "imgroup_id": checks.text,
        **shared.COMMON,
    },
    required=("email", "type"),
    rules=_create_argument_rules,
    fast_path=_create_fast_path,
    fast_path_arguments=frozenset(("email", "large_capacity", "type", "webinar_capacity")),
)


AUTO_CREATE = OperationChecks(
    section="Auto Create User",
    fields={
        "email": shared.email,
        "type": user_type,
        "password": shared.account_password,
        "first_name": first_or_last_name,
        "last_name": first_or_last_name,
        "disable_chat": checks.boolean,
        "enable_e2e_encryption": checks.boolean,
        "enable_silent_mode": checks.boolean,
        "disable_group_hd": checks.boolean,
        "disable_recording": checks.boolean,
        "enable_cmr": checks.boolean,
        "enable_auto_recording": checks.boolean,
        "enable_cloud_auto_recording": checks.boolean,
        "track_id": checks.text,
        "meeting_capacity": shared.quantity,
        "enable_webinar": checks.boolean,
        "webinar_capacity": webinar_capacity,
        "enable_large": checks.boolean,
        "large_capacity": large_capacity,
        "disable_feedback": checks.boolean,
        "disable_jbh_reminder": checks.boolean,
        "enable_breakout_room": checks.boolean,
        "enable_polling": checks.boolean,
        "enable_annotation": checks.boolean,
        "enable_share_dual_camera": checks.boolean,
        "enable_far_end_camera_control": checks.boolean,
        "disable_private_chat": checks.boolean,
        "enable_enter_exit_chime": checks.boolean,
        "option_enter_exit_chime_type": chime_type,
        "disable_cancel_meeting_notification": checks.boolean,
        "enable_remote_support": checks.boolean,
        "enable_file_transfer": checks.boolean,
        "enable_virtual_background": checks.boolean,
        "enable_attention_tracking": checks.boolean,
        "enable_waiting_room": checks.boolean,
        "enable_closed_caption": checks.boolean,
        "enable_co_host": checks.boolean,
        "enable_auto_saving_chats": checks.boolean,
        "enable_phone_participants_password": checks.boolean,
        "enable_auto_delete_cmr": checks.boolean,
        "auto_delete_cmr_days": shared.quantity,
        "dept": checks.text,
        "group_id": checks.text,
        "imgroup_id": checks.text,
        **shared.COMMON,
    },
    required=("email", "type", "password"),
    rules=_auto_create_argument_rules,
    fast_path=_auto_create_fast_path,
    fast_path_arguments=frozenset(
        ("email", "large_capacity", "password", "type", "webinar_capacity")
    ),
)


CUST_CREATE = OperationChecks(
    section="Cust Create User",
    fields={
        "email": shared.email,
        "type": user_type,
        "first_name": first_or_last_name,
        "last_name": first_or_last_name,
        "disable_chat": checks.boolean,
        "enable_e2e_encryption": checks.boolean,
        "enable_silent_mode": checks.boolean,
        "disable_group_hd": checks.boolean,
        "disable_recording": checks.boolean,
        "enable_cmr": checks.boolean,
        "enable_auto_recording": checks.boolean,
        "enable_cloud_auto_recording": checks.boolean,
        "track_id": checks.text,
        "meeting_capacity": shared.quantity,
        "enable_webinar": checks.boolean,
        "webinar_capacity": webinar_capacity,
        "enable_large": checks.boolean,
        "large_capacity": large_capacity,
        "disable_feedback": checks.boolean,
        "disable_jbh_reminder": checks.boolean,
        "enable_breakout_room": checks.boolean,
        "enable_polling": checks.boolean,
        "enable_annotation": checks.boolean,
        "enable_share_dual_camera": checks.boolean,
        "enable_far_end_camera_control": checks.boolean,
        "disable_private_chat": checks.boolean,
        "enable_enter_exit_chime": checks.boolean,
        "option_enter_exit_chime_type": chime_type,
        "disable_cancel_meeting_notification": checks.boolean,
        "enable_remote_support": checks.boolean,
        "enable_file_transfer": checks.boolean,
        "enable_virtual_background": checks.boolean,
        "enable_attention_tracking": checks.boolean,
        "enable_waiting_room": checks.boolean,
        "enable_closed_caption": checks.boolean,
        "enable_co_host": checks.boolean,
        "enable_auto_saving_chats": checks.boolean,
        "enable_phone_participants_password": checks.boolean,
        "enable_auto_delete_cmr": checks.boolean,
        "auto_delete_cmr_days": shared.quantity,
        "dept": checks.text,
        "group_id": checks.text,
        "imgroup_id": checks.text,
        **shared.COMMON,
    },
    required=("email", "type"),
    rules=_cust_create_argument_rules,
    fast_path=_cust_create_fast_path,
    fast_path_arguments=frozenset(("email", "large_capacity", "type", "webinar_capacity")),
)


LIST = OperationChecks(
    section="List Users",
    fields={
        "page_size": shared.integer_from_1_up_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=(),
)


LIST_PENDING = OperationChecks(
    section="List Pending Users",
    fields={
        "page_size": shared.integer_from_1_up_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=(),
)


GET = OperationChecks(
    section="Get User",
    fields={
        "id": shared.user_id,
        **shared.COMMON,
    },
    required=("id",),
)


GET_BY_EMAIL = OperationChecks(
    section="Get User by Email Address and Login Type",
    fields={
        "email": shared.email,
        "login_type": login_type,
        **shared.COMMON,
    },
    required=("email",),
)


UPDATE = OperationChecks(
    section="Update User Info",
    fields={
        "id": shared.user_id,
        "type": user_type,
        "first_name": first_or_last_name,
        "last_name": first_or_last_name,
        "disable_chat": checks.boolean,
        "enable_e2e_encryption": checks.boolean,
        "enable_silent_mode": checks.boolean,
        "disable_group_hd": checks.boolean,
        "disable_recording": checks.boolean,
        "enable_cmr": checks.boolean,
        "enable_record_speaker_view": checks.boolean,
        "enable_record_gallery_view": checks.boolean,
        "enable_record_audio_file": checks.boolean,
        "enable_auto_recording": checks.boolean,
        "enable_cloud_auto_recording": checks.boolean,
        "track_id": checks.text,
        "meeting_capacity": shared.quantity,
        "enable_webinar": checks.boolean,
        "webinar_capacity": webinar_capacity,
        "enable_large": checks.boolean,
        "large_capacity": large_capacity,
        "disable_feedback": checks.boolean,
        "disable_jbh_reminder": checks.boolean,
        "enable_breakout_room": checks.boolean,
        "enable_polling": checks.boolean,
        "enable_annotation": checks.boolean,
        "enable_share_dual_camera": checks.boolean,
        "enable_far_end_camera_control": checks.boolean,
        "disable_private_chat": checks.boolean,
        "enable_enter_exit_chime": checks.boolean,
        "option_enter_exit_chime_type": chime_type,
        "disable_cancel_meeting_notification": checks.boolean,
        "enable_remote_support": checks.boolean,
        "enable_file_transfer": checks.boolean,
        "enable_virtual_background": checks.boolean,
        "enable_attention_tracking": checks.boolean,
        "enable_waiting_room": checks.boolean,
        "enable_use_pmi": checks.boolean,
        "enable_closed_caption": checks.boolean,
        "enable_co_host": checks.boolean,
        "enable_auto_saving_chats": checks.boolean,
        "enable_phone_participants_password": checks.boolean,
        "enable_auto_delete_cmr": checks.boolean,
        "auto_delete_cmr_days": shared.quantity,
        "pmi": pmi,
        "dept": checks.text,
        "timezone": text_timezones,
        "vanity_name": checks.text,
        "host_key": host_key,
        "group_id": checks.text,
        "imgroup_id": checks.text,
        "cms_user_id": checks.text,
        **shared.COMMON,
    },
    required=("id",),
    rules=_update_argument_rules,
    fast_path=_update_fast_path,
    fast_path_arguments=frozenset(("id", "large_capacity", "webinar_capacity")),
)


UPDATE_PASSWORD = OperationChecks(
    section="Update User Password",
    fields={
        "id": shared.user_id,
        "password": shared.account_password,
        **shared.COMMON,
    },
    required=("id", "password"),
)


UPLOAD_PICTURE = OperationChecks(
    section="Upload User Picture",
    fields={
        "id": shared.user_id,
        "pic_file": jpeg,
        **shared.COMMON,
    },
    required=("id", "pic_file"),
)


ACTIVATE = OperationChecks(
    section="Activate a User",
    fields={
        "id": shared.user_id,
        **shared.COMMON,
    },
    required=("id",),
)


DEACTIVATE = OperationChecks(
    section="Deactivate a User",
    fields={
        "id": shared.user_id,
        **shared.COMMON,
    },
    required=("id",),
)


DELETE = OperationChecks(
    section="Delete a User",
    fields={
        "id": shared.user_id,
        "type": user_state,
        **shared.COMMON,
    },
    required=("id",),
)


PERMANENT_DELETE = OperationChecks(
    section="Delete User Permanently",
    fields={
        "id": shared.user_id,
        "email": shared.email,
        **shared.COMMON,
    },
    required=(),
    rules=_permanent_delete_argument_rules,
    fast_path=_permanent_delete_fast_path,
    fast_path_arguments=frozenset(("email", "id")),
)


SSO_CREATE = OperationChecks(
    section="Pre Provisioning SSO User",
    fields={
        "email": shared.email,
        "type": user_type,
        "first_name": first_or_last_name,
        "last_name": first_or_last_name,
        "meeting_capacity": shared.quantity,
        "enable_webinar": checks.boolean,
        "webinar_capacity": webinar_capacity,
        "enable_large": checks.boolean,
        "large_capacity": large_capacity,
        "pmi": pmi,
        "group_id": checks.text,
        "imgroup_id": checks.text,
        **shared.COMMON,
    },
    required=("email", "type"),
    rules=_sso_create_argument_rules,
    fast_path=_sso_create_fast_path,
    fast_path_arguments=frozenset(("email", "large_capacity", "type", "webinar_capacity")),
)


REVOKE_TOKEN = OperationChecks(
    section="Revoke SSO Token",
    fields={
        "id": shared.user_id,
        "email": shared.email,
        **shared.COMMON,
    },
    required=(),
    rules=_revoke_token_argument_rules,
    fast_path=_revoke_token_fast_path,
    fast_path_arguments=frozenset(("email", "id")),
)


SET_ASSISTANT = OperationChecks(
    section="Set User Assistant",
    fields={
        "id": shared.user_id,
        "host_email": shared.email,
        "assistant_email": shared.email,
        **shared.COMMON,
    },
    required=("assistant_email",),
    rules=_set_assistant_argument_rules,
    fast_path=_set_assistant_fast_path,
    fast_path_arguments=frozenset(("assistant_email", "host_email", "id")),
)


DELETE_ASSISTANT = OperationChecks(
    section="Delete User Assistant",
    fields={
        "id": shared.user_id,
        "host_email": shared.email,
        **shared.COMMON,
    },
    required=(),
    rules=_delete_assistant_argument_rules,
    fast_path=_delete_assistant_fast_path,
    fast_path_arguments=frozenset(("host_email", "id")),
)


SCHEDULERS = OperationChecks(
    section="List Assigned Schedulers",
    fields={
        "id": shared.user_id,
        "host_email": shared.email,
        **shared.COMMON,
    },
    required=(),
    rules=_schedulers_argument_rules,
    fast_path=_schedulers_fast_path,
    fast_path_arguments=frozenset(("host_email", "id")),
)


CHECK_EMAIL = OperationChecks(
    section="Check User Email",
    fields={
        "email": shared.email,
        **shared.COMMON,
    },
    required=("email",),
)


CHECK_ZPK = OperationChecks(
    section="Check User ZPK",
    fields={
        "zpk": secret_text,
        **shared.COMMON,
    },
    required=("zpk",),
)


CHECKS = {
    "user.create": CREATE,
    "user.auto_create": AUTO_CREATE,
    "user.cust_create": CUST_CREATE,
    "user.list": LIST,
    "user.list_pending": LIST_PENDING,
    "user.get": GET,
    "user.get_by_email": GET_BY_EMAIL,
    "user.update": UPDATE,
    "user.update_password": UPDATE_PASSWORD,
    "user.upload_picture": UPLOAD_PICTURE,
    "user.activate": ACTIVATE,
    "user.deactivate": DEACTIVATE,
    "user.delete": DELETE,
    "user.permanent_delete": PERMANENT_DELETE,
    "user.sso_create": SSO_CREATE,
    "user.revoke_token": REVOKE_TOKEN,
    "user.set_assistant": SET_ASSISTANT,
    "user.delete_assistant": DELETE_ASSISTANT,
    "user.schedulers": SCHEDULERS,
    "user.check_email": CHECK_EMAIL,
    "user.check_zpk": CHECK_ZPK,
}
"""Operation id -> what its arguments have to keep."""
