"""What tells several things apart: something that all of them have, each with another value.

[{"action": "edit", "v": 1}, {"action": "parse", "v": 1}]    told apart by "action"

Those of one value may be told apart by more, which some of them have and others have not:

[{"action": "query", "list": "all"}, {"action": "query", "prop": "info"}]    by "list" or none

One of them may have what tells it, or nothing in its place:

[{"marker": "true"}, perhaps {"marker": "false"}]    told apart by "marker", false or none
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Fork(Generic[K]):
    """Where ways part: value of the key -> what has it, by its place, or a further fork."""

    key: K
    ways: Mapping[str | None, Fork[K] | int]
    """None is for what has no such key."""

    @property
    def keys(self) -> Iterator[K]:
        yield self.key
        for each in self.ways.values():
            if isinstance(each, Fork):
                yield from each.keys

    def on_the_way_to(self, at: int) -> Iterator[K]:
        """The keys that one of them has of those that tell it."""
        for value, each in self.ways.items():
            further = each.on_the_way_to(at) if isinstance(each, Fork) else iter(())
            if each == at or (isinstance(each, Fork) and at in each.places):
                yield from (() if value is None else (self.key,))
                yield from further

    @property
    def places(self) -> Iterator[int]:
        for each in self.ways.values():
            yield from each.places if isinstance(each, Fork) else (each,)


def fork(
    several: Sequence[Mapping[K, str]],
    known: Sequence[Collection[K]] | None = None,
    perhaps: Sequence[Mapping[K, str]] | None = None,
) -> Fork[K] | None:
    """How they are told apart; None if nothing does.

    `known` says of each what it may have besides, of any value, so that its absence tells nothing;
    `perhaps` what it has or lacks.
    """
    known = known or [()] * len(several)
    found = _fork(several, known, perhaps or [{}] * len(several), [*range(len(several))])
    return found if isinstance(found, Fork) else None


def _fork(
    several: Sequence[Mapping[K, str]],
    known: Sequence[Collection[K]],
    perhaps: Sequence[Mapping[K, str]],
    at: list[int],
) -> Fork[K] | int | None:
    if len(at) == 1:
        return at[0]
    keys = _keys(several, known, perhaps, at)
    groups = [_groups(several, perhaps, at, key) for key in keys]
    parting = [
        (key, group)
        for key, group in zip(keys, groups, strict=True)
        if all(len(places) < len(at) for places in group.values())
    ]
    # Best is what all have, each with another value.
    for key, group in sorted(parting, key=lambda each: None in each[1] or len(each[1]) < len(at)):
        ways = {value: _fork(several, known, perhaps, at) for value, at in group.items()}
        if all(way is not None for way in ways.values()):
            return Fork(key, {value: way for value, way in ways.items() if way is not None})
    return None


def _groups(
    several: Sequence[Mapping[K, str]],
    perhaps: Sequence[Mapping[K, str]],
    at: list[int],
    key: K,
) -> dict[str | None, list[int]]:
    found: dict[str | None, list[int]] = {}
    for place in at:
        found.setdefault(several[place].get(key), []).append(place)
        if key in perhaps[place]:
            found.setdefault(perhaps[place][key], []).append(place)
    return found


def _keys(
    several: Sequence[Mapping[K, str]],
    known: Sequence[Collection[K]],
    perhaps: Sequence[Mapping[K, str]],
    at: list[int],
) -> list[K]:
    """Those that all of them have, and then those that some have and the others do not know."""
    of_any = dict.fromkeys(key for place in at for key in several[place])
    told = [
        key
        for key in of_any
        if all(key in several[p] or key in perhaps[p] or key not in known[p] for p in at)
    ]
    return sorted(told, key=lambda key: not all(key in several[place] for place in at))


def said(value: object) -> str:
    """A constant as a form, a query or a header has it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
