"""A regular expression as an automaton, of which each state is a place for one character.

This is Glushkov's construction, which has no empty steps. In how many ways one place can follow
another is counted as well, up to two: in `(?:,a?|,)*`, a comma follows a comma in two ways, and a
matcher that goes back tries both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from apiscribe.checks.dialect import Item, Many, One, Or

Ways = dict[int, int]
"""Place -> in how many ways it comes first or last, or follows; two stand for more."""

_FEW = 64
"""A repetition of at most so many rounds is looked at round by round."""
_FEW_GROUPS = 8
"""The same of more than single characters."""
_VERY_FEW = 4
"""So many rounds cost next to nothing, whatever is in them."""
MOST = 500
"""How many places there may be that counts alone make."""


class TooLarge(Exception):
    """An expression has too many places to be looked at."""


@dataclass(frozen=True, slots=True)
class _Part:
    first: Ways
    last: Ways
    empty: int
    """In how many ways it matches nothing."""


_NOTHING = _Part({}, {}, 1)


@dataclass(slots=True)
class Positions:
    """The places of an expression, and which can follow which."""

    most: int
    """How many there may be."""
    items: list[One] = field(default_factory=list)
    follow: list[Ways] = field(default_factory=list)
    repeats_empty: bool = False
    """Whether something is repeated that may be empty."""

    def read(self, items: Sequence[Item], *, repeated: bool = False) -> _Part:
        """Take items, one after the other, into account."""
        return self._joined(self._item(item, repeated) for item in items)

    def _item(self, item: Item, repeated: bool) -> _Part:
        match item:
            case One():
                if len(self.items) == self.most:
                    raise TooLarge
                self.items.append(item)
                self.follow.append({})
                place = len(self.items) - 1
                return _Part({place: 1}, {place: 1}, 0)
            case Or():
                return _either([self.read(branch, repeated=repeated) for branch in item.branches])
            case Many():
                return self._many(item, repeated)

    def _many(self, item: Many, repeated: bool) -> _Part:
        """A repetition; what has no end, or many of them, is one place that follows itself."""
        is_one = len(item.body) == 1 and isinstance(item.body[0], One)
        length = _length(item.body)
        is_exact = item.least == item.most and length is not None
        # Outside of other repetitions, few rounds only cost a constant.
        is_few = item.most <= _FEW and (is_one or (length is not None and not repeated))
        if item.most <= _VERY_FEW or is_exact or is_few:
            return self._rounds(item, repeated, _FEW if is_one else _FEW_GROUPS)
        if not is_one:
            return self._loop(item, item.least)
        before = [self.read(item.body) for _ in range(min(item.least - 1, _FEW))]
        return self._joined([*before, self._loop(item, item.least)])

    def _rounds(self, item: Many, repeated: bool, most: int) -> _Part:
        """So many of a part in a row, of which those at the end may be missing."""
        certain = [self.read(item.body, repeated=repeated) for _ in range(min(item.least, most))]
        rest = _NOTHING
        for _ in range(min(item.most - item.least, most)):
            more = self._joined([self.read(item.body, repeated=repeated), rest])
            rest = _Part(more.first, more.last, min(more.empty + 1, 2))
        return self._joined([*certain, rest])

    def _loop(self, item: Many, least: int) -> _Part:
        body = self.read(item.body, repeated=True)
        self.repeats_empty |= body.empty > 0
        self._follows(body.last, body.first)
        return _Part(body.first, body.last, body.empty if least else 1)

    def _joined(self, parts: Iterable[_Part]) -> _Part:
        whole = _NOTHING
        for part in parts:
            self._follows(whole.last, part.first)
            whole = _Part(
                _sum(whole.first, _times(part.first, whole.empty)),
                _sum(part.last, _times(whole.last, part.empty)),
                min(whole.empty * part.empty, 2),
            )
        return whole

    def _follows(self, last: Ways, first: Ways) -> None:
        for place, ways in last.items():
            self.follow[place] = _sum(self.follow[place], _times(first, ways))


def _either(parts: Sequence[_Part]) -> _Part:
    whole = _Part({}, {}, 0)
    for part in parts:
        empty = min(whole.empty + part.empty, 2)
        whole = _Part(_sum(whole.first, part.first), _sum(whole.last, part.last), empty)
    return whole


def _sum(one: Ways, other: Mapping[int, int]) -> Ways:
    return {**one, **{place: min(one.get(place, 0) + n, 2) for place, n in other.items()}}


def _times(ways: Ways, by: int) -> Ways:
    return {place: min(n * by, 2) for place, n in ways.items()} if by else {}


def _length(items: Sequence[Item]) -> int | None:
    """How many characters a part matches, if that is always the same."""
    total = 0
    for item in items:
        inner: int | None = 1
        if isinstance(item, Many):
            each = _length(item.body) if item.least == item.most else None
            inner = None if each is None else each * item.most
        elif isinstance(item, Or):
            lengths = {_length(branch) for branch in item.branches}
            inner = lengths.pop() if len(lengths) == 1 else None
        if inner is None:
            return None
        total += inner
    return total
