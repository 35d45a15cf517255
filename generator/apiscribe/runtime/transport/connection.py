"""Connections whose every step ends by one deadline, and whose logs show no secret.

urllib3's timeouts bound each single read, so that a server which sends a byte now and
then could hold up a call for ever. Here each read and write gets what is left of the call's time.
urllib3 also logs the URL of each request; it is given one that may be shown, and the
connection puts the true one in its place.

Connecting counts as a call of its own: the bytes that a proxy gets are no part of the request.
"""

from __future__ import annotations

import http.client
import io
import os
import queue
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.errors import MissingHeaderBodySeparatorDefect
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from .connection_settings import DIRECT, ConnectionSettings
from .forks import reinit_after_fork
from .sending import CONNECT_TIMEOUT, Call

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

KEPT_CONNECTIONS = 32
"""How many idle connections wait for the next call. More may be open at a time."""


class _Thread(threading.local):
    call = Call()


_thread = _Thread()


@contextmanager
def calling(call: Call) -> Iterator[None]:
    """Within it, what this thread sends and receives belongs to `call`."""
    # Calls can nest: a logging handler may have a client of its own.
    before, _thread.call = _thread.call, call
    try:
        yield
    finally:
        _thread.call = before


def open_pool(base_url: str, settings: ConnectionSettings = DIRECT) -> HTTPConnectionPool:
    """A pool of such connections. Those of other pools do not heed `calling`."""
    options: dict[str, Any] = {"maxsize": KEPT_CONNECTIONS, "block": False}
    if settings.trust is not None:
        options["ssl_context"] = settings.trust
    manager: PoolManager
    if settings.proxy is None:
        manager = PoolManager(**options)
    else:
        manager = ProxyManager(
            settings.proxy.url,
            proxy_headers=settings.proxy.headers,
            proxy_ssl_context=settings.trust,
            # Without them, the body waits until the proxy has acknowledged the head: 40 ms.
            socket_options=HTTPConnection.default_socket_options,
            **options,
        )
    manager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
    pool = cast("_Pool", manager.connection_from_url(base_url))
    reinit_after_fork(pool)
    return pool


def time_left(deadline: float | None) -> float | None:
    """Seconds until `deadline`.

    Raises:
        TimeoutError: there are none.
    """
    if deadline is None:
        return None
    left = deadline - monotonic()
    if left <= 0:
        raise TimeoutError("the time for the call is over")
    return left


class _Reader(io.RawIOBase):
    """What a socket receives, until the deadline."""

    def __init__(self, sock: socket.socket) -> None:
        self.ended = False
        self._sock = sock
        self._file = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        self._sock.settimeout(time_left(_thread.call.deadline))
        size = self._file.readinto(buffer)
        self.ended = size == 0
        return size

    def close(self) -> None:
        self._file.close()
        super().close()


class _SocketFile:
    """The one method of a socket that a response uses."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self._sock))


class _Response(http.client.HTTPResponse):
    """Stricter than Python's own, which makes a response of whatever comes."""

    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
        super().__init__(cast("socket.socket", _SocketFile(sock)), *args, **kwargs)

    def begin(self) -> None:
        super().begin()
        # Python skips only 100, and would take the actual response for that to the next request.
        while 100 < self.status < 200 and self.status != http.client.SWITCHING_PROTOCOLS:
            self.headers = None  # type: ignore[assignment] # which is how it knows that it has begun
            super().begin()
        if cast("_Reader", self.fp.raw).ended:
            raise http.client.RemoteDisconnected("the connection was closed in the head")
        # After such a line, Python takes what is left of the head for the body.
        if any(isinstance(each, MissingHeaderBodySeparatorDefect) for each in self.headers.defects):
            raise http.client.HTTPException("a line of the head is no header")
        if self.length is None and not self.chunked and "content-length" in self.headers:
            raise http.client.HTTPException("the length of the body is no number")

    def _safe_read(self, amt: int) -> bytes:
        # As large as a chunk says that it is: with -1, Python reads without end.
        if amt < 0:
            raise http.client.IncompleteRead(b"")
        content: bytes = super()._safe_read(amt)  # type: ignore[misc]
        return content


class _Connection(HTTPConnection):
    response_class = _Response

    def connect(self) -> None:
        latest = monotonic() + CONNECT_TIMEOUT
        deadline = _thread.call.deadline
        reinit_after_fork(self)
        with calling(Call(deadline=latest if deadline is None else min(deadline, latest))):
            super().connect()

    def reinit(self) -> None:
        # TLS through a proxy wraps the socket.
        sock: socket.socket | None = getattr(self.sock, "socket", self.sock)
        if sock is not None and sock.fileno() >= 0:
            # Without a TLS goodbye, which the server would take for the parent's.
            os.close(sock.detach())

    def putrequest(self, method: str, url: str, *args: Any, **kwargs: Any) -> None:
        super().putrequest(method, _thread.call.target, *args, **kwargs)

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        self.sock.settimeout(time_left(_thread.call.deadline))
        _thread.call.bytes_sent = True
        super().send(data)


class _SecureConnection(_Connection, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection

    def reinit(self) -> None:
        if self.pool is not None:
            # In place, because others hold a reference: empty, and with locks that nobody holds.
            queue.LifoQueue.__init__(self.pool, self.pool.maxsize)


class _SecurePool(_Pool, HTTPSConnectionPool):
    ConnectionCls = _SecureConnection
