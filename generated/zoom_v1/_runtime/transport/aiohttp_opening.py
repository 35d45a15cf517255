"""A body that the awaiting client reads while it comes."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from aiohttp import ClientConnectionError, ClientPayloadError, ClientResponse

from .forks import reinit_after_fork
from .opening import Late

if TYPE_CHECKING:
    from collections.abc import Callable

    from .sending import Call


_left: list[AiohttpBody] = []
"""Bodies of the parent, in the child of a fork, which are never closed."""


class AiohttpBody:
    """One task reads it, and any may close it."""

    def __init__(self, response: ClientResponse, call: Call) -> None:
        self.let_go: Callable[[], None] | None = None
        """Nobody's: the connector counts its connections."""
        self._response = response
        self._timeout = call.timeout
        reinit_after_fork(self)

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

    def hurry(self, seconds: float) -> None:
        self._timeout = seconds

    def close(self) -> None:
        if self not in _left:
            self._response.close()

    def reinit(self) -> None:
        # To close it would take the parent's connection out of the parent's event loop.
        _left.append(self)

    def __del__(self) -> None:
        with contextlib.suppress(Exception):
            self.close()
