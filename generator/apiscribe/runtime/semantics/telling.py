"""What tells several things apart: something that all of them have, each with another value.

[{"action": "edit", "v": 1}, {"action": "query", "v": 1}]    told apart by "action"
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def teller(several: Sequence[Mapping[K, str]]) -> K | None:
    """The first key that all have, no two of them with one value."""
    for key in several[0]:
        values = {each[key] for each in several if key in each}
        if len(values) == len(several):
            return key
    return None


def said(value: object) -> str:
    """A constant as a form, a query or a header has it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
