# Generated from spec/types/plans.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.model import Model


class BasePlan(Model, kw_only=True):
    """The plan that an account is built on."""

    type: str
    """Code of the plan. An id of the list of base plans (8)."""

    hosts: int
    """How many hosts it is for. At least 0 (inferred)."""


class ZoomRoomsPlan(Model, kw_only=True):
    """An additional plan for Zoom Rooms."""

    type: str
    """Code of the plan. An id of the list of zoom room plans (2)."""

    hosts: int
    """How many hosts it is for. At least 0 (inferred)."""


class RoomConnectorPlan(Model, kw_only=True):
    """An additional plan for H.323 and SIP devices."""

    type: str
    """Code of the plan. An id of the list of h.323/sip device room connector plans (2)."""

    hosts: int
    """How many hosts it is for. At least 0 (inferred)."""


class LargeMeetingPlan(Model, kw_only=True):
    """An additional plan for meetings of more people."""

    type: str
    """
    Code of the plan, which says how many people. An id of the list of large meeting plans
    (8).
    """

    hosts: int
    """How many hosts it is for. At least 0 (inferred)."""


class WebinarPlan(Model, kw_only=True):
    """An additional plan for webinars."""

    type: str
    """Code of the plan, which says how many people. An id of the list of webinar plans (12)."""

    hosts: int
    """How many hosts it is for. At least 0 (inferred)."""


class AudioPlan(Model, kw_only=True):
    """An additional plan for audio conferences."""

    type: str
    """Code of the plan. An id of the list of audio conferencing plans (3)."""

    tollfree_country: list[str] | str | UnsetType = UNSET
    """
    Where dialling in is toll-free. Sent separated by commas. Each: an id of the list of toll
    free countries (64).
    """

    premium_country: list[str] | str | UnsetType = UNSET
    """
    Where there are premium numbers. Sent separated by commas. Each: an id of the list of
    premium countries (7).
    """

    callout: int | UnsetType = UNSET
    """Where call-out reaches. One of 1 (US only) or 2 (US and international)."""

    ddi_numbers: int | UnsetType = UNSET
    """How many dedicated dial-in numbers. At least 0 (inferred)."""


class Plan(Model, kw_only=True):
    """A plan of any family."""

    type: str
    """Code of the plan; the operation says of which lists."""

    hosts: int | UnsetType = UNSET
    """How many hosts it is for. At least 0 (inferred)."""

    tollfree_country: list[str] | str | UnsetType = UNSET
    """
    Where dialling in is toll-free; for audio plans. Sent separated by commas. Each: an id of
    the list of toll free countries (64).
    """

    premium_country: list[str] | str | UnsetType = UNSET
    """
    Where there are premium numbers; for audio plans. Sent separated by commas. Each: an id of
    the list of premium countries (7).
    """

    callout: int | UnsetType = UNSET
    """Where call-out reaches; for audio plans. One of 1 (US only) or 2 (US and international)."""

    ddi_numbers: int | UnsetType = UNSET
    """How many dedicated dial-in numbers; for audio plans. At least 0 (inferred)."""


class SubscribedPlan(Model, kw_only=True):
    """A plan that an account has."""

    type: str
    """Code of the plan."""

    hosts: int
    """How many hosts it is for."""


class SubscribedAudioPlan(Model, kw_only=True):
    """The plan for audio conferences that an account has."""

    type: str
    """Code of the plan."""

    tollfree_country: str | UnsetType = UNSET
    """Where dialling in is toll-free: ids, separated by commas."""

    premium_country: str | UnsetType = UNSET
    """Where there are premium numbers: ids, separated by commas."""

    callout: int | UnsetType = UNSET
    """Where call-out reaches."""

    ddi_numbers: int | UnsetType = UNSET
    """How many dedicated dial-in numbers."""


class Subscription(Model, kw_only=True):
    """The plans of a sub account and the contact that they are sold to."""

    email: str
    """E-mail address of the contact."""

    first_name: str
    """First name."""

    last_name: str
    """Last name."""

    phone_number: str
    """Phone number."""

    address: str
    """Street address."""

    city: str
    """City."""

    state: str
    """State or province."""

    zip: str
    """Postal code."""

    country: str
    """Country."""

    plan_base: SubscribedPlan
    """Base plan."""

    apt: str | UnsetType = UNSET
    """Apartment or suite."""

    plan_zoom_rooms: SubscribedPlan | UnsetType = UNSET
    """Plan for Zoom Rooms."""

    plan_room_connector: SubscribedPlan | UnsetType = UNSET
    """Plan for H.323 and SIP devices."""

    plan_large_meeting: list[SubscribedPlan] | UnsetType = UNSET
    """Plans for large meetings."""

    plan_webinar: list[SubscribedPlan] | UnsetType = UNSET
    """Plans for webinars."""

    plan_recording: str | UnsetType = UNSET
    """Code of the plan for cloud recording."""

    plan_audio: SubscribedAudioPlan | UnsetType = UNSET
    """Plan for audio conferences."""
