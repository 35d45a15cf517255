"""`sensitive`: what must never be shown has no default, which would be shown everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.problems import Problem

RULE = "sensitive"


def check(subject: Subject) -> Iterator[Problem]:
    for owner in subject.owners():
        if owner.sensitive and owner.default is not None:
            message = "a sensitive value cannot have a default"
            yield Problem(subject.origins.at(owner, "default"), RULE, message)
