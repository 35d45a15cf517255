# Generated from spec/resources/user.yaml by `make generate`. Do not edit.
"""What the arguments of `user` operations are drawn from."""

from __future__ import annotations

from zoom_v1 import lists
from zoom_v1._runtime.strategies import clauses, domains, rules
from zoom_v1.strategies import _types as types

CREATE = domains.Members(
    fields={
        "email": types.EMAIL,
        "type": types.USER_TYPE,
        "first_name": types.FIRST_OR_LAST_NAME,
        "last_name": types.FIRST_OR_LAST_NAME,
        "disable_chat": domains.BOOLEAN,
        "enable_e2e_encryption": domains.BOOLEAN,
        "enable_silent_mode": domains.BOOLEAN,
        "disable_group_hd": domains.BOOLEAN,
        "disable_recording": domains.BOOLEAN,
        "enable_cmr": domains.BOOLEAN,
        "enable_auto_recording": domains.BOOLEAN,
        "enable_cloud_auto_recording": domains.BOOLEAN,
        "track_id": domains.TEXT,
        "meeting_capacity": types.QUANTITY,
        "enable_webinar": domains.BOOLEAN,
        "webinar_capacity": types.WEBINAR_CAPACITY,
        "enable_large": domains.BOOLEAN,
        "large_capacity": types.LARGE_CAPACITY,
        "disable_feedback": domains.BOOLEAN,
        "disable_jbh_reminder": domains.BOOLEAN,
        "enable_breakout_room": domains.BOOLEAN,
        "enable_polling": domains.BOOLEAN,
        "enable_annotation": domains.BOOLEAN,
        "enable_share_dual_camera": domains.BOOLEAN,
        "enable_far_end_camera_control": domains.BOOLEAN,
        "disable_private_chat": domains.BOOLEAN,
        "enable_enter_exit_chime": domains.BOOLEAN,
        "option_enter_exit_chime_type": types.CHIME_TYPE,
        "disable_cancel_meeting_notification": domains.BOOLEAN,
        "enable_remote_support": domains.BOOLEAN,
        "enable_file_transfer": domains.BOOLEAN,
        "enable_virtual_background": domains.BOOLEAN,
        "enable_attention_tracking": domains.BOOLEAN,
        "enable_waiting_room": domains.BOOLEAN,
        "enable_closed_caption": domains.BOOLEAN,
        "enable_co_host": domains.BOOLEAN,
        "enable_auto_saving_chats": domains.BOOLEAN,
        "enable_phone_participants_password": domains.BOOLEAN,
        "enable_auto_delete_cmr": domains.BOOLEAN,
        "auto_delete_cmr_days": types.QUANTITY,
        "dept": domains.TEXT,
        "group_id": domains.TEXT,
        "imgroup_id": domains.TEXT,
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

AUTO_CREATE = domains.Members(
    fields={
        "email": types.EMAIL,
        "type": types.USER_TYPE,
        "password": types.ACCOUNT_PASSWORD,
        "first_name": types.FIRST_OR_LAST_NAME,
        "last_name": types.FIRST_OR_LAST_NAME,
        "disable_chat": domains.BOOLEAN,
        "enable_e2e_encryption": domains.BOOLEAN,
        "enable_silent_mode": domains.BOOLEAN,
        "disable_group_hd": domains.BOOLEAN,
        "disable_recording": domains.BOOLEAN,
        "enable_cmr": domains.BOOLEAN,
        "enable_auto_recording": domains.BOOLEAN,
        "enable_cloud_auto_recording": domains.BOOLEAN,
        "track_id": domains.TEXT,
        "meeting_capacity": types.QUANTITY,
        "enable_webinar": domains.BOOLEAN,
        "webinar_capacity": types.WEBINAR_CAPACITY,
        "enable_large": domains.BOOLEAN,
        "large_capacity": types.LARGE_CAPACITY,
        "disable_feedback": domains.BOOLEAN,
        "disable_jbh_reminder": domains.BOOLEAN,
        "enable_breakout_room": domains.BOOLEAN,
        "enable_polling": domains.BOOLEAN,
        "enable_annotation": domains.BOOLEAN,
        "enable_share_dual_camera": domains.BOOLEAN,
        "enable_far_end_camera_control": domains.BOOLEAN,
        "disable_private_chat": domains.BOOLEAN,
        "enable_enter_exit_chime": domains.BOOLEAN,
        "option_enter_exit_chime_type": types.CHIME_TYPE,
        "disable_cancel_meeting_notification": domains.BOOLEAN,
        "enable_remote_support": domains.BOOLEAN,
        "enable_file_transfer": domains.BOOLEAN,
        "enable_virtual_background": domains.BOOLEAN,
        "enable_attention_tracking": domains.BOOLEAN,
        "enable_waiting_room": domains.BOOLEAN,
        "enable_closed_caption": domains.BOOLEAN,
        "enable_co_host": domains.BOOLEAN,
        "enable_auto_saving_chats": domains.BOOLEAN,
        "enable_phone_participants_password": domains.BOOLEAN,
        "enable_auto_delete_cmr": domains.BOOLEAN,
        "auto_delete_cmr_days": types.QUANTITY,
        "dept": domains.TEXT,
        "group_id": domains.TEXT,
        "imgroup_id": domains.TEXT,
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

CUST_CREATE = domains.Members(
    fields={
        "email": types.EMAIL,
        "type": types.USER_TYPE,
        "first_name": types.FIRST_OR_LAST_NAME,
        "last_name": types.FIRST_OR_LAST_NAME,
        "disable_chat": domains.BOOLEAN,
        "enable_e2e_encryption": domains.BOOLEAN,
        "enable_silent_mode": domains.BOOLEAN,
        "disable_group_hd": domains.BOOLEAN,
        "disable_recording": domains.BOOLEAN,
        "enable_cmr": domains.BOOLEAN,
        "enable_auto_recording": domains.BOOLEAN,
        "enable_cloud_auto_recording": domains.BOOLEAN,
        "track_id": domains.TEXT,
        "meeting_capacity": types.QUANTITY,
        "enable_webinar": domains.BOOLEAN,
        "webinar_capacity": types.WEBINAR_CAPACITY,
        "enable_large": domains.BOOLEAN,
        "large_capacity": types.LARGE_CAPACITY,
        "disable_feedback": domains.BOOLEAN,
        "disable_jbh_reminder": domains.BOOLEAN,
        "enable_breakout_room": domains.BOOLEAN,
        "enable_polling": domains.BOOLEAN,
        "enable_annotation": domains.BOOLEAN,
        "enable_share_dual_camera": domains.BOOLEAN,
        "enable_far_end_camera_control": domains.BOOLEAN,
        "disable_private_chat": domains.BOOLEAN,
        "enable_enter_exit_chime": domains.BOOLEAN,
        "option_enter_exit_chime_type": types.CHIME_TYPE,
        "disable_cancel_meeting_notification": domains.BOOLEAN,
        "enable_remote_support": domains.BOOLEAN,
        "enable_file_transfer": domains.BOOLEAN,
        "enable_virtual_background": domains.BOOLEAN,
        "enable_attention_tracking": domains.BOOLEAN,
        "enable_waiting_room": domains.BOOLEAN,
        "enable_closed_caption": domains.BOOLEAN,
        "enable_co_host": domains.BOOLEAN,
        "enable_auto_saving_chats": domains.BOOLEAN,
        "enable_phone_participants_password": domains.BOOLEAN,
        "enable_auto_delete_cmr": domains.BOOLEAN,
        "auto_delete_cmr_days": types.QUANTITY,
        "dept": domains.TEXT,
        "group_id": domains.TEXT,
        "imgroup_id": domains.TEXT,
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

LIST = domains.Members(
    fields={
        "page_size": domains.Integer(minimum=1, maximum=300),
        "page_number": types.PAGE_NUMBER,
    },
)

LIST_PENDING = domains.Members(
    fields={
        "page_size": domains.Integer(minimum=1, maximum=300),
        "page_number": types.PAGE_NUMBER,
    },
)

GET = domains.Members(
    fields={
        "id": types.USER_ID,
    },
    required=("id",),
)

GET_BY_EMAIL = domains.Members(
    fields={
        "email": types.EMAIL,
        "login_type": types.LOGIN_TYPE,
    },
    required=("email",),
)

UPDATE = domains.Members(
    fields={
        "id": types.USER_ID,
        "type": types.USER_TYPE,
        "first_name": types.FIRST_OR_LAST_NAME,
        "last_name": types.FIRST_OR_LAST_NAME,
        "disable_chat": domains.BOOLEAN,
        "enable_e2e_encryption": domains.BOOLEAN,
        "enable_silent_mode": domains.BOOLEAN,
        "disable_group_hd": domains.BOOLEAN,
        "disable_recording": domains.BOOLEAN,
        "enable_cmr": domains.BOOLEAN,
        "enable_record_speaker_view": domains.BOOLEAN,
        "enable_record_gallery_view": domains.BOOLEAN,
        "enable_record_audio_file": domains.BOOLEAN,
        "enable_auto_recording": domains.BOOLEAN,
        "enable_cloud_auto_recording": domains.BOOLEAN,
        "track_id": domains.TEXT,
        "meeting_capacity": types.QUANTITY,
        "enable_webinar": domains.BOOLEAN,
        "webinar_capacity": types.WEBINAR_CAPACITY,
        "enable_large": domains.BOOLEAN,
        "large_capacity": types.LARGE_CAPACITY,
        "disable_feedback": domains.BOOLEAN,
        "disable_jbh_reminder": domains.BOOLEAN,
        "enable_breakout_room": domains.BOOLEAN,
        "enable_polling": domains.BOOLEAN,
        "enable_annotation": domains.BOOLEAN,
        "enable_share_dual_camera": domains.BOOLEAN,
        "enable_far_end_camera_control": domains.BOOLEAN,
        "disable_private_chat": domains.BOOLEAN,
        "enable_enter_exit_chime": domains.BOOLEAN,
        "option_enter_exit_chime_type": types.CHIME_TYPE,
        "disable_cancel_meeting_notification": domains.BOOLEAN,
        "enable_remote_support": domains.BOOLEAN,
        "enable_file_transfer": domains.BOOLEAN,
        "enable_virtual_background": domains.BOOLEAN,
        "enable_attention_tracking": domains.BOOLEAN,
        "enable_waiting_room": domains.BOOLEAN,
        "enable_use_pmi": domains.BOOLEAN,
        "enable_closed_caption": domains.BOOLEAN,
        "enable_co_host": domains.BOOLEAN,
        "enable_auto_saving_chats": domains.BOOLEAN,
        "enable_phone_participants_password": domains.BOOLEAN,
        "enable_auto_delete_cmr": domains.BOOLEAN,
        "auto_delete_cmr_days": types.QUANTITY,
        "pmi": types.PMI,
        "dept": domains.TEXT,
        "timezone": domains.Text(listed=lists.TIMEZONES),
        "vanity_name": domains.TEXT,
        "host_key": types.HOST_KEY,
        "group_id": domains.TEXT,
        "imgroup_id": domains.TEXT,
        "cms_user_id": domains.TEXT,
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

UPDATE_PASSWORD = domains.Members(
    fields={
        "id": types.USER_ID,
        "password": types.ACCOUNT_PASSWORD,
    },
    required=("id", "password"),
)

UPLOAD_PICTURE = domains.Members(
    fields={
        "id": types.USER_ID,
        "pic_file": types.JPEG,
    },
    required=("id", "pic_file"),
)

ACTIVATE = domains.Members(
    fields={
        "id": types.USER_ID,
    },
    required=("id",),
)

DEACTIVATE = domains.Members(
    fields={
        "id": types.USER_ID,
    },
    required=("id",),
)

DELETE = domains.Members(
    fields={
        "id": types.USER_ID,
        "type": types.USER_STATE,
    },
    required=("id",),
)

PERMANENT_DELETE = domains.Members(
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

SSO_CREATE = domains.Members(
    fields={
        "email": types.EMAIL,
        "type": types.USER_TYPE,
        "first_name": types.FIRST_OR_LAST_NAME,
        "last_name": types.FIRST_OR_LAST_NAME,
        "meeting_capacity": types.QUANTITY,
        "enable_webinar": domains.BOOLEAN,
        "webinar_capacity": types.WEBINAR_CAPACITY,
        "enable_large": domains.BOOLEAN,
        "large_capacity": types.LARGE_CAPACITY,
        "pmi": types.PMI,
        "group_id": domains.TEXT,
        "imgroup_id": domains.TEXT,
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

REVOKE_TOKEN = domains.Members(
    fields={
        "id": types.USER_ID,
        "email": types.EMAIL,
    },
    rules=(rules.OneOfRequired(arguments=("id", "email"), severity="warning"),),
)

SET_ASSISTANT = domains.Members(
    fields={
        "id": types.USER_ID,
        "host_email": types.EMAIL,
        "assistant_email": types.EMAIL,
    },
    required=("assistant_email",),
    rules=(rules.OneOfRequired(arguments=("id", "host_email"), severity="warning"),),
)

DELETE_ASSISTANT = domains.Members(
    fields={
        "id": types.USER_ID,
        "host_email": types.EMAIL,
    },
    rules=(rules.OneOfRequired(arguments=("id", "host_email"), severity="warning"),),
)

SCHEDULERS = domains.Members(
    fields={
        "id": types.USER_ID,
        "host_email": types.EMAIL,
    },
    rules=(rules.OneOfRequired(arguments=("id", "host_email"), severity="warning"),),
)

CHECK_EMAIL = domains.Members(
    fields={
        "email": types.EMAIL,
    },
    required=("email",),
)

CHECK_ZPK = domains.Members(
    fields={
        "zpk": domains.TEXT,
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
