"""A function that runs beside the rest of the program, and is told when to end.

It runs in a thread of the operating system, also where gevent has put greenlets in the place of
threads: an event loop in a greenlet would hold up all others, and itself. Both sides talk over a
pair of sockets, which is a thing that either kind of thread can wait for.
"""

from __future__ import annotations

import os
import socket
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress

_STARTED, _ENDED, _STOP = b"S", b"E", b"."


class Background:
    """Runs `work` once; `work` is given the `Background`, to say that it has started."""

    def __init__(self, work: Callable[[Background], None], name: str) -> None:
        self._work = work
        self._name = name
        self._ours, self._its = socket.socketpair()
        self._thread: threading.Thread | None = None
        self.ended = False

    # What the one side calls

    def start(self, seconds: float) -> bool:
        """Run; True when it says that it has started, False if it ends or takes longer."""
        gevent = sys.modules.get("gevent.monkey")
        if gevent is not None and gevent.is_module_patched("threading"):
            gevent.get_original("_thread", "start_new_thread")(self._run, ())
        else:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        return self._heard(seconds) == _STARTED

    def stop(self, seconds: float) -> bool:
        """Tell it to end; whether it did."""
        with suppress(OSError):  # it may have ended by itself
            self._ours.send(_STOP)
        if self._heard(seconds) != _ENDED:
            return False
        if self._thread is not None:
            self._thread.join(seconds)
        self._ours.close()
        return True

    def sockets(self) -> Iterable[socket.socket]:
        """What a fork must not keep open."""
        return self._ours, self._its

    def _heard(self, seconds: float) -> bytes:
        self._ours.settimeout(seconds)
        try:
            return self._ours.recv(1)
        except TimeoutError:
            return b""

    # What the other side calls

    def has_started(self) -> None:
        self._its.send(_STARTED)

    def fileno(self) -> int:
        """Can be read from when it is time to end."""
        return self._its.fileno()

    def _run(self) -> None:
        try:
            self._work(self)
        finally:
            self.ended = True
            self._its.send(_ENDED)
            self._its.close()


def abandon(inherited: Iterable[int]) -> None:
    """In a child of a fork: let go of the parent's files.

    Their numbers stay in use, for nothing: objects that the child has copies of might close them.
    """
    nothing = os.open(os.devnull, os.O_RDWR)
    try:
        for each in inherited:
            if each >= 0:
                os.dup2(nothing, each, inheritable=False)
    finally:
        os.close(nothing)
