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
import sys
import threading
from typing import TYPE_CHECKING, Any, cast

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from ..clock import monotonic
from .connecting import connected
from .connection_settings import DIRECT, ConnectionSettings
from .forks import reinit_after_fork
from .heads import framing_of, read_headers, read_line
from .sending import CONNECT_TIMEOUT, Call

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from urllib3.response import BaseHTTPResponse


_VERSIONS = {b"HTTP/1.0": 10, b"HTTP/1.1": 11}
_BODILESS = (http.client.NO_CONTENT, http.client.NOT_MODIFIED)


class _Thread(threading.local):
    call = Call()


_thread = _Thread()


class Calling:
    """Within it, what this thread sends and receives belongs to a call."""

    __slots__ = ("_before", "_call")

    def __init__(self, call: Call) -> None:
        self._call = call

    def __enter__(self) -> None:
        # Calls can nest: a logging handler may have a client of its own.
        self._before, _thread.call = _thread.call, self._call

    def __exit__(self, *_: object) -> None:
        _thread.call = self._before


def open_pool(base_url: str, settings: ConnectionSettings = DIRECT) -> Pool:
    """A pool of such connections. Those of other pools do not heed `Calling`."""
    options: dict[str, Any] = {"maxsize": settings.max_connections}
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
    manager.pool_classes_by_scheme = {"http": Pool, "https": _SecurePool}
    pool = cast("Pool", manager.connection_from_url(base_url))
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


def hurry(response: BaseHTTPResponse, call: Call) -> None:
    """Have the next read of a connection that is not ours end in time."""
    left = time_left(call.deadline)
    sock = getattr(response.connection, "sock", None)
    if sock is not None:
        sock.settimeout(left)


class _Reader(io.RawIOBase):
    """What a socket receives, until the deadline."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._file = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        self._sock.settimeout(time_left(_thread.call.deadline))
        return self._file.readinto(buffer)

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
        self.sock = sock

    def begin(self) -> None:
        version, status, reason = self._read_status()
        self.headers = self.msg = read_headers(self.fp)
        # Python skips only 100, and would take the actual response for that to the next request.
        while 100 <= status < 200 and status != http.client.SWITCHING_PROTOCOLS:
            version, status, reason = self._read_status()
            self.headers = self.msg = read_headers(self.fp)
        self.code, self.status, self.reason = status, status, reason
        self.version = _VERSIONS[version.encode()]
        self.length, self.chunked = framing_of(self.headers)
        self.chunk_left = None
        is_bodiless = status < 200 or status in _BODILESS
        if is_bodiless or self._method == "HEAD":  # type: ignore[attr-defined]
            self.length = 0
        is_last: bool = self._check_close()  # type: ignore[attr-defined]
        self.will_close = is_last or (self.length is None and not self.chunked)

    def _read_status(self) -> tuple[str, int, str]:
        line = read_line(self.fp, "status line")
        if line == b"\r\n":  # what the answer before may have left
            line = read_line(self.fp, "status line")
        version, _, rest = line.removesuffix(b"\n").removesuffix(b"\r").partition(b" ")
        status, _, reason = rest.partition(b" ")
        is_status = len(status) == 3 and status.isdigit() and status >= b"100"
        if not is_status or version not in _VERSIONS or b"\r" in reason or line[-1:] != b"\n":
            # Not quoted: it may be what the server was sent.
            raise http.client.BadStatusLine("")
        return version.decode(), int(status), reason.decode("latin-1").strip()

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
        with Calling(Call(deadline=latest if deadline is None else min(deadline, latest))):
            super().connect()

    def _new_conn(self) -> socket.socket:
        deadline = _thread.call.deadline
        assert deadline is not None
        try:
            sock = connected(self._dns_host, self.port, deadline, self.socket_options or ())
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error
        except TimeoutError as error:
            raise ConnectTimeoutError(self, str(error)) from error
        except OSError as error:
            raise NewConnectionError(self, str(error)) from error
        sys.audit("http.client.connect", self, self.host, self.port)
        # For what else is said before the request, such as the greetings of TLS.
        sock.settimeout(time_left(deadline))
        return sock

    def reinit(self) -> None:
        # TLS through a proxy wraps the socket.
        sock: socket.socket | None = getattr(self.sock, "socket", self.sock)
        if sock is not None and sock.fileno() >= 0:
            # Without a TLS goodbye, which the server would take for the parent's.
            os.close(sock.detach())

    def putrequest(self, method: str, url: str, *args: Any, **kwargs: Any) -> None:
        super().putrequest(method, _thread.call.target, *args, **kwargs)

    def putheader(self, header: str, *values: str) -> None:  # type: ignore[override] # as urllib3
        # Without urllib3's look at each value for a sign that the header is to be left out.
        http.client.HTTPConnection.putheader(self, header, *values)

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        self.sock.settimeout(time_left(_thread.call.deadline))
        _thread.call.bytes_sent = True
        super().send(data)


class _SecureConnection(_Connection, HTTPSConnection):
    pass


class _Idle(queue.LifoQueue["HTTPConnection | None"]):
    """The connections that nobody uses. Permits bound them all, so that nobody waits here."""

    def get(self, block: bool = True, timeout: float | None = None) -> HTTPConnection | None:
        try:
            return self.queue.pop()
        except IndexError:
            raise queue.Empty from None

    def put(
        self, item: HTTPConnection | None, block: bool = True, timeout: float | None = None
    ) -> None:
        # urllib3 puts None for each connection that may be made.
        if item is not None:
            self.queue.append(item)


class Pool(HTTPConnectionPool):
    """Connections as above, or those of whoever has taken urllib3's place.

    Those who record calls for a test suite, or replay them, put a class of theirs where urllib3
    keeps its own.
    """

    _REPLACED: type[HTTPConnectionPool] = HTTPConnectionPool
    _THEIRS: type[HTTPConnection] = HTTPConnection
    _OURS: type[HTTPConnection] = _Connection
    QueueCls = _Idle  # type: ignore[assignment] # of any items

    @property
    def ConnectionCls(self) -> type[HTTPConnection]:  # type: ignore[override] # noqa: N802
        return self._OURS if self.has_ours else self._REPLACED.ConnectionCls  # type: ignore[return-value]

    @property
    def has_ours(self) -> bool:
        return self._REPLACED.ConnectionCls is self._THEIRS

    def reinit(self) -> None:
        if self.pool is not None:
            # In place, because others hold a reference.
            self.pool.queue.clear()


class _SecurePool(Pool, HTTPSConnectionPool):  # type: ignore[misc] # of ConnectionCls
    _REPLACED = HTTPSConnectionPool
    _THEIRS = HTTPSConnection
    _OURS = _SecureConnection
