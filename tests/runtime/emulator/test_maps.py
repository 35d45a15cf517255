"""Maps in a program: made of items, taken apart, looked into, and null in them."""

from typing import Any, cast

import pytest

from apiscribe.runtime.emulator.binding import Binding
from apiscribe.runtime.emulator.showing_values import Presenter
from apiscribe.runtime.emulator.values import Values
from apiscribe.runtime.emulator.world import World
from apiscribe.runtime.program import (
    Constant,
    Contains,
    ContainsAny,
    Entries,
    Mapped,
    Reference,
    Shape,
    ShownField,
)

NOWHERE = cast(World, None)
"""None of these looks at records."""
VALUES = Values({})
BINDING = Binding(VALUES.of)


@pytest.mark.parametrize(
    ("held", "entries"),
    [
        ({"a": 1, "b": None}, [{"key": "a", "value": 1}, {"key": "b", "value": None}]),
        ({}, []),
        (None, []),
        ("text", []),
    ],
)
def test_what_an_object_holds_is_a_list(held, entries):
    compute = VALUES.of(Entries(value=Reference(path=("held",))))
    assert compute({"held": held}, NOWHERE) == entries


@pytest.mark.parametrize(
    ("items", "made"),
    [
        ([{"id": 7, "name": "a"}, {"id": "x", "name": "b"}], {"7": "a", "x": "b"}),
        ([{"id": 1, "name": "a"}, {"id": 1, "name": "b"}], {"1": "b"}),
        ([], {}),
        (None, {}),
    ],
)
def test_an_object_is_made_of_items(items, made):
    value = Mapped(
        source=Reference(path=("items",)),
        name="each",
        key=Reference(path=("each", "id")),
        value=Reference(path=("each", "name")),
    )

    assert VALUES.of(value)({"items": items}, NOWHERE) == made


@pytest.mark.parametrize(
    ("held", "wanted", "found"),
    [
        (["a", "b"], ["a"], True),
        (["a", "b"], ["b", "a"], True),
        (["a", "b"], ["a", "c"], False),
        (["a", "b"], "a", True),
        ([1, 2], "2", True),
        ("One, two", ["one", "TWO"], True),
        ("One, two", ["one", "three"], False),
    ],
)
def test_all_of_a_list_is_looked_for(held, wanted, found):
    passes = BINDING.test(Contains(value=Constant(value=wanted)))({}, NOWHERE)
    assert passes(held) is found


@pytest.mark.parametrize(
    ("held", "wanted", "found"),
    [
        (["a", "b"], ["c", "b"], True),
        (["a", "b"], ["c", "d"], False),
        (["a", "b"], "b", True),
        ([1, 2], ["2"], True),
        (["a", "b"], [["c", "a"], None], True),
        (["a", ""], [None, ""], False),
        ({"a": 1}, ["b", "a"], True),
        ("One, two", ["three", "TWO"], True),
        ("One, two", ["three"], False),
        (None, ["a"], False),
        ("One", None, False),
        ("One", [], False),
    ],
)
def test_one_of_a_list_is_looked_for(held, wanted, found):
    passes = BINDING.test(ContainsAny(value=Constant(value=wanted)))({}, NOWHERE)
    assert passes(held) is found


def test_null_is_shown_where_it_was_put():
    text = Shape(kind="text", nullable=True)
    fields = [ShownField(name=name, wire=name, shape=text, optional=True) for name in "ab"]
    plain = ShownField(name="c", wire="c", shape=Shape(kind="text"), optional=True)
    presenter = Presenter(cast(Any, {"Thing": (*fields, plain)}), numbers=False)

    assert presenter.show_object({"b": None, "c": None}, "Thing") == {"b": None}
