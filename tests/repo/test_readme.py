"""The README keeps its word: what it prints works."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"^```python\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)
COMMANDS = re.findall(r"^    (\S.*)$", README, flags=re.MULTILINE)


def test_it_has_examples():
    assert len(BLOCKS) == 3


def test_an_example_has_at_most_ten_lines():
    assert [block for block in BLOCKS if len(block.splitlines()) > 10] == []


@pytest.mark.parametrize(
    ("block", "printed"),
    [(BLOCKS[0], r"Stand-up https://zoom\.us/j/[0-9]{9}\n"), (BLOCKS[2], "")],
    ids=["client", "validators"],
)
def test_an_example_runs_as_it_is_printed(block, printed):
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", block],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (ended.stderr, ended.returncode) == ("", 0)
    assert re.fullmatch(printed, ended.stdout)


def test_the_example_of_a_test_runs_as_it_is_printed(pytester):
    pytester.makepyfile(BLOCKS[1])

    pytester.runpytest_subprocess("-W", "error", "-p", "no:schemathesis").assert_outcomes(passed=1)


def test_its_two_commands_come_first():
    assert COMMANDS[:2] == ["make generate", "make test"]


def test_every_target_that_it_names_is_in_the_makefile():
    named = set(re.findall(r"\bmake ([a-z]+)\b(?=[`\n])", README))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))

    assert named >= {"generate", "test", "demo"}
    assert named <= targets


def test_every_file_that_it_names_is_there():
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    places = re.findall(r"`((?:docs|spec|generated|tests)/[^`]*)`", README)

    assert links
    assert [place for place in links + places if not (ROOT / place).exists()] == []
