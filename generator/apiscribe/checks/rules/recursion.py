"""`recursion`: no object is part of itself, unless it can be absent somewhere on the way.

Folder: fields: {parent: {type: Folder, optional: true}}
Folder: fields: {parent: {type: Folder}}                   # refused: it never ends
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import Field, ObjectRef
from apiscribe.problems import Problem, quoted

RULE = "recursion"


def check(subject: Subject) -> Iterator[Problem]:
    for name in subject.api.objects:
        for field, target in _needed(subject, name):
            if name in _reachable(subject, target):
                message = f"every {quoted(name)} would hold another one; make a field `optional`"
                yield Problem(subject.origins.at(field, "type"), RULE, message)


def _needed(subject: Subject, name: str) -> Iterator[tuple[Field, str]]:
    """The objects that an object cannot be without."""
    for field in subject.api.objects[name].fields:
        if field.required and isinstance(field.type, ObjectRef) and not field.type.nullable:
            yield field, field.type.object


def _reachable(subject: Subject, name: str) -> set[str]:
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        name = waiting.pop()
        if name not in reached and name in subject.api.objects:
            reached.add(name)
            waiting += [target for _, target in _needed(subject, name)]
    return reached
