"""`choices`: choices keep their type and its other rules, and each is there once.

{type: integer, choices: {1: basic, 2: pro}}
{type: integer, choices: [one, two]}          # refused
{type: text, max_length: 3, choices: [none]}  # refused: nobody could choose it
{type: csv, of: {type: text, choices: ["1,000"]}}   # refused: the comma separates items
{type: text, choices: ["1", "2"], min_length: 5}    # refused: nothing keeps both rules
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from apiscribe.checks.fits import misfit
from apiscribe.checks.subject import Subject
from apiscribe.model import Choices, CsvType, MemberOf, TextType, ValueType
from apiscribe.problems import Position, Problem, did_you_mean, quoted

RULE = "choices"


def check(subject: Subject) -> Iterator[Problem]:
    for type_, rule in subject.value_rules():
        if isinstance(rule, Choices):
            yield from _unfit(subject, type_, rule)
            yield from _twice(subject, rule)
            yield from _names(subject, type_, rule)
            yield from _deprecated(subject, rule)
    for type_ in subject.types:
        if isinstance(type_, CsvType):
            yield from _commas(subject, type_)


def _unfit(subject: Subject, type_: ValueType, rule: Choices) -> Iterator[Problem]:
    others = replace(type_, rules=tuple(each for each in type_.rules if each is not rule))
    for index, choice in enumerate(rule.choices):
        if reason := misfit(choice.value, others, subject.api):
            is_unquoted = isinstance(type_, TextType) and not isinstance(choice.value, str)
            hint = "; put it in quotes" if is_unquoted else ""
            message = f"the choice {quoted(choice.value)} {reason}{hint}"
            yield Problem(_at(subject, rule, index), RULE, message)


def _twice(subject: Subject, rule: Choices) -> Iterator[Problem]:
    values = [choice.value for choice in rule.choices]
    for index, value in enumerate(values):
        if value in values[:index]:
            message = f"{quoted(value)} is a choice twice"
            yield Problem(_at(subject, rule, index), RULE, message)


def _names(subject: Subject, type_: ValueType, rule: Choices) -> Iterator[Problem]:
    names = [choice.name for choice in rule.choices]
    for index, name in enumerate(names):
        if name is not None and name in names[:index]:
            message = f"{quoted(name)} is the name of two choices"
            yield Problem(_at(subject, rule, index), RULE, message)
        elif name is not None and type_.name is None and not _is_declared(subject, type_):
            message = f"{quoted(name)} would be a constant of a class; give the type a name under "
            yield Problem(_at(subject, rule, index), RULE, f"{message}`values`")


def _deprecated(subject: Subject, rule: Choices) -> Iterator[Problem]:
    values = [str(choice.value) for choice in rule.choices]
    for index, choice in enumerate(rule.choices):
        use = choice.deprecated.use if choice.deprecated is not None else None
        if use is not None and (use not in values or use == str(choice.value)):
            message = f"{quoted(use)} is none of the other choices{did_you_mean(use, values)}"
            yield Problem(_at(subject, rule, index), RULE, message)
    if all(choice.deprecated is not None for choice in rule.choices):
        message = "every choice is deprecated, which leaves none to write"
        yield Problem(subject.origins.at(rule), RULE, message)


def _is_declared(subject: Subject, type_: ValueType) -> bool:
    """Whether a value has these very choices, whatever else is said at the place."""
    return any(each.named_choices == type_.named_choices for each in subject.api.values.values())


def _commas(subject: Subject, csv: CsvType) -> Iterator[Problem]:
    for rule in csv.item.rules:
        if isinstance(rule, Choices):
            for index, choice in enumerate(rule.choices):
                if csv.separator in str(choice.value):
                    message = f"the choice {quoted(choice.value)} cannot be an item of a "
                    yield Problem(_at(subject, rule, index), RULE, message + _kind(csv))
        elif isinstance(rule, MemberOf):
            split = [each for each in subject.api.lists[rule.list].values if csv.separator in each]
            if split:
                message = f"{quoted(split[0])} of the list {quoted(rule.list)} cannot be an item"
                yield Problem(subject.origins.at(rule), RULE, f"{message} of a {_kind(csv)}")


def _kind(of: CsvType) -> str:
    return "separated" if of.is_list else "csv"


def _at(subject: Subject, rule: Choices, index: int) -> Position:
    choice = rule.choices[index]
    is_listed = choice.doc is None and choice.name is None and choice.deprecated is None
    key = index if is_listed else choice.value  # a list has no docs, a mapping all
    return subject.origins.key_at(rule, "choices", key)
