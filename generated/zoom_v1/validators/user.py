# Generated from spec/resources/user.yaml by `make generate`. Do not edit.
"""Checks of the arguments of `user` operations."""

from __future__ import annotations

from collections.abc import Mapping

from zoom_v1._runtime.semantics import predicates
from zoom_v1._runtime.validation import messages, values
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
    if not value.isprintable() and not predicates.is_encodable(value):
        messages.unencodable(value, path, found)
    if predicates.chinese_words(value) > 5:
        messages.too_many_words(value, path, found, predicates.chinese_words(value), 5)


_WEBINAR_CAPACITY_CHOICES = {0: "", 100: "", 500: "", 1000: "", 3000: "", 5000: "", 10000: ""}


def webinar_capacity(value: object, path: str, found: Found) -> None:
    """One of 0, 100, 500, 1000, 3000, 5000 or 10000."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _WEBINAR_CAPACITY_CHOICES:
        messages.bad_choice(value, path, found, _WEBINAR_CAPACITY_CHOICES)


_LARGE_CAPACITY_CHOICES = {0: "", 100: "", 200: "", 300: "", 500: ""}


def large_capacity(value: object, path: str, found: Found) -> None:
    """One of 0, 100, 200, 300 or 500."""
    if type(value) is not int:
        messages.wrong_type(value, path, found, "a whole number")
        return
    if value not in _LARGE_CAPACITY_CHOICES:
        messages.bad_choice(value, path, found, _LARGE_CAPACITY_CHOICES)


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
    if not predicates.is_digits(value, 10):
        messages.bad_digits(value, path, found, 10)


def host_key(value: object, path: str, found: Found) -> None:
    """Exactly 6 digits."""
    if not predicates.is_digits(value, 6):
        messages.bad_digits(value, path, found, 6, secret=True)


def jpeg(value: object, path: str, found: Found) -> None:
    """A file in image/jpeg, as path, bytes or open file. At most 5,242,880 bytes."""
    values.file(value, path, found, "image/jpeg", ("jpg", "jpeg"), b"\xff\xd8\xff", 5242880)


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
    if not value.isprintable() and not predicates.is_encodable(value):
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


def _permanent_delete_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.permanent_delete."""
    if "id" not in given and "email" not in given:
        messages.none_given(("id", "email"), found)
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


def _revoke_token_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.revoke_token."""
    if "id" not in given and "email" not in given:
        messages.none_given(("id", "email"), found, severity="warning")


def _set_assistant_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.set_assistant."""
    if "id" not in given and "host_email" not in given:
        messages.none_given(("id", "host_email"), found, severity="warning")


def _delete_assistant_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.delete_assistant."""
    if "id" not in given and "host_email" not in given:
        messages.none_given(("id", "host_email"), found, severity="warning")


def _schedulers_argument_rules(given: Mapping[str, object], found: Found) -> None:
    """Rules between the arguments of user.schedulers."""
    if "id" not in given and "host_email" not in given:
        messages.none_given(("id", "host_email"), found, severity="warning")


def _create_fast_path(given: Mapping[str, object]) -> int:
    """How many arguments of user.create were looked at, and are right."""
    if "email" not in given or "type" not in given:
        return UNDECIDED
    value = given["email"]
    if not isinstance(value, str) or not predicates.is_email(value):
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
    if not isinstance(value, str) or not predicates.is_email(value):
        return UNDECIDED
    value = given["type"]
    if type(value) is not int or value not in _USER_TYPE_CHOICES:
        return UNDECIDED
    value = given["password"]
    if (
        not isinstance(value, str)
        or (not value.isprintable() and not predicates.is_encodable(value))
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
    if not isinstance(value, str) or not predicates.is_email(value):
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
        or (not value.isprintable() and not predicates.is_encodable(value))
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
            or (not value.isprintable() and not predicates.is_encodable(value))
            or not value
        ):
            return UNDECIDED
        seen += 1
    if "email" in given:
        value = given["email"]
        if not isinstance(value, str) or not predicates.is_email(value):
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
    if not isinstance(value, str) or not predicates.is_email(value):
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
            or (not value.isprintable() and not predicates.is_encodable(value))
            or not value
        ):
            return UNDECIDED
        seen += 1
    if "email" in given:
        value = given["email"]
        if not isinstance(value, str) or not predicates.is_email(value):
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
    if not isinstance(value, str) or not predicates.is_email(value):
        return UNDECIDED
    seen = 1
    if "id" in given:
        value = given["id"]
        if (
            not isinstance(value, str)
            or (not value.isprintable() and not predicates.is_encodable(value))
            or not value
        ):
            return UNDECIDED
        seen += 1
    if "host_email" in given:
        value = given["host_email"]
        if not isinstance(value, str) or not predicates.is_email(value):
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
            or (not value.isprintable() and not predicates.is_encodable(value))
            or not value
        ):
            return UNDECIDED
        seen += 1
    if "host_email" in given:
        value = given["host_email"]
        if not isinstance(value, str) or not predicates.is_email(value):
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
            or (not value.isprintable() and not predicates.is_encodable(value))
            or not value
        ):
            return UNDECIDED
        seen += 1
    if "host_email" in given:
        value = given["host_email"]
        if not isinstance(value, str) or not predicates.is_email(value):
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
        "disable_chat": values.boolean,
        "enable_e2e_encryption": values.boolean,
        "enable_silent_mode": values.boolean,
        "disable_group_hd": values.boolean,
        "disable_recording": values.boolean,
        "enable_cmr": values.boolean,
        "enable_auto_recording": values.boolean,
        "enable_cloud_auto_recording": values.boolean,
        "track_id": values.text,
        "meeting_capacity": values.integer,
        "enable_webinar": values.boolean,
        "webinar_capacity": webinar_capacity,
        "enable_large": values.boolean,
        "large_capacity": large_capacity,
        "disable_feedback": values.boolean,
        "disable_jbh_reminder": values.boolean,
        "enable_breakout_room": values.boolean,
        "enable_polling": values.boolean,
        "enable_annotation": values.boolean,
        "enable_share_dual_camera": values.boolean,
        "enable_far_end_camera_control": values.boolean,
        "disable_private_chat": values.boolean,
        "enable_enter_exit_chime": values.boolean,
        "option_enter_exit_chime_type": chime_type,
        "disable_cancel_meeting_notification": values.boolean,
        "enable_remote_support": values.boolean,
        "enable_file_transfer": values.boolean,
        "enable_virtual_background": values.boolean,
        "enable_attention_tracking": values.boolean,
        "enable_waiting_room": values.boolean,
        "enable_closed_caption": values.boolean,
        "enable_co_host": values.boolean,
        "enable_auto_saving_chats": values.boolean,
        "enable_phone_participants_password": values.boolean,
        "enable_auto_delete_cmr": values.boolean,
        "auto_delete_cmr_days": values.integer,
        "dept": values.text,
        "group_id": values.text,
        "imgroup_id": values.text,
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
        "disable_chat": values.boolean,
        "enable_e2e_encryption": values.boolean,
        "enable_silent_mode": values.boolean,
        "disable_group_hd": values.boolean,
        "disable_recording": values.boolean,
        "enable_cmr": values.boolean,
        "enable_auto_recording": values.boolean,
        "enable_cloud_auto_recording": values.boolean,
        "track_id": values.text,
        "meeting_capacity": values.integer,
        "enable_webinar": values.boolean,
        "webinar_capacity": webinar_capacity,
        "enable_large": values.boolean,
        "large_capacity": large_capacity,
        "disable_feedback": values.boolean,
        "disable_jbh_reminder": values.boolean,
        "enable_breakout_room": values.boolean,
        "enable_polling": values.boolean,
        "enable_annotation": values.boolean,
        "enable_share_dual_camera": values.boolean,
        "enable_far_end_camera_control": values.boolean,
        "disable_private_chat": values.boolean,
        "enable_enter_exit_chime": values.boolean,
        "option_enter_exit_chime_type": chime_type,
        "disable_cancel_meeting_notification": values.boolean,
        "enable_remote_support": values.boolean,
        "enable_file_transfer": values.boolean,
        "enable_virtual_background": values.boolean,
        "enable_attention_tracking": values.boolean,
        "enable_waiting_room": values.boolean,
        "enable_closed_caption": values.boolean,
        "enable_co_host": values.boolean,
        "enable_auto_saving_chats": values.boolean,
        "enable_phone_participants_password": values.boolean,
        "enable_auto_delete_cmr": values.boolean,
        "auto_delete_cmr_days": values.integer,
        "dept": values.text,
        "group_id": values.text,
        "imgroup_id": values.text,
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
        "disable_chat": values.boolean,
        "enable_e2e_encryption": values.boolean,
        "enable_silent_mode": values.boolean,
        "disable_group_hd": values.boolean,
        "disable_recording": values.boolean,
        "enable_cmr": values.boolean,
        "enable_auto_recording": values.boolean,
        "enable_cloud_auto_recording": values.boolean,
        "track_id": values.text,
        "meeting_capacity": values.integer,
        "enable_webinar": values.boolean,
        "webinar_capacity": webinar_capacity,
        "enable_large": values.boolean,
        "large_capacity": large_capacity,
        "disable_feedback": values.boolean,
        "disable_jbh_reminder": values.boolean,
        "enable_breakout_room": values.boolean,
        "enable_polling": values.boolean,
        "enable_annotation": values.boolean,
        "enable_share_dual_camera": values.boolean,
        "enable_far_end_camera_control": values.boolean,
        "disable_private_chat": values.boolean,
        "enable_enter_exit_chime": values.boolean,
        "option_enter_exit_chime_type": chime_type,
        "disable_cancel_meeting_notification": values.boolean,
        "enable_remote_support": values.boolean,
        "enable_file_transfer": values.boolean,
        "enable_virtual_background": values.boolean,
        "enable_attention_tracking": values.boolean,
        "enable_waiting_room": values.boolean,
        "enable_closed_caption": values.boolean,
        "enable_co_host": values.boolean,
        "enable_auto_saving_chats": values.boolean,
        "enable_phone_participants_password": values.boolean,
        "enable_auto_delete_cmr": values.boolean,
        "auto_delete_cmr_days": values.integer,
        "dept": values.text,
        "group_id": values.text,
        "imgroup_id": values.text,
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
        "page_size": shared.integer_from_1_to_300,
        "page_number": shared.page_number,
        **shared.COMMON,
    },
    required=(),
)


LIST_PENDING = OperationChecks(
    section="List Pending Users",
    fields={
        "page_size": shared.integer_from_1_to_300,
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
        "disable_chat": values.boolean,
        "enable_e2e_encryption": values.boolean,
        "enable_silent_mode": values.boolean,
        "disable_group_hd": values.boolean,
        "disable_recording": values.boolean,
        "enable_cmr": values.boolean,
        "enable_record_speaker_view": values.boolean,
        "enable_record_gallery_view": values.boolean,
        "enable_record_audio_file": values.boolean,
        "enable_auto_recording": values.boolean,
        "enable_cloud_auto_recording": values.boolean,
        "track_id": values.text,
        "meeting_capacity": values.integer,
        "enable_webinar": values.boolean,
        "webinar_capacity": webinar_capacity,
        "enable_large": values.boolean,
        "large_capacity": large_capacity,
        "disable_feedback": values.boolean,
        "disable_jbh_reminder": values.boolean,
        "enable_breakout_room": values.boolean,
        "enable_polling": values.boolean,
        "enable_annotation": values.boolean,
        "enable_share_dual_camera": values.boolean,
        "enable_far_end_camera_control": values.boolean,
        "disable_private_chat": values.boolean,
        "enable_enter_exit_chime": values.boolean,
        "option_enter_exit_chime_type": chime_type,
        "disable_cancel_meeting_notification": values.boolean,
        "enable_remote_support": values.boolean,
        "enable_file_transfer": values.boolean,
        "enable_virtual_background": values.boolean,
        "enable_attention_tracking": values.boolean,
        "enable_waiting_room": values.boolean,
        "enable_use_pmi": values.boolean,
        "enable_closed_caption": values.boolean,
        "enable_co_host": values.boolean,
        "enable_auto_saving_chats": values.boolean,
        "enable_phone_participants_password": values.boolean,
        "enable_auto_delete_cmr": values.boolean,
        "auto_delete_cmr_days": values.integer,
        "pmi": pmi,
        "dept": values.text,
        "timezone": shared.timezone,
        "vanity_name": values.text,
        "host_key": host_key,
        "group_id": values.text,
        "imgroup_id": values.text,
        "cms_user_id": values.text,
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
        "meeting_capacity": values.integer,
        "enable_webinar": values.boolean,
        "webinar_capacity": webinar_capacity,
        "enable_large": values.boolean,
        "large_capacity": large_capacity,
        "pmi": pmi,
        "group_id": values.text,
        "imgroup_id": values.text,
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
