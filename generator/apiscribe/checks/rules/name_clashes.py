"""`name-clash`: no two things would be called the same in what is generated.

What a thing is called is decided in `apiscribe.naming`, which also finds the clashes.
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.naming.clashes import clashes
from apiscribe.problems import Problem

RULE = "name-clash"


def check(subject: Subject) -> Iterator[Problem]:
    for clash in clashes(subject.api):
        yield Problem(subject.origins.key_at(clash.part), RULE, clash.message)
