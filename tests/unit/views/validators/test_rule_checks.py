"""Rules between arguments as generated checks: the source is run."""

from types import SimpleNamespace
from typing import Any

import pytest
from msgspec import UNSET

from apiscribe.runtime.semantics import predicates
from apiscribe.runtime.validation import messages, readers
from apiscribe.runtime.validation.violations import Violation
from apiscribe.views.validators.rule_checks import groups
from tests.unit.views.rules_between import RULES, with_rule

HABITATS = {"FO": "Forest", "SA": "Savanna"}
KNOWN = {
    "UNSET": UNSET,
    "messages": messages,
    "package": SimpleNamespace(lists=SimpleNamespace(HABITATS=HABITATS)),
    "predicates": predicates,
    "readers": readers,
}
WORDS = {"Y": True, "N": False}


def violations(rule, given):
    api, operation = with_rule(rule)
    found: list[Violation] = []
    python = {k: WORDS.get(v, v) if isinstance(v, str) else v for k, v in given.items()}
    known: dict[str, Any] = {**KNOWN, "given": python, "found": found}
    for group in groups(api, operation):
        if group.condition is None or eval(group.condition, known):
            for test in group.tests:
                if eval(test.condition, known):
                    eval(test.report, known)
    return found


@pytest.mark.parametrize(("rule", "taken", "refused"), RULES, ids=range(len(RULES)))
def test_a_check_lets_through_what_keeps_a_rule(rule, taken, refused):
    assert [each for each in taken if violations(rule, each)] == []
    assert [each for each in refused if len(violations(rule, each)) != 1] == []
