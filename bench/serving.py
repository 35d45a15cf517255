"""The stub beside Prism, which serves the same document, and beside a bare ASGI application."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode

from bench.measure import Row, compare, interleaved, megabytes, requests_a_second
from bench.places import CREDENTIALS, DOCUMENT, MEETING, PYTHON, ROOT, USER, operations
from bench.processes import free_port, memory, run, serving

_ROUNDS = 3
_SECONDS = 1.0
_OURS = "zoom_v1.stub"
_PRISM = "Prism"
_BARE = "a bare ASGI application"

Command = list[str | Path]


def rows() -> Iterator[Row]:
    ports = {name: free_port() for name in (_OURS, _PRISM, _BARE)}
    with ExitStack() as stack:
        processes = {
            name: stack.enter_context(serving(command, ports[name]))
            for name, command in _commands(ports).items()
        }
        for operation, arguments in (("meeting.create", MEETING), ("user.get", USER)):
            samples = interleaved(_loads(operation, arguments, ports), _ROUNDS)
            what = f"stub, {operation}"
            yield compare(samples, what, _OURS, _PRISM, requests_a_second, least=14)
            yield compare(samples, what, _OURS, _BARE, requests_a_second)
        used = {name: [memory(process)] for name, process in processes.items()}
    yield compare(used, "stub, memory", _OURS, _PRISM, megabytes, most=0.25)
    yield compare(used, "stub, memory", _OURS, _BARE, megabytes)


def _commands(ports: Mapping[str, int]) -> dict[str, Command]:
    port = {name: str(number) for name, number in ports.items()}
    uvicorn = ["--log-level", "warning", "--no-access-log", "--no-server-header"]
    return {
        _OURS: [PYTHON, "-m", "zoom_v1.stub", "--mode", "examples", "--port", port[_OURS]],
        _PRISM: prism(ports[_PRISM]),
        _BARE: [PYTHON, "-m", "uvicorn", "bench.bare_asgi:app", "--port", port[_BARE], *uvicorn],
    }


def prism(port: int) -> Command:
    """Prism at its best: it logs nothing."""
    index = ROOT / "bench" / "node_modules" / "@stoplight" / "prism-cli" / "dist" / "index.js"
    quiet = ["--verboseLevel", "silent"]
    return [_node(), index, "mock", "--port", str(port), *quiet, DOCUMENT]


def _node() -> str | Path:
    """The machine's own, or else the one that came as a wheel."""
    from shutil import which

    return which("node") or PYTHON.parent / "node"


def _loads(
    operation: str, arguments: Mapping[str, object], ports: Mapping[str, int]
) -> dict[str, Callable[[], float]]:
    path = operations()[operation][0]
    body = urlencode({**CREDENTIALS, **arguments})

    def load(port: int) -> Callable[[], float]:
        command = [sys.executable, "-m", "bench.load", str(port), path, body, str(_SECONDS)]
        return lambda: float(run(command))

    return {name: load(port) for name, port in ports.items()}
