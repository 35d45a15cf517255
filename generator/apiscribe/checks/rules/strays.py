"""`example`: files in `examples/` belong to something, and are named after it.

examples/cat/fed.response.json     # refused where there is no `cat.fed`
examples/cat/feed.answer.json      # refused: there is no such kind of example
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.load.source import Place
from apiscribe.model import HEADERS, NEXT, Operation, UnknownType
from apiscribe.model.contents import word
from apiscribe.problems import Problem, did_you_mean, enumerated, quoted
from apiscribe.resolve import EXAMPLE_KINDS
from apiscribe.resolve.examples import is_event

RULE = "example"


def check(subject: Subject) -> Iterator[Problem]:
    """Files that are named almost as if they belonged to an operation."""
    operations = {r.name: {o.name: o for o in r.operations} for r in subject.api.resources}
    for file in subject.resolved.examples.files:
        known = operations.get(file.resource)
        if subject.resolved.documents.lacks_operation(file.operation):
            continue  # perhaps of what was left out
        message = None
        if is_event(file.kind):
            continue  # which `event_examples` looks at
        if known is None:
            if file.kind in EXAMPLE_KINDS:  # all others are of an erratum or a type
                message = f"there is no resource {quoted(file.resource)}"
                message += did_you_mean(file.resource, operations)
        elif _is_another(known.get(file.operation), file.kind):
            continue
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


def _is_another(operation: Operation | None, kind: str) -> bool:
    """Whether an example is of a further status or page of an operation, or of its headers."""
    if operation is not None and kind == f"{NEXT}.{HEADERS}":
        return operation.example(NEXT) is not None
    if operation is not None and isinstance(operation.returns, UnknownType):
        return True  # perhaps of a media type
    if operation is not None and kind in map(word, operation.other_contents):
        return True
    kind = kind.removesuffix(f".{HEADERS}")
    if operation is None or not kind.isdecimal():
        return False
    return int(kind) in operation.statuses and int(kind) != operation.main_status
