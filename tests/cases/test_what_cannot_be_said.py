"""The chapter "What cannot be said" of spec/README.md: each of its lines is refused in a case."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cases.casebook import CASES

README = Path(__file__).parents[2] / "spec" / "README.md"
CHAPTER = README.read_text().partition("\n## What cannot be said\n")[2].partition("\n## ")[0]
ROWS = re.findall(r"^\| (?!cannot|--)(.+) \| (.+) \| (.+) \|$", CHAPTER, flags=re.MULTILINE)


class Line(NamedTuple):
    said: str
    nearest: str
    case: str


LINES = [Line(*row) for row in ROWS]


def test_the_chapter_has_lines() -> None:
    assert len(LINES) > 5
    assert len(LINES) == CHAPTER.count("\n| ") - CHAPTER.count("\n| cannot be said | ")


@pytest.mark.parametrize("line", LINES, ids=[line.said for line in LINES])
def test_each_line_is_refused_in_its_case(line: Line) -> None:
    problems = CASES / "bad" / line.case.strip("`") / "problems.txt"
    shown = re.findall(r"`([^`]+)`", line.said)
    text = problems.read_text(encoding="utf-8")

    assert shown, "put what the case shows in backticks"
    assert [word for word in shown if word not in text] == []
    assert line.nearest.strip()
