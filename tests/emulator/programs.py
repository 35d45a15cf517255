"""An emulator in a process of its own."""

import re
import subprocess
import sys
from contextlib import contextmanager
from types import SimpleNamespace

from tests.emulator.talking import Talk


@contextmanager
def program(*options, ends=True):
    """The process, and somebody who talks to it.

    Args:
        ends: whether it is told to end, and has to end well.
    """
    command = [sys.executable, "-m", "zoom_v1.stub", "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout is not None
            found = re.search(r":(\d+)", running.stdout.readline())
            assert found
            yield running, Talk(SimpleNamespace(port=int(found[1])))
            if ends:
                running.terminate()
                assert running.wait(20) == 0
        finally:
            running.kill()
