"""Looks up names in threads: once asked, a resolver cannot be told when to stop.

Whoever asks for the same name meanwhile waits for the same answer, so that a resolver that is
silent does not cost a thread for each call. No answer is kept for later: that is the resolver's.
"""

from __future__ import annotations

import socket
from collections.abc import Sequence
from threading import Lock, Thread
from typing import TYPE_CHECKING, TypeAlias

from .forks import reinit_after_fork

if TYPE_CHECKING:
    from concurrent.futures import Future

AddressInfo: TypeAlias = tuple[
    socket.AddressFamily,
    socket.SocketKind,
    int,
    str,
    tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes],
]


def _sent(host: str) -> str | bytes:
    """A name as a resolver takes it. Python would load IDNA for text, which only a few need."""
    return host.encode() if host.isascii() else host


class _Resolver:
    def __init__(self) -> None:
        self._asked: dict[tuple[str, int], Future[Sequence[AddressInfo]]] = {}
        self._lock = Lock()
        reinit_after_fork(self)

    def look_up(self, host: str, port: int) -> Future[Sequence[AddressInfo]]:
        """The addresses of `host`, or the `socket.gaierror` of a name that has none."""
        # An address in place of a name needs no look-up, and its call does not need this.
        from concurrent.futures import Future

        with self._lock:
            answer = self._asked.get((host, port))
            if answer is None:
                answer = self._asked[host, port] = Future()
                # So that nobody can cancel what others wait for, too.
                answer.set_running_or_notify_cancel()
                Thread(target=self._ask, args=(host, port, answer), daemon=True).start()
            return answer

    def forget(self, host: str, port: int, answer: Future[Sequence[AddressInfo]]) -> None:
        """Have those who ask next not wait for an answer that may never come."""
        with self._lock:
            if self._asked.get((host, port)) is answer:
                del self._asked[host, port]

    def reinit(self) -> None:
        self._asked = {}
        self._lock = Lock()

    def _ask(self, host: str, port: int, answer: Future[Sequence[AddressInfo]]) -> None:
        try:
            found = socket.getaddrinfo(_sent(host), port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            self.forget(host, port, answer)
            answer.set_exception(socket.gaierror(*error.args[:2]))
        else:
            self.forget(host, port, answer)
            answer.set_result(found)


_resolver = _Resolver()
look_up, forget = _resolver.look_up, _resolver.forget


def addresses(host: str, port: int, timeout: float) -> Sequence[AddressInfo]:
    """The addresses of `host`, waited for.

    Raises:
        socket.gaierror: the name has none.
        TimeoutError: nothing is known of it in time.
    """
    host = host.strip("[]")
    try:
        # Of an address, the resolver need not be asked.
        return socket.getaddrinfo(
            _sent(host), port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
        )
    except (socket.gaierror, UnicodeError):
        answer = look_up(host, port)
    try:
        error = answer.exception(timeout)
    except TimeoutError:
        forget(host, port, answer)
        raise
    if error is not None:
        # A new one, as others raise it, too.
        raise socket.gaierror(*error.args)
    return answer.result()
