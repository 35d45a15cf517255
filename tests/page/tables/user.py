"""Users, their settings, passwords and assistants."""

from tests.page.kinds import EMAIL, FLAG, ID, QUANTITY, SECRET, TEXT, TIMEZONE, pages
from tests.page.rows import Row, Rows, beside, need, rows, usual
from tests.page.samples import Absent, digits, numbered, text
from tests.page.uploads import file

_NAME = text(han=5)
_TYPE = numbered(1, 2, 3)
_WEBINAR_CAPACITY = numbered(0, 100, 500, 1000, 3000, 5000, 10000)  # erratum capacity-zero
_LARGE_CAPACITY = numbered(0, 100, 200, 300, 500)


def _flags(names: str) -> Rows:
    return dict.fromkeys(names.split(), FLAG)


_NAMES: Rows = {"first_name": _NAME, "last_name": _NAME}
_CAPACITIES: Rows = {
    "meeting_capacity": QUANTITY,
    "enable_webinar": FLAG,
    "webinar_capacity": beside(_WEBINAR_CAPACITY, enable_webinar=True),
    "enable_large": FLAG,
    "large_capacity": beside(_LARGE_CAPACITY, enable_large=True),
}
_RECORDING = _flags("enable_auto_recording enable_cloud_auto_recording")
_GROUPS: Rows = {"group_id": TEXT, "imgroup_id": TEXT}


def _settings(after_cmr: str = "", after_waiting_room: str = "") -> Rows:
    """What is common to creating and updating; some more stands in between when updating."""
    return {
        **_NAMES,
        **_flags("disable_chat enable_e2e_encryption enable_silent_mode disable_group_hd"),
        **_flags("disable_recording enable_cmr"),
        **_flags(after_cmr),
        **_RECORDING,
        "track_id": TEXT,
        **_CAPACITIES,
        **_flags("disable_feedback disable_jbh_reminder enable_breakout_room enable_polling"),
        **_flags("enable_annotation enable_share_dual_camera enable_far_end_camera_control"),
        **_flags("disable_private_chat enable_enter_exit_chime"),
        "option_enter_exit_chime_type": numbered(0, 1),
        **_flags("disable_cancel_meeting_notification enable_remote_support enable_file_transfer"),
        **_flags("enable_virtual_background enable_attention_tracking enable_waiting_room"),
        **_flags(after_waiting_room),
        **_flags("enable_closed_caption enable_co_host enable_auto_saving_chats"),
        **_flags("enable_phone_participants_password enable_auto_delete_cmr"),
        "auto_delete_cmr_days": QUANTITY,
    }


_CREATE = rows({"email": need(EMAIL), "type": need(_TYPE), **_settings(), "dept": TEXT, **_GROUPS})
_ONE = rows({"id": need(ID)})
_HOST = rows({"id": usual(ID), "host_email": EMAIL})

OPERATIONS: dict[str, Row] = {
    "user.create": _CREATE,
    "user.auto_create": rows(
        {
            "email": need(EMAIL),
            "type": need(_TYPE),
            "password": need(SECRET),
            **_settings(),
            "dept": TEXT,
            **_GROUPS,
        }
    ),
    "user.cust_create": _CREATE,
    "user.list": rows(pages(300)),
    "user.list_pending": rows(pages(300)),
    "user.get": _ONE,
    "user.get_by_email": rows({"email": need(EMAIL), "login_type": numbered(0, 1, 99, 100, 101)}),
    "user.update": rows(
        {
            "id": need(ID),
            "type": _TYPE,
            **_settings(
                "enable_record_speaker_view enable_record_gallery_view enable_record_audio_file",
                "enable_use_pmi",
            ),
            "pmi": digits(10),
            "dept": TEXT,
            "timezone": TIMEZONE,  # erratum lists-not-named
            "vanity_name": TEXT,
            "host_key": digits(6),
            **_GROUPS,
            "cms_user_id": TEXT,
        }
    ),
    "user.update_password": rows({"id": need(ID), "password": need(SECRET)}),
    "user.upload_picture": rows(
        {
            "id": need(ID),
            "pic_file": need(file(b"\xff\xd8\xff", "jpg", "jpeg", most=5 * 1024 * 1024)),
        }
    ),
    "user.activate": _ONE,
    "user.deactivate": _ONE,
    "user.delete": rows({"id": need(ID), "type": numbered(0, 1)}),
    "user.permanent_delete": rows({"id": usual(ID), "email": beside(EMAIL, id=Absent)}),
    "user.sso_create": rows(
        {
            "email": need(EMAIL),
            "type": need(_TYPE),
            **_NAMES,
            **_CAPACITIES,
            "pmi": digits(10),
            **_GROUPS,
        }
    ),
    "user.revoke_token": rows({"id": usual(ID), "email": EMAIL}),
    "user.set_assistant": rows(
        {"id": usual(ID), "host_email": EMAIL, "assistant_email": need(EMAIL)}
    ),
    "user.delete_assistant": _HOST,
    "user.schedulers": _HOST,
    "user.check_email": rows({"email": need(EMAIL)}),
    "user.check_zpk": rows({"zpk": need(TEXT)}),
}
