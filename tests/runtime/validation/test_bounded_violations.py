"""However much is wrong, what is said stays short, and no work is done for what nobody reads."""

import difflib

import pytest

from apiscribe.runtime.encoding.wire import INTEGER, NUMBER
from apiscribe.runtime.semantics.predicates import is_number
from apiscribe.runtime.validation import messages, passed_over, values
from apiscribe.runtime.validation.messages import MOST
from apiscribe.runtime.validation.validate import (
    ObjectChecks,
    OperationChecks,
    check_object,
    validate,
)
from apiscribe.runtime.validation.violations import Found

POINT = ObjectChecks(section="Points", fields={"x": values.integer})
COLOURS = {f"colour-{n}": "" for n in range(200)}


def colour(value: object, path: str, found: Found) -> None:
    if value not in COLOURS:
        messages.bad_choice(value, path, found, COLOURS)


def point(value: object, path: str, found: Found) -> None:
    check_object(value, path, found, POINT)


def colours(value: object, path: str, found: Found) -> None:
    assert isinstance(value, list)
    values.each(value, path, found, colour)


CHECKS = OperationChecks(section="S", fields={"colours": colours, "x": values.integer})


@pytest.fixture
def looked_for(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of which somebody has looked what they were meant to be."""
    words: list[str] = []

    def look(word: str, *_: object, **__: object) -> list[str]:
        words.append(word)
        return []

    monkeypatch.setattr(difflib, "get_close_matches", look)
    return words


def test_wrong_items_are_told_up_to_a_bound(looked_for: list[str]) -> None:
    found = validate(CHECKS, {"colours": ["grey"] * 50_000, "x": "y"})

    assert len(found) == MOST + 2
    assert str(found[MOST]) == (
        f"colours[{MOST}]: nothing is told of this and what follows, {50_000 - MOST} in all [S]"
    )
    assert found[MOST].severity == "error"
    assert found[-1].argument == "x"
    assert len(looked_for) <= 2 * MOST


def test_as_many_as_the_bound_are_told_one_by_one() -> None:
    found: Found = []

    values.each([""] * MOST, "it", found, colour)

    assert [each.argument for each in found] == [f"it[{n}]" for n in range(MOST)]


def test_an_error_after_many_warnings_is_not_missed(looked_for: list[str]) -> None:
    """An unknown field is a warning; a point of the wrong kind is an error."""
    warned: list[object] = [{"z": 1}] * 1000
    right: list[object] = [{"x": 1}] * 1000

    for items, severity in (
        ([*warned, *right], "warning"),
        ([*warned, {"x": "y"}, *right], "error"),
        ([*warned, *right, {"x": "y"}], "error"),
    ):
        found: Found = []
        values.each(items, "it", found, point)
        assert len(found) == MOST + 1
        assert found[-1].severity == severity
    assert len(looked_for) == 3 * MOST


def test_wrong_values_of_a_map_are_told_up_to_a_bound() -> None:
    found: Found = []

    values.each_value({str(n): "" for n in range(1000)}, "it", found, colour)

    assert [each.argument for each in found] == [f"it.{n}" for n in range(MOST + 1)]
    assert "900 in all" in found[-1].message


def test_items_with_commas_are_told_up_to_a_bound() -> None:
    found: Found = []

    values.each_between_commas(["a,b"] * 1000, "it", found, values.text)

    assert len(found) == MOST + 1


def test_unknown_names_are_told_up_to_a_bound(looked_for: list[str]) -> None:
    found = validate(CHECKS, {f"f{n}": 1 for n in range(5000)})

    assert len(found) == MOST + 1
    assert {each.severity for each in found} == {"warning"}
    assert (
        found[-1].message == f"is one of {5000 - MOST} more that are not known and will be ignored"
    )
    assert len(looked_for) == MOST


def test_repeated_items_are_counted_beyond_a_bound() -> None:
    found: Found = []

    values.unique(["a"] * 5001, "it", found)

    assert len(found) == MOST + 1
    assert found[-1].message == f"has {5000 - MOST} more items that stand in it more than once"


def test_items_are_compared_a_few_times_each() -> None:
    compared = 0

    class Word(str):
        __slots__ = ()
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return str.__eq__(self, other)

    found: Found = []
    values.unique([Word(n) for n in range(2000)], "it", found)

    assert found == []
    assert compared < 20_000


@pytest.mark.parametrize(
    ("items", "repeated"),
    [
        ([1, True, 0, False], []),
        ([1, 1.0, "1"], ["it[1]"]),
        ([True, True], ["it[1]"]),
        ([None, None], ["it[1]"]),
        ([[1, 2], [1, 2], [2, 1]], ["it[1]"]),
        ([{"a": [1]}, {"a": [1]}, {"a": [True]}], ["it[1]"]),
        ([{"a": 1, "b": 2}, {"b": 2, "a": 1}], ["it[1]"]),
        ([bytearray(), bytearray()], []),
    ],
)
def test_items_are_the_same_as_in_json(items: list[object], repeated: list[str]) -> None:
    found: Found = []

    values.unique(items, "it", found)

    assert [each.argument for each in found] == repeated


def test_values_nested_without_end_are_told() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    found: Found = []

    values.text(deep, "it", found)
    values.unique([deep, deep], "it", found)

    assert [each.argument for each in found] == ["it"]
    assert found[0].message == "[[...]] (of type list) is not text"


def test_nobody_looks_what_a_long_word_was_meant_to_be(looked_for: list[str]) -> None:
    found: Found = []

    messages.bad_choice("c" * 10**6, "it", found, COLOURS)
    messages.not_listed("c" * 10**6, "it", found, {"colours": COLOURS})
    passed_over.unknown("c" * 10**6, found, COLOURS)

    assert len(found) == 3
    assert looked_for == []


def test_a_number_of_thousands_of_digits_is_told() -> None:
    """Python refuses to write it."""
    huge = 10**5000
    found: Found = []

    messages.bad_choice(huge, "it", found, {1: "one"})
    messages.not_listed(huge, "it", found, {"colours": COLOURS})
    passed_over.unknown(huge, found, COLOURS)
    messages.too_large(huge, "it", found, 5)
    messages.bad_digits(huge, "it", found, 5)
    values.number(huge, "it", found)
    values.integer(-huge, "it", found)
    values.identifier(huge, "it", found)

    assert len(found) == 8
    assert all("a number of thousands of digits" in str(each) for each in found)
    assert not is_number(huge)
    assert is_number(10**300)


def test_a_number_of_thousands_of_digits_can_be_written() -> None:
    """Whoever calls without validation may send what they like."""
    assert INTEGER.encode(-(10**5000)) == "-1" + "0" * 5000
    assert NUMBER.encode(10**5000) == "1" + "0" * 5000
