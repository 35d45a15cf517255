"""`none`: what stands for none is no value of its type otherwise.

closes:  {type: date, formats: unix_seconds, nullable: {as: 0}}
members: {type: list, of: text, nullable: {as: 0}}                # refused: no single value
state:   {type: integer, choices: [0, 1], nullable: {as: 0}}      # refused: 0 is a choice
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.kinds import SINGLE
from apiscribe.checks.subject import Subject
from apiscribe.model import AnyType, BooleanType, DateType, DecimalType, ValueType
from apiscribe.problems import Problem, quoted

RULE = "none"


def check(subject: Subject) -> Iterator[Problem]:
    for type_ in subject.types:
        if type_.none_as is not None and (message := _wrong(type_, type_.none_as)):
            yield Problem(subject.origins.at(type_, "nullable"), RULE, message)
    for argument in subject.arguments():
        if argument.location == "path" and argument.type.none_as == "":
            message = f"{quoted(argument.name)} is part of the path, where no text is empty"
            yield Problem(subject.origins.at(argument.type, "nullable"), RULE, message)


def _wrong(of: ValueType, value: str | int) -> str | None:
    if isinstance(of, AnyType):  # which was wrong itself, or may be anything
        return None
    if not isinstance(of, SINGLE) or isinstance(of, BooleanType):
        return "a value can stand for none of text, numbers, dates and the like; write `true`"
    if isinstance(of, DecimalType) and of.in_json == "number":
        return "no number stands for none among decimals, which are kept exact; write `true`"
    if isinstance(of, DateType) and of.blank:
        return "`blank` says already what stands for none; leave one of them"
    if value in of.choices:
        return f"{quoted(value)} is one of the choices; it stands for none or means something"
    if of.is_closed:
        return "`closed` says that there are no others than the choices"
    return None
