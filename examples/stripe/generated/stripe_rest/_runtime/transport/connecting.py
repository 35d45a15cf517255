"""Connects to a host in bounded time, however many addresses it has and whoever is silent there."""

from __future__ import annotations

import os
import selectors
import socket
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..clock import monotonic
from .names import addresses

if TYPE_CHECKING:
    from .names import AddressInfo

_HEAD_START = 0.25
"""Seconds that an address is ahead of the next one, which is then tried beside it."""

SocketOptions = Sequence[tuple[int, int, int | bytes]]


def connected(host: str, port: int, deadline: float, options: SocketOptions) -> socket.socket:
    """A socket that is connected to whichever address of `host` answers first.

    Raises:
        socket.gaierror: the name has no address.
        TimeoutError: no address has answered by `deadline`.
        OSError: each has refused; it is the error of the first.
    """
    found = addresses(host, port, max(deadline - monotonic(), 0.0))
    with _Race(deadline, options) as race:
        return race.run(found)


class _Race:
    def __init__(self, deadline: float, options: SocketOptions) -> None:
        self._deadline = deadline
        self._options = options
        self._running: set[socket.socket] = set()
        self._failure: OSError | None = None
        self._selector = selectors.DefaultSelector()

    def run(self, found: Sequence[AddressInfo]) -> socket.socket:
        last = False
        for number, info in enumerate(found, 1):
            self._start(info)
            last = number == len(found)
            winner = self._first(self._deadline if last else monotonic() + _HEAD_START)
            if winner is not None:
                return winner
            if monotonic() >= self._deadline:
                break
        if self._failure is not None and last and not self._running:
            raise self._failure
        raise TimeoutError("no address has answered in time")

    def __enter__(self) -> _Race:
        return self

    def __exit__(self, *_: object) -> None:
        self._selector.close()
        for loser in self._running:
            loser.close()

    def _start(self, info: AddressInfo) -> None:
        family, kind, protocol, _, address = info
        try:
            sock = socket.socket(family, kind, protocol)
            self._running.add(sock)
        except OSError as error:
            self._fail(error)
            return
        try:
            for option in self._options:
                sock.setsockopt(*option)
            sock.setblocking(False)
            sock.connect(address)
        except BlockingIOError:
            pass
        except OSError as error:
            self._fail(error, sock)
            return
        self._selector.register(sock, selectors.EVENT_WRITE)

    def _first(self, until: float) -> socket.socket | None:
        """Who is connected first; None if all have failed, or nobody is by then."""
        until = min(until, self._deadline)
        while self._running and (left := until - monotonic()) > 0:
            for key, _ in self._selector.select(left):
                sock = key.fileobj
                assert isinstance(sock, socket.socket)
                self._selector.unregister(sock)
                number = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                if number == 0:
                    self._running.remove(sock)
                    return sock
                self._fail(OSError(number, os.strerror(number)), sock)
        return None

    def _fail(self, error: OSError, sock: socket.socket | None = None) -> None:
        self._failure = self._failure or error
        if sock is not None:
            self._running.remove(sock)
            sock.close()
