"""A body that the blocking client reads while it comes."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable

from urllib3.exceptions import HTTPError
from urllib3.exceptions import TimeoutError as HTTPTimeout
from urllib3.response import BaseHTTPResponse

from .connection import Calling, hurry
from .forks import reinit_after_fork
from .opening import Late
from .sending import Call, extend

_PART = 64 * 1024


class Urllib3Body:
    """One thread reads it, and any may close it."""

    def __init__(self, response: BaseHTTPResponse, call: Call, *, ours: bool) -> None:
        self.let_go: Callable[[], None] | None = None
        self._response = response
        self._call = call
        self._ours = ours
        self._over = threading.Lock()
        """Taken for good by whoever ends it."""
        reinit_after_fork(self)

    async def piece(self) -> bytes | Late | None:
        try:
            with Calling(self._call):
                extend(self._call)
                if not self._ours:
                    hurry(self._response, self._call)
                part = self._response.read1(_PART, decode_content=False)
        except (HTTPError, OSError, ValueError, AttributeError) as error:
            # Also what urllib3 says when the connection is closed meanwhile.
            return Late.LATE if _is_timeout(error) else None
        if not part:
            self._end()
        return part

    def hurry(self, seconds: float) -> None:
        self._call.timeout = seconds

    def close(self) -> None:
        if self._over.acquire(blocking=False):
            self._wake()
            self._response.close()
            self._freed()

    def reinit(self) -> None:
        # To shut the socket would end the parent's connection.
        self._over = threading.Lock()
        self._over.acquire()

    def __del__(self) -> None:
        with contextlib.suppress(Exception):
            self.close()

    def _end(self) -> None:
        """All has come: the connection is for others."""
        if self._over.acquire(blocking=False):
            self._freed()

    def _freed(self) -> None:
        self._response.release_conn()
        if self.let_go is not None:
            self.let_go()

    def _wake(self) -> None:
        """End the read of another thread, if there is one: closing would wait for it."""
        original = getattr(self._response, "_original_response", None)
        for holder in (original, getattr(self._response, "connection", None)):
            sock = getattr(holder, "sock", None)
            if sock is not None:
                with contextlib.suppress(OSError, AttributeError, ValueError):
                    sock.shutdown(socket.SHUT_RDWR)
                return


def _is_timeout(error: Exception) -> bool:
    cause = error.__cause__ or (error.args[-1] if error.args else None)
    return isinstance(error, TimeoutError | HTTPTimeout) or isinstance(cause, TimeoutError)
