# Generated from spec/resources/im_group.yaml by `make generate`. Do not edit.
"""Create, read, change and delete groups for instant messages, and their members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.client.blocking import Resource
from zoom_v1.models.group import (
    GroupDeleted,
    GroupMemberList,
    GroupMembersAdded,
    ImGroup,
    ImGroupList,
)
from zoom_v1.operations import im_group as operations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zoom_v1._runtime.client.paging import Pager
    from zoom_v1._runtime.client.protocols import Caller
    from zoom_v1.models.group import GroupMember
    from zoom_v1.types import ImGroupType


class ImGroupResource(Resource):
    """Create, read, change and delete groups for instant messages, and their members."""

    def create(
        self,
        *,
        name: str,
        type: ImGroupType | UnsetType = UNSET,
        option_search_by_domain: bool | UnsetType = UNSET,
        option_search_by_account: bool | UnsetType = UNSET,
        option_search_by_ma: bool | UnsetType = UNSET,
    ) -> ImGroup:
        """Create an IM group.

        Args:
            name: Name of the group; no two in an account are called alike.
            type: Kind of group. One of Normal, Restricted or Shared. Default: Normal.
            option_search_by_domain: Others in the same e-mail domain find members. Default:
                false.
            option_search_by_account: Others in the same account find members. Default:
                false.
            option_search_by_ma: Others under the same master account find members, in all
                its sub accounts. Default: false.

        Returns:
            A group of users for instant messages.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Create IM Group
        """
        return self._call(operations.CREATE, locals(), ImGroup)

    def list(
        self,
    ) -> ImGroupList:
        """List the IM groups of the account.

        Returns:
            All IM groups of an account.

        Raises:
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: List IM Groups
        """
        return self._call(operations.LIST, locals(), ImGroupList)

    def get(
        self,
        *,
        id: str,
    ) -> ImGroup:
        """Read an IM group.

        Args:
            id: Which IM group. Not empty.

        Returns:
            A group of users for instant messages.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Get IM Group Info
        """
        return self._call(operations.GET, locals(), ImGroup)

    def update(
        self,
        *,
        id: str,
        name: str | UnsetType = UNSET,
        type: ImGroupType | UnsetType = UNSET,
        option_search_by_domain: bool | UnsetType = UNSET,
        option_search_by_account: bool | UnsetType = UNSET,
        option_search_by_ma: bool | UnsetType = UNSET,
    ) -> ImGroup:
        """Change an IM group.

        Args:
            id: Which IM group. Not empty.
            name: Name of the group; no two in an account are called alike.
            type: Kind of group. One of Normal, Restricted or Shared. Default: Normal.
            option_search_by_domain: Others in the same e-mail domain find members. Default:
                false.
            option_search_by_account: Others in the same account find members. Default:
                false.
            option_search_by_ma: Others under the same master account find members, in all
                its sub accounts. Default: false.

        Returns:
            A group of users for instant messages.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Edit A IM Group
        """
        return self._call(operations.UPDATE, locals(), ImGroup)

    def delete(
        self,
        *,
        id: str,
    ) -> GroupDeleted:
        """Delete an IM group.

        Args:
            id: Which IM group. Not empty.

        Returns:
            Which group was deleted or lost members, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Delete IM Group
        """
        return self._call(operations.DELETE, locals(), GroupDeleted)

    def member_list(
        self,
        *,
        id: str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> GroupMemberList:
        """List the members of an IM group.

        Args:
            id: Which IM group. Not empty.
            page_size: How many records a page holds. At least 1. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A page of members.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: List IM Group Members
        """
        return self._call(operations.MEMBER_LIST, locals(), GroupMemberList)

    def iter_member_list(
        self,
        *,
        id: str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> Pager[GroupMemberList, GroupMember]:
        """Walk through all pages of `member_list`, by number, and yield what they hold.

        Takes what `member_list` takes, and in `limit` how many are wanted. Each page is asked
        for when it is needed, and each walk starts anew; `.pages()` has them whole. Records
        that are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.MEMBER_LIST, locals(), limit, GroupMemberList, lambda page: page.members
        )

    def member_add(
        self,
        *,
        id: str,
        member_ids: Sequence[str] | str,
    ) -> GroupMembersAdded:
        """Add users to an IM group.

        Args:
            id: Which group. Not empty.
            member_ids: Which users. Sent separated by commas. Each: not empty. At least
                one.

        Returns:
            How many members a group got, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Add Group Members
        """
        return self._call(operations.MEMBER_ADD, locals(), GroupMembersAdded)

    def member_delete(
        self,
        *,
        id: str,
        member_ids: Sequence[str] | str,
    ) -> GroupDeleted:
        """Take users out of an IM group.

        Args:
            id: Which group. Not empty.
            member_ids: Which users. Sent separated by commas. Each: not empty. At least
                one.

        Returns:
            Which group was deleted or lost members, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Delete IM Group Members
        """
        return self._call(operations.MEMBER_DELETE, locals(), GroupDeleted)


class ImGroupResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: Caller) -> None:
        from zoom_v1._runtime.client.raw import raw

        resource = ImGroupResource(caller)
        self.create = raw(resource.create)
        self.list = raw(resource.list)
        self.get = raw(resource.get)
        self.update = raw(resource.update)
        self.delete = raw(resource.delete)
        self.member_list = raw(resource.member_list)
        self.member_add = raw(resource.member_add)
        self.member_delete = raw(resource.member_delete)
