# Generated from spec/resources/user.yaml by `make generate`. Do not edit.
"""What the arguments of `user` operations are drawn from."""

from __future__ import annotations

from zoom_v1._runtime.strategies import clauses, kinds, rules
from zoom_v1.strategies import _types as types

CREATE = kinds.Members(
    fields={
        "email": types.EMAIL,
        "type": types.USER_TYPE,
        "first_name": types.FIRST_OR_LAST_NAME,
        "last_name": types.FIRST_OR_LAST_NAME,
        "disable_chat": kinds.BOOLEAN,
        "enable_e2e_encryption": kinds.BOOLEAN,
        "enable_silent_mode": kinds.BOOLEAN,
        "disable_group_hd": kinds.BOOLEAN,
        "disable_recording": kinds.BOOLEAN,
        "enable_cmr": kinds.BOOLEAN,
        "enable_auto_recording": kinds.BOOLEAN,
        "enable_cloud_auto_recording": kinds.BOOLEAN,
        "track_id": kinds.TEXT,
        "meeting_capacity": kinds.INTEGER,
        "enable_webinar": kinds.BOOLEAN,
        "webinar_capacity": types.WEBINAR_CAPACITY,
        "enable_large": kinds.BOOLEAN,
        "large_capacity": types.LARGE_CAPACITY,
        "disable_feedback": kinds.BOOLEAN,
        "disable_jbh_reminder": kinds.BOOLEAN,
        "enable_breakout_room": kinds.BOOLEAN,
        "enable_polling": kinds.BOOLEAN,
        "enable_annotation": kinds.BOOLEAN,
        "enable_share_dual_camera": kinds.BOOLEAN,
        "enable_far_end_camera_control": kinds.BOOLEAN,
        "disable_private_chat": kinds.BOOLEAN,
        "enable_enter_exit_chime": kinds.BOOLEAN,
        "option_enter_exit_chime_type": types.CHIME_TYPE,
        "disable_cancel_meeting_notification": kinds.BOOLEAN,
        "enable_remote_support": kinds.BOOLEAN,
        "enable_file_transfer": kinds.BOOLEAN,
        "enable_virtual_background": kinds.BOOLEAN,
        "enable_attention_tracking": kinds.BOOLEAN,
        "enable_waiting_room": kinds.BOOLEAN,
        "enable_closed_caption": kinds.BOOLEAN,
        "enable_co_host": kinds.BOOLEAN,
        "enable_auto_saving_chats": kinds.BOOLEAN,
        "enable_phone_participants_password": kinds.BOOLEAN,
        "enable_auto_delete_cmr": kinds.BOOLEAN,
        "auto_delete_cmr_days": kinds.INTEGER,
        "dept": kinds.TEXT,
        "group_id": kinds.TEXT,
        "imgroup_id": kinds.TEXT,
    },
    required=("email", "type"),
    rules=(
        rules.IgnoredWhen(
            argument="enable_auto_recording",
            when=(
                clauses.Clause("enable_cloud_auto_recording", "in", (True,)),
                clauses.Clause("enable_auto_recording", "in", (False,)),
            ),
            severity="warning",
        ),
        rules.IgnoredWhen(
            argument="webinar_capacity",
            when=(
                clauses.Clause("enable_webinar", "not_in", (True,)),
                clauses.Clause("webinar_capacity", "not_in", (0,)),
            ),
            severity="warning",
        ),
        rules.IgnoredWhen(
            argument="large_capacity",
            when=(
                clauses.Clause("enable_large", "not_in", (True,)),
                clauses.Clause("large_capacity", "not_in", (0,)),
            ),
            severity="warning",
        ),
    ),
)

AUTO_CREATE = kinds.Members(
    fields={
        "email": types.EMAIL,
        "type": types.USER_TYPE,
        "password": types.ACCOUNT_PASSWORD,
        "first_name": types.FIRST_OR_LAST_NAME,
        "last_name": types.FIRST_OR_LAST_NAME,
        "disable_chat": kinds.BOOLEAN,
        "enable_e2e_encryption": kinds.BOOLEAN,
        "enable_silent_mode": kinds.BOOLEAN,
        "disable_group_hd": kinds.BOOLEAN,
        "disable_recording": kinds.BOOLEAN,
        "enable_cmr": kinds.BOOLEAN,
        "enable_auto_recording": kinds.BOOLEAN,
        "enable_cloud_auto_recording": kinds.BOOLEAN,
        "track_id": kinds.TEXT,
        "meeting_capacity": kinds.INTEGER,
        "enable_webinar": kinds.BOOLEAN,
        "webinar_capacity": types.WEBINAR_CAPACITY,
        "enable_large": kinds.BOOLEAN,
        "large_capacity": types.LARGE_CAPACITY,
        "disable_feedback": kinds.BOOLEAN,
        "disable_jbh_reminder": kinds.BOOLEAN,
        "enable_breakout_room": kinds.BOOLEAN,
        "enable_polling": kinds.BOOLEAN,
        "enable_annotation": kinds.BOOLEAN,
        "enable_share_dual_camera": kinds.BOOLEAN,
        "enable_far_end_camera_control": kinds.BOOLEAN,
        "disable_private_chat": kinds.BOOLEAN,
        "enable_enter_exit_chime": kinds.BOOLEAN,
        "option_enter_exit_chime_type": types.CHIME_TYPE,
        "disable_cancel_meeting_notification": kinds.BOOLEAN,
        "enable_remote_support": kinds.BOOLEAN,
        "enable_file_transfer": kinds.BOOLEAN,
        "enable_virtual_background": kinds.BOOLEAN,
        "enable_attention_tracking": kinds.BOOLEAN,
        "enable_waiting_room": kinds.BOOLEAN,
        "enable_closed_caption": kinds.BOOLEAN,
        "enable_co_host": kinds.BOOLEAN,
        "enable_auto_saving_chats": kinds.BOOLEAN,
        "enable_phone_participants_password": kinds.BOOLEAN,
        "enable_auto_delete_cmr": kinds.BOOLEAN,
        "auto_delete_cmr_days": kinds.INTEGER,
        "dept": kinds.TEXT,
        "group_id": kinds.TEXT,
        "imgroup_id": kinds.TEXT,
    },
    required=("email", "type", "password"),
    rules=(
        rules.IgnoredWhen(
            argument="enable_auto_recording",
            when=(
                clauses.Clause("enable_cloud_auto_recording", "in", (True,)),
                clauses.Clause("enable_auto_recording", "in", (False,)),
            ),
            severity="warning",
        ),
        rules.IgnoredWhen(
            argument="webinar_capacity",
            when=(
                clauses.Clause("enable_webinar", "not_in", (True,)),
                clauses.Clause("webinar_capacity", "not_in", (0,)),
            ),
            severity="warning",
        ),
        rules.IgnoredWhen(
            argument="large_capacity",
            when=(
                clauses.Clause("enable_large", "not_in", (True,)),
                clauses.Clause("large_capacity", "not_in", (0,)),
            ),
            severity="warning",
        ),
    ),
)

CUST_CREATE = kinds.Members(
    fields={
        "email": types.EMAIL,
        "type": types.USER_TYPE,
        "first_name": types.FIRST_OR_LAST_NAME,
        "last_name": types.FIRST_OR_LAST_NAME,
        "disable_chat": kinds.BOOLEAN,
        "enable_e2e_encryption": kinds.BOOLEAN,
        "enable_silent_mode": kinds.BOOLEAN,
        "disable_group_hd": kinds.BOOLEAN,
        "disable_recording": kinds.BOOLEAN,
        "enable_cmr": kinds.BOOLEAN,
        "enable_auto_recording": kinds.BOOLEAN,
        "enable_cloud_auto_recording": kinds.BOOLEAN,
        "track_id": kinds.TEXT,
        "meeting_capacity": kinds.INTEGER,
        "enable_webinar": kinds.BOOLEAN,
        "webinar_capacity": types.WEBINAR_CAPACITY,
        "enable_large": kinds.BOOLEAN,
        "large_capacity": types.LARGE_CAPACITY,
        "disable_feedback": kinds.BOOLEAN,
        "disable_jbh_reminder": kinds.BOOLEAN,
        "enable_breakout_room": kinds.BOOLEAN,
        "enable_polling": kinds.BOOLEAN,
        "enable_annotation": kinds.BOOLEAN,
        "enable_share_dual_camera": kinds.BOOLEAN,
        "enable_far_end_camera_control": kinds.BOOLEAN,
        "disable_private_chat": kinds.BOOLEAN,
        "enable_enter_exit_chime": kinds.BOOLEAN,
        "option_enter_exit_chime_type": types.CHIME_TYPE,
        "disable_cancel_meeting_notification": kinds.BOOLEAN,
        "enable_remote_support": kinds.BOOLEAN,
        "enable_file_transfer": kinds.BOOLEAN,
        "enable_virtual_background": kinds.BOOLEAN,
        "enable_attention_tracking": kinds.BOOLEAN,
        "enable_waiting_room": kinds.BOOLEAN,
        "enable_closed_caption": kinds.BOOLEAN,
        "enable_co_host": kinds.BOOLEAN,
        "enable_auto_saving_chats": kinds.BOOLEAN,
        "enable_phone_participants_password": kinds.BOOLEAN,
        "enable_auto_delete_cmr": kinds.BOOLEAN,
        "auto_delete_cmr_days": kinds.INTEGER,
        "dept": kinds.TEXT,
        "group_id": kinds.TEXT,
        "imgroup_id": kinds.TEXT,
    },
    required=("email", "type"),
    rules=(
        rules.IgnoredWhen(
            argument="enable_auto_recording",
            when=(
                clauses.Clause("enable_cloud_auto_recording", "in", (True,)),
                clauses.Clause("enable_auto_recording", "in", (False,)),
            ),
            severity="warning",
        ),
        rules.IgnoredWhen(
            argument="webinar_capacity",
            when=(
                clauses.Clause("enable_webinar", "not_in", (True,)),
                clauses.Clause("webinar_capacity", "not_in", (0,)),
            ),
            severity="warning",
        ),
        rules.IgnoredWhen(
            argument="large_capacity",
            when=(
                clauses.Clause("enable_large", "not_in", (True,)),
                clauses.Clause("large_capacity", "not_in", (0,)),
            ),
            severity="warning",
        ),
    ),
)

LIST = kinds.Members(
    fields={
        "page_size": kinds.Integer(minimum=1, maximum=300),
        "page_number": types.PAGE_NUMBER,
    },
)

LIST_PENDING = kinds.Members(
    fields={
        "page_size": kinds.Integer(minimum=1, maximum=300),
        "page_number": types.PAGE_NUMBER,
    },
)

GET = kinds.Members(
    fields={
        "id": types.USER_ID,
    },
    required=("id",),
)

GET_BY_EMAIL = kinds.Members(
    fields={
        "email": types.EMAIL,
        "login_type": types.LOGIN_TYPE,
    },
    required=("email",),
)

UPDATE = kinds.Members(
    fields={
        "id": types.USER_ID,
        "type": types.USER_TYPE,
        "first_name": types.FIRST_OR_LAST_NAME,
        "last_name": types.FIRST_OR_LAST_NAME,
        "disable_chat": kinds.BOOLEAN,
        "enable_e2e_encryption": kinds.BOOLEAN,
        "enable_silent_mode": kinds.BOOLEAN,
        "disable_group_hd": kinds.BOOLEAN,
        "disable_recording": kinds.BOOLEAN,
        "enable_cmr": kinds.BOOLEAN,
        "enable_record_speaker_view": kinds.BOOLEAN,
        "enable_record_gallery_view": kinds.BOOLEAN,
        "enable_record_audio_file": kinds.BOOLEAN,
        "enable_auto_recording": kinds.BOOLEAN,
        "enable_cloud_auto_recording": kinds.BOOLEAN,
        "track_id": kinds.TEXT,
        "meeting_capacity": kinds.INTEGER,
        "enable_webinar": kinds.BOOLEAN,
        "webinar_capacity": types.WEBINAR_CAPACITY,
        "enable_large": kinds.BOOLEAN,
        "large_capacity": types.LARGE_CAPACITY,
        "disable_feedback": kinds.BOOLEAN,
        "disable_jbh_reminder": kinds.BOOLEAN,
        "enable_breakout_room": kinds.BOOLEAN,
        "enable_polling": kinds.BOOLEAN,
        "enable_annotation": kinds.BOOLEAN,
        "enable_share_dual_camera": kinds.BOOLEAN,
        "enable_far_end_camera_control": kinds.BOOLEAN,
        "disable_private_chat": kinds.BOOLEAN,
        "enable_enter_exit_chime": kinds.BOOLEAN,
        "option_enter_exit_chime_type": types.CHIME_TYPE,
        "disable_cancel_meeting_notification": kinds.BOOLEAN,
        "enable_remote_support": kinds.BOOLEAN,
        "enable_file_transfer": kinds.BOOLEAN,
        "enable_virtual_background": kinds.BOOLEAN,
        "enable_attention_tracking": kinds.BOOLEAN,
        "enable_waiting_room": kinds.BOOLEAN,
        "enable_use_pmi": kinds.BOOLEAN,
        "enable_closed_caption": kinds.BOOLEAN,
        "enable_co_host": kinds.BOOLEAN,
        "enable_auto_saving_chats": kinds.BOOLEAN,
        "enable_phone_participants_password": kinds.BOOLEAN,
        "enable_auto_delete_cmr": kinds.BOOLEAN,
        "auto_delete_cmr_days": kinds.INTEGER,
        "pmi": types.PMI,
        "dept": kinds.TEXT,
        "timezone": types.TIMEZONE,
        "vanity_name": kinds.TEXT,
        "host_key": types.HOST_KEY,
        "group_id": kinds.TEXT,
        "imgroup_id": kinds.TEXT,
        "cms_user_id": kinds.TEXT,
    },
    required=("id",),
    rules=(
        rules.IgnoredWhen(
            argument="enable_auto_recording",
            when=(
                clauses.Clause("enable_cloud_auto_recording", "in", (True,)),
                clauses.Clause("enable_auto_recording", "in", (False,)),
            ),
            severity="warning",
        ),
        rules.IgnoredWhen(
            argument="webinar_capacity",
            when=(
                clauses.Clause("enable_webinar", "in", (False,)),
                clauses.Clause("webinar_capacity", "not_in", (0,)),
            ),
            severity="warning",
        ),
        rules.IgnoredWhen(
            argument="large_capacity",
            when=(
                clauses.Clause("enable_large", "in", (False,)),
                clauses.Clause("large_capacity", "not_in", (0,)),
            ),
            severity="warning",
        ),
    ),
)

UPDATE_PASSWORD = kinds.Members(
    fields={
        "id": types.USER_ID,
        "password": types.ACCOUNT_PASSWORD,
    },
    required=("id", "password"),
)

UPLOAD_PICTURE = kinds.Members(
    fields={
        "id": types.USER_ID,
        "pic_file": types.JPEG,
    },
    required=("id", "pic_file"),
)

ACTIVATE = kinds.Members(
    fields={
        "id": types.USER_ID,
    },
    required=("id",),
)

DEACTIVATE = kinds.Members(
    fields={
        "id": types.USER_ID,
    },
    required=("id",),
)

DELETE = kinds.Members(
    fields={
        "id": types.USER_ID,
        "type": types.USER_STATE,
    },
    required=("id",),
)

PERMANENT_DELETE = kinds.Members(
    fields={
        "id": types.USER_ID,
        "email": types.EMAIL,
    },
    rules=(
        rules.OneOfRequired(arguments=("id", "email")),
        rules.IgnoredWhen(
            argument="email", when=(clauses.Clause("id", "given"),), severity="warning"
        ),
    ),
)

SSO_CREATE = kinds.Members(
    fields={
        "email": types.EMAIL,
        "type": types.USER_TYPE,
        "first_name": types.FIRST_OR_LAST_NAME,
        "last_name": types.FIRST_OR_LAST_NAME,
        "meeting_capacity": kinds.INTEGER,
        "enable_webinar": kinds.BOOLEAN,
        "webinar_capacity": types.WEBINAR_CAPACITY,
        "enable_large": kinds.BOOLEAN,
        "large_capacity": types.LARGE_CAPACITY,
        "pmi": types.PMI,
        "group_id": kinds.TEXT,
        "imgroup_id": kinds.TEXT,
    },
    required=("email", "type"),
    rules=(
        rules.IgnoredWhen(
            argument="webinar_capacity",
            when=(
                clauses.Clause("enable_webinar", "not_in", (True,)),
                clauses.Clause("webinar_capacity", "not_in", (0,)),
            ),
            severity="warning",
        ),
        rules.IgnoredWhen(
            argument="large_capacity",
            when=(
                clauses.Clause("enable_large", "not_in", (True,)),
                clauses.Clause("large_capacity", "not_in", (0,)),
            ),
            severity="warning",
        ),
    ),
)

REVOKE_TOKEN = kinds.Members(
    fields={
        "id": types.USER_ID,
        "email": types.EMAIL,
    },
    rules=(rules.OneOfRequired(arguments=("id", "email"), severity="warning"),),
)

SET_ASSISTANT = kinds.Members(
    fields={
        "id": types.USER_ID,
        "host_email": types.EMAIL,
        "assistant_email": types.EMAIL,
    },
    required=("assistant_email",),
    rules=(rules.OneOfRequired(arguments=("id", "host_email"), severity="warning"),),
)

DELETE_ASSISTANT = kinds.Members(
    fields={
        "id": types.USER_ID,
        "host_email": types.EMAIL,
    },
    rules=(rules.OneOfRequired(arguments=("id", "host_email"), severity="warning"),),
)

SCHEDULERS = kinds.Members(
    fields={
        "id": types.USER_ID,
        "host_email": types.EMAIL,
    },
    rules=(rules.OneOfRequired(arguments=("id", "host_email"), severity="warning"),),
)

CHECK_EMAIL = kinds.Members(
    fields={
        "email": types.EMAIL,
    },
    required=("email",),
)

CHECK_ZPK = kinds.Members(
    fields={
        "zpk": kinds.TEXT,
    },
    required=("zpk",),
)

MEMBERS = {
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
"""Operation id -> its arguments."""
