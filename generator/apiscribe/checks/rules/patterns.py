"""`pattern`: regular expressions are valid, and matched in linear time.

{type: text, pattern: "[a-z]+(?:-[a-z]+)*"}
{type: text, pattern: "(a+)+"}              # refused
{type: text, characters: "a-z]"}            # refused
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.regex import characters_fault, regex_fault
from apiscribe.checks.subject import Subject
from apiscribe.model import Characters, Pattern
from apiscribe.problems import Problem, quoted

RULE = "pattern"


def check(subject: Subject) -> Iterator[Problem]:
    for _, rule in subject.value_rules():
        if isinstance(rule, Pattern):
            fault, written = regex_fault(rule.pattern), rule.pattern
        elif isinstance(rule, Characters):
            fault, written = characters_fault(rule.allowed), rule.allowed
        else:
            continue
        if fault is not None:
            yield Problem(subject.origins.at(rule), RULE, f"{quoted(written)} {fault}")
