"""Several processes that serve one stub: one port, and records in one place.

Each has the listening socket, and the system gives every connection to one of them. What all have
to know is where all find it: records, snapshots and who has been given a seed in the store, all
else on the board.
"""

from __future__ import annotations

import argparse
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress

from ..emulator.places import MEMORY
from .server import StubServer

MOST_WORKERS = 64
_READY = b"r"

logger = logging.getLogger(__name__)


def require_sharing(options: argparse.Namespace) -> None:
    """See whether several processes can do what is asked for.

    Raises:
        ValueError: with everything that they cannot.
    """
    problems = []
    if not hasattr(os, "fork"):
        problems.append("this system has no fork; start one process")
    if options.mode == "emulate" and options.db in (None, MEMORY):
        problems.append("workers share no memory; name a file or a database with --db")
    if problems:
        raise ValueError("\n".join(f"--workers {options.workers}: {each}" for each in problems))


class Workers:
    """Starts processes, and others in place of those that end by themselves.

    Args:
        listener: The socket of all.
        make: Makes the stub that a process serves.
        count: How many there are.
    """

    def __init__(self, listener: socket.socket, make: Callable[[], StubServer], count: int) -> None:
        self._listener = listener
        self._make = make
        self._count = count
        self._processes: set[int] = set()
        self._ending = False
        self._failed = False

    def start(self) -> bool:
        """Start all; whether all serve."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._end)
        return all(self._start_one() for _ in range(self._count))

    def wait(self) -> bool:
        """Wait until they have finished what they acknowledged; whether they were told to."""
        while self._processes:
            try:
                process, status = os.wait()
            except ChildProcessError:
                break
            self._processes.discard(process)
            if not self._ending:
                logger.error("a worker has ended (status %d); another takes its place", status)
                if not self._start_one():
                    self._failed = True
                    self._end()

        return not self._failed

    def stop(self) -> None:
        self._end()
        self.wait()

    def _end(self, *_: object) -> None:
        self._ending = True
        for process in self._processes:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGTERM)

    def _start_one(self) -> bool:
        heard, tells = os.pipe()
        # So that no worker misses its end: between the fork and being known, nothing is told.
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
        process = os.fork()
        if process == 0:
            os.close(heard)
            self._work(tells)
        self._processes.add(process)
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        if self._ending:  # it was not known yet when all were told
            self._end()
        os.close(tells)
        with open(heard, "rb") as pipe:
            return pipe.read(1) == _READY

    def _work(self, tells: int) -> None:
        """Serve, in a process of its own, which ends here."""
        status = 1
        try:
            ends = (signal.SIGINT, signal.SIGTERM)
            for number in ends:
                signal.signal(number, signal.SIG_DFL)
            stub = self._make().start(self._listener)
            os.write(tells, _READY)
            os.close(tells)
            signal.sigwait(ends)  # they are blocked, so that nothing else is done with them
            stub.stop()
            status = 0
        except Exception:
            logger.exception("a worker cannot serve")
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
