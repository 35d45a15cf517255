"""Has models made: here and now, or by a process that gets ready while a spec is still being read.

Imports nothing heavy, so that the process can be the first thing that a program starts.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

_PROGRAM = Path(__file__).with_name("modelling.py")


@dataclass(frozen=True)
class Wanted:
    """What `modelling.modules_of` takes."""

    schema: str
    base_class: str
    aliases: Mapping[str, str]


Made = Callable[[], dict[str, str]]
"""Waits for the models: module -> its source."""
Begin = Callable[[Wanted], Made]
"""Asks for models."""


def here(wanted: Wanted) -> Made:
    """Have them made when they are waited for."""
    # Slow to import, and not needed when nothing has changed.
    from apiscribe.modelling import modules_of

    return lambda: modules_of(wanted.schema, wanted.base_class, wanted.aliases)


@contextmanager
def made_ahead() -> Iterator[Begin]:
    """Within it, a process of its own makes the models, and imports meanwhile what that takes.

    That suits a program that does nothing else. Whoever renders often is quicker without.
    """
    # `-P`: modules beside the program are not to stand in for those of the same name elsewhere.
    command = [sys.executable, "-P", str(_PROGRAM)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield _Ahead(process).begin
        finally:
            process.kill()


class _Ahead:
    """A process that answers once."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._is_asked = False

    def begin(self, wanted: Wanted) -> Made:
        if self._is_asked:
            return here(wanted)
        self._is_asked = True
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):  # that there is no answer will tell
            self._process.stdin.write(json.dumps(asdict(wanted)).encode())
            self._process.stdin.close()
        return self._answer

    def _answer(self) -> dict[str, str]:
        assert self._process.stdout is not None
        answer = self._process.stdout.read()
        self._process.kill()  # all that is left to it is to tidy up
        try:
            found: dict[str, str] = json.loads(answer)
        except ValueError:
            message = f"no models are made: {_PROGRAM.name} has failed, as told above"
            raise RuntimeError(message) from None
        return found
