"""A connection that sends together what is written at once: a head and its body."""

from __future__ import annotations

import asyncio
from typing import Any


class Gathering:
    """A transport that waits with what it is to send until whoever writes has had their turn.

    Each sending costs the system as much as a third of all else that is done for a request, and
    wakes its reader.
    """

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._pieces: list[bytes] = []

    def write(self, data: bytes) -> None:
        if not self._pieces:
            self._loop.call_soon(self._send)
        self._pieces.append(data)

    def write_eof(self) -> None:
        self._send()
        self._transport.write_eof()

    def close(self) -> None:
        self._send()
        self._transport.close()

    def abort(self) -> None:
        self._pieces.clear()
        self._transport.abort()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def _send(self) -> None:
        if self._pieces:
            gathered = b"".join(self._pieces)
            self._pieces.clear()
            self._transport.write(gathered)
