# Generated from spec/types/plans.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.api_object import ApiObject


class BasePlan(ApiObject, kw_only=True):
    """The plan that an account is built on."""

    type: str
    """Code of the plan."""

    hosts: int
    """How many hosts it is for."""


class ZoomRoomsPlan(ApiObject, kw_only=True):
    """An additional plan for Zoom Rooms."""

    type: str
    """Code of the plan."""

    hosts: int
    """How many hosts it is for."""


class RoomConnectorPlan(ApiObject, kw_only=True):
    """An additional plan for H.323 and SIP devices."""

    type: str
    """Code of the plan."""

    hosts: int
    """How many hosts it is for."""


class LargeMeetingPlan(ApiObject, kw_only=True):
    """An additional plan for meetings of more people."""

    type: str
    """Code of the plan, which says how many people."""

    hosts: int
    """How many hosts it is for."""


class WebinarPlan(ApiObject, kw_only=True):
    """An additional plan for webinars."""

    type: str
    """Code of the plan, which says how many people."""

    hosts: int
    """How many hosts it is for."""


class AudioPlan(ApiObject, kw_only=True):
    """An additional plan for audio conferences."""

    type: str
    """Code of the plan."""

    tollfree_country: list[str] | str | UnsetType = UNSET
    """Where dialling in is toll-free."""

    premium_country: list[str] | str | UnsetType = UNSET
    """Where there are premium numbers."""

    callout: int | UnsetType = UNSET
    """Where call-out reaches."""

    ddi_numbers: int | UnsetType = UNSET
    """How many dedicated dial-in numbers."""


class Plan(ApiObject, kw_only=True):
    """A plan of any family; one without hosts or countries may be given by its code alone."""

    type: str
    """Code of the plan; the operation says of which lists."""

    hosts: int | UnsetType = UNSET
    """How many hosts it is for."""

    tollfree_country: list[str] | str | UnsetType = UNSET
    """Where dialling in is toll-free; for audio plans."""

    premium_country: list[str] | str | UnsetType = UNSET
    """Where there are premium numbers; for audio plans."""

    callout: int | UnsetType = UNSET
    """Where call-out reaches; for audio plans."""

    ddi_numbers: int | UnsetType = UNSET
    """How many dedicated dial-in numbers; for audio plans."""


class SubscribedPlan(ApiObject, kw_only=True):
    """A plan that an account has."""

    type: str
    """Code of the plan."""

    hosts: int
    """How many hosts it is for."""


class SubscribedAudioPlan(ApiObject, kw_only=True):
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


class Subscription(ApiObject, kw_only=True):
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
