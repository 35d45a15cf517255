# Generated from spec/resources/ by `make generate`. Do not edit.
"""The operations, one class a resource.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zoom_v1._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from zoom_v1.async_resources import account as account
    from zoom_v1.async_resources import chat as chat
    from zoom_v1.async_resources import dashboard as dashboard
    from zoom_v1.async_resources import device as device
    from zoom_v1.async_resources import group as group
    from zoom_v1.async_resources import im_group as im_group
    from zoom_v1.async_resources import meeting as meeting
    from zoom_v1.async_resources import recording as recording
    from zoom_v1.async_resources import report as report
    from zoom_v1.async_resources import user as user
    from zoom_v1.async_resources import webinar as webinar
    from zoom_v1.async_resources.account import AsyncAccountResource as AsyncAccountResource
    from zoom_v1.async_resources.account import AsyncAccountResourceRaw as AsyncAccountResourceRaw
    from zoom_v1.async_resources.chat import AsyncChatResource as AsyncChatResource
    from zoom_v1.async_resources.chat import AsyncChatResourceRaw as AsyncChatResourceRaw
    from zoom_v1.async_resources.dashboard import AsyncDashboardResource as AsyncDashboardResource
    from zoom_v1.async_resources.dashboard import (
        AsyncDashboardResourceRaw as AsyncDashboardResourceRaw,
    )
    from zoom_v1.async_resources.device import AsyncDeviceResource as AsyncDeviceResource
    from zoom_v1.async_resources.device import AsyncDeviceResourceRaw as AsyncDeviceResourceRaw
    from zoom_v1.async_resources.group import AsyncGroupResource as AsyncGroupResource
    from zoom_v1.async_resources.group import AsyncGroupResourceRaw as AsyncGroupResourceRaw
    from zoom_v1.async_resources.im_group import AsyncImGroupResource as AsyncImGroupResource
    from zoom_v1.async_resources.im_group import AsyncImGroupResourceRaw as AsyncImGroupResourceRaw
    from zoom_v1.async_resources.meeting import AsyncMeetingResource as AsyncMeetingResource
    from zoom_v1.async_resources.meeting import AsyncMeetingResourceRaw as AsyncMeetingResourceRaw
    from zoom_v1.async_resources.recording import AsyncRecordingResource as AsyncRecordingResource
    from zoom_v1.async_resources.recording import (
        AsyncRecordingResourceRaw as AsyncRecordingResourceRaw,
    )
    from zoom_v1.async_resources.report import AsyncReportResource as AsyncReportResource
    from zoom_v1.async_resources.report import AsyncReportResourceRaw as AsyncReportResourceRaw
    from zoom_v1.async_resources.user import AsyncUserResource as AsyncUserResource
    from zoom_v1.async_resources.user import AsyncUserResourceRaw as AsyncUserResourceRaw
    from zoom_v1.async_resources.webinar import AsyncWebinarResource as AsyncWebinarResource
    from zoom_v1.async_resources.webinar import AsyncWebinarResourceRaw as AsyncWebinarResourceRaw
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "zoom_v1.async_resources.account": ["AsyncAccountResource", "AsyncAccountResourceRaw"],
            "zoom_v1.async_resources.chat": ["AsyncChatResource", "AsyncChatResourceRaw"],
            "zoom_v1.async_resources.dashboard": [
                "AsyncDashboardResource",
                "AsyncDashboardResourceRaw",
            ],
            "zoom_v1.async_resources.device": ["AsyncDeviceResource", "AsyncDeviceResourceRaw"],
            "zoom_v1.async_resources.group": ["AsyncGroupResource", "AsyncGroupResourceRaw"],
            "zoom_v1.async_resources.im_group": ["AsyncImGroupResource", "AsyncImGroupResourceRaw"],
            "zoom_v1.async_resources.meeting": ["AsyncMeetingResource", "AsyncMeetingResourceRaw"],
            "zoom_v1.async_resources.recording": [
                "AsyncRecordingResource",
                "AsyncRecordingResourceRaw",
            ],
            "zoom_v1.async_resources.report": ["AsyncReportResource", "AsyncReportResourceRaw"],
            "zoom_v1.async_resources.user": ["AsyncUserResource", "AsyncUserResourceRaw"],
            "zoom_v1.async_resources.webinar": ["AsyncWebinarResource", "AsyncWebinarResourceRaw"],
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
