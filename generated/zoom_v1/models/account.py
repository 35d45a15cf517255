# Generated from spec/types/account.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from msgspec import UNSET, UnsetType, field

from zoom_v1._runtime.api_object import ApiObject
from zoom_v1._runtime.model import AwareDatetime


class SubAccount(ApiObject, kw_only=True):
    """An account under the master account."""

    id: str
    """Id of the account."""

    owner_email: str
    """E-mail address of its owner."""

    created_at: AwareDatetime
    """When it was created."""

    owner_id: str | UnsetType = UNSET
    """User id of its owner."""

    account_name: str | UnsetType = UNSET
    """Name of the account."""

    account_type: str | UnsetType = UNSET
    """Kind of account, such as `Pro`."""

    seats: int | UnsetType = UNSET
    """How many seats it has."""

    subscription_start_time: AwareDatetime | UnsetType = UNSET
    """When its subscription begins."""

    subscription_end_time: AwareDatetime | UnsetType = UNSET
    """When its subscription ends."""


class SubAccountList(ApiObject, kw_only=True):
    """A page of sub accounts."""

    page_count: int
    """How many pages there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many records a page holds."""

    total_records: int
    """How many records there are."""

    sub_accounts: list[SubAccount] = field(name="subAccounts")
    """The sub accounts of this page."""
