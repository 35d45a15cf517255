# Generated from spec/resources/shelf.yaml by `make generate`. Do not edit.
"""The house."""

from __future__ import annotations

import builtins
from types import NoneType
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from lending_library._runtime.client.asynchronous import AsyncResource
from lending_library.models.catalogue import Shelf
from lending_library.operations import shelf as operations

if TYPE_CHECKING:
    from typing import Literal

    from lending_library._runtime.client.protocols import AsyncCaller
    from lending_library.types import ShelfDict


class AsyncShelfResource(AsyncResource):
    """The house."""

    async def tree(
        self,
    ) -> builtins.list[Shelf]:
        """All shelves.

        Raises:
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 600 requests a minute.

        Section: Shelves
        """
        return await self._call(operations.TREE, locals(), builtins.list[Shelf])

    async def label(
        self,
        *,
        label: str,
        shelf: Shelf | ShelfDict,
        type: Literal["wood", "steel"] | None | UnsetType = UNSET,
    ) -> None:
        """Put up or move a shelf.

        Args:
            label: What is written on it.
            shelf: The shelf.
            type: What it is made of. One of wood or steel.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Rate limit: 600 requests a minute.

        Section: Shelves
        """
        return await self._call(operations.LABEL, locals(), NoneType)


class AsyncShelfResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: AsyncCaller) -> None:
        from lending_library._runtime.client.async_raw import async_raw

        resource = AsyncShelfResource(caller)
        self.tree = async_raw(resource.tree)
        self.label = async_raw(resource.label)
