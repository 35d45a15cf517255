"""Records in memory: what any order of changes, and of blocks that fail, leaves behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apiscribe.runtime.emulator import MemoryStore, memory_lists
from apiscribe.runtime.emulator.store import Entry, Stored

KEYS = st.sampled_from("abcdefgh")
SORTS = st.sampled_from(["", "1", "2", "3"])
CHANGES = st.lists(
    st.tuples(st.sampled_from(["put", "put", "remove", "clear"]), KEYS, SORTS), max_size=6
)
BLOCKS = st.lists(st.tuples(CHANGES, CHANGES, st.booleans(), st.booleans()), max_size=8)


class Broken(Exception):
    pass


def place(sort):
    return [Entry(index="0", value="", sort=sort), Entry(index="1", value=sort, sort="")]


def change(store, model, changes):
    """Do changes to a store and to a dictionary: key -> what it is ordered by, and its number."""
    for what, key, sort in changes:
        found = store.get("t", "user", key)
        if what == "clear":
            store.clear("t")
            model.clear()
        elif found is None and what == "put":
            model[key] = sort, store.insert("t", "user", key, sort.encode(), place(sort)).seq
        elif found is not None and what == "put":
            old, number = model[key]
            store.replace("t", "user", found, sort.encode(), place(old), place(sort))
            model[key] = sort, number
        elif found is not None:
            store.delete("t", "user", found, place(model.pop(key)[0]))


def block(store, model, changes, within=None, *, fails):
    before = dict(model)
    try:
        with store.writing():
            change(store, model, changes)
            if within is not None:
                within()
            if fails:
                raise Broken
    except Broken:
        model.clear()
        model.update(before)


def agree(store, model):
    rows = sorted(model, key=model.__getitem__)
    with store.reading():
        found = store.page("t", "user", "0", "")
        assert [(each.key, each.content, each.seq) for each in found] == [
            (key, model[key][0].encode(), model[key][1]) for key in rows
        ]
        assert store.counts() == ({"t": {"user": len(rows)}} if rows else {})
        for sort in ["", "1", "2", "3"]:
            of = [key for key in model if model[key][0] == sort]
            assert store.has("t", "user", "1", sort) is bool(of)
            assert store.count("t", "user", "1", sort) == len(of)
        for number, key in enumerate(rows):
            entry = Entry(index="0", value="", sort=model[key][0])
            assert store.rank("t", "user", entry, model[key][1]) == number


@pytest.mark.parametrize("most", [2, 10_000])
@given(blocks=BLOCKS)
def test_blocks_and_blocks_within_them(most, blocks):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory_lists, "_MOST", most)
        store, model = MemoryStore(), dict[str, tuple[str, int]]()
        for changes, inner, fails, inner_fails in blocks:

            def within(inner=inner, inner_fails=inner_fails):
                block(store, model, inner, fails=inner_fails)

            block(store, model, changes, within, fails=fails)
            agree(store, model)


def test_a_record_that_is_gone_is_not_changed():
    store = MemoryStore()
    with store.writing():
        old = store.insert("t", "user", "a", b"old", place("1"))
        assert old is not None
        store.delete("t", "user", old, place("1"))
        new = store.insert("t", "user", "a", b"new", place("2"))
        store.replace("t", "user", old, b"changed", place("1"), place("3"))
        store.delete("t", "user", old, place("1"))
    assert store.get("t", "user", "a") == new == Stored("a", 2, b"new")


@pytest.mark.parametrize("most", [2, 10_000])
def test_what_fails_takes_copies_and_notes_back(most, monkeypatch):
    monkeypatch.setattr(memory_lists, "_MOST", most)
    store = MemoryStore()
    with store.writing():
        for key in "abcd":
            store.insert("t", "user", key, b"1", place("1"))
        store.save("kept")
        store.write_note("note", b"1")
    with pytest.raises(Broken), store.writing():
        all_at_once(store)
    assert store.saved() == ["kept"]
    assert store.read_note("note") == b"1"
    assert store.read_note("other") is None
    with store.writing():
        store.clear()
        assert store.restore("kept")
    assert [each.key for each in store.page("t", "user", "1", "1")] == list("abcd")


def all_at_once(store):
    store.write_note("note", None)
    store.write_note("other", b"2")
    store.insert("t", "user", "e", b"1", place("1"))
    store.save("kept")
    store.save("more")
    store.restore("more")
    store.drop_saved("kept")
    store.reindex(lambda entity, content: ())
    store.clear()
    raise Broken
