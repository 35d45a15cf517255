"""One call by a client of either kind, which is closed afterwards."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from zoom_v1 import AsyncZoomClient, ZoomClient


def blocks(call: Callable[[ZoomClient], object], **options: Any) -> object:
    with ZoomClient(**options) as client:
        return call(client)


def awaits(call: Callable[[AsyncZoomClient], Awaitable[object]], **options: Any) -> object:
    async def whole() -> object:
        async with AsyncZoomClient(**options) as client:
            return await call(client)

    return asyncio.run(whole())


KINDS = (blocks, awaits)
"""What a client does while it waits."""
