"""Each folder under `good/` is a spec and, byte for byte, everything that is made of it."""

import pytest

from tests.cases.casebook import GoodCase, good_cases
from tests.cases.refresh import refresh_output

CASES = good_cases()


@pytest.mark.parametrize("case", CASES, ids=[case.folder.name for case in CASES])
def test_the_output_is_the_golden_one(case: GoodCase, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--refresh-goldens"):
        refresh_output(case)
    made, expected = case.generated(), case.expected()

    assert sorted(expected) == sorted(made)
    different = [path for path in made if made[path] != expected[path]]
    assert different == [], "if this is meant: make goldens, and read the diff"
