"""What events are about, where a record says of what it wants to hear."""

from __future__ import annotations

from msgspec import Struct

from ..semantics.paths import reach_all
from .comparing import canonical


class About(Struct, frozen=True):
    """Something that events are about: one of these values, at one of these keys."""

    keys: tuple[str, ...]
    """Of a payload, dotted."""
    values: tuple[str, ...]

    def fits(self, payload: object) -> bool:
        found = (each for key in self.keys for each in reach_all(payload, key))
        told = (part for each in found for part in (each if isinstance(each, list) else [each]))
        return any(canonical(each) in self.values for each in told)
