"""Violations by the names that their reader uses."""

import pytest

from apiscribe.runtime.validation.renaming import renamed
from apiscribe.runtime.validation.violations import Violation

NAMES = {"from": "from_", "created.lte": "created_lte", "variables": "v:", "from (as sent)": "from"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("from", "from_"),
        ("from[2].day", "from_[2].day"),
        ("from.from", "from_.from"),
        ("fromage", "fromage"),
        ("from (as sent)", "from"),
        ("created.lte", "created_lte"),
        ("created.lte[0]", "created_lte[0]"),
        ("created.gte", "created.gte"),
        ("variables", "v:"),
        ("variables.colour.dark", "v:colour.dark"),
    ],
)
def test_a_path_begins_with_the_other_name(name, expected):
    given = Violation(argument=name, rule="x", message=f"not without `{name}`, 'from' or from")

    [found] = renamed([given], NAMES, {"variables"})

    assert found.argument == expected
    assert found.message == f"not without `{expected}`, 'from' or from"
