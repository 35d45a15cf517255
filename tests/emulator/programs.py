"""An emulator in a process of its own."""

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

from tests.emulator.talking import Talk


@contextmanager
def program(*options, ends=True, module="zoom_v1.stub"):
    """The process, and somebody who talks to it.

    Args:
        module: whose stub it is.
        ends: whether it is told to end, and has to end well.
    """
    command = [sys.executable, "-m", module, "--port", "0", *options]
    found = import_module(module).__file__
    assert found is not None
    env = {**os.environ, "PYTHONPATH": str(Path(found).parents[2])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as running:
        try:
            assert running.stdout is not None
            told = re.search(r":(\d+)", running.stdout.readline())
            assert told
            yield running, Talk(SimpleNamespace(port=int(told[1])))
            if ends:
                running.terminate()
                assert running.wait(20) == 0
        finally:
            running.kill()
