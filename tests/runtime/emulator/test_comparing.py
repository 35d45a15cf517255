"""Which of two values is more."""

import pytest

from apiscribe.runtime.emulator.conditions import beside
from apiscribe.runtime.program import AtLeast, AtMost, Constant, LessThan, MoreThan

_ANY = Constant(value=None)
MORE, LESS = MoreThan(value=_ANY), LessThan(value=_ANY)
LARGE = 2**53


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (9, 10),
        (9, "10"),
        ("9", "10"),
        (LARGE, LARGE + 1),
        (LARGE, str(LARGE + 1)),
        (str(LARGE), str(LARGE + 1)),
        ("110000000000000001", "110000000000000002"),
        ("9" * 5000, "1" + "0" * 5000),
        (-2, "-1"),
        ("0.1", "0.25"),
        (0.1, "0.2"),
        ("-1.5", 1),
        ("a", "b"),
        ("B", "a"),
        ("10", "9a"),
        ("1e3", "2"),
        (5, "inf"),
        ("2012-11-25T12:00:00Z", "2012-11-25T12:00:01Z"),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_one_is_more_than_another(less: object, more: object) -> None:
    assert beside(less, MORE)(more)
    assert beside(more, LESS)(less)
    assert not beside(more, MORE)(less)
    assert not beside(less, LESS)(more)


@pytest.mark.parametrize(("one", "two"), [(1, "1"), (0.1, "0.1"), ("1.0", 1), ("007", 7)])
def test_numbers_in_text_are_numbers(one: object, two: object) -> None:
    assert not beside(one, MORE)(two)
    assert beside(one, AtLeast(value=_ANY))(two)
    assert beside(two, AtMost(value=_ANY))(one)
