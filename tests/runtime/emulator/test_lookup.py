"""Records by a field that begins as their key, which is entered only where it is another."""

import random
from itertools import product

import pytest

from apiscribe.runtime.emulator import Emulator, Refused
from apiscribe.runtime.emulator.listing import Listing
from apiscribe.runtime.program import (
    Constant,
    Entity,
    Index,
    Program,
    Query,
    Reference,
    Refusal,
    Unique,
)

BY_CALLED = Index(fields=("called",))
TAKEN = Refusal(code=1, message=Constant(value="taken"))
NAMES = ["1", "3", "5", "nobody"]


def program(**settings):
    entity = Entity(
        doc="An animal.",
        key="number",
        starts={"called": Reference(path=("number",))},
        indexes=(Index(), BY_CALLED, Index(fields=("number",))),
        **settings,
    )
    return Program(entities={"animal": entity}, plans={}, objects={})


@pytest.fixture
def zoo(store):
    return Emulator(program(), store=store)


def search(records, name, index=1, *, descending=False):
    keys = (Constant(value=name),)
    query = Query(entity="animal", index=index, keys=keys, descending=descending)
    return records.kinds.values.search(query)


def add(zoo, **fields):
    with zoo.store.writing():
        return dict(zoo._own_records("t").create("animal", fields, {}))


def call(zoo, number, name):
    with zoo.store.writing():
        records = zoo._own_records("t")
        records.change(records.get("animal", number), {"called": name})


def entered(zoo, name):
    """How many the store itself has under a name."""
    with zoo.store.reading():
        return zoo.store.count("t", "animal", "1", name)


def test_whatever_animals_are_called_all_are_found(zoo):
    """A plain list says which, in which order, and where each of them stands."""
    chosen, called = random.Random(7), {}
    for number in map(str, range(12)):
        add(zoo, number=number)
        called[number] = number
    for _ in range(60):
        number = chosen.choice(list(called))
        called[number] = chosen.choice(NAMES)
        call(zoo, number, called[number])
        with zoo.store.reading():
            for name, descending in product(NAMES, (False, True)):
                compare(zoo, name, descending, [n for n in called if called[n] == name])


def compare(zoo, name, descending, expected):
    records = zoo._own_records("t")
    found = search(records, name, descending=descending)
    expected = expected[::-1] if descending else expected
    assert records.count(found, {}) == len(expected)
    first = records.first(found, {})
    assert (first and first["number"]) == (expected[0] if expected else None)
    for offset, limit in product(range(len(expected) + 2), (1, 2, 20)):
        part = records.page(found, {}, offset, limit)
        assert [each["number"] for each in part] == expected[offset : offset + limit]
    listing = Listing(records, found, {})
    for number in map(str, range(12)):
        place = expected.index(number) if number in expected else None
        assert listing.place_of("number", number) == place


def test_only_other_names_are_entered(zoo):
    add(zoo, number="1")
    add(zoo, number="2", called="1")
    assert entered(zoo, "1") == 1
    call(zoo, "1", "Rex")
    assert entered(zoo, "Rex") == 1
    call(zoo, "1", "1")
    assert entered(zoo, "Rex") == 0
    assert entered(zoo, "1") == 1
    with zoo.store.writing():
        records = zoo._own_records("t")
        for each in records.records(search(records, "1"), {}):
            records.remove(each)
        assert records.count(search(records, "1"), {}) == 0


def test_a_key_finds_one_at_its_first_place_alone(zoo):
    add(zoo, number="1")
    with zoo.store.reading():
        records = zoo._own_records("t")
        by_key = search(records, "1", index=2)
        assert [each["number"] for each in records.page(by_key, {}, 0, 5)] == ["1"]
        assert records.page(by_key, {}, 1, 5) == []
        assert records.count(by_key, {}) == 1
        assert Listing(records, by_key, {}).place_of("number", "1") == 0
        of_nobody = search(records, "2", index=2)
        assert records.count(of_nobody, {}) == 0
        assert Listing(records, of_nobody, {}).place_of("number", "1") is None


def test_a_name_is_taken_by_whose_key_it_is(store):
    unique = (Unique(index=1, fields=("called",), otherwise=TAKEN),)
    zoo = Emulator(program(unique=unique), store=store)
    add(zoo, number="1")
    with pytest.raises(Refused, match="taken"):
        add(zoo, number="2", called="1")
    call(zoo, "1", "Rex")
    add(zoo, number="2", called="1")
    with pytest.raises(Refused, match="taken"):
        call(zoo, "1", "1")
    assert add(zoo, number="3")["called"] == "3"


def test_case_matters_to_a_name_or_to_a_key(store):
    zoo = Emulator(program(ignore_case=("called",)), store=store)
    for number in ("Ab", "aB", "ab"):
        add(zoo, number=number)
    call(zoo, "ab", "AB")
    with zoo.store.reading():
        records = zoo._own_records("t")
        found = records.records(search(records, "AB"), {})
    assert [each["number"] for each in found] == ["Ab", "aB", "ab"]
