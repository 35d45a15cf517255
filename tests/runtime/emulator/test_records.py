"""Records of one tenant: what new ones begin with, and who may change what was read."""

from apiscribe.runtime.emulator import Emulator
from apiscribe.runtime.program import (
    Constant,
    Entity,
    Index,
    Program,
    Reference,
    Template,
    Value,
)


def emulator():
    starts: dict[str, Value] = {
        "kind": Constant(value="cat"),
        "tags": Constant(value=["tame"]),
        "called": Template(parts=(Reference(path=("kind",)), Constant(value=" 1"))),
    }
    entity = Entity(doc="An animal.", key="id", starts=starts, indexes=(Index(),))
    return Emulator(Program(entities={"animal": entity}, plans={}, objects={}))


def made(zoo, **fields):
    with zoo.store.writing():
        return dict(zoo._own_records("t").create("animal", fields, {}))


def test_a_new_record_begins_with_what_nobody_has_given():
    zoo = emulator()
    cat = {"id": "1", "kind": "cat", "tags": ["tame"], "called": "cat 1"}
    assert made(zoo, id="1") == cat
    assert made(zoo, id="2", kind="", tags=[]) == cat | {"id": "2"}
    given = {"id": "3", "kind": "dog", "tags": ["wild"], "called": "Rex"}
    assert made(zoo, **given) == given
    assert made(zoo, id="4", kind=0, called=False) == cat | {"id": "4", "kind": 0, "called": False}
    assert zoo.every("t", "animal")[0] == cat


def test_what_one_has_read_another_does_not_change():
    zoo = emulator()
    made(zoo, id="1", tags=["wild"], called="Rex")
    made(zoo, id="2", tags="none", called="Rex")
    for id in "12":
        first = zoo._own_records("t").get("animal", id)
        assert first is not None
        tags = first["tags"]
        if isinstance(tags, list):
            tags.append("odd")
        first["kind"] = "odd"
    assert zoo.every("t", "animal") == [
        {"id": "1", "kind": "cat", "tags": ["wild"], "called": "Rex"},
        {"id": "2", "kind": "cat", "tags": "none", "called": "Rex"},
    ]
