# Generated from spec/types/group.yaml by `make generate`. Do not edit.
"""Objects that are answered or taken."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.api_object import ApiObject
from zoom_v1._runtime.model import AwareDatetime, Identifier


class Group(ApiObject, kw_only=True):
    """A group of users."""

    group_id: str
    """Id of the group."""

    account_id: str
    """Account that it belongs to."""

    name: str
    """Name of the group."""

    total_members: int
    """How many members it has."""


class GroupList(ApiObject, kw_only=True):
    """All groups of an account."""

    total_records: int
    """How many there are."""

    groups: list[Group]
    """The groups."""


class ImGroup(ApiObject, kw_only=True):
    """A group of users for instant messages."""

    group_id: str
    """Id of the group."""

    account_id: str
    """Account that it belongs to."""

    name: str
    """Name of the group."""

    total_members: int
    """How many members it has."""

    option_search_by_domain: bool
    """Others in the same e-mail domain find members."""

    option_search_by_account: bool
    """Others in the same account find members."""

    option_search_by_ma_account: bool
    """Others under the same master account find members."""

    last_modified_time: AwareDatetime | UnsetType = UNSET
    """When it was last changed."""


class ImGroupList(ApiObject, kw_only=True):
    """All IM groups of an account."""

    total_records: int
    """How many there are."""

    groups: list[ImGroup]
    """The groups."""


class GroupMember(ApiObject, kw_only=True):
    """A member of a group or an IM group."""

    id: str
    """Id of the user."""

    email: str
    """E-mail address."""

    first_name: str
    """First name."""

    last_name: str
    """Last name."""

    pic_url: str
    """Where the user's picture is."""


class GroupMemberList(ApiObject, kw_only=True):
    """A page of members."""

    page_count: int
    """How many pages there are."""

    page_number: int
    """Which page this is."""

    page_size: int
    """How many records a page holds."""

    total_records: int
    """How many records there are."""

    members: list[GroupMember]
    """The members of this page."""


class GroupMembersAdded(ApiObject, kw_only=True):
    """How many members a group got, and when."""

    id: str
    """Id of the group."""

    add_at: AwareDatetime
    """When they were added."""

    add_count: int
    """How many were added."""


class GroupDeleted(ApiObject, kw_only=True):
    """Which group was deleted or lost members, and when."""

    id: Identifier
    """Id of what was deleted."""

    deleted_at: AwareDatetime
    """When it was deleted."""

    deleted_count: int
    """How many groups or members were deleted."""
