# Generated from spec/types/ by `make generate`. Do not edit.
"""Dicts that may stand for objects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NotRequired, TypedDict

from zoom_v1 import types


class CustomQuestionDict(TypedDict):
    """A question of the host's own and the answer to it. A plain dict in place of
    `CustomQuestion`."""

    title: str
    """Name of the field."""

    value: str
    """The answer."""


class BasePlanDict(TypedDict):
    """The plan that an account is built on. A plain dict in place of `BasePlan`."""

    type: types.BasePlans
    """Code of the plan. An id of the list of base plans (8)."""

    hosts: int
    """How many hosts it is for."""


class ZoomRoomsPlanDict(TypedDict):
    """An additional plan for Zoom Rooms. A plain dict in place of `ZoomRoomsPlan`."""

    type: types.ZoomRoomsPlans
    """Code of the plan. An id of the list of zoom room plans (2)."""

    hosts: int
    """How many hosts it is for."""


class RoomConnectorPlanDict(TypedDict):
    """An additional plan for H.323 and SIP devices. A plain dict in place of
    `RoomConnectorPlan`."""

    type: types.RoomConnectorPlans
    """Code of the plan. An id of the list of h.323/sip device room connector plans (2)."""

    hosts: int
    """How many hosts it is for."""


class LargeMeetingPlanDict(TypedDict):
    """An additional plan for meetings of more people. A plain dict in place of
    `LargeMeetingPlan`."""

    type: types.LargeMeetingPlans
    """Code of the plan, which says how many people. An id of the list of large meeting plans
    (8)."""

    hosts: int
    """How many hosts it is for."""


class WebinarPlanDict(TypedDict):
    """An additional plan for webinars. A plain dict in place of `WebinarPlan`."""

    type: types.WebinarPlans
    """Code of the plan, which says how many people. An id of the list of webinar plans (12)."""

    hosts: int
    """How many hosts it is for."""


class AudioPlanDict(TypedDict):
    """An additional plan for audio conferences. A plain dict in place of `AudioPlan`."""

    type: types.AudioPlans
    """Code of the plan. An id of the list of audio conferencing plans (3)."""

    tollfree_country: NotRequired[Sequence[types.TollfreeCountry] | str]
    """Where dialling in is toll-free. Sent separated by commas. Each: an id of the list of
    toll free countries (64)."""

    premium_country: NotRequired[Sequence[types.PremiumCountry] | str]
    """Where there are premium numbers. Sent separated by commas. Each: an id of the list of
    premium countries (7)."""

    callout: NotRequired[types.CalloutType]
    """Where call-out reaches. One of 1 (US only) or 2 (US and international)."""

    ddi_numbers: NotRequired[int]
    """How many dedicated dial-in numbers."""


class PlanDict(TypedDict):
    """A plan of any family; one without hosts or countries may be given by its code alone. A
    plain dict in place of `Plan`."""

    type: str
    """Code of the plan; the operation says of which lists."""

    hosts: NotRequired[int]
    """How many hosts it is for."""

    tollfree_country: NotRequired[Sequence[types.TollfreeCountry] | str]
    """Where dialling in is toll-free; for audio plans. Sent separated by commas. Each: an id
    of the list of toll free countries (64)."""

    premium_country: NotRequired[Sequence[types.PremiumCountry] | str]
    """Where there are premium numbers; for audio plans. Sent separated by commas. Each: an id
    of the list of premium countries (7)."""

    callout: NotRequired[types.CalloutType]
    """Where call-out reaches; for audio plans. One of 1 (US only) or 2 (US and international)."""

    ddi_numbers: NotRequired[int]
    """How many dedicated dial-in numbers; for audio plans."""


class RecurrenceDict(TypedDict):
    """When a meeting or webinar with fixed times recurs. A plain dict in place of
    `Recurrence`."""

    type: types.RecurrenceType
    """Daily, weekly or monthly. One of 1 (daily), 2 (weekly) or 3 (monthly)."""

    repeat_interval: NotRequired[int]
    """Every so many days (at most 90), weeks (12) or months (3). At least 1. Default: 1."""

    weekly_days: NotRequired[Sequence[types.Weekday] | str]
    """Days of the week; for weekly ones. Sent separated by commas. Each: one of 1 (Sunday), 2
    (Monday), 3 (Tuesday), 4 (Wednesday), 5 (Thursday), 6 (Friday) or 7 (Saturday)."""

    monthly_day: NotRequired[int]
    """Day of the month; for monthly ones. 1 to 31."""

    monthly_week: NotRequired[types.WeekOfMonth]
    """Week of the month, beside `monthly_week_day`. One of -1 (last), 1 (first), 2 (second), 3
    (third) or 4 (fourth)."""

    monthly_week_day: NotRequired[types.Weekday]
    """Day of the week, beside `monthly_week`. One of 1 (Sunday), 2 (Monday), 3 (Tuesday), 4
    (Wednesday), 5 (Thursday), 6 (Friday) or 7 (Saturday)."""

    end_times: NotRequired[int]
    """How many occurrences there are. 1 to 50. Default: 1."""

    end_date_time: NotRequired[datetime | str]
    """When the last occurrence is at the latest. Such as 2012-11-25T12:00:00Z."""


class PanelistDict(TypedDict):
    """Who speaks in a webinar. A plain dict in place of `Panelist`."""

    name: str
    """Name."""

    email: str
    """E-mail address, where the invitation goes. An e-mail address."""
