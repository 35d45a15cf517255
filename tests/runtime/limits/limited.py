"""What tests of rate limits share: operations with limits, clocks to be set, stores, processes."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
import redis
from msgspec import structs

from apiscribe.runtime.limits.limiter import Limiter
from apiscribe.runtime.limits.stores import open_store
from apiscribe.runtime.limits.windows import InlineStore, Window
from apiscribe.runtime.operation import Limit, Operation
from apiscribe.runtime.transport.retry import Attempts, policy
from apiscribe.runtime.transport.run_sync import run_sync
from tests.system_parts import need

ROOT = Path(__file__).parents[3]
SECOND = Limit(group="fast", requests=2, seconds=1)
MINUTE = Limit(group="slow", requests=1, seconds=60)
QUOTA = Limit(group="daily", requests=3, seconds=86_400)

REDIS = pytest.param("redis", marks=pytest.mark.needs("redis-server"))
"""A parameter, for tests that are run with each kind of store."""


def operation(
    *limits: Limit, id: str = "animal.list", effect: Literal["read", "create"] = "read"
) -> Operation:
    return Operation(
        id=id,
        method="POST",
        path="/v1/animal/list",
        effect=effect,
        section="Limits",
        arguments={},
        limits=limits,
    )


def with_limits(operation: Operation, *limits: Limit) -> Operation:
    return structs.replace(operation, limits=limits)


def windows(*limits: Limit) -> tuple[Window, ...]:
    return tuple(Window(f"zoo:{{me}}:{limit.group}", limit) for limit in limits)


def attempts(operation: Operation, max_wait: float) -> Attempts:
    return Attempts(operation, policy(2), max_wait)


class Clock:
    """Time that passes when somebody sleeps, and only then."""

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    async def pass_by(self, seconds: float) -> None:
        self.sleep(seconds)

    def close(self) -> None:
        pass


class RedisClock:
    """The same for a server, whose clock cannot be set: what it has stored gets older."""

    def __init__(self, url: str) -> None:
        self._redis = redis.Redis.from_url(url)

    def sleep(self, seconds: float) -> None:
        for key in self._redis.scan_iter("*"):
            if self._redis.type(key) == b"zset" and not key.endswith(b":places"):
                entries: Any = self._redis.zrange(key, 0, -1, withscores=True)
                for member, score in entries:
                    self._redis.zadd(key, {member: score - seconds * 1_000_000})
            elif key.endswith(b":held"):
                self._redis.pexpire(key, self._redis.pttl(key) - int(seconds * 1000))

    def close(self) -> None:
        self._redis.close()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def redis_server(directory: Path, port: int) -> Iterator[str]:
    command = [need("redis-server"), "--port", str(port), "--save", "", "--dir", str(directory)]
    with subprocess.Popen(
        [*map(str, command), "--bind", "127.0.0.1"], stdout=subprocess.DEVNULL
    ) as server:
        try:
            with redis.Redis(port=port) as client:
                _until(lambda: _answers(client))
            yield f"redis://127.0.0.1:{port}"
        finally:
            server.kill()


def _answers(client: redis.Redis) -> bool:
    try:
        return bool(client.ping())
    except redis.ConnectionError:
        return False


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(500):
        if holds():
            return
        time.sleep(0.02)
    raise AssertionError("it did not come up")


def most_in_a_window(moments: Sequence[float], seconds: float) -> int:
    """How many of `moments` lie in the fullest window that is `seconds` long."""
    ordered = sorted(moments)
    return max(sum(start <= each < start + seconds for each in ordered) for start in ordered)


def processes(
    url: str, requests: int, seconds: float, count: int = 4
) -> list[subprocess.Popen[str]]:
    """Processes that take permits as fast as they get them; each says when it got one.

    They begin together, or the first would have all permits of a second to itself.
    """
    command = [
        sys.executable,
        "-m",
        "tests.runtime.limits.limited",
        url,
        str(requests),
        str(seconds),
    ]
    pipes: Any = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    started = [subprocess.Popen(command, cwd=ROOT, text=True, **pipes) for _ in range(count)]
    for each in started:
        assert each.stdout
        assert each.stdout.readline() == "ready\n"
    for each in started:
        assert each.stdin
        each.stdin.write("go\n")
        each.stdin.flush()
    return started


def moments(process: subprocess.Popen[str]) -> list[float]:
    printed, _ = process.communicate(timeout=60)
    return [float(line) for line in printed.split()]


def _take_permits(url: str, requests: int, seconds: float) -> None:
    shared = operation(Limit(group="shared", requests=requests, seconds=1))
    limiter = Limiter(InlineStore(open_store(url)), "zoo:{me}")
    print("ready", flush=True)  # noqa: T201 - that is how it talks to the test
    sys.stdin.readline()
    # One clock for all processes of the machine, which nobody sets.
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        run_sync(limiter.acquire(shared, attempts(shared, 60)))
        sys.stdout.write(f"{time.monotonic()}\n")
        sys.stdout.flush()
    limiter.close()


if __name__ == "__main__":
    _take_permits(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
