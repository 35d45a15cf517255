"""Servers and commands in processes of their own, which always end."""

from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, perf_counter, sleep

from bench.places import PEERS, ROOT

_PATIENCE = 30.0
"""Seconds that a server may take to start."""
_LONGEST = 180.0
"""Seconds that a command may take."""


class CannotMeasureError(Exception):
    """A subject does not run as it has to."""


@contextmanager
def serving(command: Sequence[str | Path], port: int) -> Iterator[int]:
    """A server that listens on `port` of loopback; gives its process id."""
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_it_listens(process, port)
        yield process.pid
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def run(
    command: Sequence[str | Path],
    extra: Mapping[str, str] | None = None,
    longest: float = _LONGEST,
) -> str:
    """What a command prints."""
    return timed(command, extra, longest)[1]


def timed(
    command: Sequence[str | Path],
    extra: Mapping[str, str] | None = None,
    longest: float = _LONGEST,
) -> tuple[float, str]:
    """How many seconds a whole process takes, and what it prints."""
    begun = perf_counter()
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment() | dict(extra or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=longest,
        check=False,
    )
    took = perf_counter() - begun
    if done.returncode != 0:
        last = (done.stderr or done.stdout).strip()[-1000:]
        raise CannotMeasureError(f"{' '.join(map(str, command))}\n{last}")
    return took, done.stdout + done.stderr


def environment() -> dict[str, str]:
    """Ours, where the programs of the peers are found as well."""
    # Child processes of Python write bytecode, or else each start would compile anew.
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PATH": os.pathsep.join([str(PEERS), os.environ.get("PATH", "")])}


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def memory(pid: int) -> float:
    """Bytes of a process that are in memory."""
    pages = Path(f"/proc/{pid}/statm")
    if pages.exists():
        return int(pages.read_text().split()[1]) * float(os.sysconf("SC_PAGE_SIZE"))
    return int(run(["ps", "-o", "rss=", "-p", str(pid)])) * 1024.0


def _wait_until_it_listens(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = monotonic() + _PATIENCE
    while monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            sleep(0.05)
        else:
            return
    why = "does not listen" if process.poll() is None else f"has ended with {process.returncode}"
    raise CannotMeasureError(f"{process.args!r} {why}")
