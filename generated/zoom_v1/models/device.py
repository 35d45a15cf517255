# Generated from spec/types/device.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from zoom_v1._runtime.api_object import ApiObject


class Device(ApiObject, kw_only=True):
    """An H.323/SIP device."""

    id: str
    """Id of the device."""

    name: str
    """Name that is shown."""

    ip: str
    """IP address, or extension if it speaks H.323."""

    protocol_type: int
    """Protocol that it speaks."""

    encryption_type: int
    """Whether it encrypts."""


class DeviceList(ApiObject, kw_only=True):
    """A page of devices."""

    page_count: int
    """How many pages there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many records a page holds."""

    total_records: int
    """How many records there are."""

    devices: list[Device]
    """The devices of this page."""
