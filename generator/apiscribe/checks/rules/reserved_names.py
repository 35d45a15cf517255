"""`duplicate-name`: an argument is not called like one that every operation takes.

Credentials travel beside the arguments if the scheme is `arguments`; `data_type` may be
among `common`. An operation that declares one of them again would send it twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.problems import Problem, quoted

RULE = "duplicate-name"


def check(subject: Subject) -> Iterator[Problem]:
    taken = {common.argument.name: "taken by every operation" for common in subject.api.common}
    authentication = subject.api.authentication
    if authentication.scheme == "arguments":
        for credential in authentication.credentials:
            if credential.name in taken:
                message = f"{quoted(credential.name)} is under `common` already"
                yield Problem(subject.origins.key_at(credential), RULE, message)
            taken[credential.name] = "one of the credentials"
    for operation in subject.api.operations:
        for argument in operation.arguments:
            if argument.name in taken:
                message = f"{quoted(argument.name)} is {taken[argument.name]}"
                yield Problem(subject.origins.key_at(argument), RULE, message)
