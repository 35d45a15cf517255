"""`duplicate-name`: an argument is not called like one that every operation takes.

Credentials travel beside the arguments if the scheme is `arguments`; `data_type` may be
among `common`. An operation that declares one of them again would send it twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model.authentication import ApiKey, KeyPlace, credentials_of
from apiscribe.problems import Position, Problem, quoted

RULE = "duplicate-name"
_AMONG_ARGUMENTS: tuple[KeyPlace, ...] = ("arguments", "body", "path", "query")


def check(subject: Subject) -> Iterator[Problem]:
    taken = {common.argument.name: "taken by every operation" for common in subject.api.common}
    authentication = subject.api.authentication
    for scheme in authentication.schemes.values():
        among = isinstance(scheme, ApiKey) and scheme.place in _AMONG_ARGUMENTS
        if isinstance(scheme, ApiKey) and among and scheme.name in taken:
            message = f"{quoted(scheme.name)} is under `common` already"
            yield Problem(_where(subject, scheme), RULE, message)
    for operation in subject.api.operations:
        keys = authentication.keys(operation.authentication, *_AMONG_ARGUMENTS)
        own = taken | {key.name: "one of the credentials" for key in keys}
        for argument in operation.arguments:
            if argument.name in own:
                message = f"{quoted(argument.name)} is {own[argument.name]}"
                yield Problem(subject.origins.key_at(argument), RULE, message)


def _where(subject: Subject, key: ApiKey) -> Position:
    """The scheme in its long form, or the credential that is one in the short form."""
    authentication = subject.api.authentication
    if authentication.word is None:
        return subject.origins.key_at(key)
    return next(
        subject.origins.key_at(each)
        for each in authentication.credentials
        if each.name in credentials_of(key)
    )
