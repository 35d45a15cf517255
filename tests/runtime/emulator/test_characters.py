"""What a program asks of the characters of a text."""

from typing import cast

import pytest

from apiscribe.runtime.emulator.binding import Binding
from apiscribe.runtime.emulator.values import Values
from apiscribe.runtime.emulator.world import World
from apiscribe.runtime.program import Has, InARow, Reference

NOWHERE = cast(World, None)
"""None of these looks at records."""
VALUES = Values({})
BINDING = Binding(VALUES.of)
EVERY = (
    Has(kind="letter"),
    Has(kind="digit"),
    Has(kind="upper"),
    Has(kind="lower"),
    Has(kind="special"),
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", set()),
        ("a", {"letter", "lower"}),
        ("É", {"letter", "upper"}),
        ("7", {"digit"}),
        (7, {"digit"}),
        ("中", {"letter"}),
        (" \t", set()),
        ("_", {"special"}),
        ("aB3!", {"letter", "lower", "upper", "digit", "special"}),
        (None, set()),
    ],
)
def test_a_text_has_characters_of_kinds(text, kinds):
    assert {each.kind for each in EVERY if BINDING.test(each)({}, NOWHERE)(text)} == kinds


@pytest.mark.parametrize(
    ("text", "same", "following"),
    [
        ("", 0, 0),
        ("a", 1, 1),
        ("aab", 2, 2),
        ("abc", 1, 3),
        ("xx321yy", 2, 3),
        ("abccba", 2, 3),
        ('!"#$', 1, 1),
        ("%%%", 3, 1),
        ("yz12", 1, 2),
        (None, 0, 0),
    ],
)
def test_characters_in_a_row(text, same, following):
    held = Reference(path=("held",))

    def found(kind):
        return VALUES.of(InARow(value=held, kind=kind))({"held": text}, NOWHERE)

    assert (found("same"), found("following")) == (same, following)
