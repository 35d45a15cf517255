"""Rules between arguments as JSON Schema: what each lets through, and what it does not."""

import pytest
from jsonschema import Draft202012Validator

from apiscribe.views.openapi.rule_schemas import rules
from tests.unit.views.rules_between import RULES, with_rule


def said(rule, without=()):
    api, operation = with_rule(rule)
    return rules(api, operation, {each.name for each in operation.arguments} - {*without})


@pytest.mark.parametrize(("rule", "taken", "refused"), RULES, ids=range(len(RULES)))
def test_a_rule_lets_through_what_keeps_it(rule, taken, refused):
    (schema,), others = said(rule)

    validator = Draft202012Validator(schema)
    assert [each for each in taken if not validator.is_valid(each)] == []
    assert [each for each in refused if validator.is_valid(each)] == []
    assert others == []
    assert schema["description"]


@pytest.mark.parametrize(
    ("rule", "without", "expected"),
    [
        (
            "rule: ordered, first: since, last: until",
            (),
            {"description": "`until` is not before `since`.", "severity": "error"},
        ),
        (
            "rule: exclusive, arguments: [kind, tame], severity: warning, basis: observed",
            (),
            {"severity": "warning", "x-basis": "observed"},
        ),
        ("rule: exclusive, arguments: [kind, tame]", ("tame",), {"severity": "error"}),
        (
            "rule: exclusive, arguments: [kind, cage.bars]",
            ("cage",),
            {"severity": "error"},
        ),
    ],
    ids=range(4),
)
def test_what_no_schema_says_is_a_sentence(rule, without, expected):
    constraints, (other,) = said(rule, without)

    assert constraints == []
    assert other.pop("description").startswith(expected.pop("description", ""))
    assert other == expected
