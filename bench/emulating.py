"""The emulator beside Prism, which serves the same document, and a large account beside a small.

A large account in memory is one of the rows that are always made; in a file and in PostgreSQL, it
takes many minutes to fill, and is asked for by name.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlencode
from urllib.request import urlopen

from bench.measure import Row, compare, interleaved, requests_a_second, seconds
from bench.places import CREDENTIALS, MEETING, POSTGRES, PYTHON, operations
from bench.processes import free_port, run, serving
from bench.serving import prism

_ROUNDS = 3
_SECONDS = 1.0
_MEMORY, _FILE, _PRISM = "emulator, in memory", "emulator, durable file", "Prism"
_MANY = 1_000_000
_LONGEST = 3600.0
"""Seconds that filling an account with so many may take."""

Loads = Mapping[str, Callable[[], float]]


def rows() -> Iterator[Row]:
    yield from _beside_prism()
    yield from _of_a_million()


def _beside_prism() -> Iterator[Row]:
    ports = {name: free_port() for name in (_MEMORY, _FILE, _PRISM)}
    with ExitStack() as stack:
        place = Path(stack.enter_context(TemporaryDirectory())) / "state.db"
        begun = {}
        for name, command in _commands(ports, place).items():
            start = perf_counter()
            stack.enter_context(serving(command, ports[name]))
            begun[name] = [perf_counter() - start]
        yield compare(begun, "emulator, until it listens", _MEMORY, _PRISM, seconds)
        reads = interleaved(_loads("user.get", ports), _ROUNDS)
        yield compare(reads, "emulator, user.get", _MEMORY, _PRISM, requests_a_second, least=8)
        yield compare(reads, "emulator, user.get", _FILE, _PRISM, requests_a_second)
        writes = interleaved(_loads("meeting.create", ports), _ROUNDS)
        what = "emulator, meeting.create"
        yield compare(writes, what, _MEMORY, _PRISM, requests_a_second, least=5)
        yield compare(writes, what, _FILE, _PRISM, requests_a_second, least=3)


def _commands(ports: Mapping[str, int], place: Path) -> dict[str, list[str | Path]]:
    stub: list[str | Path] = [PYTHON, "-m", "zoom_v1.stub", "--port"]
    return {
        _MEMORY: [*stub, str(ports[_MEMORY])],
        _FILE: [*stub, str(ports[_FILE]), "--db", place],
        _PRISM: prism(ports[_PRISM]),
    }


def _loads(operation: str, ports: Mapping[str, int]) -> Loads:
    def load(port: int, host: str) -> Callable[[], float]:
        arguments = {"id": host} if operation == "user.get" else {**MEETING, "host_id": host}
        body = urlencode({**CREDENTIALS, **arguments})
        path = operations()[operation][0]
        command = [sys.executable, "-m", "bench.load", str(port), path, body, str(_SECONDS)]
        return lambda: float(run(command))

    return {name: load(port, _host(port, operation)) for name, port in ports.items()}


def _host(port: int, operation: str) -> str:
    """A user that is there; each operation has one of its own."""
    form = {**CREDENTIALS, "email": f"{operation}@example.com", "type": "1"}
    url = f"http://127.0.0.1:{port}{operations()['user.create'][0]}"
    with urlopen(url, urlencode(form).encode()) as response:
        return str(json.load(response)["id"])


def rows_of_stores() -> Iterator[Row]:
    with TemporaryDirectory() as directory:
        yield from _of_a_million("in a file, ", str(Path(directory) / "state.db"))
    yield from _of_a_million("in PostgreSQL, ", POSTGRES)


def _of_a_million(where: str = "", *place: str) -> Iterator[Row]:
    command: list[str | Path] = [PYTHON, "-m", "bench.million", str(_MANY), *place]
    samples = json.loads(run(command, longest=_LONGEST))
    for what, measured in samples.items():
        small, large = measured
        yield compare(measured, f"emulator, {where}{what}", large, small, seconds, most=1.5)
