"""Has models made: here and now, or by a process that gets ready while a spec is still being read.

Imports nothing heavy, so that the process can be the first thing that a program starts.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

_PROGRAM = Path(__file__).with_name("modelling.py")

_ready: list[subprocess.Popen[bytes]] = []
"""The process that waits for a request, if there is one."""


@contextmanager
def made_ahead() -> Iterator[None]:
    """Within it, a process of its own makes the models, and imports meanwhile what that takes.

    That suits a program that does nothing else. Whoever renders often is quicker without.
    """
    # `-P`: modules beside the program are not to stand in for those of the same name elsewhere.
    command = [sys.executable, "-P", str(_PROGRAM)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        _ready.append(process)
        try:
            yield
        finally:
            _ready.clear()
            process.kill()


def begin(
    *, schema: str, base_class: str, aliases: Mapping[str, str]
) -> Callable[[], dict[str, str]]:
    """Ask for what `modelling.modules_of` makes, and give what waits for the answer."""
    request = {"schema": schema, "base_class": base_class, "aliases": aliases}
    if not _ready:
        # Slow to import, and not needed when nothing has changed.
        from apiscribe.modelling import modules_of

        return lambda: modules_of(schema, base_class, aliases)
    process = _ready.pop()
    assert process.stdin is not None
    with suppress(BrokenPipeError):  # its exit status will tell
        process.stdin.write(json.dumps(request).encode())
        process.stdin.close()
    return lambda: _answer_of(process)


def _answer_of(process: subprocess.Popen[bytes]) -> dict[str, str]:
    assert process.stdout is not None
    answer = process.stdout.read()
    if process.wait() != 0:
        raise RuntimeError(f"no models are made: {_PROGRAM.name} has failed, as told above")
    found: dict[str, str] = json.loads(answer)
    return found
