"""Each folder under `bad/` is a spec with something wrong, and all that is said about it."""

import re

import pytest

from apiscribe import compile_spec
from tests.cases.casebook import BASE, BadCase, bad_cases
from tests.cases.refresh import refresh_problems

CASES = bad_cases()
LINE = re.compile(r"spec(/[^:]*)?:\d+:\d+: [a-z-]+: \S.*")


@pytest.mark.parametrize("case", CASES, ids=[case.folder.name for case in CASES])
def test_every_problem_is_named_and_no_other(case: BadCase, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--refresh-goldens"):
        refresh_problems(case)

    expected = case.problems_file.read_text(encoding="utf-8")

    assert expected == case.problems(), "if this is meant: make goldens, and read the diff"


@pytest.mark.parametrize("case", CASES, ids=[case.folder.name for case in CASES])
def test_each_problem_is_one_line_with_a_place(case: BadCase) -> None:
    lines = case.problems_file.read_text(encoding="utf-8").removesuffix("\n").split("\n")

    assert [line for line in lines if not LINE.fullmatch(line)] == []


def test_the_base_of_the_cases_is_sound() -> None:
    assert compile_spec(BASE).api.package == "aviary_v2"
