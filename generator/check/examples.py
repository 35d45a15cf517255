"""`example`, `no-example`: every answer has a documented example, which is of its type.

Clients decode the page's own examples strictly: an unknown key, a missing one or a value
of another kind is a mistake of the transcription, or belongs into `errata.yaml`. A file
that is named after an operation that does not exist is one, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.shape import mismatches
from generator.check.subject import Subject
from generator.load.source import Place
from generator.model import Operation
from generator.problems import Problem, did_you_mean, quoted

RULE = "example"


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        yield from _answer(subject, operation)
    yield from _strays(subject)


def _answer(subject: Subject, operation: Operation) -> Iterator[Problem]:
    example = operation.example("response")
    if operation.returns is None:
        if example is not None and example.value not in (None, {}, []):
            message = f"{quoted(operation.id)} returns nothing, says the spec"
            yield Problem(subject.origins.at(example), RULE, message)
    elif example is None:
        path = f"examples/{operation.resource}/{operation.name}.response.json"
        if path in subject.resolved.documents.spec.contents:
            return  # it is there, and not JSON
        message = f"{quoted(operation.id)} has no example of its answer, {quoted(path)}"
        yield Problem(subject.origins.key_at(operation), "no-example", message)
    else:
        for keys, fault in mismatches(example.value, operation.returns, subject):
            position = subject.origins.key_at(example, *keys)
            yield Problem(position, RULE, f"{_json_path(keys)}: {fault}")


def _json_path(path: tuple[str | int, ...]) -> str:
    steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in path]
    return quoted("$" + "".join(steps))


def _strays(subject: Subject) -> Iterator[Problem]:
    resources = {r.name: [o.name for o in r.operations] for r in subject.api.resources}
    dropped = subject.resolved.documents.dropped
    for file in subject.resolved.examples.files.values():
        known = resources.get(file.resource)
        if known is None or file.operation in known or ("operations", file.operation) in dropped:
            continue
        name = f"{file.resource}.{file.operation}"
        hint = did_you_mean(file.operation, known)
        message = f"there is no operation {quoted(name)}{hint}"
        yield Problem(Place(file.source).position, RULE, message)
