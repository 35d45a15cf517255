"""Counts over a list of an index, so that no place in it has to be walked to.

A list is what an index has under one value, in its order. Of its entries, one in 128 begins a span
of level 1, and one in 128 of these a span of level 2; a span knows how many entries there are up
to the next of its level. Which entries begin one follows from their number alone, as the height of
a node does in a skip list: nothing is ever balanced, and most lists are too short to have a span.
What comes before the first that begins one is a span as well, which is there as long as others
are. So to count, to find the entry at a place, and the place of an entry, cost a few hundred rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from .store import Entry

_APART = 128
LEVELS = (1, 2)
_TURN = 2**31
_SPREAD = 1_327_217_885
"""The golden ratio of `_TURN`: what is multiplied by it is spread evenly."""
_LIST = "kind = ? AND name = ? AND value = ?"
_SPAN = f"{_LIST} AND level = ?"
_AT_OR_BEFORE = (
    f"FROM spans WHERE {_SPAN} AND (sort, seq) <= (?, ?) ORDER BY sort DESC, seq DESC LIMIT 1"
)
_ADD = (
    f"UPDATE spans SET number = number + ? WHERE {_SPAN}"
    f" AND (sort, seq) = (SELECT sort, seq {_AT_OR_BEFORE})"
)
_INSERT = "INSERT INTO spans VALUES (?, ?, ?, ?, ?, ?, ?)"
COUNT = (
    f"SELECT coalesce((SELECT sum(number) FROM spans WHERE {_LIST} AND level = 2),"
    f" (SELECT sum(number) FROM spans WHERE {_LIST} AND level = 1),"
    f" (SELECT count(*) FROM entries WHERE {_LIST}))"
)
"""How many entries a list has; the list is given three times."""

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
    SELECT kind, name, value, sort, seq, count(*) OVER (PARTITION BY kind, name, value) AS size,
        row_number() OVER (PARTITION BY kind, name, value ORDER BY sort, seq) AS number
    FROM entries
),
heads AS (
    SELECT * FROM numbered
    WHERE (((seq & {_TURN - 1}) * {_SPREAD}) & {_TURN - 1}) < {_bound(level)}
)
SELECT kind, name, value, {level}, sort, seq, lead(number, 1, size + 1)
    OVER (PARTITION BY kind, name, value ORDER BY sort, seq) - number
FROM heads
UNION ALL
SELECT kind, name, value, {level}, '', 0, min(number) - 1 FROM heads GROUP BY kind, name, value
"""


class Spans:
    """Keeps the spans of a store right, and looks places up in them."""

    def __init__(self, run: Callable[[str, Sequence[Any]], Any]) -> None:
        self._run = run

    def entered(self, kind: int, seq: int, entries: Sequence[Entry]) -> None:
        """Count entries that have come."""
        height = _height(seq)
        for level in LEVELS:
            if level <= height:
                for entry in entries:
                    self._begin((kind, entry.index, entry.value), level, (entry.sort, seq))
            else:
                # Where nothing begins a span, nothing begins a larger one.
                entries = self._add(1, kind, seq, entries, level)

    def left(self, kind: int, seq: int, entries: Sequence[Entry]) -> None:
        """Count entries no more, which have gone."""
        height = _height(seq)
        for level in LEVELS:
            if level <= height:
                for entry in entries:
                    self._end((kind, entry.index, entry.value), level, (entry.sort, seq))
            else:
                entries = self._add(-1, kind, seq, entries, level)

    def start(self, at: List, offset: int) -> tuple[Place, int] | None:
        """The beginning of the span in which a place is, and how far behind it; None if nowhere."""
        place, rest = _START, offset
        end: Place | None = None
        for level in reversed(LEVELS) if offset > _APART else ():
            found = self._spans_of(at, level, place, end)
            for number, (sort, seq, size) in enumerate(found):
                place = (sort, seq)
                if rest < size:
                    end = tuple(found[number + 1][:2]) if number + 1 < len(found) else end
                    break
                rest -= size
            else:
                if found:
                    return None
        return place, rest

    def rank(self, at: List, place: Place) -> int:
        """How many entries come before a place."""
        before, last = 0, _START
        for level in reversed(LEVELS):
            head = self._run(f"SELECT sort, seq {_AT_OR_BEFORE}", (*at, level, *place)).fetchone()
            if head is not None:
                before += self._sum(
                    "sum(number)", f"spans WHERE level = {level} AND", at, last, head
                )
                last = tuple(head)
        return before + self._sum("count(*)", "entries WHERE", at, last, place)

    def _begin(self, at: List, level: int, place: Place) -> None:
        row = self._run(
            f"SELECT sort, seq, number {_AT_OR_BEFORE}", (*at, level, *place)
        ).fetchone()
        following = self._run(
            f"SELECT sort, seq FROM spans WHERE {_SPAN} AND (sort, seq) > (?, ?)"
            " ORDER BY sort, seq LIMIT 1",
            (*at, level, *place),
        ).fetchone()
        size = self._sum("count(*)", "entries WHERE", at, place, following)
        if row is None:
            before = self._sum("count(*)", "entries WHERE", at, _START, place)
            self._run(_INSERT, (*at, level, *_START, before))
        else:
            sort, seq, number = row
            self._run(
                f"UPDATE spans SET number = ? WHERE {_SPAN} AND sort = ? AND seq = ?",
                (number + 1 - size, *at, level, sort, seq),
            )
        self._run(_INSERT, (*at, level, *place, size))

    def _end(self, at: List, level: int, place: Place) -> None:
        row = self._run(
            f"DELETE FROM spans WHERE {_SPAN} AND sort = ? AND seq = ? RETURNING number",
            (*at, level, *place),
        ).fetchone()
        self._run(_ADD, (row[0] - 1, *at, level, *at, level, *place))
        self._run(
            f"DELETE FROM spans WHERE {_SPAN} AND NOT EXISTS"
            f" (SELECT 1 FROM spans WHERE {_SPAN} AND (sort, seq) > (?, ?))",
            (*at, level, *at, level, *_START),
        )

    def _add(
        self, change: int, kind: int, seq: int, entries: Sequence[Entry], level: int
    ) -> Sequence[Entry]:
        """Count entries of lists that have spans; which those are."""
        if not entries:
            return entries
        lists = [value for each in entries for value in (kind, each.index, each.value, level)]
        found = self._run(_have_spans(len(entries)), lists).fetchall()
        counted = [entries[number] for (number,) in found]
        for entry in counted:
            at = (kind, entry.index, entry.value, level)
            self._run(_ADD, (change, *at, *at, entry.sort, seq))
        return counted

    def _spans_of(
        self, at: List, level: int, begin: Place, end: Place | None
    ) -> Sequence[Sequence[Any]]:
        until = "" if end is None else " AND (sort, seq) < (?, ?)"
        rows: Sequence[Sequence[Any]] = self._run(
            f"SELECT sort, seq, number FROM spans WHERE {_SPAN} AND (sort, seq) >= (?, ?){until}"
            " ORDER BY sort, seq",
            (*at, level, *begin, *(end or ())),
        ).fetchall()
        return rows

    def _sum(self, what: str, source: str, at: List, begin: Place, end: Place | None) -> int:
        until = "" if end is None else " AND (sort, seq) < (?, ?)"
        row = self._run(
            f"SELECT {what} FROM {source} {_LIST} AND (sort, seq) >= (?, ?){until}",
            (*at, *begin, *(end or ())),
        ).fetchone()
        return int(row[0] or 0)


@cache
def _have_spans(lists: int) -> str:
    """The statement that finds which of so many lists have any of a level, by their number."""
    first = f"FROM spans WHERE {_SPAN} AND sort = '' AND seq = 0"
    return " UNION ALL ".join(f"SELECT {number} {first}" for number in range(lists))


def _height(seq: int) -> int:
    """Of how many levels an entry begins a span."""
    spread = seq % _TURN * _SPREAD % _TURN
    return sum(spread < _bound(level) for level in LEVELS)


def _bound(level: int) -> int:
    return int(_TURN // _APART**level)
