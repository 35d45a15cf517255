"""Whether there are ever more ways to match a text as it grows, and so ever more time is taken.

A matcher that goes back tries all of them before it refuses a text. Two things make them many, as
is known of automata (Weber and Seidl, 1991; checkers such as `recheck` look for the same):

- a place that comes back to itself in two ways with one text: twice as many with each round
- a place that comes back to itself, and goes on to another one that does so too, each with one
  text: as many as there are rounds
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from apiscribe.checks.positions import Positions

N = TypeVar("N")
Letters = list[frozenset[int]]
"""Of each place, which characters it takes."""


def ambiguity(automaton: Positions, letters: Letters) -> str | None:
    """A text such that more of it can be matched in ever more ways; None if there is none."""
    return _Ambiguity(automaton, letters).found()


class _Ambiguity:
    def __init__(self, automaton: Positions, letters: Letters) -> None:
        self._follow = automaton.follow
        self._letters = letters
        self._loops = loops(range(len(letters)), lambda place: self._follow[place])

    def found(self) -> str | None:
        texts = itertools.chain(
            map(self._within, self._loops),
            itertools.starmap(self._between, itertools.permutations(self._loops, 2)),
        )
        return next(filter(None, texts), None)

    def _within(self, loop: frozenset[int]) -> str | None:
        """What leads from a place of a loop back to it in two ways."""
        follow = {place: self._follow[place].keys() & loop for place in loop}
        for place in loop:
            for after in follow[place]:
                if self._follow[place][after] > 1:
                    way = _way(after, place, follow.__getitem__)
                    return self._text((each,) for each in (after, *way))

        def steps(pair: tuple[int, int]) -> Iterator[tuple[int, int]]:
            pairs = itertools.product(follow[pair[0]], follow[pair[1]])
            return (pair for pair in pairs if self._common(*pair))

        for rounds in loops(((place, place) for place in loop), steps):
            together = [pair for pair in rounds if pair[0] == pair[1]]
            apart = [pair for pair in rounds if pair[0] != pair[1]]
            if together and apart:
                there, back = _way(together[0], apart[0], steps), _way(apart[0], together[0], steps)
                return self._text((*there, *back))
        return None

    def _between(self, one: frozenset[int], other: frozenset[int]) -> str | None:
        """What a loop takes as often as it likes, then another one."""

        def steps(three: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
            first, middle, last = three
            yield from (
                (a, b, c)
                for b in self._follow[middle]
                for a in self._follow[first].keys() & one
                if self._common(a, b)
                for c in self._follow[last].keys() & other
                if self._common(a, b, c)
            )
            if middle == last:  # begin once more
                yield first, first, last

        begins: Iterator[tuple[int, ...]] = ((a, a, c) for a in one for c in other)
        for rounds in loops(begins, steps):
            ends = [three for three in rounds if three[1] == three[2]]
            if ends and any(a == b for a, b, _ in rounds):
                a, _, c = ends[0]
                return self._text(_way((a, a, c), ends[0], steps))
        return None

    def _common(self, *places: int) -> frozenset[int]:
        """The characters that all of some places take."""
        return frozenset.intersection(*(self._letters[place] for place in places))

    def _text(self, way: Iterable[tuple[int, ...]]) -> str:
        return "".join(chr(min(self._common(*places), key=_plainest)) for places in way)


def _way(begin: N, end: N, steps: Callable[[N], Iterable[N]]) -> list[N]:
    """The shortest way, without where it begins; a whole round if it ends there."""
    before: dict[N, N] = {}
    waiting = deque([begin])
    while waiting and end not in before:
        node = waiting.popleft()
        for each in steps(node):
            if each not in before:
                before[each] = node
                waiting.append(each)
    way = [end]
    while before[way[-1]] != begin:
        way.append(before[way[-1]])
    return way[::-1]


def _plainest(point: int) -> tuple[bool, bool, int]:
    return point > 127, not chr(point).isalnum(), point


def loops(begins: Iterable[N], steps: Callable[[N], Iterable[N]]) -> list[frozenset[N]]:
    """The strongly connected parts of what can be reached, in which something leads to itself."""
    order: dict[N, int] = {}
    lowest: dict[N, int] = {}
    open_: dict[N, None] = {}
    found: list[frozenset[N]] = []
    for begin in begins:
        if begin in order:
            continue
        order[begin] = lowest[begin] = len(order)
        open_[begin] = None
        ways = [(begin, iter([*steps(begin)]))]
        while ways:
            node, following = ways[-1]
            for each in following:
                if each not in order:
                    order[each] = lowest[each] = len(order)
                    open_[each] = None
                    ways.append((each, iter([*steps(each)])))
                    break
                if each in open_:
                    lowest[node] = min(lowest[node], order[each])
            else:
                ways.pop()
                if ways:
                    above = ways[-1][0]
                    lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] == order[node]:
                    part = _taken(open_, node)
                    if len(part) > 1 or node in [*steps(node)]:
                        found.append(part)
    return found


def _taken(open_: dict[N, None], down_to: N) -> frozenset[N]:
    part = set()
    while True:
        node, _ = open_.popitem()
        part.add(node)
        if node == down_to:
            return frozenset(part)
