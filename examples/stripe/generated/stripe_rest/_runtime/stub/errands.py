"""An event loop for what is done beside requests, where no server has one."""

from __future__ import annotations

import asyncio
import socket

from .background import Background
from .real_time import event_loop

_PATIENCE = 10.0
"""Seconds that starting or stopping may take."""


class Errands:
    """An event loop in a thread of its own, which starts when it is first asked for."""

    def __init__(self) -> None:
        self._running: tuple[asyncio.AbstractEventLoop, Background] | None = None
        self._made: asyncio.AbstractEventLoop

    def loop(self) -> asyncio.AbstractEventLoop:
        if self._running is None:
            background = Background(self._run, "stub errands")
            if not background.start(_PATIENCE):
                raise RuntimeError(f"no event loop started within {_PATIENCE:.0f} seconds")
            self._running = self._made, background
        return self._running[0]

    def stop(self) -> None:
        """Give up what is under way. Once is enough."""
        if self._running is not None:
            background = self._running[1]
            self._running = None
            background.stop(_PATIENCE)

    def leave(self) -> list[int]:
        """In the child of a fork: the parent has the thread; the files that are the parent's."""
        left = [] if self._running is None else [each.fileno() for each in self._sockets()]
        self._running = None
        return left

    def _sockets(self) -> list[socket.socket]:
        return [] if self._running is None else list(self._running[1].sockets())

    def _run(self, background: Background) -> None:
        with asyncio.Runner(loop_factory=event_loop) as runner:
            runner.run(self._until_told(background))

    async def _until_told(self, background: Background) -> None:
        self._made = asyncio.get_running_loop()
        stopped = asyncio.Event()
        self._made.add_reader(background.fileno(), stopped.set)
        background.has_started()
        await stopped.wait()
        self._made.remove_reader(background.fileno())
