"""Counts over a list of an index, so that no place in it has to be walked to.

A list is what an index has under one value, in its order. Of its entries, one in 32 begins a span
of level 1, one in 32 of these a span of level 2, and one in 32 of these a span of level 3; a span
knows how many entries there are up to the next of its level. Which entries begin one follows from
their number alone, as the height of a node does in a skip list: nothing is ever balanced, and most
lists are too short to have a span. What comes before the first that begins one is a span as well,
which is there as long as others are. The last span of each level is open: it does not know how
many it has, and says 0. So what comes at the end of a list changes nothing; and to count a list, to
find the entry at a place, and the place of an entry, cost a hundred small rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from .store import Entry

_APART = 32
LEVELS = (1, 2, 3)
_TURN = 2**31
_SPREAD = 1_327_217_885
"""The golden ratio of `_TURN`: what is multiplied by it is spread evenly."""
_BOUNDS = [_TURN // _APART**level for level in LEVELS]
"""Below which of its numbers spread an entry begins a span of each level."""
_LIST = "kind = ? AND name = ? AND value = ?"
_SPAN = f"{_LIST} AND level = ?"
_FOLLOWING = f"FROM spans WHERE {_SPAN} AND (sort, seq) > (?, ?)"
_LAST_FIRST = "ORDER BY sort DESC, seq DESC LIMIT 1"
_AT_OR_BEFORE = f"FROM spans WHERE {_SPAN} AND (sort, seq) <= (?, ?) {_LAST_FIRST}"
_ADD = (
    f"UPDATE spans SET number = number + ? WHERE {_SPAN}"
    f" AND (sort, seq) = (SELECT sort, seq {_AT_OR_BEFORE})"
)
_SET = f"UPDATE spans SET number = ? WHERE {_SPAN} AND sort = ? AND seq = ?"
_INSERT = "INSERT INTO spans VALUES (?, ?, ?, ?, ?, ?, ?)"
_OPEN = 0
"""The number of a span that does not know its own."""

List = tuple[int, str, str]
"""Kind, index and value."""
Place = tuple[Any, int]
"""The sort and the number of an entry, or what comes before any."""
_START = ("", 0)


def rebuilt(level: int) -> str:
    """The statement that makes all spans of a level out of the entries."""
    return f"""
INSERT INTO spans
WITH numbered AS (
    SELECT kind, name, value, sort, seq,
        row_number() OVER (PARTITION BY kind, name, value ORDER BY sort, seq) AS number
    FROM entries
),
heads AS (
    SELECT * FROM numbered
    WHERE (((seq & {_TURN - 1}) * {_SPREAD}) & {_TURN - 1}) < {_BOUNDS[level - 1]}
)
SELECT kind, name, value, {level}, sort, seq, coalesce(lead(number)
    OVER (PARTITION BY kind, name, value ORDER BY sort, seq) - number, {_OPEN})
FROM heads
UNION ALL
SELECT kind, name, value, {level}, '', 0, min(number) - 1 FROM heads GROUP BY kind, name, value
"""


class Spans:
    """Keeps the spans of a store right, and looks places up in them."""

    def __init__(self, run: Callable[[str, Sequence[Any]], Any]) -> None:
        self._run = run

    def entered(
        self, kind: int, seq: int, entries: Sequence[Entry], *, is_new: bool = False
    ) -> None:
        """Count entries that have come, of a record that may be the newest."""
        height = _height(seq)
        if is_new and not height:
            entries = [each for each in entries if not each.by_age]  # others are in open spans
        if entries:
            self._changed(1, kind, seq, height, entries, self._begin)

    def left(self, kind: int, seq: int, entries: Sequence[Entry]) -> None:
        """Count entries no more, which have gone."""
        self._changed(-1, kind, seq, _height(seq), entries, self._end)

    def count(self, at: List) -> int:
        """How many entries a list has."""
        places = [part for level in LEVELS for part in (*at, level)]
        return self._before(at, self._run(_LAST_HEADS, places).fetchall(), None)

    def rank(self, at: List, place: Place) -> int:
        """How many entries come before a place."""
        places = [part for level in LEVELS for part in (*at, level, *place)]
        return self._before(at, self._run(_HEADS, places).fetchall(), place)

    def start(self, at: List, offset: int) -> tuple[Place, int]:
        """The beginning of the span in which a place is, and how far behind it."""
        place, rest = _START, offset
        end: Place | None = None
        for level in reversed(LEVELS) if offset > _APART else ():
            found = self._spans_of(at, level, place, end)
            for number, (sort, seq, size) in enumerate(found, 1):
                place = (sort, seq)
                if number == len(found):
                    break  # it is open, or the place is nowhere else
                if rest < size:
                    end = tuple(found[number][:2])
                    break
                rest -= size
        return place, rest

    def _changed(
        self,
        change: int,
        kind: int,
        seq: int,
        height: int,
        entries: Sequence[Entry],
        head: Callable[[List, int, Place], None],
    ) -> None:
        for level in LEVELS:
            if level <= height:
                for entry in entries:
                    head((kind, entry.index, entry.value), level, (entry.sort, seq))
                continue
            entries = self._in_closed(kind, seq, entries, level)
            if not entries:
                return  # behind the last head of a level is behind that of a larger one
            for entry in entries:
                at = (kind, entry.index, entry.value, level)
                self._run(_ADD, (change, *at, *at, entry.sort, seq))

    def _in_closed(
        self, kind: int, seq: int, entries: Sequence[Entry], level: int
    ) -> Sequence[Entry]:
        """Those of the entries that are in a span that knows its number."""
        if not entries:
            return entries
        places = [
            part
            for entry in entries
            for part in (kind, entry.index, entry.value, level, entry.sort, seq)
        ]
        rows = self._run(_closed(len(entries)), places).fetchall()
        return [entries[number] for (number,) in rows]

    def _begin(self, at: List, level: int, place: Place) -> None:
        row = self._run(
            f"SELECT sort, seq, number {_AT_OR_BEFORE}", (*at, level, *place)
        ).fetchone()
        following = self._following(at, level, place)
        size = _OPEN if following is None else self._entries(at, place, following)
        if row is None:
            before = self._entries(at, _START, place)
            self._run(_INSERT, (*at, level, *_START, before))
        else:
            sort, seq, number = row
            rest = number + 1 - size if following else self._entries(at, (sort, seq), place)
            self._run(_SET, (rest, *at, level, sort, seq))
        self._run(_INSERT, (*at, level, *place, size))

    def _end(self, at: List, level: int, place: Place) -> None:
        (number,) = self._run(
            f"DELETE FROM spans WHERE {_SPAN} AND sort = ? AND seq = ? RETURNING number",
            (*at, level, *place),
        ).fetchone()
        if self._following(at, level, place):
            self._run(_ADD, (number - 1, *at, level, *at, level, *place))
            return
        sort, seq = self._run(f"SELECT sort, seq {_AT_OR_BEFORE}", (*at, level, *place)).fetchone()
        if not seq:  # what comes before any
            self._run(f"DELETE FROM spans WHERE {_SPAN}", (*at, level))
        else:
            self._run(_SET, (_OPEN, *at, level, sort, seq))

    def _following(self, at: List, level: int, place: Place) -> Place | None:
        """Where the next span begins; None if there is none."""
        row: Place | None = self._run(
            f"SELECT sort, seq {_FOLLOWING} ORDER BY sort, seq LIMIT 1", (*at, level, *place)
        ).fetchone()
        return row

    def _before(self, at: List, heads: Iterable[Sequence[Any]], place: Place | None) -> int:
        """How many come before a place; `heads` are the spans in which it is, with their levels."""
        before, last = 0, _START
        for level, *head in sorted(heads, key=itemgetter(0), reverse=True):
            begin = (head[0], head[1])
            before += self._sum("sum(number)", f"spans WHERE level = {level} AND", at, last, begin)
            last = begin
        return before + self._entries(at, last, place)

    def _entries(self, at: List, begin: Place, end: Place | None) -> int:
        return self._sum("count(*)", "entries WHERE", at, begin, end)

    def _spans_of(
        self, at: List, level: int, begin: Place, end: Place | None
    ) -> Sequence[Sequence[Any]]:
        between, places = _between(begin, end)
        rows: Sequence[Sequence[Any]] = self._run(
            f"SELECT sort, seq, number FROM spans WHERE {_SPAN} AND {between} ORDER BY sort, seq",
            (*at, level, *places),
        ).fetchall()
        return rows

    def _sum(self, what: str, source: str, at: List, begin: Place, end: Place | None) -> int:
        between, places = _between(begin, end)
        row = self._run(
            f"SELECT {what} FROM {source} {_LIST} AND {between}", (*at, *places)
        ).fetchone()
        return int(row[0] or 0)


def _between(begin: Place, end: Place | None) -> tuple[str, Sequence[Any]]:
    """What says that an entry is behind a beginning and before an end, and its values."""
    if end is None:
        return "(sort, seq) >= (?, ?)", begin
    if begin[0] == end[0] or not (begin[0] or end[0]):
        # As in lists by age. PostgreSQL would look for the end of a pair through
        # all entries that have the same `sort`.
        return "sort = ? AND seq >= ? AND seq < ?", (begin[0], begin[1], end[1])
    return "(sort, seq) >= (?, ?) AND (sort, seq) < (?, ?)", (*begin, *end)


@cache
def _closed(entries: int) -> str:
    """The statement that finds which of so many entries others begin spans behind."""
    return " UNION ALL ".join(
        f"SELECT * FROM (SELECT {number} {_FOLLOWING} LIMIT 1) AS e{number}"
        for number in range(entries)
    )


def _of_each_level(found: str) -> str:
    return " UNION ALL ".join(
        f"SELECT * FROM (SELECT {level}, sort, seq {found}) AS s{level}" for level in LEVELS
    )


_HEADS = _of_each_level(_AT_OR_BEFORE)
_LAST_HEADS = _of_each_level(f"FROM spans WHERE {_SPAN} {_LAST_FIRST}")


def _height(seq: int) -> int:
    """Of how many levels an entry begins a span."""
    spread = seq % _TURN * _SPREAD % _TURN
    height = 0
    while height < len(LEVELS) and spread < _BOUNDS[height]:
        height += 1
    return height
