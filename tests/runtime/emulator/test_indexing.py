"""Indexes follow from a program, whoever filled the store."""

import pytest

from apiscribe.runtime.emulator import Emulator, Refused
from apiscribe.runtime.emulator.listing import Listing
from apiscribe.runtime.emulator.opening import open_store
from apiscribe.runtime.program import (
    Constant,
    Entity,
    Equals,
    Filter,
    Index,
    Made,
    Program,
    Query,
    Reference,
    Refusal,
    Unique,
)
from apiscribe.runtime.semantics.paths import reach


def program(*indexes, ignore_case=()):
    entity = Entity(
        doc="An animal.", key="id", indexes=(Index(), *indexes), ignore_case=ignore_case
    )
    return Program(entities={"animal": entity}, plans={}, objects={})


def named(emulator, name, index=1):
    query = Query(entity="animal", index=index, keys=(Constant(value=name),))
    records = emulator._own_records("t")
    search = records.kinds.values.search(query)
    with emulator.store.reading():
        return records.count(search, {}), [each["id"] for each in records.records(search, {})]


def opened(place, program):
    return Emulator(program, store=open_store(place, "Zoo"))


def add(emulator, **fields):
    with emulator.store.writing():
        emulator._own_records("t").create("animal", fields, {})


BY_NAME, BY_KEEPER = Index(fields=("name",)), Index(fields=("keeper",), order="name")


def test_an_index_that_is_new_has_what_was_there(place):
    first = opened(place, program(BY_NAME))
    for number in range(300):
        add(first, id=str(number), name=f"n{299 - number:03}", keeper="Ada")
    first.store.close()
    second = opened(place, program(BY_KEEPER))
    count, found = named(second, "Ada")
    assert count == 300
    assert found == [str(number) for number in range(299, -1, -1)]
    add(second, id="x", name="n", keeper="Ada")
    assert named(second, "Ada")[0] == 301
    second.store.close()


def test_case_that_no_longer_matters(place):
    first = opened(place, program(BY_NAME))
    add(first, id="1", name="Leo")
    assert named(first, "LEO") == (0, [])
    first.store.close()
    second = opened(place, program(BY_NAME, ignore_case=("name",)))
    assert named(second, "LEO") == (1, ["1"])
    second.store.close()


def test_a_snapshot_of_a_former_program(place):
    first = opened(place, program(BY_NAME))
    add(first, id="1", name="Leo", keeper="Ada")
    with first.store.writing():
        first.store.save("then")
    first.store.close()
    second = opened(place, program(BY_KEEPER))
    add(second, id="2", name="Tiger", keeper="Ada")
    assert second.restore("then")
    assert named(second, "Ada") == (1, ["1"])
    assert not second.restore("never")
    assert named(second, "Ada") == (1, ["1"])
    second.store.close()


def test_the_same_program_leaves_indexes_alone(place, monkeypatch):
    opened(place, program(BY_NAME)).store.close()
    store = open_store(place, "Zoo")
    monkeypatch.setattr(store, "reindex", pytest.fail)
    Emulator(program(BY_NAME), store=store)
    store.close()


TAKEN = Refusal(code=1, message=Constant(value="taken"))


def with_badges(starts):
    entity = Entity(
        doc="An animal.",
        key="id",
        starts={"id": Made(shape="uuid", length=32), "badge": starts},
        indexes=(Index(), Index(fields=("badge",))),
        unique=(Unique(index=1, fields=("badge",), otherwise=TAKEN),),
    )
    return Emulator(Program(entities={"animal": entity}, plans={}, objects={}))


def test_what_is_made_up_is_made_again_if_it_is_taken():
    """One in ten thousand of ten digits is taken in an account of a million."""
    emulator = with_badges(Made(shape="digits", length=1))
    for _ in range(5):
        add(emulator)
    badges = {each["badge"] for each in emulator.every("t", "animal")}
    assert len(badges) == 5


def test_what_is_given_is_not_made_again():
    emulator = with_badges(Made(shape="digits", length=1))
    add(emulator, badge="7")
    with pytest.raises(Refused, match="taken"):
        add(emulator, badge="7")


def test_what_is_computed_is_not_made_again():
    emulator = with_badges(Reference(path=("now",)))
    emulator_scope = {"now": "2031"}
    with emulator.store.writing():
        emulator._own_records("t").create("animal", {}, emulator_scope)
        with pytest.raises(Refused, match="taken"):
            emulator._own_records("t").create("animal", {}, emulator_scope)


@pytest.mark.parametrize(("given", "found"), [("", ["1", "2"]), ("Ada", ["1"])])
def test_what_is_not_given_does_not_filter(given, found, monkeypatch):
    """And the records of such a list are paged by its index, not read one by one."""
    emulator = Emulator(program())
    add(emulator, id="1", keeper="Ada")
    add(emulator, id="2", keeper="Bob")
    records = emulator._own_records("t")
    keeper = Filter(field="keeper", test=Equals(value=Reference(path=("by",))), optional=True)
    search = records.kinds.values.search(Query(entity="animal", index=0, filters=(keeper,)))
    if not given:
        monkeypatch.setattr(records, "matching", pytest.fail)
    listing = Listing(records, search, {"by": given})
    assert listing.total() == len(found)
    assert [reach(each, "id") for each in listing.part(0, 5)] == found


@pytest.mark.parametrize("descending", [False, True])
def test_the_place_of_a_key_is_looked_up(descending, monkeypatch):
    emulator = Emulator(program(BY_KEEPER))
    for number in range(5):
        add(emulator, id=f"k{number}", keeper="Ada" if number else "Bob", name=f"n{9 - number}")
    records = emulator._own_records("t")
    query = Query(entity="animal", index=1, keys=(Constant(value="Ada"),), descending=descending)
    listing = Listing(records, records.kinds.values.search(query), {})
    order = [str(reach(each, "id")) for each in listing.part(0, 9)]
    assert order == (["k1", "k2", "k3", "k4"] if descending else ["k4", "k3", "k2", "k1"])
    assert listing.place_of("name", "n7") == order.index("k2")
    monkeypatch.setattr(records, "matching", pytest.fail)
    assert [listing.place_of("id", each) for each in order] == [0, 1, 2, 3]
    assert [listing.place_of("id", each) for each in ("k0", "K1", "k9")] == [None] * 3
