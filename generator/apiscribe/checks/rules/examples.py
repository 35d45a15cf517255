"""`example`, `no-example`: every answer has a documented example, which is of its type.

Clients decode the page's own examples strictly: an unknown key, a missing one or a value
of another kind is a mistake of the transcription, or belongs into `errata.yaml`. A file
that is named after an operation that does not exist is one, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.shape import mismatches, shown
from apiscribe.checks.subject import Subject
from apiscribe.load.source import Place
from apiscribe.model import Operation
from apiscribe.problems import Problem, did_you_mean, quoted
from apiscribe.resolve import KINDS

RULE = "example"


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        yield from _requests(subject, operation)
        yield from _answer(subject, operation)
    yield from _strays(subject)


def _requests(subject: Subject, operation: Operation) -> Iterator[Problem]:
    # The page's requests may break its own rules, but arguments they are.
    for example in operation.examples:
        if example.kind != "response" and not isinstance(example.value, dict):
            message = f"expected an object of arguments, found {shown(example.value)}"
            yield Problem(subject.origins.at(example), RULE, message)


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
    """Files that are named almost as if they belonged to an operation."""
    resources = {r.name: [o.name for o in r.operations] for r in subject.api.resources}
    dropped = subject.resolved.documents.dropped
    for file in subject.resolved.examples.files:
        known = resources.get(file.resource)
        if known is None or ("operations", file.operation) in dropped:
            continue  # of an erratum or a type, or of what was left out
        name, hint = f"{file.resource}.{file.operation}", did_you_mean(file.kind, KINDS)
        position = Place(file.source).position
        if file.kind in KINDS and file.operation not in known:
            message = f"there is no operation {quoted(name)}"
            yield Problem(position, RULE, message + did_you_mean(file.operation, known))
        elif file.kind not in KINDS and hint:
            yield Problem(position, RULE, f"there is no kind of example {quoted(file.kind)}{hint}")
