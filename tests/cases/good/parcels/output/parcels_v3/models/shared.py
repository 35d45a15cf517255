# Generated from spec/types/shared.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from msgspec import UNSET, UnsetType, field

from parcels_v3._runtime.api_object import ApiObject
from parcels_v3._runtime.model import BlankableDate, Identifier, SensitiveIdentifier


class Address(ApiObject, kw_only=True):
    """Where a parcel goes."""

    post_code: str = field(name="zip")
    """Postal code."""

    street: str | UnsetType = UNSET
    """Street and number."""

    floor: int | None | UnsetType = UNSET
    """Which floor."""

    lift: bool | UnsetType = UNSET
    """Whether there is a lift."""


class Item(ApiObject, kw_only=True):
    """Something in a parcel."""

    sku: str = field(name="SKU")
    """What it is."""

    count: int | UnsetType = UNSET
    """How many."""


class Shipment(ApiObject, kw_only=True):
    """A parcel on its way."""

    tracking: str
    """Its number."""

    reference: Identifier | UnsetType = UNSET
    """The sender's own number."""

    collected: str | UnsetType = UNSET
    """When it was collected."""

    due: BlankableDate | UnsetType = UNSET
    """When it should arrive."""

    seen: list[str] | str | UnsetType = UNSET
    """The depots that it went through."""

    address: Address | UnsetType = UNSET
    """Where it goes."""

    passcode: SensitiveIdentifier | UnsetType = UNSET
    """What the driver asks for."""


class Manifest(ApiObject, kw_only=True):
    """What was sent, sheet by sheet."""

    sheet: int
    """Which sheet this is."""

    sheets: int
    """How many there are."""

    rows: list[Shipment] | None
    """The parcels."""
