"""`choices`: choices are of their type's kind, and each is there once.

{type: integer, choices: {1: basic, 2: pro}}
{type: integer, choices: [one, two]}          # refused
{type: csv, of: {type: text, choices: ["1,000"]}}   # refused: the comma separates items
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import Choices, CsvType, TextType
from apiscribe.problems import Position, Problem, quoted

RULE = "choices"


def check(subject: Subject) -> Iterator[Problem]:
    for type_, rule in subject.value_rules():
        if isinstance(rule, Choices):
            yield from _wrong_kinds(subject, isinstance(type_, TextType), rule)
            yield from _twice(subject, rule)
    for type_ in subject.types():
        if isinstance(type_, CsvType):
            yield from _commas(subject, type_)


def _wrong_kinds(subject: Subject, is_text: bool, rule: Choices) -> Iterator[Problem]:
    for index, choice in enumerate(rule.choices):
        if isinstance(choice.value, str) != is_text:
            kind = "text; put it in quotes" if is_text else "a whole number"
            message = f"the choice {quoted(choice.value)} is not {kind}"
            yield Problem(_at(subject, rule, index), RULE, message)


def _twice(subject: Subject, rule: Choices) -> Iterator[Problem]:
    values = [choice.value for choice in rule.choices]
    for index, value in enumerate(values):
        if value in values[:index]:
            message = f"{quoted(value)} is a choice twice"
            yield Problem(_at(subject, rule, index), RULE, message)


def _commas(subject: Subject, csv: CsvType) -> Iterator[Problem]:
    for rule in csv.item.rules:
        if isinstance(rule, Choices):
            for index, choice in enumerate(rule.choices):
                if "," in str(choice.value):
                    message = f"the choice {quoted(choice.value)} cannot be an item of a csv"
                    yield Problem(_at(subject, rule, index), RULE, message)


def _at(subject: Subject, rule: Choices, index: int) -> Position:
    choice = rule.choices[index]
    key = index if choice.doc is None else choice.value  # a list has no docs, a mapping all
    return subject.origins.key_at(rule, "choices", key)
