"""Whose line a warning is about."""

from __future__ import annotations

import sys


def callers_level() -> int:
    """How far up the stack, seen from our caller, the code that uses this package is."""
    ours = __name__.partition(".")[0]
    level, frame = 1, sys._getframe(1)
    while frame.f_back is not None and frame.f_globals["__name__"].partition(".")[0] == ours:
        level, frame = level + 1, frame.f_back
    return level
