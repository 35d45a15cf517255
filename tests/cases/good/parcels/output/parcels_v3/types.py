# Generated from spec/types/ by `make generate`. Do not edit.
"""Types of arguments: the values that some have, and dicts that may stand for objects."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

Country = Literal["CA", "US", "FR"]

Provinces = Literal["ON", "QC"]

States = Literal["NY", "WA"]


class AddressDict(TypedDict):
    """Where a parcel goes. A plain dict in place of `Address`.

    Rules:
        `lift` has an effect only when `floor` is given (a warning).
    """

    zip: str
    """Postal code. 3 to 9 characters."""

    street: NotRequired[str]
    """Street and number."""

    floor: NotRequired[int | None]
    """Which floor. At least -3."""

    lift: NotRequired[bool]
    """Whether there is a lift."""


class ItemDict(TypedDict):
    """Something in a parcel. A plain dict in place of `Item`."""

    SKU: str
    """What it is. Not empty."""

    count: NotRequired[int]
    """How many. At least 1. Default: 1."""
