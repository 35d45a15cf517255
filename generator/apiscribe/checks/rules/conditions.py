"""`condition`: a condition compares an argument with values that it can have.

when: {type: [2, 8]}
when: {type: scheduled}       # refused: `type` is a whole number
when: {recurrence: daily}     # refused: an object; it can only be given or not
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.fits import misfit
from apiscribe.checks.subject import MemberTypes, Subject
from apiscribe.model import (
    BytesType,
    Clause,
    CsvType,
    DecimalType,
    DurationType,
    FileType,
    ListType,
    MapType,
    ObjectRef,
    TupleType,
)
from apiscribe.problems import Problem, quoted

RULE = "condition"
_MANY = (CsvType, ListType, TupleType, MapType, ObjectRef, FileType)


def check(subject: Subject) -> Iterator[Problem]:
    for scope, rule in subject.argument_rules():
        for clause in getattr(rule, "when", ()):
            yield from _impossible(subject, scope, clause)


def _impossible(subject: Subject, scope: MemberTypes, clause: Clause) -> Iterator[Problem]:
    type_ = scope.type(clause.argument)
    if clause.values and isinstance(type_, _MANY):
        message = f"{quoted(clause.argument)} is no single value; it can only be `given` or not"
        yield Problem(subject.origins.at(clause), RULE, message)
        return
    if clause.values and isinstance(type_, DurationType | DecimalType | BytesType):
        message = f"{quoted(clause.argument)} may be given in several ways; it can only be "
        message += "`given` or not"
        yield Problem(subject.origins.at(clause), RULE, message)
        return
    if clause.test in ("something", "nothing") and not type_.nullable:
        message = f"{quoted(clause.argument)} is never null; write `given`"
        yield Problem(subject.origins.at(clause), RULE, message)
    for index, value in enumerate(clause.values):
        if reason := misfit(value, type_, subject.api):
            shown = str(value).lower() if isinstance(value, bool) else value
            message = f"{quoted(shown)} {reason}"
            keys = ("not", index) if clause.test == "not_in" else (index,)
            yield Problem(subject.origins.at(clause, *keys), RULE, message)
