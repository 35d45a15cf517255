"""`path`: no two operations answer at the same method and path, aliases included.

Operations of different methods share a path only if they spell it alike, as OpenAPI asks.

list:   {path: /v1/user/list}
search: {path: /v1/user/list}     # refused
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import Operation
from apiscribe.problems import Position, Problem, quoted

RULE = "path"


def check(subject: Subject) -> Iterator[Problem]:
    taken: dict[tuple[str, str], str] = {}
    spelled: dict[str, str] = {}
    for operation in subject.api.operations:
        for path, position in _paths(subject, operation):
            named = re.findall(r"\{([^{}]*)\}", path)
            for twice in sorted({each for each in named if named.count(each) > 1}):
                message = f"{quoted(path)} names {quoted(twice)} twice; call one of them otherwise"
                yield Problem(position, RULE, message)
            # Whatever the placeholders are called, a request cannot tell them apart.
            shape = re.sub(r"\{[^{}]*\}", "{}", path)
            keys = [(method, shape) for method in operation.methods]
            known = [key for key in keys if key in taken and subject.knows_api]
            for key in known:
                message = f"{key[0]} {quoted(path)} is that of {quoted(taken[key])}"
                yield Problem(position, RULE, message)
            if not known and spelled.get(shape, path) != path:
                message = f"{quoted(path)} and {quoted(spelled[shape])} are one path"
                yield Problem(position, RULE, f"{message}; call its arguments alike")
            for key in keys:
                taken.setdefault(key, operation.id)
            spelled.setdefault(shape, path)


def _paths(subject: Subject, operation: Operation) -> Iterator[tuple[str, Position]]:
    yield operation.path, subject.origins.at(operation, "path")
    for index, alias in enumerate(operation.aliases):
        yield alias, subject.origins.at(operation, "aliases", index)
