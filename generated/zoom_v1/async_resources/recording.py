# Generated from spec/resources/recording.yaml by `make generate`. Do not edit.
"""List, read and delete what was recorded of meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from zoom_v1._runtime.client.asynchronous import AsyncResource
from zoom_v1.models.common import Deleted
from zoom_v1.models.recording import Recording, RecordingList
from zoom_v1.operations import recording as operations

if TYPE_CHECKING:
    from datetime import datetime

    from zoom_v1._runtime.client.async_paging import AsyncPager
    from zoom_v1._runtime.client.protocols import AsyncCaller


class AsyncRecordingResource(AsyncResource):
    """List, read and delete what was recorded of meetings."""

    async def list(
        self,
        *,
        host_id: str,
        meeting_number: int | str | UnsetType = UNSET,
        from_: datetime | str | UnsetType = UNSET,
        to: datetime | str | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> RecordingList:
        """List the cloud recordings of a user's meetings.

        Args:
            host_id: Who hosted the meetings. Not empty.
            meeting_number: Which meeting alone.
            from_: Only meetings that started after this. Such as 11/25/2012 09:05 pm.
            to: Only meetings that started before this. Such as 11/25/2012 09:05 pm.
            page_size: How many records a page holds. 1 to 300. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Rules:
            `to` is not before `from`.

        Returns:
            A page of recordings.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: List Recording
        """
        return await self._call(operations.LIST, locals(), RecordingList)

    def iter_list(
        self,
        *,
        host_id: str,
        meeting_number: int | str | UnsetType = UNSET,
        from_: datetime | str | UnsetType = UNSET,
        to: datetime | str | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[RecordingList, Recording]:
        """Walk through all pages of `list`, by number, and yield what they hold.

        Takes what `list` takes, and in `limit` how many are wanted. Each page is asked for when
        it is needed, and each walk starts anew; `.pages()` has them whole. Records that are
        added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.LIST, locals(), limit, RecordingList, lambda page: page.meetings
        )

    async def list_mc(
        self,
        *,
        host_id: str,
        meeting_number: int | str | UnsetType = UNSET,
        from_: datetime | str | UnsetType = UNSET,
        to: datetime | str | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
    ) -> RecordingList:
        """List the recordings of a user's meetings on a Meeting Connector.

        Args:
            host_id: Who hosted the meetings. Not empty.
            meeting_number: Which meeting alone.
            from_: Only meetings that started after this. Such as 11/25/2012 09:05 pm.
            to: Only meetings that started before this. Such as 11/25/2012 09:05 pm.
            page_size: How many records a page holds. 1 to 300. Default: 30.
            page_number: Which page. At least 1. Default: 1.

        Rules:
            `to` is not before `from`.

        Returns:
            A page of recordings.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 1 request a second.

        Section: List Recording For MC (On Premise)
        """
        return await self._call(operations.LIST_MC, locals(), RecordingList)

    def iter_list_mc(
        self,
        *,
        host_id: str,
        meeting_number: int | str | UnsetType = UNSET,
        from_: datetime | str | UnsetType = UNSET,
        to: datetime | str | UnsetType = UNSET,
        page_size: int | UnsetType = UNSET,
        page_number: int | UnsetType = UNSET,
        limit: int | None = None,
    ) -> AsyncPager[RecordingList, Recording]:
        """Walk through all pages of `list_mc`, by number, and yield what they hold.

        Takes what `list_mc` takes, and in `limit` how many are wanted. Each page is asked for
        when it is needed, and each walk starts anew; `.pages()` has them whole. Records that
        are added or removed meanwhile may be missed or seen twice.
        """
        return self._pages(
            operations.LIST_MC, locals(), limit, RecordingList, lambda page: page.meetings
        )

    async def get(
        self,
        *,
        meeting_id: int | str,
    ) -> Recording:
        """Read the recording of a meeting, in the cloud or on premise.

        Args:
            meeting_id: Which meeting, by number or uuid of `recording.list`.

        Returns:
            What was recorded of one run of a meeting.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Get Recording
        """
        return await self._call(operations.GET, locals(), Recording)

    async def delete(
        self,
        *,
        meeting_id: int | str,
        file_id: str | UnsetType = UNSET,
    ) -> Deleted:
        """Delete the recording of a meeting, or one file of it, in the cloud or on premise.

        Args:
            meeting_id: Which meeting, by number or uuid of `recording.list`.
            file_id: Which file alone; without it all files are deleted. Not empty.

        Returns:
            What was deleted, and when.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 10 requests a second.

        Section: Delete Recording
        """
        return await self._call(operations.DELETE, locals(), Deleted)


class AsyncRecordingResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: AsyncCaller) -> None:
        from zoom_v1._runtime.client.async_raw import async_raw

        resource = AsyncRecordingResource(caller)
        self.list = async_raw(resource.list)
        self.list_mc = async_raw(resource.list_mc)
        self.get = async_raw(resource.get)
        self.delete = async_raw(resource.delete)
