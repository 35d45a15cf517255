"""Lists of records in an order that is kept while records come and go."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import Any

from sortedcontainers import SortedList  # type: ignore[import-untyped, unused-ignore]

_MOST = 10_000
"""How long a list may be: to put something into its middle moves what is behind."""

Place = tuple[str, int, str]
"""What a record is ordered by, its number, and its key."""
Places = Any
"""In order: a `list`, or a `SortedList` where that would be too long."""


class Lists(dict[str, Places]):
    """What one index has: value -> the places of records, of which there is at least one."""

    __slots__ = ()

    def add(self, value: str, place: Place) -> None:
        places = self.get(value)
        if places is None:
            self[value] = [place]
        elif not isinstance(places, list):
            places.add(place)
        elif places[-1] < place:  # what is new comes last in most lists
            places.append(place)
        elif len(places) < _MOST:
            insort(places, place)
        else:
            self[value] = SortedList([*places, place])

    def drop(self, value: str, place: Place) -> None:
        places = self[value]
        if len(places) == 1:
            del self[value]
        elif isinstance(places, list) and len(places) <= _MOST:
            del places[bisect_left(places, place)]
        else:
            if isinstance(places, list):
                places = self[value] = SortedList(places)
            places.remove(place)

    def rank(self, value: str, sort: str, seq: int) -> int:
        """How many records of a list come before one."""
        places, begin = self.get(value, ()), (sort, seq)
        return int(
            bisect_left(places, begin)
            if isinstance(places, list | tuple)
            else places.bisect_left(begin)
        )

    def copy(self) -> Lists:
        return Lists((value, places.copy()) for value, places in self.items())
