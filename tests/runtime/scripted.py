"""A server over real sockets that answers what a test tells it to, byte for byte."""

import socket
import ssl
import struct
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import BinaryIO, Self

Script = Callable[[socket.socket], bool]
"""Answers one request; tells whether the connection stays open."""


@dataclass(frozen=True)
class Received:
    method: str
    target: str
    headers: dict[str, str]
    body: bytes


def says(content: bytes) -> Script:
    """Sends bytes, and waits for the next request."""

    def script(connection: socket.socket) -> bool:
        connection.sendall(content)
        return True

    return script


def answers(
    body: bytes | str, status: int = 200, *, kind: str = "application/json", more: str = ""
) -> Script:
    return says(http(body, status, kind=kind, more=more))


def http(
    body: bytes | str, status: int = 200, *, kind: str = "application/json", more: str = ""
) -> bytes:
    content = body.encode() if isinstance(body, str) else body
    head = (
        f"HTTP/1.1 {status} Whatever\r\nContent-Type: {kind}\r\n"
        f"Content-Length: {len(content)}\r\n{more}\r\n"
    )
    return head.encode() + content


def hangs_up(after: bytes = b"") -> Script:
    """Sends bytes, and closes the connection as one should."""

    def script(connection: socket.socket) -> bool:
        connection.sendall(after)
        return False

    return script


def resets(after: bytes = b"") -> Script:
    """Sends bytes, and drops the connection as a crash does."""

    def script(connection: socket.socket) -> bool:
        if after:
            connection.sendall(after)
            time.sleep(0.05)  # or the reset overtakes the bytes
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        return False

    return script


def stalls(after: bytes = b"") -> Script:
    """Sends bytes, and then nothing until the client goes."""

    def script(connection: socket.socket) -> bool:
        connection.sendall(after)
        while connection.recv(65536):
            pass
        return False

    return script


def drips(content: bytes, pause: float) -> Script:
    """Sends one byte at a time."""

    def script(connection: socket.socket) -> bool:
        for index in range(len(content)):
            connection.sendall(content[index : index + 1])
            time.sleep(pause)
        return True

    return script


def head_first(body: Script, length: int | None = None) -> Script:
    """Sends a head at once, and leaves the body, of this length or in chunks, to `body`."""
    size = "Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}"

    def script(connection: socket.socket) -> bool:
        connection.sendall(f"HTTP/1.1 200 OK\r\n{size}\r\n\r\n".encode())
        return body(connection)

    return script


def floods(first: bytes, part: bytes) -> Script:
    """Sends bytes, and then others again and again, until the client goes."""

    def script(connection: socket.socket) -> bool:
        connection.sendall(first)
        while True:
            connection.sendall(part)

    return script


def heard(script: Script) -> Script:
    """Does as the script says once something has come."""

    def hears(connection: socket.socket) -> bool:
        connection.recv(65536)
        return script(connection)

    return hears


class ScriptedServer:
    """Answers requests by `scripts`, in turn; the last one goes on for ever."""

    def __init__(
        self,
        tls: ssl.SSLContext | None = None,
        *,
        greeting: Script | None = None,
        reads_bodies: bool = True,
        replies: Callable[[Received], bytes] | None = None,
    ) -> None:
        """Listen.

        Args:
            tls: What it has to show, if it speaks TLS.
            greeting: What it does with each connection, before a request is read.
            reads_bodies: Whether a request is read to its end before it is answered.
            replies: Answers each request by what it asks for, instead of `scripts`.
        """
        self._tls = tls
        self._greeting = greeting
        self._reads_bodies = reads_bodies
        self._replies = replies
        self.received: list[Received] = []
        self.connections = 0
        self._scripts: deque[Script] = deque()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    @property
    def base_url(self) -> str:
        scheme = "https" if self._tls else "http"
        return f"{scheme}://127.0.0.1:{self._listener.getsockname()[1]}"

    def will(self, *scripts: Script) -> None:
        self._scripts = deque(scripts)

    def close(self) -> None:
        # A thread in accept() is not woken by close(), but by shutdown().
        self._listener.shutdown(socket.SHUT_RDWR)
        with self._lock:
            for connection in self._open:
                with suppress(OSError):  # the client may have gone already
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)
        self._listener.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            if self._tls is not None:
                # The handshake is left to the first read, which has a thread of its own.
                connection = self._tls.wrap_socket(
                    connection, server_side=True, do_handshake_on_connect=False
                )
            self.connections += 1
            with self._lock:
                self._open.add(connection)
            thread = threading.Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self._greeting is None or self._greeting(connection):
                self._converse(connection)
        except (OSError, ValueError):
            pass  # the client has gone, or does not speak HTTP
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()

    def _converse(self, connection: socket.socket) -> None:
        with connection.makefile("rb") as stream:
            while line := stream.readline():
                received = _read(line, stream, self._reads_bodies)
                self.received.append(received)
                if not self._script(received)(connection):
                    break

    def _script(self, received: Received) -> Script:
        if self._replies is not None:
            return says(self._replies(received))
        with self._lock:
            return self._scripts[0] if len(self._scripts) == 1 else self._scripts.popleft()


def _read(line: bytes, stream: BinaryIO, with_body: bool) -> Received:
    method, target, _ = line.decode().split(" ")
    headers = {}
    while (header := stream.readline().strip()) != b"":
        name, _, value = header.decode().partition(":")
        headers[name.lower()] = value.strip()
    if with_body and headers.get("transfer-encoding") == "chunked":
        return Received(method, target, headers, b"".join(_chunks(stream)))
    length = int(headers.get("content-length", 0)) if with_body else 0
    return Received(method, target, headers, stream.read(length))


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    while size := int(stream.readline(), 16):
        yield stream.read(size)
        stream.readline()
    stream.readline()
