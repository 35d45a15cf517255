"""The rules of the page, read off it a second time by hand, against the generated validators."""

import ast
import json
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.contract.page import IDS, example, has_example
from tests.page import lists
from tests.page.cases import TABLES, cases
from tests.page.examples import FAULTS
from tests.page.verdicts import disagreements, verdict
from zoom_v1.validators import validate, validate_form

HERE = Path(__file__).parent


def test_every_operation_and_argument_of_the_page_has_its_row() -> None:
    assert sorted(TABLES) == sorted(IDS)
    assert sum(map(len, TABLES.values())) == 612


def test_the_rows_know_nothing_of_the_project() -> None:
    """What would read the spec, or code that was made from it, could prove nothing about it."""
    sources = [each for each in HERE.rglob("*.py") if not each.name.startswith("test_")]
    imported = {
        module
        for source in sources
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for module in _modules(node)
    }

    foreign = {each.partition(".")[0] for each in imported} - sys.stdlib_module_names
    assert foreign == {"tests"}
    assert all(each.startswith("tests.page") for each in imported if each.startswith("tests"))


def test_the_lists_are_as_long_as_the_pages() -> None:
    plans = (
        lists.BASE_PLANS,
        lists.ROOM_PLANS,
        lists.CONNECTOR_PLANS,
        lists.LARGE_PLANS,
        lists.WEBINAR_PLANS,
        lists.RECORDING_PLANS,
        lists.AUDIO_PLANS,
    )
    places = (lists.STATES, lists.COUNTRIES, lists.TIMEZONES, lists.TOLL_FREE, lists.PREMIUM)

    assert [len(set(ids)) for ids in places] == [75, 255, 135, 64, 7]
    assert [len(set(ids)) for ids in plans] == [8, 2, 2, 8, 12, 3, 3]


@pytest.mark.parametrize("operation", IDS)
def test_the_rules_hold(operation: str) -> None:
    found = list(disagreements(cases(operation), validate, validate_form))

    assert not found, f"{len(found)} of {len(cases(operation))} cases:\n" + "\n".join(found[:20])


@pytest.mark.parametrize("operation", IDS)
def test_an_argument_is_tried_both_ways(operation: str) -> None:
    """An oracle that never says no, or never yes, would agree with nearly anything."""
    tried = Counter((case.argument, bool(case.expected)) for case in cases(operation))

    for name in TABLES[operation]:
        assert tried[name, True], f"nothing wrong was tried for {name}"
        assert tried[name, False], f"nothing right was tried for {name}"


@pytest.mark.parametrize("operation", IDS)
def test_the_pages_examples_are_as_a_person_found_them(operation: str) -> None:
    found = verdict(validate_form(operation, _texts(operation, "curl")))
    assert found == FAULTS.get((operation, "curl"), ())

    if has_example(operation, "node"):
        found = verdict(validate(operation, example(operation, "node")))
        assert found == FAULTS.get((operation, "node"), ())


def _modules(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [each.name for each in node.names]


def _texts(operation: str, kind: str) -> dict[str, str]:
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in example(operation, kind).items()
    }
