# Generated from spec/resources/depot.yaml by `make generate`. Do not edit.
"""Where parcels wait."""

from __future__ import annotations

import builtins
from types import NoneType
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from parcels_v3._runtime.client.asynchronous import AsyncResource
from parcels_v3._runtime.model import Identifier
from parcels_v3.operations import depot as operations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parcels_v3._runtime.client.protocols import AsyncCaller
    from parcels_v3.types import Country, Provinces


class AsyncDepotResource(AsyncResource):
    """Where parcels wait."""

    async def open(
        self,
        *,
        country: Country,
        region: Provinces,
    ) -> builtins.list[int]:
        """Which depots are open.

        Args:
            country: Where it goes. One of CA (Canada), US (United States) or FR (France).
            region: Part of the country. An id of the list of provinces (2).

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 5000 requests a day.

        Section: Depots
        """
        return await self._call(operations.OPEN, locals(), builtins.list[int])

    async def tell(
        self,
        *,
        depot: int,
        note: Mapping[str, str] | UnsetType = UNSET,
        more: object | UnsetType = UNSET,
    ) -> None:
        """Tell a depot something.

        Args:
            depot: Which depot.
            note: What, by language. Each: at most 10 characters.
            more: Whatever else.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 5000 requests a day.

        Section: Depots
        """
        return await self._call(operations.TELL, locals(), NoneType)

    async def list_keys(
        self,
        *,
        depot: int,
    ) -> dict[str, builtins.list[str]]:
        """The keys of a depot's lockers.

        Args:
            depot: Which depot.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 5000 requests a day.

        Section: Depots
        """
        return await self._call(
            operations.LIST_KEYS, locals(), dict[str, builtins.list[Identifier]]
        )


class AsyncDepotResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: AsyncCaller) -> None:
        from parcels_v3._runtime.client.async_raw import async_raw

        resource = AsyncDepotResource(caller)
        self.open = async_raw(resource.open)
        self.tell = async_raw(resource.tell)
        self.list_keys = async_raw(resource.list_keys)
