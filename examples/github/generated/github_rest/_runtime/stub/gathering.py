"""A connection that sends together what is written at once: a head and its body."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from .rounds import Round


class Gathering:
    """A transport that waits with what it is to send until whoever writes has had their turn.

    Each sending costs the system as much as a third of all else that is done for a request, and
    wakes its reader.

    Args:
        round: what it waits for if there is one, so that what an answer tells of is kept.
        apology: what is sent in place of an answer if it is not.
    """

    def __init__(
        self,
        transport: asyncio.Transport,
        loop: asyncio.AbstractEventLoop,
        round: Round,
        apology: Callable[[], bytes],
    ) -> None:
        self._transport = transport
        self.is_closing = transport.is_closing
        self._loop = loop
        self._round = round
        self._apology = apology
        self._pieces: list[bytes] = []
        self._unsure: int | None = None
        """From which piece on they may tell of what is not kept yet."""

    def write(self, data: bytes) -> None:
        if self._unsure is None and self._round.join(self):
            self._unsure = len(self._pieces)
        elif not self._pieces:
            self._loop.call_soon(self._send)
        self._pieces.append(data)

    def write_eof(self) -> None:
        self._flush()
        self._transport.write_eof()

    def close(self) -> None:
        self._flush()
        self._transport.close()

    def abort(self) -> None:
        self._pieces.clear()
        self._unsure = None
        self._transport.abort()

    def go_on(self) -> None:
        """Send all: what answers tell of is kept."""
        self._unsure = None
        if self._pieces:
            self._transport.write(b"".join(self._pieces))
            self._pieces.clear()

    def apologize(self) -> None:
        """Send an apology in place of what tells of something that is not kept, and hang up."""
        if self._unsure is not None:
            self._pieces[self._unsure :] = [self._apology()]
            self.go_on()
            self._transport.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def _flush(self) -> None:
        self._round.end()
        self._send()

    def _send(self) -> None:
        """Send what is sure."""
        sure = self._pieces[: self._unsure]
        if sure:
            del self._pieces[: self._unsure]
            self._transport.write(b"".join(sure))
        if self._unsure is not None:
            self._unsure = 0
