"""`example`, `no-example`: every answer has a documented example, which is of its type.

Clients decode the page's own examples strictly: an unknown key, a missing one or a value
of another kind is a mistake of the transcription, or belongs into `errata.yaml`. A file
that is named after an operation that does not exist is one, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from apiscribe.checks.shape import Mismatch, mismatches, shown
from apiscribe.checks.subject import Subject
from apiscribe.load.source import Place
from apiscribe.model import Example, FileType, Operation
from apiscribe.problems import Problem, did_you_mean, enumerated, quoted
from apiscribe.resolve import EXAMPLE_KINDS

RULE = "example"


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        yield from _requests(subject, operation)
        yield from _answer(subject, operation)
    yield from _strays(subject)


def _requests(subject: Subject, operation: Operation) -> Iterator[Problem]:
    for example in operation.examples:
        if example.kind == "response":
            continue
        if not isinstance(example.value, dict):
            message = f"expected an object of arguments, found {shown(example.value)}"
            yield Problem(subject.origins.at(example), RULE, message)
        elif subject.is_complete(operation) and not _in_errata(subject, operation):
            yield from _other_arguments(subject, operation, example, example.value)


def _in_errata(subject: Subject, operation: Operation) -> bool:
    """Whether the page is known to contradict itself about an operation."""
    is_lost = ("errata",) in subject.resolved.documents.dropped
    return is_lost or any(operation.id in each.operations for each in subject.api.errata)


def _other_arguments(
    subject: Subject, operation: Operation, example: Example, sent: Mapping[str, object]
) -> Iterator[Problem]:
    """What a request lacks, and what it has too much; its values may break the page's rules."""
    known = {argument.name for argument in operation.arguments}
    common = {each.argument.name for each in subject.api.common}
    remedy = f"if it is the page's mistake, name {quoted(operation.id)} in `errata.yaml`"
    for argument in operation.arguments:
        if argument.required and argument.name not in sent:
            message = f"{quoted(argument.name)} is missing, which is required; {remedy}"
            yield Problem(subject.origins.at(example), RULE, message)
    for name in sent.keys() - known - common:
        message = f"{quoted(operation.id)} has no argument {quoted(name)}"
        hint = did_you_mean(name, known - sent.keys()) or f"; {remedy}"
        yield Problem(subject.origins.key_at(example, name), RULE, message + hint)


def _answer(subject: Subject, operation: Operation) -> Iterator[Problem]:
    example = operation.example("response")
    if operation.returns is None or operation.truths:
        if example is not None and example.value not in (None, {}, []):
            message = f"{quoted(operation.id)} returns nothing, says the spec"
            yield Problem(subject.origins.at(example), RULE, message)
    elif example is None and isinstance(operation.returns, FileType):
        return  # what it holds is seldom printed
    elif example is None:
        path = f"examples/{operation.resource}/{operation.name}.response.json"
        if path in subject.resolved.documents.spec.contents:
            return  # it is there, and not JSON
        message = f"{quoted(operation.id)} has no example of its answer, {quoted(path)}"
        yield Problem(subject.origins.key_at(operation), "no-example", message)
    else:
        for keys, fault in _faults(subject, operation, example.value):
            position = subject.origins.key_at(example, *keys)
            yield Problem(position, RULE, f"{_json_path(keys)}: {fault}")


def _faults(subject: Subject, operation: Operation, value: object) -> Iterator[Mismatch]:
    """Where a response is not of the type that is returned, which it may wrap."""
    assert operation.returns is not None, "only what is returned has a type"
    above: tuple[str, ...] = ()
    for key in operation.unwrap:
        if not isinstance(value, dict):
            yield above, f"expected an object with {quoted(key)} (`unwrap`), found {shown(value)}"
            return
        if key not in value:
            hint = did_you_mean(key, value) or "; without such a key, write `unwrap: null`"
            yield above, f"{quoted(key)} is missing, which `unwrap` names{hint}"
            return
        value, above = value[key], (*above, key)
    yield from mismatches(value, operation.returns, subject, above)


def _json_path(path: tuple[str | int, ...]) -> str:
    steps = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in path]
    return quoted("$" + "".join(steps))


def _strays(subject: Subject) -> Iterator[Problem]:
    """Files that are named almost as if they belonged to an operation."""
    operations = {r.name: {o.name: o for o in r.operations} for r in subject.api.resources}
    dropped = subject.resolved.documents.dropped
    for file in subject.resolved.examples.files:
        known = operations.get(file.resource)
        if ("resources",) in dropped or ("operations", file.operation) in dropped:
            continue  # perhaps of what was left out
        message = None
        if known is None:
            if file.kind in EXAMPLE_KINDS:  # all others are of an erratum or a type
                message = f"there is no resource {quoted(file.resource)}"
                message += did_you_mean(file.resource, operations)
        elif file.kind not in EXAMPLE_KINDS:
            message = f"there is no kind of example {quoted(file.kind)}"
            message += (
                did_you_mean(file.kind, EXAMPLE_KINDS) or f"; expected {enumerated(EXAMPLE_KINDS)}"
            )
        elif file.operation not in known:
            lacking = [name for name, each in known.items() if each.example(file.kind) is None]
            message = f"there is no operation {quoted(f'{file.resource}.{file.operation}')}"
            message += did_you_mean(file.operation, lacking) or (
                "; if it was removed, its example goes too"
            )
        if message:
            yield Problem(Place(file.source).position, RULE, message)
