"""Operations by their ids, or by patterns of such."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

from .fields import Problem, closest


def of_pattern(pattern: str | None, ids: Sequence[str]) -> list[Problem]:
    """What is wrong with an operation's id or a pattern; None is all of them."""
    if pattern is None or any(fnmatchcase(id, pattern) for id in ids):
        return []
    return [Problem("operation", f"matches no operation{closest(pattern, ids)}")]
