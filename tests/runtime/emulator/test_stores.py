"""What every store has to do, wherever it keeps records."""

import threading

import pytest

from apiscribe.runtime.emulator.opening import open_store
from apiscribe.runtime.emulator.store import Entry, Stored

ODD = ["a\0b", "Ä\u4e2d\U0001f600", "' OR 1=1 --", "%s ? $1", "x" * 500]


def entry(value="", sort="", index="0"):
    return Entry(index=index, value=value, sort=sort)


def add(store, key, *entries, tenant="t", entity="user", content=b"{}"):
    with store.writing():
        return store.insert(tenant, entity, key, content, entries or [entry()])


def keys(store, value="", *, tenant="t", entity="user", index="0", **options):
    with store.reading():
        found = store.page(tenant, entity, index, value, **options)
    return [each.key for each in found]


def count(store, value="", *, tenant="t", index="0"):
    with store.reading():
        return store.count(tenant, "user", index, value)


def test_a_record_is_read_back(store):
    made = add(store, "a", content=b'{"x":"\xc3\xa4"}')
    with store.reading():
        assert store.get("t", "user", "a") == made
        assert store.get("t", "meeting", "a") is None
        assert store.get("other", "user", "a") is None
    assert made == Stored("a", made.seq, b'{"x":"\xc3\xa4"}')


def test_a_key_is_taken_once(store):
    first = add(store, "a", content=b"1")
    assert add(store, "a", content=b"2") is None
    with store.reading():
        assert store.get("t", "user", "a") == first
    assert count(store) == 1
    assert add(store, "a", tenant="other") is not None


def test_pages_follow_sort_then_age(store):
    for key, sort in (("c", "2"), ("a", "10"), ("b", "2"), ("d", "Z"), ("e", "a"), ("f", "")):
        add(store, key, entry(sort=sort))
    # By code point, as text, whatever the locale of the database is.
    order = ["f", "a", "c", "b", "d", "e"]
    assert keys(store) == order
    assert keys(store, descending=True) == order[::-1]
    assert keys(store, offset=1, limit=2) == order[1:3]
    assert keys(store, offset=2) == order[2:]
    assert keys(store, limit=0) == []
    assert keys(store, offset=6) == []


def test_a_changed_record_moves_in_its_indexes(store):
    made = add(store, "a", entry(), entry("old", index="1"))
    with store.writing():
        store.replace(
            "t",
            "user",
            made,
            b"new",
            [entry(), entry("old", index="1")],
            [entry(), entry("new", index="1")],
        )
    assert (count(store, "old", index="1"), count(store, "new", index="1")) == (0, 1)
    assert (keys(store, "old", index="1"), keys(store, "new", index="1")) == ([], ["a"])
    with store.reading():
        kept = store.get("t", "user", "a")
        assert kept is not None
        assert kept.content == b"new"


def test_a_removed_record_is_nowhere(store):
    made = add(store, "a", entry(), entry("v", index="1"))
    with store.writing():
        store.delete("t", "user", made, [entry(), entry("v", index="1")])
    assert (keys(store), count(store), count(store, "v", index="1")) == ([], 0, 0)
    with store.reading():
        assert store.counts() == {}
    add(store, "b")
    assert (keys(store), count(store, "v", index="1")) == (["b"], 0)
    with store.writing():  # whoever still has it does nothing to what came after it
        store.replace("t", "user", made, b"changed", [], [])
        store.delete("t", "user", made, [])
        kept = store.get("t", "user", "b")
    assert kept is not None
    assert kept.content == b"{}"


def break_off(store):
    with store.writing():
        store.insert("t", "user", "half", b"{}", [entry()])
        store.write_note("half", b"x")
        with store.writing():  # part of the same
            store.insert("t", "user", "inner", b"{}", [entry()])
        raise ZeroDivisionError


def test_what_raises_leaves_nothing(store):
    add(store, "kept")
    with pytest.raises(ZeroDivisionError):
        break_off(store)
    assert (keys(store), count(store)) == (["kept"], 1)
    with store.reading():
        assert store.read_note("half") is None


def part_that_raises(store, **keys):
    """Adds records to tenants within a block, which then raises."""
    with store.writing():
        for tenant, key in keys.items():
            add(store, key, tenant=tenant)
        raise KeyError


def test_a_part_that_raises_is_undone_by_itself(store):
    """Also what only the store itself remembers of it: a tenant's first record was taken back."""
    with store.writing():
        add(store, "a")
        with pytest.raises(KeyError):
            part_that_raises(store, t="b", other="c")
        add(store, "d")
        add(store, "e", tenant="other")
    assert (keys(store), keys(store, tenant="other")) == (["a", "d"], ["e"])


def test_counts_by_tenant_and_entity(store):
    for number in range(3):
        add(store, str(number))
    add(store, "m", entity="meeting")
    add(store, "u", tenant="other")
    with store.reading():
        assert store.counts() == {"t": {"user": 3, "meeting": 1}, "other": {"user": 1}}


@pytest.mark.parametrize(("tenant", "left"), [("t", {"other": {"user": 1}}), (None, {})])
def test_clearing(store, tenant, left):
    add(store, "a")
    add(store, "a", tenant="other")
    with store.writing():
        store.clear(tenant)
    with store.reading():
        assert store.counts() == left
    assert keys(store) == []


def test_snapshots_bring_everything_back(store):
    add(store, "a", entry(sort="1"), content=b"1")
    with store.writing():
        store.save("before")
    add(store, "b")
    add(store, "c", tenant="other")
    with store.writing():
        assert store.restore("before")
        assert not store.restore("other")
    with store.reading():
        assert store.counts() == {"t": {"user": 1}}
    assert keys(store) == ["a"]
    assert add(store, "d").seq > 0
    with store.writing():
        assert store.restore("before")
    assert keys(store) == ["a"]
    with store.writing():
        assert store.drop_saved("before")
        assert not store.drop_saved("before")
        assert not store.restore("before")


def test_notes(store):
    with store.writing():
        assert store.read_note("n") is None
        store.write_note("n", b"\0one")
        store.write_note("n", b"two")
        assert store.read_note("n") == b"two"
        store.write_note("n", None)
        assert store.read_note("n") is None


@pytest.mark.parametrize("text", ODD)
def test_any_text_is_kept(store, text):
    add(store, text, entry(text, text), tenant=text)
    assert keys(store, text, tenant=text) == [text]
    assert count(store, text, tenant=text) == 1


def test_threads_wait_for_each_other(store):
    def work(name):
        for number in range(20):
            with store.writing():
                before = store.count("t", "user", "0", "")
                store.insert("t", "user", f"{name}-{number}", b"{}", [entry()])
                assert store.count("t", "user", "0", "") == before + 1

    threads = [threading.Thread(target=work, args=[name]) for name in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert count(store) == 80


def test_two_stores_of_one_place(place):
    """What is decided by what was read stays true, though another process writes."""
    stores = [open_store(place, "Zoo") for _ in range(3)]
    refused = []

    def work(store):
        for number in range(20):
            value = f"name-{number}"
            with store.writing():
                if store.count("t", "user", "1", value):
                    refused.append(value)
                    continue
                store.insert(
                    "t", "user", f"{id(store)}-{number}", b"{}", [entry(), entry(value, index="1")]
                )

    threads = [threading.Thread(target=work, args=[store]) for store in stores]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(refused) == 40
    assert [count(each) for each in stores] == [20, 20, 20]
    for store in stores:
        store.close()


def test_reading_is_of_one_moment(place):
    one, other = open_store(place, "Zoo"), open_store(place, "Zoo")
    add(one, "a")
    with one.reading():
        assert one.count("t", "user", "0", "") == 1
        add(other, "b")
        assert one.count("t", "user", "0", "") == 1
    assert count(one) == 2
    one.close()
    other.close()


def test_what_another_connection_has_cleared(place):
    """The numbers of its tables may be somebody else's by now."""
    one, other = open_store(place, "Zoo"), open_store(place, "Zoo")
    add(one, "a", tenant="t")
    with other.writing():
        other.clear()
    add(other, "b", tenant="u")
    assert keys(one, tenant="t") == []
    add(one, "c", tenant="t")
    assert keys(other, tenant="t") == ["c"]
    assert keys(other, tenant="u") == ["b"]
    one.close()
    other.close()


def test_a_tenant_whose_first_record_was_taken_back(store):
    with pytest.raises(ZeroDivisionError):
        break_off(store)
    add(store, "b", tenant="u")
    add(store, "c", tenant="t")
    assert keys(store, tenant="u") == ["b"]
    assert keys(store, tenant="t") == ["c"]
