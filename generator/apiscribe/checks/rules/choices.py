"""`choices`: choices are of their type's kind and keep its other rules, and each is there once.

{type: integer, choices: {1: basic, 2: pro}}
{type: integer, choices: [one, two]}          # refused
{type: csv, of: {type: text, choices: ["1,000"]}}   # refused: the comma separates items
{type: text, choices: ["1", "2"], min_length: 5}    # refused: nothing keeps both rules
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from apiscribe.checks.fits import misfit
from apiscribe.checks.subject import Subject
from apiscribe.model import Choices, CsvType, TextType, ValueType
from apiscribe.problems import Position, Problem, quoted

RULE = "choices"


def check(subject: Subject) -> Iterator[Problem]:
    for type_, rule in subject.value_rules():
        if isinstance(rule, Choices):
            yield from _wrong_kinds(subject, isinstance(type_, TextType), rule)
            yield from _twice(subject, rule)
            yield from _misfits(subject, type_, rule)
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


def _misfits(subject: Subject, type_: ValueType, rule: Choices) -> Iterator[Problem]:
    """A choice that another rule forbids can never be sent."""
    others = replace(type_, rules=tuple(each for each in type_.rules if each is not rule))
    for index, choice in enumerate(rule.choices):
        is_of_kind = isinstance(choice.value, str) == isinstance(type_, TextType)
        if is_of_kind and (reason := misfit(choice.value, others, subject.api)):
            message = f"the choice {quoted(choice.value)} {reason}, says another rule of the type"
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
