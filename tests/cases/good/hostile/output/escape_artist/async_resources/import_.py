# Generated from spec/resources/import.yaml by `make generate`. Do not edit.
"""import os."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any

from msgspec import UNSET, UnsetType

from escape_artist._runtime.client.asynchronous import AsyncResource
from escape_artist.operations import import_ as operations

if TYPE_CHECKING:
    from escape_artist._runtime.client.protocols import AsyncCaller
    from escape_artist.models.import_ import Escape
    from escape_artist.types import EscapeDict


class AsyncImportResource(AsyncResource):
    """import os"""

    async def class_(
        self,
        *,
        self_: Escape | EscapeDict | str | UnsetType = UNSET,
        cls_: bool | UnsetType = UNSET,
        unset: float | UnsetType = UNSET,
    ) -> builtins.list[builtins.list[Any]]:
        """class

        Args:
            self_: self. Its `class` alone may stand for it.
            cls_: cls.
            unset: UNSET. At least 0.

        Raises:
            InvalidArguments: an argument breaks a rule; nothing was sent.
            APIError: the API refused the request.
            TransportError: no answer came back.

        Section: import
        """
        return await self._call(operations.CLASS, locals(), builtins.list[builtins.list[Any]])


class AsyncImportResourceRaw:
    """The same operations, which answer with status, headers and body as they came."""

    def __init__(self, caller: AsyncCaller) -> None:
        from escape_artist._runtime.client.async_raw import async_raw

        resource = AsyncImportResource(caller)
        self.class_ = async_raw(resource.class_)
