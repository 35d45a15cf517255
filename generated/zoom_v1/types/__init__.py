# Generated from spec/types/ by `make generate`. Do not edit.
"""Types of arguments: the values that some have, and dicts that may stand for objects.

Names and modules of the package are loaded when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zoom_v1._runtime.lazy import lazy_names

if TYPE_CHECKING:
    from zoom_v1._runtime.client.async_paging import AsyncPager as AsyncPager
    from zoom_v1._runtime.client.paging import Pager as Pager
    from zoom_v1._runtime.encoding.files import Upload as Upload
    from zoom_v1._runtime.events import Hook as Hook
    from zoom_v1.types import choices as choices
    from zoom_v1.types import dicts as dicts
    from zoom_v1.types.choices import ApprovalType as ApprovalType
    from zoom_v1.types.choices import AudioOption as AudioOption
    from zoom_v1.types.choices import AudioPlans as AudioPlans
    from zoom_v1.types.choices import AudioReportType as AudioReportType
    from zoom_v1.types.choices import AutoRecordType as AutoRecordType
    from zoom_v1.types.choices import BasePlans as BasePlans
    from zoom_v1.types.choices import CalloutType as CalloutType
    from zoom_v1.types.choices import ChimeType as ChimeType
    from zoom_v1.types.choices import CollectionMethod as CollectionMethod
    from zoom_v1.types.choices import Country as Country
    from zoom_v1.types.choices import DeviceEncryption as DeviceEncryption
    from zoom_v1.types.choices import DeviceProtocol as DeviceProtocol
    from zoom_v1.types.choices import ImGroupType as ImGroupType
    from zoom_v1.types.choices import Language as Language
    from zoom_v1.types.choices import LargeCapacity as LargeCapacity
    from zoom_v1.types.choices import LargeMeetingPlans as LargeMeetingPlans
    from zoom_v1.types.choices import LiveOrPast as LiveOrPast
    from zoom_v1.types.choices import LoginType as LoginType
    from zoom_v1.types.choices import MeetingListType as MeetingListType
    from zoom_v1.types.choices import MeetingType as MeetingType
    from zoom_v1.types.choices import NoOfEmployees as NoOfEmployees
    from zoom_v1.types.choices import PayMode as PayMode
    from zoom_v1.types.choices import PlanKind as PlanKind
    from zoom_v1.types.choices import PremiumCountry as PremiumCountry
    from zoom_v1.types.choices import PurchasingTimeFrame as PurchasingTimeFrame
    from zoom_v1.types.choices import RecordingPlans as RecordingPlans
    from zoom_v1.types.choices import RecurrenceType as RecurrenceType
    from zoom_v1.types.choices import RegistrantState as RegistrantState
    from zoom_v1.types.choices import RegistrationType as RegistrationType
    from zoom_v1.types.choices import RoleInPurchaseProcess as RoleInPurchaseProcess
    from zoom_v1.types.choices import RoomConnectorPlans as RoomConnectorPlans
    from zoom_v1.types.choices import StartType as StartType
    from zoom_v1.types.choices import State as State
    from zoom_v1.types.choices import Timezone as Timezone
    from zoom_v1.types.choices import TollfreeCountry as TollfreeCountry
    from zoom_v1.types.choices import UserState as UserState
    from zoom_v1.types.choices import UserType as UserType
    from zoom_v1.types.choices import WebinarCapacity as WebinarCapacity
    from zoom_v1.types.choices import WebinarPlans as WebinarPlans
    from zoom_v1.types.choices import WebinarType as WebinarType
    from zoom_v1.types.choices import Weekday as Weekday
    from zoom_v1.types.choices import WeekOfMonth as WeekOfMonth
    from zoom_v1.types.choices import ZoomRoomsPlans as ZoomRoomsPlans
    from zoom_v1.types.dicts import AudioPlanDict as AudioPlanDict
    from zoom_v1.types.dicts import BasePlanDict as BasePlanDict
    from zoom_v1.types.dicts import CustomQuestionDict as CustomQuestionDict
    from zoom_v1.types.dicts import LargeMeetingPlanDict as LargeMeetingPlanDict
    from zoom_v1.types.dicts import PanelistDict as PanelistDict
    from zoom_v1.types.dicts import PlanDict as PlanDict
    from zoom_v1.types.dicts import RecurrenceDict as RecurrenceDict
    from zoom_v1.types.dicts import RoomConnectorPlanDict as RoomConnectorPlanDict
    from zoom_v1.types.dicts import WebinarPlanDict as WebinarPlanDict
    from zoom_v1.types.dicts import ZoomRoomsPlanDict as ZoomRoomsPlanDict
else:
    __getattr__, __dir__, __all__ = lazy_names(
        __name__,
        {
            "zoom_v1._runtime.client.async_paging": ["AsyncPager"],
            "zoom_v1._runtime.client.paging": ["Pager"],
            "zoom_v1._runtime.encoding.files": ["Upload"],
            "zoom_v1._runtime.events": ["Hook"],
            "zoom_v1.types.choices": [
                "TollfreeCountry",
                "PremiumCountry",
                "UserType",
                "UserState",
                "LoginType",
                "ChimeType",
                "WebinarCapacity",
                "LargeCapacity",
                "MeetingType",
                "WebinarType",
                "RegistrationType",
                "ApprovalType",
                "AudioOption",
                "StartType",
                "AutoRecordType",
                "Language",
                "PurchasingTimeFrame",
                "RoleInPurchaseProcess",
                "NoOfEmployees",
                "RegistrantState",
                "State",
                "Country",
                "Timezone",
                "PayMode",
                "CollectionMethod",
                "PlanKind",
                "CalloutType",
                "ImGroupType",
                "DeviceProtocol",
                "DeviceEncryption",
                "AudioReportType",
                "MeetingListType",
                "LiveOrPast",
                "RecurrenceType",
                "Weekday",
                "WeekOfMonth",
                "AudioPlans",
                "BasePlans",
                "LargeMeetingPlans",
                "RecordingPlans",
                "RoomConnectorPlans",
                "WebinarPlans",
                "ZoomRoomsPlans",
            ],
            "zoom_v1.types.dicts": [
                "CustomQuestionDict",
                "BasePlanDict",
                "ZoomRoomsPlanDict",
                "RoomConnectorPlanDict",
                "LargeMeetingPlanDict",
                "WebinarPlanDict",
                "AudioPlanDict",
                "PlanDict",
                "RecurrenceDict",
                "PanelistDict",
            ],
        },
        modules=["choices", "dicts"],
        unlisted=["AsyncPager"],
    )
