"""Places in long lists: counted, found and ranked as by walking there."""

import random
import sqlite3

import pytest

from apiscribe.runtime.emulator import MemoryStore, SqliteStore
from apiscribe.runtime.emulator.spans import LEVELS, rebuilt
from apiscribe.runtime.emulator.store import Entry

MANY = 1200
MORE = 30_000
"""So many that there are spans of each level."""
SPANS = "SELECT kind, name, value, level, sort, seq, number FROM spans ORDER BY 1, 2, 3, 4, 5, 6"


def sorts(seed, many=MANY):
    return random.Random(seed).choices(["", "a", "b", "\u4e2d"], k=many)


def filled(store, sorted_by):
    with store.writing():
        return [
            store.insert("t", "user", str(n), b"{}", [Entry(index="0", value="", sort=sort)])
            for n, sort in enumerate(sorted_by)
        ]


def in_order(made, sorted_by):
    pairs = zip(sorted_by, made, strict=True)
    return sorted(((sort, each.seq, each) for sort, each in pairs), key=lambda row: row[:2])


def agree(store, expected):
    """Whether the store says of every tenth place what the list does."""
    every = [each.key for _, _, each in expected]
    with store.reading():
        assert store.count("t", "user", "0", "") == len(every)
        for place in [
            *range(0, len(every), 97),
            max(0, len(every) - 1),
            len(every),
            len(every) + 9,
        ]:
            found = store.page("t", "user", "0", "", offset=place, limit=3)
            assert [each.key for each in found] == every[place : place + 3]
            found = store.page("t", "user", "0", "", offset=place, limit=3, descending=True)
            assert [each.key for each in found] == every[::-1][place : place + 3]
        for place in range(0, len(every), 97):
            sort, seq, _ = expected[place]
            entry = Entry(index="0", value="", sort=sort)
            assert store.rank("t", "user", entry, seq) == place


def test_places_in_a_long_list(store):
    by = sorts(1)
    agree(store, in_order(filled(store, by), by))


def test_places_after_many_have_gone_or_moved(store):
    by = sorts(2)
    rows = in_order(filled(store, by), by)
    chance = random.Random(3)
    kept = []
    with store.writing():
        for sort, seq, each in rows:
            fate = chance.random()
            old = [Entry(index="0", value="", sort=sort)]
            if fate < 0.4:
                store.delete("t", "user", each, old)
            elif fate < 0.7:
                new = [Entry(index="0", value="", sort="c")]
                store.replace("t", "user", each, b"{}", old, new)
                kept.append(("c", seq, each))
            else:
                kept.append((sort, seq, each))
    agree(store, sorted(kept, key=lambda row: row[:2]))


def test_spans_kept_are_spans_made_anew(tmp_path):
    store = SqliteStore(str(tmp_path / "state.db"))
    by = sorts(4, MORE)
    rows = in_order(filled(store, by), by)
    with store.writing():
        for sort, _, each in rows[1::3]:
            store.delete("t", "user", each, [Entry(index="0", value="", sort=sort)])
    del rows[1::3]
    agree(store, rows)
    database = store._database
    before = database.execute(SPANS).fetchall()
    assert {row[3] for row in before} == {1, 2, 3}
    database.execute("DELETE FROM spans")
    for level in LEVELS:
        database.execute(rebuilt(level))
    assert database.execute(SPANS).fetchall() == before
    store.close()


def test_no_spans_are_left_of_what_is_gone(store):
    rows = filled(store, [""] * 600)
    with store.writing():
        for each in rows:
            store.delete("t", "user", each, [Entry(index="0", value="", sort="")])
    agree(store, [])
    with store.reading():
        if isinstance(store, MemoryStore):
            assert store._lists("t", "user", "0") == {}
            return
        assert store._run("SELECT count(*) FROM spans", ()).fetchone()[0] == 0


@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_a_place_is_sought_and_not_walked_to(direction, tmp_path):
    store = SqliteStore(str(tmp_path / "state.db"))
    plan: list[tuple[object, ...]] = store._database.execute(
        "EXPLAIN QUERY PLAN SELECT sort, seq FROM entries WHERE kind = 1 AND name = '0'"
        " AND value = '' AND (sort, seq) >= ('a', 7)"
        f" ORDER BY sort {direction}, seq {direction} LIMIT 30"
    ).fetchall()
    (row,) = plan
    assert "SEARCH entries USING PRIMARY KEY" in str(row[3])
    assert "(sort,seq)>(?,?)" in str(row[3])
    store.close()
    assert sqlite3.sqlite_version_info >= (3, 35)
