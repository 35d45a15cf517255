# Generated from spec/types/ by `make generate`. Do not edit.
"""Objects that are answered or taken.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zoom_v1._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from zoom_v1.models import account as account
    from zoom_v1.models import chat as chat
    from zoom_v1.models import common as common
    from zoom_v1.models import dashboard as dashboard
    from zoom_v1.models import device as device
    from zoom_v1.models import group as group
    from zoom_v1.models import meeting as meeting
    from zoom_v1.models import plans as plans
    from zoom_v1.models import recording as recording
    from zoom_v1.models import recurrence as recurrence
    from zoom_v1.models import report as report
    from zoom_v1.models import user as user
    from zoom_v1.models import webhooks as webhooks
    from zoom_v1.models import webinar as webinar
    from zoom_v1.models.account import SubAccount as SubAccount
    from zoom_v1.models.account import SubAccountList as SubAccountList
    from zoom_v1.models.chat import ChatMessage as ChatMessage
    from zoom_v1.models.chat import ChatMessageList as ChatMessageList
    from zoom_v1.models.chat import ChatSession as ChatSession
    from zoom_v1.models.chat import ChatSessionList as ChatSessionList
    from zoom_v1.models.common import CustomQuestion as CustomQuestion
    from zoom_v1.models.common import Deleted as Deleted
    from zoom_v1.models.common import Ended as Ended
    from zoom_v1.models.common import Occurrence as Occurrence
    from zoom_v1.models.common import Registration as Registration
    from zoom_v1.models.common import Updated as Updated
    from zoom_v1.models.dashboard import AudioQos as AudioQos
    from zoom_v1.models.dashboard import CpuUsage as CpuUsage
    from zoom_v1.models.dashboard import CrcDay as CrcDay
    from zoom_v1.models.dashboard import CrcHour as CrcHour
    from zoom_v1.models.dashboard import CrcUsage as CrcUsage
    from zoom_v1.models.dashboard import DashboardMeeting as DashboardMeeting
    from zoom_v1.models.dashboard import DashboardMeetingDetail as DashboardMeetingDetail
    from zoom_v1.models.dashboard import DashboardMeetingList as DashboardMeetingList
    from zoom_v1.models.dashboard import DashboardParticipant as DashboardParticipant
    from zoom_v1.models.dashboard import ImUser as ImUser
    from zoom_v1.models.dashboard import ImUserList as ImUserList
    from zoom_v1.models.dashboard import QosSample as QosSample
    from zoom_v1.models.dashboard import ShareDetail as ShareDetail
    from zoom_v1.models.dashboard import SharingParticipant as SharingParticipant
    from zoom_v1.models.dashboard import SharingParticipantList as SharingParticipantList
    from zoom_v1.models.dashboard import UserQos as UserQos
    from zoom_v1.models.dashboard import VideoQos as VideoQos
    from zoom_v1.models.dashboard import ZoomRoom as ZoomRoom
    from zoom_v1.models.dashboard import ZoomRoomDetail as ZoomRoomDetail
    from zoom_v1.models.dashboard import ZoomRoomList as ZoomRoomList
    from zoom_v1.models.dashboard import ZoomRoomMessages as ZoomRoomMessages
    from zoom_v1.models.device import Device as Device
    from zoom_v1.models.device import DeviceList as DeviceList
    from zoom_v1.models.group import Group as Group
    from zoom_v1.models.group import GroupDeleted as GroupDeleted
    from zoom_v1.models.group import GroupList as GroupList
    from zoom_v1.models.group import GroupMember as GroupMember
    from zoom_v1.models.group import GroupMemberList as GroupMemberList
    from zoom_v1.models.group import GroupMembersAdded as GroupMembersAdded
    from zoom_v1.models.group import ImGroup as ImGroup
    from zoom_v1.models.group import ImGroupList as ImGroupList
    from zoom_v1.models.meeting import Meeting as Meeting
    from zoom_v1.models.meeting import MeetingList as MeetingList
    from zoom_v1.models.plans import AudioPlan as AudioPlan
    from zoom_v1.models.plans import BasePlan as BasePlan
    from zoom_v1.models.plans import LargeMeetingPlan as LargeMeetingPlan
    from zoom_v1.models.plans import Plan as Plan
    from zoom_v1.models.plans import RoomConnectorPlan as RoomConnectorPlan
    from zoom_v1.models.plans import SubscribedAudioPlan as SubscribedAudioPlan
    from zoom_v1.models.plans import SubscribedPlan as SubscribedPlan
    from zoom_v1.models.plans import Subscription as Subscription
    from zoom_v1.models.plans import WebinarPlan as WebinarPlan
    from zoom_v1.models.plans import ZoomRoomsPlan as ZoomRoomsPlan
    from zoom_v1.models.recording import Recording as Recording
    from zoom_v1.models.recording import RecordingFile as RecordingFile
    from zoom_v1.models.recording import RecordingList as RecordingList
    from zoom_v1.models.recurrence import Recurrence as Recurrence
    from zoom_v1.models.report import AccountReport as AccountReport
    from zoom_v1.models.report import AccountReportUser as AccountReportUser
    from zoom_v1.models.report import AudioReport as AudioReport
    from zoom_v1.models.report import DailyReport as DailyReport
    from zoom_v1.models.report import DayUsage as DayUsage
    from zoom_v1.models.report import TelephoneCall as TelephoneCall
    from zoom_v1.models.report import UserReport as UserReport
    from zoom_v1.models.report import UserReportMeeting as UserReportMeeting
    from zoom_v1.models.report import UserReportParticipant as UserReportParticipant
    from zoom_v1.models.user import ActivatedUser as ActivatedUser
    from zoom_v1.models.user import AssistantChange as AssistantChange
    from zoom_v1.models.user import DeactivatedUser as DeactivatedUser
    from zoom_v1.models.user import DeletedUser as DeletedUser
    from zoom_v1.models.user import EmailCheck as EmailCheck
    from zoom_v1.models.user import PermanentlyDeletedUser as PermanentlyDeletedUser
    from zoom_v1.models.user import RevokedToken as RevokedToken
    from zoom_v1.models.user import Scheduler as Scheduler
    from zoom_v1.models.user import SchedulerList as SchedulerList
    from zoom_v1.models.user import User as User
    from zoom_v1.models.user import UserList as UserList
    from zoom_v1.models.user import ZpkCheck as ZpkCheck
    from zoom_v1.models.webhooks import MeetingEvent as MeetingEvent
    from zoom_v1.models.webhooks import RecordingEvent as RecordingEvent
    from zoom_v1.models.webhooks import RecordingEventFile as RecordingEventFile
    from zoom_v1.models.webinar import EndedWebinar as EndedWebinar
    from zoom_v1.models.webinar import EndedWebinarList as EndedWebinarList
    from zoom_v1.models.webinar import Panelist as Panelist
    from zoom_v1.models.webinar import Webinar as Webinar
    from zoom_v1.models.webinar import WebinarAttendee as WebinarAttendee
    from zoom_v1.models.webinar import WebinarAttendeeList as WebinarAttendeeList
    from zoom_v1.models.webinar import WebinarList as WebinarList
    from zoom_v1.models.webinar import WebinarPanelist as WebinarPanelist
    from zoom_v1.models.webinar import WebinarPanelistList as WebinarPanelistList
    from zoom_v1.models.webinar import WebinarPersonQuestions as WebinarPersonQuestions
    from zoom_v1.models.webinar import WebinarQuestion as WebinarQuestion
    from zoom_v1.models.webinar import WebinarQuestions as WebinarQuestions
    from zoom_v1.models.webinar import WebinarRegistrant as WebinarRegistrant
    from zoom_v1.models.webinar import WebinarRegistrantList as WebinarRegistrantList
    from zoom_v1.models.webinar import WebinarRegistration as WebinarRegistration
    from zoom_v1.models.webinar import WebinarRegistrationList as WebinarRegistrationList
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "zoom_v1.models.account": ["SubAccount", "SubAccountList"],
            "zoom_v1.models.chat": [
                "ChatSession",
                "ChatSessionList",
                "ChatMessage",
                "ChatMessageList",
            ],
            "zoom_v1.models.common": [
                "Updated",
                "Deleted",
                "Ended",
                "Registration",
                "Occurrence",
                "CustomQuestion",
            ],
            "zoom_v1.models.dashboard": [
                "DashboardMeeting",
                "DashboardMeetingList",
                "DashboardMeetingDetail",
                "DashboardParticipant",
                "SharingParticipant",
                "ShareDetail",
                "SharingParticipantList",
                "ZoomRoom",
                "ZoomRoomMessages",
                "ZoomRoomList",
                "ZoomRoomDetail",
                "UserQos",
                "QosSample",
                "AudioQos",
                "VideoQos",
                "CpuUsage",
                "CrcUsage",
                "CrcDay",
                "CrcHour",
                "ImUser",
                "ImUserList",
            ],
            "zoom_v1.models.device": ["Device", "DeviceList"],
            "zoom_v1.models.group": [
                "Group",
                "GroupList",
                "ImGroup",
                "ImGroupList",
                "GroupMember",
                "GroupMemberList",
                "GroupMembersAdded",
                "GroupDeleted",
            ],
            "zoom_v1.models.meeting": ["Meeting", "MeetingList"],
            "zoom_v1.models.plans": [
                "BasePlan",
                "ZoomRoomsPlan",
                "RoomConnectorPlan",
                "LargeMeetingPlan",
                "WebinarPlan",
                "AudioPlan",
                "Plan",
                "SubscribedPlan",
                "SubscribedAudioPlan",
                "Subscription",
            ],
            "zoom_v1.models.recording": ["Recording", "RecordingFile", "RecordingList"],
            "zoom_v1.models.recurrence": ["Recurrence"],
            "zoom_v1.models.report": [
                "AccountReport",
                "AccountReportUser",
                "AudioReport",
                "TelephoneCall",
                "DailyReport",
                "DayUsage",
                "UserReport",
                "UserReportMeeting",
                "UserReportParticipant",
            ],
            "zoom_v1.models.user": [
                "User",
                "UserList",
                "ActivatedUser",
                "DeactivatedUser",
                "DeletedUser",
                "PermanentlyDeletedUser",
                "RevokedToken",
                "AssistantChange",
                "Scheduler",
                "SchedulerList",
                "EmailCheck",
                "ZpkCheck",
            ],
            "zoom_v1.models.webhooks": ["MeetingEvent", "RecordingEvent", "RecordingEventFile"],
            "zoom_v1.models.webinar": [
                "Panelist",
                "Webinar",
                "WebinarList",
                "WebinarRegistration",
                "WebinarRegistrationList",
                "WebinarRegistrant",
                "WebinarRegistrantList",
                "WebinarPanelist",
                "WebinarPanelistList",
                "EndedWebinar",
                "EndedWebinarList",
                "WebinarAttendee",
                "WebinarAttendeeList",
                "WebinarQuestions",
                "WebinarPersonQuestions",
                "WebinarQuestion",
            ],
        },
        modules=[
            "account",
            "chat",
            "common",
            "dashboard",
            "device",
            "group",
            "meeting",
            "plans",
            "recording",
            "recurrence",
            "report",
            "user",
            "webhooks",
            "webinar",
        ],
    )
