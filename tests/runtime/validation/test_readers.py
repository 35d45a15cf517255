"""What is read from a value: the items that it holds, the field at a path."""

from msgspec import UNSET, Struct, UnsetType, field

from apiscribe.runtime.encoding.wire import INTEGER, TEXT
from apiscribe.runtime.validation import readers


class Point(Struct):
    x: int | UnsetType = UNSET
    far: int | UnsetType = field(default=UNSET, name="farAway")


def test_items_of_a_list() -> None:
    assert readers.list_items([1, "a"], single=False) == [1, "a"]
    assert readers.list_items((1, "a"), single=True) == [1, "a"]
    assert readers.list_items([], single=True) == []
    for alone in ("a", {"x": 1}):
        assert readers.list_items(alone, single=True) == [alone]
        assert readers.list_items(alone, single=False) is None
    assert readers.list_items(None, single=True) is None
    assert readers.list_items(None, single=False) is None


def test_items_between_commas() -> None:
    assert readers.csv_items("1,x,3", INTEGER) == [1, "x", 3]
    assert readers.csv_items("1,x", TEXT) == ["1", "x"]
    assert readers.csv_items("1", INTEGER) == [1]
    assert readers.csv_items(",", TEXT) == ["", ""]
    assert readers.csv_items("", TEXT) == []
    assert readers.csv_items(["1", 2], INTEGER) == ["1", 2]
    assert readers.csv_items((1,), INTEGER) == [1]
    assert readers.csv_items({1}, INTEGER) == [1]
    assert readers.csv_items(frozenset((1,)), INTEGER) == [1]
    for neither in (1, None, True, {"x": 1}, b"1"):
        assert readers.csv_items(neither, TEXT) is None


def test_reaching_into_objects() -> None:
    given = {"a": {"b": {"c": 1}}, "short": "code", "point": Point(far=3)}

    assert readers.reach(given, ("a",)) == {"b": {"c": 1}}
    assert readers.reach(given, ("a", "b", "c")) == 1
    assert readers.reach(given, ("a", "x")) is UNSET
    assert readers.reach(given, ("x", "b")) is UNSET
    assert readers.reach(given, ("a", "b", "c", "d")) is UNSET
    assert readers.reach(given, ("point", "farAway")) == 3
    assert readers.reach(given, ("point", "far")) is UNSET
    assert readers.reach(given, ("point", "x")) is UNSET


def test_a_scalar_may_stand_for_the_last_object() -> None:
    given = {"short": "code", "number": 2, "flag": True, "list": [], "a": {"short": "code"}}

    assert readers.reach(given, ("short", "type"), short=True) == "code"
    assert readers.reach(given, ("number", "type"), short=True) == 2
    assert readers.reach(given, ("a", "short", "type"), short=True) == "code"
    assert readers.reach(given, ("short", "type")) is UNSET
    assert readers.reach(given, ("flag", "type"), short=True) is UNSET
    assert readers.reach(given, ("list", "type"), short=True) is UNSET
    assert readers.reach(given, ("x", "type"), short=True) is UNSET
    assert readers.reach(given, ("short", "inner", "type"), short=True) is UNSET
