"""uvicorn, as the stub runs it: beside the program, with bounds, and with an end of its own."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from typing import Any

import uvicorn

from .app import Application
from .background import Background
from .bounds import Bounds
from .protocol import Bounded
from .real_time import event_loop, now

_TICK = 1.0
"""Seconds between two looks at who is waited for."""
_GRACE = 1.0
"""Seconds that a request under way may take when the server stops."""
_LAST_WORDS = 0.3
"""Seconds to read the answer that tells why a request was not finished."""
_STEP = 0.02


class Serving(uvicorn.Server):
    """A uvicorn that is started and stopped from beside, and leaves logging and signals alone."""

    def __init__(
        self, application: Application, protocol: Any, bounds: Bounds, listener: socket.socket
    ) -> None:
        super().__init__(
            uvicorn.Config(
                application,
                http=protocol,
                ws="none",
                interface="asgi3",
                lifespan="off",
                log_config=None,
                proxy_headers=False,
                server_header=False,
                timeout_keep_alive=bounds.idle_seconds,
                h11_max_incomplete_event_size=bounds.head_bytes,
            )
        )
        self._application = application
        self.port: int = listener.getsockname()[1]
        self._listener = listener
        self._application = application
        self._told: Background
        shortest = min(bounds.head_seconds, bounds.body_seconds, bounds.unread_seconds)
        self._tick = min(_TICK, shortest / 4)

    def run_in(self, background: Background) -> None:
        """Serve until `background` is told to stop."""
        self._told = background
        try:
            with asyncio.Runner(loop_factory=event_loop) as runner:
                runner.run(self.serve([self._listener]))
        finally:
            self._listener.close()

    def files(self) -> Iterator[int]:
        """The numbers of the sockets that are open."""
        yield self._listener.fileno()
        for connection in self._connections():
            yield connection.transport.get_extra_info("socket").fileno()

    async def main_loop(self) -> None:
        loop = asyncio.get_running_loop()
        stopped = asyncio.Event()
        loop.add_reader(self._told.fileno(), stopped.set)
        self._application.control.lives_in(lambda: loop)
        await self.on_tick(0)  # which dates answers
        self._told.has_started()
        while not stopped.is_set():
            try:
                await asyncio.wait_for(stopped.wait(), self._tick)
            except TimeoutError:
                await self.on_tick(0)
                moment = now()
                for connection in self._connections():
                    connection.look(moment)
        loop.remove_reader(self._told.fileno())

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Finish what has begun, and tell whoever has not sent all of it that it is too late."""
        for server in self.servers:
            server.close()
        for connection in self._connections():
            connection.shutdown()
        await self._all_gone(_GRACE)
        for connection in self._connections():
            connection.give_up()
        await self._all_gone(_LAST_WORDS)
        for connection in self._connections():
            connection.transport.abort()
        await self._all_gone(_LAST_WORDS)
        await self._application.control.finish(_GRACE)

    async def _all_gone(self, seconds: float) -> None:
        end = now() + seconds
        while (self.server_state.connections or self.server_state.tasks) and now() < end:
            await asyncio.sleep(_STEP)

    def _connections(self) -> list[Bounded]:
        return list(self.server_state.connections)  # type: ignore[arg-type]  # all are of our class
