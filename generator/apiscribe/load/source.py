"""A file of the spec as plain values, and where each of them stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from apiscribe.problems import Position

Path = tuple[object, ...]
"""Keys and indexes that lead to a value."""

Spot = tuple[int, int]
"""Line and column, from one."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What one file says."""

    file: str
    """Relative to the spec directory."""
    shown: str
    """As the user would type it."""
    value: object
    values: Mapping[Path, Spot] = field(repr=False)
    keys: Mapping[Path, Spot] = field(repr=False)
    damaged: frozenset[Path] = frozenset()
    """Values of which a part was refused already; nothing else can be said of them."""

    def at(self, path: Path) -> Position:
        """Where a value begins, or the nearest one around it that is written down."""
        while path not in self.values and path:
            path = path[:-1]
        return Position(self.shown, *self.values.get(path, (1, 1)))

    def key(self, path: Path) -> Position:
        """Where the key of a value stands; of an item, the item."""
        spot = self.keys.get(path)
        return Position(self.shown, *spot) if spot else self.at(path)


class Place(Struct, frozen=True):
    """A value in a source; `place / key` is a value inside it."""

    source: SourceFile
    path: Path = ()

    def __truediv__(self, key: object) -> Place:
        return Place(self.source, (*self.path, key))

    def __contains__(self, key: object) -> bool:
        """Whether the file says something at that key."""
        return (*self.path, key) in self.source.values

    @property
    def position(self) -> Position:
        return self.source.at(self.path)

    @property
    def key_position(self) -> Position:
        return self.source.key(self.path)
