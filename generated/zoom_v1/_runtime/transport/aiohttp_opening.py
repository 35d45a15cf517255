"""A body that the awaiting client reads while it comes."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from aiohttp import ClientConnectionError, ClientPayloadError, ClientResponse

from .opening import Late

if TYPE_CHECKING:
    from collections.abc import Callable

    from .sending import Call


class AiohttpBody:
    """One task reads it, and any may close it."""

    def __init__(self, response: ClientResponse, call: Call) -> None:
        self.let_go: Callable[[], None] | None = None
        """Nobody's: the connector counts its connections."""
        self._response = response
        self._timeout = call.timeout

    async def piece(self) -> bytes | Late | None:
        try:
            async with asyncio.timeout(self._timeout):
                part = await self._response.content.readany()
        except TimeoutError:
            return Late.LATE
        except (ClientPayloadError, ClientConnectionError):
            # Also when it was closed meanwhile.
            return None
        if not part:
            self._response.release()
        return part

    def close(self) -> None:
        self._response.close()

    def __del__(self) -> None:
        with contextlib.suppress(Exception):
            self.close()
