"""Rules between arguments as conditions of JSON Schema: what matches, and what does not."""

from typing import Any

import jsonschema
import pytest

from apiscribe.views.openapi.rule_schemas import rules
from tests.unit.specs import compiled

EXTRA = """
resource: extra
section: Extra
summary: Extra.
operations:
  ping:
    path: /v2/extra/ping
    encoding: json
    effect: read
    summary: Answer.
    arguments:
      kind: {type: text, choices: [egg, nest], doc: What it is.}
      note: {type: text, doc: What there is to say.}
      size: {type: integer, doc: How large.}
      from: {type: date, formats: date, doc: The first day.}
      to: {type: date, formats: date, doc: The last day.}
      why: {type: text, doc: Why.}
    rules:
      - RULE
"""
IGNORED = "{rule: ignored_when, argument: note, when: {kind: egg}}"
APPLIES = "{rule: applies_when, argument: note, when: {kind: nest, size: {given: true}}}"
UNLESS = "{rule: applies_when, argument: note, when: {kind: {not: [egg]}}}"
LEAST = "{rule: range_when, argument: size, minimum: 3, when: {kind: nest}}"
BOTH = "{rule: range_when, argument: size, minimum: 3, maximum: 5}"
FIRST = "{rule: one_of_required, arguments: [note, why]}"
PAIRS = "{rule: exclusive, arguments: [note, size, why]}"


def told(rule: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    api = compiled({"resources/extra.yaml": EXTRA.replace("RULE", rule)})
    operation = api.operation("extra.ping")
    return rules(api, operation, [each.name for each in operation.arguments])


@pytest.mark.parametrize(
    ("rule", "given", "is_right"),
    [
        (IGNORED, {"kind": "egg"}, True),
        (IGNORED, {"kind": "nest", "note": "x"}, True),
        (IGNORED, {"note": "x"}, True),
        (IGNORED, {"kind": "egg", "note": "x"}, False),
        (APPLIES, {"kind": "egg"}, True),
        (APPLIES, {"kind": "nest", "size": 1, "note": "x"}, True),
        (APPLIES, {"size": 1, "note": "x"}, True),
        (APPLIES, {"kind": "egg", "size": 1, "note": "x"}, False),
        (APPLIES, {"kind": "nest", "note": "x"}, False),
        (UNLESS, {"kind": "nest", "note": "x"}, True),
        (UNLESS, {"note": "x"}, True),
        (UNLESS, {"kind": "egg", "note": "x"}, False),
        (LEAST, {"kind": "nest", "size": 3}, True),
        (LEAST, {"kind": "nest"}, True),
        (LEAST, {"kind": "egg", "size": 2}, True),
        (LEAST, {"kind": "nest", "size": 2}, False),
        (LEAST, {"kind": "nest", "size": 99}, True),
        (BOTH, {"size": 2}, False),
        (BOTH, {"size": 6}, False),
        (BOTH, {"size": 5}, True),
        (FIRST, {"why": "x"}, True),
        (FIRST, {"kind": "egg"}, False),
        (PAIRS, {"size": 1}, True),
        (PAIRS, {"size": 1, "why": "x"}, False),
    ],
)
def test_a_condition_matches_what_keeps_the_rule(
    rule: str, given: dict[str, object], is_right: bool
) -> None:
    ((condition,), others) = told(rule)

    assert others == []
    assert jsonschema.Draft202012Validator(condition).is_valid(given) is is_right


@pytest.mark.parametrize(
    "rule",
    ["{rule: ordered, first: from, last: to}", f"{IGNORED[:-1]}, severity: warning}}"],
)
def test_what_no_schema_says_is_told_in_words(rule: str) -> None:
    conditions, (other,) = told(rule)

    assert conditions == []
    assert other["severity"] == ("warning" if "warning" in rule else "error")
    assert other["description"]
