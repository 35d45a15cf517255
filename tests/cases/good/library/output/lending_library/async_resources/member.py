# Generated from spec/resources/member.yaml by `make generate`. Do not edit.
"""Who may borrow, and what they have."""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from lending_library._runtime.client.asynchronous import AsyncResource
from lending_library.models.members import LoanFeed, Member
from lending_library.operations import member as operations

if TYPE_CHECKING:
    from datetime import datetime

    from lending_library._runtime.client.async_paging import AsyncPager
    from lending_library._runtime.client.protocols import AsyncCaller
    from lending_library.models.members import Loan


class AsyncMemberResource(AsyncResource):
    """Who may borrow, and what they have."""

    async def get(
        self,
        *,
        name: str,
    ) -> Member:
        """One member.

        Args:
            name: The name that the member goes by.

        Returns:
            Who may borrow books.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 600 requests a minute.

        Section: Members
        """
        return await self._call(operations.GET, locals(), Member)

    async def loans(
        self,
        *,
        name: str,
        limit: int | UnsetType = UNSET,
        cursor: str | UnsetType = UNSET,
    ) -> LoanFeed:
        """What a member has borrowed.

        Args:
            name: The name that the member goes by.
            limit: How many at a time. 1 to 50.
            cursor: Where to go on.

        Returns:
            Some loans, and where to go on.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 5 requests a second and 600 requests a minute.

        Section: Members
        """
        return await self._call(operations.LOANS, locals(), LoanFeed)

    def iter_loans(
        self,
        *,
        name: str,
        limit: int | UnsetType = UNSET,
        cursor: str | UnsetType = UNSET,
        max_items: int | None = None,
    ) -> AsyncPager[LoanFeed, Loan]:
        """Walk through all pages of `loans`, by token, and yield what they hold.

        Takes what `loans` takes, and in `max_items` how many are wanted. Each page is asked for
        when it is needed, and each walk starts anew; `.pages()` has them whole. A token lives
        for 10 minutes: whoever takes longer for a page gets a PagingError.
        """
        return self._pages(operations.LOANS, locals(), max_items, LoanFeed, lambda page: page.loans)

    async def block(
        self,
        *,
        name: str,
        until: datetime | str | None | UnsetType = UNSET,
        pin: str | UnsetType = UNSET,
    ) -> None:
        """Let a member borrow nothing for a while.

        Args:
            name: The name that the member goes by.
            until: Until when; null for ever. Such as 2012-11-25T12:00:00Z.
            pin: The librarian's own number. At least 4 characters.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 600 requests a minute.

        Section: Members
        """
        return await self._call(operations.BLOCK, locals(), NoneType)


class AsyncMemberResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: AsyncCaller) -> None:
        from lending_library._runtime.client.async_raw import async_raw

        resource = AsyncMemberResource(caller)
        self.get = async_raw(resource.get)
        self.loans = async_raw(resource.loans)
        self.block = async_raw(resource.block)
