# Generated from spec/resources/ by `make generate`. Do not edit.
"""The operations, one class a resource.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zoom_v1._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from zoom_v1.resources import account as account
    from zoom_v1.resources import chat as chat
    from zoom_v1.resources import dashboard as dashboard
    from zoom_v1.resources import device as device
    from zoom_v1.resources import group as group
    from zoom_v1.resources import im_group as im_group
    from zoom_v1.resources import meeting as meeting
    from zoom_v1.resources import recording as recording
    from zoom_v1.resources import report as report
    from zoom_v1.resources import user as user
    from zoom_v1.resources import webinar as webinar
    from zoom_v1.resources.account import AccountResource as AccountResource
    from zoom_v1.resources.account import AccountResourceRaw as AccountResourceRaw
    from zoom_v1.resources.chat import ChatResource as ChatResource
    from zoom_v1.resources.chat import ChatResourceRaw as ChatResourceRaw
    from zoom_v1.resources.dashboard import DashboardResource as DashboardResource
    from zoom_v1.resources.dashboard import DashboardResourceRaw as DashboardResourceRaw
    from zoom_v1.resources.device import DeviceResource as DeviceResource
    from zoom_v1.resources.device import DeviceResourceRaw as DeviceResourceRaw
    from zoom_v1.resources.group import GroupResource as GroupResource
    from zoom_v1.resources.group import GroupResourceRaw as GroupResourceRaw
    from zoom_v1.resources.im_group import ImGroupResource as ImGroupResource
    from zoom_v1.resources.im_group import ImGroupResourceRaw as ImGroupResourceRaw
    from zoom_v1.resources.meeting import MeetingResource as MeetingResource
    from zoom_v1.resources.meeting import MeetingResourceRaw as MeetingResourceRaw
    from zoom_v1.resources.recording import RecordingResource as RecordingResource
    from zoom_v1.resources.recording import RecordingResourceRaw as RecordingResourceRaw
    from zoom_v1.resources.report import ReportResource as ReportResource
    from zoom_v1.resources.report import ReportResourceRaw as ReportResourceRaw
    from zoom_v1.resources.user import UserResource as UserResource
    from zoom_v1.resources.user import UserResourceRaw as UserResourceRaw
    from zoom_v1.resources.webinar import WebinarResource as WebinarResource
    from zoom_v1.resources.webinar import WebinarResourceRaw as WebinarResourceRaw
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "zoom_v1.resources.account": ["AccountResource", "AccountResourceRaw"],
            "zoom_v1.resources.chat": ["ChatResource", "ChatResourceRaw"],
            "zoom_v1.resources.dashboard": ["DashboardResource", "DashboardResourceRaw"],
            "zoom_v1.resources.device": ["DeviceResource", "DeviceResourceRaw"],
            "zoom_v1.resources.group": ["GroupResource", "GroupResourceRaw"],
            "zoom_v1.resources.im_group": ["ImGroupResource", "ImGroupResourceRaw"],
            "zoom_v1.resources.meeting": ["MeetingResource", "MeetingResourceRaw"],
            "zoom_v1.resources.recording": ["RecordingResource", "RecordingResourceRaw"],
            "zoom_v1.resources.report": ["ReportResource", "ReportResourceRaw"],
            "zoom_v1.resources.user": ["UserResource", "UserResourceRaw"],
            "zoom_v1.resources.webinar": ["WebinarResource", "WebinarResourceRaw"],
        },
        modules=[
            "account",
            "chat",
            "dashboard",
            "device",
            "group",
            "im_group",
            "meeting",
            "recording",
            "report",
            "user",
            "webinar",
        ],
    )
