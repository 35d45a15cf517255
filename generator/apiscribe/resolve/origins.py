"""Where each part of the model was written.

The model carries no positions, as no back end has a use for them; the checks do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from apiscribe.load.source import Place
from apiscribe.problems import Position

T = TypeVar("T")


class Origins:
    """Maps parts of the model, by identity, to places in the spec."""

    def __init__(self) -> None:
        # The part itself is held too: an identity may be used again once its owner is gone.
        self._noted: dict[int, tuple[object, Place, Mapping[str, Place]]] = {}

    def note(self, part: T, place: Place, keys: Mapping[str, Place] | None = None) -> T:
        """Remember a part; `keys` says which of its keys were written elsewhere."""
        self._noted.setdefault(id(part), (part, place, keys or {}))
        return part

    def same(self, part: T, other: object) -> T:
        """Remember a changed copy of a part where the part itself was written."""
        _, place, keys = self._noted[id(other)]
        return self.note(part, place, keys)

    def place(self, part: object, *keys: object) -> Place:
        """Where a part was written, or as much of the way to one of its keys as was."""
        _, place, elsewhere = self._noted[id(part)]
        if keys and isinstance(keys[0], str) and keys[0] in elsewhere:
            place, keys = elsewhere[keys[0]], keys[1:]
        for key in keys:
            if key not in place:
                break
            place /= key
        return place

    def at(self, part: object, *keys: object) -> Position:
        return self.place(part, *keys).position

    def key_at(self, part: object, *keys: object) -> Position:
        """The position of a part's name, where that is what a problem is about."""
        return self.place(part, *keys).key_position
