"""ASGI's lifespan: servers that ask are told that there is nothing to begin or to end."""

from __future__ import annotations

from .responses import Receive, Send


async def live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
