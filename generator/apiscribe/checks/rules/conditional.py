"""`conditional`: what callers can say of the version that they know, the service can look at.

A read is a GET. A write is at the path of a read with the same condition, which tells callers what
to send. When something was last changed is told by a field in the header `Last-Modified`.
`etag_key` is a key of what a read returns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import ObjectRef, Operation, UnknownType
from apiscribe.problems import Problem, quoted
from apiscribe.runtime.semantics.paths import keys_of

RULE = "conditional"


def check(subject: Subject) -> Iterator[Problem]:
    if not subject.knows_api:  # which says what is a GET
        return
    operations = subject.api.operations
    gets = [each for each in operations if each.method == "GET"]
    several = {path for path, count in Counter(each.path for each in gets).items() if count > 1}
    reads = {each.path: each for each in gets if each.path not in several}
    for operation in operations:
        message = _problem_of_key(subject, operation) if operation.etag_key else None
        if message is not None:
            yield Problem(subject.origins.at(operation, "etag_key"), RULE, message)
        for index, each in enumerate(operation.conditional):
            message = _problem(subject, operation, each, reads.get(operation.path))
            if message is not None:
                yield Problem(subject.origins.at(operation, "conditional", index), RULE, message)


def _problem(
    subject: Subject, operation: Operation, known: str, read: Operation | None
) -> str | None:
    if operation.effect == "read":
        if operation.method not in ("GET", "HEAD"):
            return f"{quoted(operation.id)} is a {operation.method}; a GET may be unchanged"
        if known == "last_modified" and not _may_tell_when(subject, operation):
            return (
                f"nothing says when what {quoted(operation.id)} returns was last changed; give it a"
                " field with `header: Last-Modified`"
            )
    elif subject.knows_operations and (read is None or known not in read.conditional):
        return (
            f"no GET at {quoted(operation.path)} is conditional by {quoted(known)}, so that nobody"
            " knows what to send"
        )
    return None


def _problem_of_key(subject: Subject, operation: Operation) -> str | None:
    if operation.effect != "read" or "etag" not in operation.conditional:
        return "`etag_key` is for a read with `conditional: [etag]`, which tells the version"
    key = keys_of(operation.etag_key)[0]
    told = [subject.api.objects[o.object] for o in operation.answered if isinstance(o, ObjectRef)]
    if operation.unwrap or any(isinstance(of, UnknownType) for of in operation.answered):
        return None
    if all(key not in [field.wire_name for field in each.body_fields] for each in told):
        return f"nothing that {quoted(operation.id)} returns has the key {quoted(key)}"
    return None


def _may_tell_when(subject: Subject, operation: Operation) -> bool:
    if any(isinstance(of, UnknownType) for of in operation.answered):
        return True
    return any(
        field.header is not None and field.header.lower() == "last-modified"
        for of in operation.answered
        if isinstance(of, ObjectRef)
        for field in subject.api.objects[of.object].header_fields
    )
