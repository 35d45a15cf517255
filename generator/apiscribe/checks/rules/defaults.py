"""`default`: a default keeps the type and the rules of its own argument or field.

page_size: {type: integer, maximum: 300, default: 30, doc: ...}
page_size: {type: integer, maximum: 300, default: 500, doc: ...}     # refused
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.fits import misfit
from apiscribe.checks.subject import Subject
from apiscribe.problems import Problem, quoted

RULE = "default"


def check(subject: Subject) -> Iterator[Problem]:
    for owner in subject.owners():
        if owner.default is None:
            continue
        if reason := misfit(owner.default, owner.type, subject.api):
            shown = str(owner.default)
            if isinstance(owner.default, bool):
                shown = shown.lower()
            message = f"the default {quoted(shown)} {reason}"
            yield Problem(subject.origins.at(owner, "default"), RULE, message)
