"""Rate limits that four processes share, at full speed: `python -m bench.limits [SECONDS]`.

In a SQLite file, on a real Redis where there is one, and in the middle of it one of them is
killed: how much of the limit was used, the fullest window, the smallest share. Exit 1 if a limit
was broken, less than 95 % of it was used, or a process got less than half of its share.
"""

from __future__ import annotations

import multiprocessing
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from zoom_v1._runtime.limits.limiter import Limiter
from zoom_v1._runtime.limits.stores import open_store
from zoom_v1._runtime.limits.windows import InlineStore
from zoom_v1._runtime.operation import Limit, Operation
from zoom_v1._runtime.transport.retry import Attempts, policy
from zoom_v1._runtime.transport.run_sync import run_sync

_PROCESSES = 4
_RATES = (10, 1)


class _Line(Protocol):
    def put(self, item: float) -> None: ...


def main() -> int:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    kept = True
    with tempfile.TemporaryDirectory() as directory:
        places = [f"sqlite:///{directory}/limits.db"]
        with _redis(Path(directory)) as redis:
            places += [redis] if redis else []
            for place in places:
                for requests in _RATES:
                    for kill in (False, True):
                        kept &= _run(place, requests, seconds, kill)
                _cost(place)
        _cost("memory")
    return 0 if kept else 1


def _run(place: str, requests: int, seconds: float, kill: bool) -> bool:
    # One each: who is killed may hold the lock of its own.
    lines: list[multiprocessing.SimpleQueue[float]] = [
        multiprocessing.SimpleQueue() for _ in range(_PROCESSES)
    ]
    group = f"{requests}-{kill}"
    started = time.monotonic() + 1.0
    arguments = (place, group, requests, started, started + seconds)
    workers = [multiprocessing.Process(target=_work, args=(*arguments, line)) for line in lines]
    for worker in workers:
        worker.start()
    took: list[tuple[int, float]] = []
    killed = not kill
    while any(worker.is_alive() for worker in workers) or any(not each.empty() for each in lines):
        if not killed and time.monotonic() > started + seconds / 2:
            workers[0].kill()
            killed = True
        for number, line in enumerate(lines):
            while not line.empty():
                took.append((number, line.get()))
        time.sleep(0.01)
    return _judge(place, requests, seconds, kill, took)


def _work(place: str, group: str, requests: int, started: float, end: float, line: _Line) -> None:
    limited = _operation(group, requests)
    limiter = Limiter(InlineStore(open_store(place)), "bench:{limits}")
    time.sleep(max(started - time.monotonic(), 0))
    while True:
        run_sync(limiter.acquire(limited, Attempts(limited, policy(0), 3600)))
        now = time.monotonic()
        if now > end:
            return
        line.put(now)


def _judge(
    place: str, requests: int, seconds: float, kill: bool, took: list[tuple[int, float]]
) -> bool:
    moments = sorted(moment for _, moment in took)
    fullest = max(sum(start <= each < start + 1 for each in moments) for start in moments)
    used = len(moments) / (requests * seconds)
    # A process that is killed has no share to be fair about.
    numbers = range(1 if kill else 0, _PROCESSES)
    counts = [sum(number == each for each, _ in took) for number in numbers]
    share = min(counts) / (sum(counts) / len(counts))
    where = place.partition(":")[0] + (", one killed" if kill else "")
    print(
        f"{where:20} {requests:3}/s  used {used:6.1%}  fullest window {fullest:3}  "
        f"smallest share {share:4.0%}",
        flush=True,
    )
    return fullest <= requests and used >= 0.95 and share >= 0.5


def _cost(place: str) -> None:
    limited = _operation("cost", 1_000_000)
    limiter = Limiter(InlineStore(open_store(place)), "bench:{limits}")
    count = 2_000
    started = time.perf_counter()
    for _ in range(count):
        run_sync(limiter.acquire(limited, Attempts(limited, policy(0), 0)))
    took = (time.perf_counter() - started) / count
    print(f"{place.partition(':')[0]:20} {took * 1e6:.0f} µs a permit", flush=True)


def _operation(group: str, requests: int) -> Operation:
    return Operation(
        id=group,
        method="POST",
        path="/",
        effect="read",
        section="",
        arguments={},
        limits=(Limit(group=group, requests=requests, seconds=1),),
    )


@contextmanager
def _redis(directory: Path) -> Iterator[str | None]:
    program = shutil.which("redis-server")
    if program is None:
        print("redis                not measured: make system")
        yield None
        return
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
    command = [program, "--port", port, "--save", "", "--dir", str(directory)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        time.sleep(1)
        yield f"redis://127.0.0.1:{port}"
        server.kill()


if __name__ == "__main__":
    sys.exit(main())
