"""`unknown-name`: an `erratum` beside a rule is one of `errata.yaml`.

{type: integer, minimum: 1, basis: inferred, erratum: minimums}
{type: integer, minimum: 1, basis: inferred, erratum: minimum}     # refused
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import Ground
from apiscribe.problems import Problem, did_you_mean, quoted

RULE = "unknown-name"


def check(subject: Subject) -> Iterator[Problem]:
    dropped = subject.resolved.documents.dropped
    if ("errata",) in dropped:
        return
    known = {erratum.name for erratum in subject.api.errata}
    for part, ground in _grounds(subject):
        name = ground.erratum
        if name is not None and name not in known and ("errata", name) not in dropped:
            message = f"there is no erratum {quoted(name)}{did_you_mean(name, known)}"
            yield Problem(subject.origins.at(part, "erratum"), RULE, message)


def _grounds(subject: Subject) -> Iterator[tuple[object, Ground]]:
    for _, rule in subject.value_rules():
        yield rule, rule.ground
    for _, between in subject.argument_rules():
        yield between, between.ground
    for owner in subject.owners():
        yield owner, owner.required_ground
