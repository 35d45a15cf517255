"""Blocks that are kept together: all at once, and each of them as if it were alone."""

import sqlite3
import threading
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apiscribe.runtime.emulator import MemoryStore
from apiscribe.runtime.emulator.opening import open_store
from apiscribe.runtime.emulator.sqlite_store import SqliteStore
from apiscribe.runtime.emulator.store import StoreProblem
from tests.runtime.emulator.test_stores import add, count, entry, keys


class Broken(Exception):
    pass


def elsewhere(do, *arguments):
    """Do something in a thread of its own."""
    thread = threading.Thread(target=do, args=arguments)
    thread.start()
    thread.join()


def broken(do, *arguments):
    do(*arguments)
    raise Broken


def fail(store, key):
    """A block that fails after it has written."""
    with pytest.raises(Broken), store.writing():
        broken(add, store, key)


@pytest.fixture
def place(tmp_path):
    return str(tmp_path / "state.db")


@pytest.fixture
def store(place):
    opened = SqliteStore(place)
    yield opened
    opened.close()


@pytest.fixture
def other(place):
    """Another process, as far as the file can tell."""
    opened = SqliteStore(place)
    yield opened
    opened.close()


def test_nothing_is_kept_before_it_is_settled(store, other):
    store.group()
    add(store, "a")
    add(store, "b")
    assert keys(store) == ["a", "b"]
    assert keys(other) == []
    store.settle()
    assert keys(other) == ["a", "b"]
    store.settle()  # there is nothing left


@pytest.mark.parametrize("failing", range(4))
def test_one_that_fails_is_undone_alone(store, other, failing):
    store.group()
    for number, key in enumerate("abcd"):
        if number == failing:
            fail(store, key)
        else:
            add(store, key, entry(sort=key), entry(key, index="1"))
    store.settle()
    left = [key for number, key in enumerate("abcd") if number != failing]
    assert keys(other) == left
    assert [count(other, key, index="1") for key in left] == [1, 1, 1]


def test_one_that_only_looked_undoes_nothing(store, monkeypatch):
    store.group()
    add(store, "a")
    add(store, "b")
    monkeypatch.setattr(store, "_forget_kinds", lambda: pytest.fail("it was undone"))
    with pytest.raises(Broken), store.writing():
        broken(store.get, "t", "user", "a")
    store.settle()
    assert keys(store) == ["a", "b"]


def test_another_thread_waits_for_nobody(store, other):
    store.group()
    add(store, "a")
    elsewhere(add, store, "b")
    assert keys(other) == ["a", "b"]
    add(store, "c")
    assert keys(other) == ["a", "b"]
    store.settle()
    add(store, "d")
    assert keys(other) == ["a", "b", "c", "d"]


def test_an_end_keeps_what_is_left(place, other):
    store = open_store(place, "A")
    store.group()
    add(store, "a")
    store.close()
    assert keys(other) == ["a"]


def test_what_the_database_has_undone_is_told(store, other):
    store.group()
    add(store, "a")
    undo = store._database.execute  # as SQLite does by itself on a full disk
    with pytest.raises(sqlite3.OperationalError), store.writing():
        add(store, undo("ROLLBACK") and undo("ROLLBACK"))
    with pytest.raises(StoreProblem, match="is not kept"):
        add(store, "b")
    with pytest.raises(StoreProblem, match="could not be kept"):
        store.settle()
    add(store, "c")
    assert keys(other) == ["c"]


@pytest.mark.parametrize("by", ["who settles", "another"])
def test_what_cannot_be_kept_is_gone(store, other, by):
    store._database.execute("CREATE TABLE a (b PRIMARY KEY)")
    store._database.execute("CREATE TABLE c (d REFERENCES a DEFERRABLE INITIALLY DEFERRED)")
    store._database.execute("PRAGMA foreign_keys = ON")
    store.group()
    add(store, "a")
    with store.writing():
        store._run("INSERT INTO c VALUES (1)", ())  # which is refused at the end alone
    if by == "another":
        elsewhere(add, store, "c")
    with pytest.raises(StoreProblem, match="could not be kept"):
        store.settle()
    add(store, "b")
    assert keys(other) == (["b"] if by == "who settles" else ["c", "b"])


ONE = st.tuples(st.sampled_from("abcdef"), st.sampled_from(["add", "remove", "fail", "part"]))


def do(store, blocks):
    for key, what in blocks:
        if what == "fail":
            fail(store, f"{key}!")
        elif what == "part":
            with store.writing():
                fail(store, f"{key}!")
                add(store, key, entry(), entry(key, index="1"))
        elif what == "add":
            add(store, key, entry(), entry(key, index="1"))
        else:
            with store.writing():
                found = store.get("t", "user", key)
                if found is not None:
                    store.delete("t", "user", found, [entry(), entry(key, index="1")])


def state(store):
    return keys(store), [count(store, key, index="1") for key in "abcdef"], count(store)


@given(groups=st.lists(st.lists(ONE, max_size=12), max_size=3))
def test_a_group_does_what_its_blocks_do(groups):
    with TemporaryDirectory() as directory:
        check(MemoryStore(), SqliteStore(f"{directory}/state.db"), groups)


def check(alone, grouped, groups):
    for blocks in groups:
        do(alone, blocks)
        grouped.group()
        do(grouped, blocks)
        assert state(grouped) == state(alone)
        grouped.settle()
        assert state(grouped) == state(alone)
    alone.close()
    grouped.close()
