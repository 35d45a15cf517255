"""An argument that is UNSET was not given, whatever else is."""

import pytest
from msgspec import UNSET

from apiscribe.runtime.validation import values
from apiscribe.runtime.validation.messages import several_given
from apiscribe.runtime.validation.validate import OperationChecks, validate
from apiscribe.runtime.validation.violations import Found


def _only_one(given: object, found: Found) -> None:
    assert isinstance(given, dict)
    if "id" in given and "note" in given:
        several_given(("id", "note"), found)


CHECKS = OperationChecks(
    section="Notes",
    fields={"id": values.text, "note": values.anything},
    required=("note",),
    rules=_only_one,
)


def _broken(given: dict[str, object]) -> list[tuple[str, str]]:
    return [(each.argument, each.rule) for each in validate(CHECKS, given)]


@pytest.mark.parametrize("given", [{}, {"note": UNSET}, {"id": UNSET, "note": UNSET}])
def test_a_required_argument_that_is_unset_is_missing(given: dict[str, object]) -> None:
    assert _broken(given) == [("note", "required")]


def test_an_argument_that_is_unset_has_no_type_to_be_wrong() -> None:
    assert _broken({"id": UNSET, "note": 1}) == []


def test_a_rule_between_arguments_does_not_see_what_is_unset() -> None:
    assert _broken({"id": "a", "note": 1}) == [("note", "exclusive")]
    assert _broken({"id": UNSET, "note": None}) == []


def test_everything_that_is_wrong_is_said_beside_what_is_unset() -> None:
    given = {"other": UNSET, "strange": 1, "id": 2}

    assert _broken(given) == [
        ("id", "type"),
        ("note", "required"),
        ("strange", "unknown_argument"),
    ]
