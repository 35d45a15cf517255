"""One call by a client of either kind, which is closed afterwards."""

import asyncio
from collections.abc import Callable

from zoom_v1 import AsyncZoomClient, ZoomClient


def blocks(call: Callable[[ZoomClient], object], **options: object) -> object:
    with ZoomClient(**options) as client:
        return call(client)


def awaits(call: Callable[[AsyncZoomClient], object], **options: object) -> object:
    async def whole() -> object:
        async with AsyncZoomClient(**options) as client:
            return await call(client)

    return asyncio.run(whole())


KINDS = (blocks, awaits)
"""What a client does while it waits."""
