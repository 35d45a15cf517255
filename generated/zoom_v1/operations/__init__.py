# Generated from spec/resources/ by `make generate`. Do not edit.
"""The operations of the API as data, one module a resource."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from zoom_v1._runtime.operation import Operation

__all__ = ["IDS", "all_operations", "find", "resource_of"]

IDS: tuple[str, ...] = (
    "account.create",
    "account.list",
    "account.get",
    "account.update",
    "account.delete",
    "account.plan_subscribe",
    "account.plan_add",
    "account.plan_get",
    "account.plan_update",
    "account.update_billing",
    "user.create",
    "user.auto_create",
    "user.cust_create",
    "user.list",
    "user.list_pending",
    "user.get",
    "user.get_by_email",
    "user.update",
    "user.update_password",
    "user.upload_picture",
    "user.activate",
    "user.deactivate",
    "user.delete",
    "user.permanent_delete",
    "user.sso_create",
    "user.revoke_token",
    "user.set_assistant",
    "user.delete_assistant",
    "user.schedulers",
    "user.check_email",
    "user.check_zpk",
    "meeting.create",
    "meeting.list",
    "meeting.list_live",
    "meeting.get",
    "meeting.update",
    "meeting.delete",
    "meeting.end",
    "meeting.register",
    "webinar.create",
    "webinar.list",
    "webinar.get",
    "webinar.update",
    "webinar.delete",
    "webinar.end",
    "webinar.register",
    "webinar.list_registration",
    "webinar.get_registration",
    "webinar.cancel_registration",
    "webinar.list_registrations",
    "webinar.approve_registration",
    "webinar.list_panelists",
    "webinar.get_uuid",
    "webinar.get_attendees",
    "webinar.get_polls",
    "webinar.get_questions",
    "group.create",
    "group.list",
    "group.get",
    "group.update",
    "group.delete",
    "group.member_list",
    "group.member_add",
    "group.member_delete",
    "im_group.create",
    "im_group.list",
    "im_group.get",
    "im_group.update",
    "im_group.delete",
    "im_group.member_list",
    "im_group.member_add",
    "im_group.member_delete",
    "recording.list",
    "recording.list_mc",
    "recording.get",
    "recording.delete",
    "device.create",
    "device.list",
    "device.update",
    "device.delete",
    "chat.list",
    "chat.get",
    "report.get_account",
    "report.get_audio",
    "report.get_daily",
    "report.get_user",
    "dashboard.meetings",
    "dashboard.meeting",
    "dashboard.webinars",
    "dashboard.webinar",
    "dashboard.share_details",
    "dashboard.rooms",
    "dashboard.room",
    "dashboard.qos",
    "dashboard.crc",
    "dashboard.im",
)
"""Every operation id, in the order of the page."""

_MODULES = {
    "account": "account",
    "user": "user",
    "meeting": "meeting",
    "webinar": "webinar",
    "group": "group",
    "im_group": "im_group",
    "recording": "recording",
    "device": "device",
    "chat": "chat",
    "report": "report",
    "dashboard": "dashboard",
}
_KNOWN = frozenset(IDS)


@cache
def find(operation: str) -> Operation:
    """The operation of that id.

    Raises:
        LookupError: there is no such operation.
    """
    module = import_module(f"zoom_v1.operations.{resource_of(operation)}")
    found: dict[str, Operation] = module.OPERATIONS
    return found[operation]


def resource_of(operation: str) -> str:
    """The module that an operation's data and checks stand in.

    Raises:
        LookupError: there is no such operation.
    """
    if operation not in _KNOWN:
        # Imported when something is wrong: nobody else has to wait for it.
        from difflib import get_close_matches

        near = get_close_matches(operation, IDS, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise LookupError(f"there is no operation {operation!r}{hint}")
    return _MODULES[operation.partition(".")[0]]


def all_operations() -> tuple[Operation, ...]:
    """All of them; this loads every module."""
    return tuple(map(find, IDS))
