"""`failure`: no documented success is what the envelope calls a failure, and no two errors are one.

when: [{key: ok, is: false}]       # and an example of a response has `"ok": false`
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import ErrorMatch, Operation
from apiscribe.problems import Problem, quoted
from apiscribe.runtime.semantics.paths import passes

RULE = "failure"


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        example = operation.example("response")
        for mark in subject.api.envelope_of(operation).key_marks:
            if example is None or not subject.knows_api:
                continue
            if passes(example.value, mark.key, mark.test, mark.values):
                message = (
                    f"{quoted(mark.key)} makes this documented success a failure, as"
                    f" `{_named(operation)}` has it in `api.yaml`"
                )
                yield Problem(subject.origins.at(example), RULE, message)
    seen: list[tuple[ErrorMatch, str]] = []
    for error in subject.api.errors:
        if error.match is None:
            continue
        for match, name in seen:
            if match == error.match:
                message = f"{quoted(name)} is told by the same; one of the two is never raised"
                yield Problem(subject.origins.at(error, "when"), RULE, message)
        seen.append((error.match, error.name))


def _named(operation: Operation) -> str:
    return "envelope" if operation.envelope is None else f"envelopes.{operation.envelope}"
