# Generated from spec/resources/chat.yaml by `make generate`. Do not edit.
"""Read the archived chats of an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.client.asynchronous import AsyncResource
from zoom_v1.models.chat import ChatMessageList, ChatSessionList
from zoom_v1.operations import chat as operations

if TYPE_CHECKING:
    from datetime import date, datetime

    from zoom_v1._runtime.client.async_paging import AsyncPager
    from zoom_v1._runtime.client.protocols import AsyncCaller
    from zoom_v1.models.chat import ChatMessage, ChatSession


class AsyncChatResource(AsyncResource):
    """Read the archived chats of an account."""

    async def list(
        self,
        *,
        access_token: str,
        from_: date | datetime | str,
        to: date | datetime | str,
        page_size: int | UnsetType = UNSET,
        email: str | UnsetType = UNSET,
        next_page_token: str | UnsetType = UNSET,
    ) -> ChatSessionList:
        """List the chat sessions of a period.

        Args:
            access_token: Token of an admin who may see archived chats. Not empty.
            from_: Where the period begins. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            to: Where it ends. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            page_size: How many records a page holds. 1 to 30. Default: 30.
            email: E-mail address to search by.
            next_page_token: What the page before handed on; it lives for 30 minutes.

        Rules:
            `to` is not before `from`.

        Returns:
            A page of chat sessions.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second and 2000 requests a day.

        Section: Get Chat History List
        """
        return await self._call(operations.LIST, locals(), ChatSessionList)

    def iter_list(
        self,
        *,
        access_token: str,
        from_: date | datetime | str,
        to: date | datetime | str,
        page_size: int | UnsetType = UNSET,
        email: str | UnsetType = UNSET,
        next_page_token: str | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[ChatSessionList, ChatSession]:
        """Walk through all pages of `list`, by token, and yield what they hold.

        Takes what `list` takes, and in `limit` how many are wanted. Each page is asked for when
        it is needed, and each walk starts anew; `.pages()` has them whole. A token lives for 30
        minutes: whoever takes longer for a page gets a PagingError.
        """
        return self._pages(
            operations.LIST, locals(), limit, ChatSessionList, lambda page: page.chat_list
        )

    async def get(
        self,
        *,
        access_token: str,
        session_id: str,
        from_: date | datetime | str,
        to: date | datetime | str,
        page_size: int | UnsetType = UNSET,
        next_page_token: str | UnsetType = UNSET,
    ) -> ChatMessageList:
        """List the messages of a chat session in a period.

        Args:
            access_token: Token of an admin who may see archived chats. Not empty.
            session_id: Which session; `chat.list` lists them. Not empty.
            from_: Where the period begins. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            to: Where it ends. Such as 2012-11-25 or 2012-11-25T12:00:00Z.
            page_size: How many records a page holds. 1 to 30. Default: 30.
            next_page_token: What the page before handed on; it lives for 30 minutes.

        Rules:
            `to` is not before `from`.

        Returns:
            A page of the messages of one session.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: Get Chat Messages
        """
        return await self._call(operations.GET, locals(), ChatMessageList)

    def iter_get(
        self,
        *,
        access_token: str,
        session_id: str,
        from_: date | datetime | str,
        to: date | datetime | str,
        page_size: int | UnsetType = UNSET,
        next_page_token: str | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[ChatMessageList, ChatMessage]:
        """Walk through all pages of `get`, by token, and yield what they hold.

        Takes what `get` takes, and in `limit` how many are wanted. Each page is asked for when
        it is needed, and each walk starts anew; `.pages()` has them whole. A token lives for 30
        minutes: whoever takes longer for a page gets a PagingError.
        """
        return self._pages(
            operations.GET, locals(), limit, ChatMessageList, lambda page: page.chat_messages
        )


class AsyncChatResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: AsyncCaller) -> None:
        from zoom_v1._runtime.client.async_raw import async_raw

        resource = AsyncChatResource(caller)
        self.list = async_raw(resource.list)
        self.get = async_raw(resource.get)
