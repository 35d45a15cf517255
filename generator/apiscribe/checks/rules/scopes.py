"""`scopes`: what is needed can be had, by whoever calls.

app:    {by: client_credentials, scopes: [read], ...}
remove: {scopes: [write], authentication: [app]}      # refused: the client asks for `read` alone
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import Operation
from apiscribe.model.authentication import ClientCredentials
from apiscribe.problems import Problem, did_you_mean, enumerated, quoted

RULE = "scopes"


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        if operation.scopes and subject.knows_api:
            for message in _wrong(subject, operation):
                yield Problem(subject.origins.at(operation, "scopes"), RULE, message)


def _wrong(subject: Subject, operation: Operation) -> Iterator[str]:
    used = subject.api.authentication.of(operation.authentication)
    if not any(used):
        yield f"nobody says who calls {quoted(operation.id)}, so that nothing has a scope"
        return
    asked = [set(_asked(subject, together)) for together in used]
    if not all(asked):
        return  # what a token from elsewhere is good for, nobody knows
    for choices in operation.scopes:
        if not any(each.intersection(choices) for each in asked):
            known = sorted(set().union(*asked))
            message = f"the client never asks for {enumerated(choices)}: its scopes are"
            yield f"{message} {enumerated(known)}{did_you_mean(choices[0], known)}"


def _asked(subject: Subject, together: tuple[str, ...]) -> Iterator[str]:
    for name in together:
        scheme = subject.api.authentication.schemes[name]
        if isinstance(scheme, ClientCredentials):
            yield from scheme.scopes
