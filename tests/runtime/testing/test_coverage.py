"""What was exercised: put together, told, compared with what was asked for."""

import pytest

from apiscribe.runtime.testing.coverage import Exercised, read_thresholds, shortfalls


def shown(user_get, host, page):
    """Two operations: `user.get` with an error and an argument, `user.list` with an argument."""
    return {
        "operations": {
            "user.get": {
                "exercised": user_get,
                "errors": {"1001": host},
                "arguments": {"id": user_get},
            },
            "user.list": {"exercised": page, "errors": {}, "arguments": {"page_size": page}},
        }
    }


@pytest.fixture
def exercised():
    exercised = Exercised()
    exercised.add(shown(True, False, False))
    return exercised


def test_what_one_stub_has_seen(exercised):
    assert exercised.counts() == {"operations": (1, 2), "errors": (0, 1), "arguments": (1, 2)}
    assert exercised.percent() == 40
    assert exercised.percent("errors") == 0


def test_what_several_have_seen_together(exercised):
    elsewhere = Exercised()
    elsewhere.add(shown(False, False, True))
    exercised.add(elsewhere.shown)

    assert exercised.counts() == {"operations": (2, 2), "errors": (0, 1), "arguments": (2, 2)}


def test_nothing_was_seen():
    assert (Exercised().percent(), Exercised().percent("errors")) == (0, 0)


def test_how_it_is_told(exercised):
    assert list(exercised.lines(missing=False)) == [
        "operations  1 of 2   50%",
        "errors      0 of 1    0%",
        "arguments   1 of 2   50%",
    ]
    assert list(exercised.lines(missing=True))[3:] == [
        "never called: user.list",
        "user.get: errors never seen: 1001",
    ]


def test_what_is_below_what_was_asked_for(exercised):
    assert list(shortfalls(exercised, read_thresholds("40,operations=50"))) == []
    assert list(shortfalls(exercised, read_thresholds("40.1,errors=20, arguments = 0"))) == [
        "operations, errors and arguments together: 40.00% were exercised, and 40.1% have to be",
        "errors: 0.00% were exercised, and 20% have to be",
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", r"^'' is neither a percentage nor operations=PERCENT or errors=PERCENT or arg"),
        ("operation=80", r"^'operation=80' is neither a percentage"),
        ("80,", r"^'' is neither"),
        ("errors=", r"^'errors=' is neither"),
        ("many", r"^'many' is no percentage$"),
        ("101", r"^101 is not between 0 and 100$"),
        ("-1", r"^-1 is not between 0 and 100$"),
        ("nan", r"^nan is not between 0 and 100$"),
    ],
)
def test_a_threshold_that_makes_no_sense(text, says):
    with pytest.raises(ValueError, match=says):
        read_thresholds(text)
