"""Clocks that no test can stop, for whatever really has to wait.

Test suites stop the time by putting functions of their own into the module `time`, and into each
module that has imported one from there. A call that goes by such a clock never gets late, and a
permit that was counted by one lies in the past or the future of all others. So these are of a copy
of that module, which nobody else knows.
"""

from __future__ import annotations

from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _copied() -> tuple[Callable[[], float], Callable[[float], None], Callable[[], float]]:
    spec = find_spec("time")
    assert spec is not None
    assert spec.loader is not None
    copy = module_from_spec(spec)
    spec.loader.exec_module(copy)
    return copy.monotonic, copy.sleep, copy.time


monotonic, sleep, wall = _copied()
