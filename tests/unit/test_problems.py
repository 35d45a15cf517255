"""Problems: order, wording, and that none of them can break a line."""

import pytest

from apiscribe.problems import (
    Position,
    Problem,
    Problems,
    SpecError,
    did_you_mean,
    enumerated,
    quoted,
)


def test_a_problem_is_file_line_column_rule_and_message() -> None:
    problem = Problem(Position("spec/api.yaml", 3, 7), "wrong-type", "expected text")

    assert str(problem) == "spec/api.yaml:3:7: wrong-type: expected text"


def test_problems_come_out_by_file_line_and_column() -> None:
    problems = Problems()
    for place in (("b", 1, 1), ("a", 10, 1), ("a", 9, 8), ("a", 9, 1)):
        problems.add(Position(*place), "rule", "message")

    places = [tuple(problem.position) for problem in problems]

    assert places == [("a", 9, 1), ("a", 9, 8), ("a", 10, 1), ("b", 1, 1)]


def test_the_same_problem_twice_is_one() -> None:
    problems = Problems()
    problems.add(Position("a"), "rule", "message")
    problems.add(Position("a"), "rule", "message")

    assert len(problems) == 1


def test_the_error_carries_all_problems_and_prints_them() -> None:
    problems = Problems()
    problems.raise_any()
    problems.add(Position("b"), "rule", "second")
    problems.add(Position("a"), "rule", "first")

    with pytest.raises(SpecError) as caught:
        problems.raise_any()

    assert [problem.message for problem in caught.value.problems] == ["first", "second"]
    assert str(caught.value) == "a:1:1: rule: first\nb:1:1: rule: second"


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("plain", "`plain`"),
        (12, "`12`"),
        ("two\nlines", r"`two\nlines`"),
        ("\x1b[31mred", r"`\x1b[31mred`"),
        ("\u2028", r"`\u2028`"),
        ("\ud800", r"`\ud800`"),
        ("x" * 100, f"`{'x' * 59}…`"),
    ],
)
def test_a_quoted_word_stays_on_its_line(word: object, shown: str) -> None:
    assert quoted(word) == shown


def test_words_are_enumerated_as_in_a_sentence() -> None:
    assert enumerated(["a"]) == "`a`"
    assert enumerated(["a", "b", "c"]) == "`a`, `b` or `c`"
    assert enumerated(["a", "b"], "and") == "`a` and `b`"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("requird", "; did you mean `required`?"),
        ("REQUIRED", "; did you mean `required`?"),
        ("colour", ""),
        (12, ""),
        ("404", "; there it is a number, without quotes"),
        (200, "; there it is a text, in quotes"),
        ("x" * 10**6, ""),
    ],
)
def test_the_closest_known_word_is_suggested(word: object, hint: str) -> None:
    assert did_you_mean(word, ["required", "default", 404, "200"]) == hint


def test_a_file_name_cannot_break_the_line_either() -> None:
    assert str(Position("a\nb", 1, 2)) == r"a\nb:1:2"
