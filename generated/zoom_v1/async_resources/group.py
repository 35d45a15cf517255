# Generated from spec/resources/group.yaml by `make generate`. Do not edit.
"""Create, read, change and delete groups of users, and their members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.client.asynchronous import AsyncResource
from zoom_v1.models.group import Group, GroupDeleted, GroupList, GroupMemberList, GroupMembersAdded
from zoom_v1.operations import group as operations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zoom_v1._runtime.client.async_paging import AsyncPager
    from zoom_v1._runtime.client.protocols import AsyncCaller
    from zoom_v1.models.group import GroupMember


class AsyncGroupResource(AsyncResource):
    """Create, read, change and delete groups of users, and their members."""

    async def create(
        self,
        *,
        name: str,
    ) -> Group:
        """Create a group.

        Args:
            name: Name of the group; no two in an account are called alike.

        Returns:
            A group of users.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Create A Group
        """
        return await self._call(operations.CREATE, locals(), Group)

    async def list(
        self,
    ) -> GroupList:
        """List the groups of the account.

        Returns:
            All groups of an account.

        Raises:
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: List Groups
        """
        return await self._call(operations.LIST, locals(), GroupList)

    async def get(
        self,
        *,
        id: str,
    ) -> Group:
        """Read a group.

        Args:
            id: Which group. Not empty.

        Returns:
            A group of users.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Get Group Info
        """
        return await self._call(operations.GET, locals(), Group)

    async def update(
        self,
        *,
        id: str,
        name: str | UnsetType = UNSET,
    ) -> Group:
        """Rename a group.

        Args:
            id: Which group. Not empty.
            name: Name of the group; no two in an account are called alike.

        Returns:
            A group of users.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Edit A Group
        """
        return await self._call(operations.UPDATE, locals(), Group)

    async def delete(
        self,
        *,
        id: str,
    ) -> GroupDeleted:
        """Delete a group.

        Args:
            id: Which group. Not empty.

        Returns:
            Which group was deleted or lost members, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Delete A Group
        """
        return await self._call(operations.DELETE, locals(), GroupDeleted)

    async def member_list(
        self,
        *,
        id: str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> GroupMemberList:
        """List the members of a group.

        Args:
            id: Which group. Not empty.
            page_size: How many records a page holds. At least 1. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Returns:
            A page of members.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: List Group Members
        """
        return await self._call(operations.MEMBER_LIST, locals(), GroupMemberList)

    def iter_member_list(
        self,
        *,
        id: str,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[GroupMemberList, GroupMember]:
        """Walk through all pages of `member_list`, by number, and yield what they hold.

        Takes what `member_list` takes, and in `limit` how many are wanted. Each page is asked
        for when it is needed, and each walk starts anew; `.pages()` has them whole. Records
        that are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.MEMBER_LIST, locals(), limit, GroupMemberList, lambda page: page.members
        )

    async def member_add(
        self,
        *,
        id: str,
        member_ids: Sequence[str] | str,
    ) -> GroupMembersAdded:
        """Add users to a group.

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
        return await self._call(operations.MEMBER_ADD, locals(), GroupMembersAdded)

    async def member_delete(
        self,
        *,
        id: str,
        member_ids: Sequence[str] | str,
    ) -> GroupDeleted:
        """Take users out of a group.

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

        Section: Delete Group Members
        """
        return await self._call(operations.MEMBER_DELETE, locals(), GroupDeleted)


class AsyncGroupResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: AsyncCaller) -> None:
        from zoom_v1._runtime.client.async_raw import async_raw

        resource = AsyncGroupResource(caller)
        self.create = async_raw(resource.create)
        self.list = async_raw(resource.list)
        self.get = async_raw(resource.get)
        self.update = async_raw(resource.update)
        self.delete = async_raw(resource.delete)
        self.member_list = async_raw(resource.member_list)
        self.member_add = async_raw(resource.member_add)
        self.member_delete = async_raw(resource.member_delete)
