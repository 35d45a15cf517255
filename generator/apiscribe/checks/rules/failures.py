"""`failure`: no documented success is what the envelope calls a failure, and no two errors are one.

when: [{key: ok, is: false}]       # and an example of a response has `"ok": false`
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.subject import Subject
from apiscribe.model import ErrorMatch, Operation
from apiscribe.model.failures import STATUS, TEXT, Envelope
from apiscribe.problems import Problem, quoted
from apiscribe.runtime.semantics.paths import passes, reach_all

RULE = "failure"
_FIRST_FAILURE = 400


def check(subject: Subject) -> Iterator[Problem]:
    for operation in subject.api.operations:
        if subject.knows_api:
            yield from _answers(subject, operation)
    seen: list[tuple[ErrorMatch, str]] = []
    for error in subject.api.errors:
        if error.match is None:
            continue
        for match, name in seen:
            if match == error.match:
                message = f"{quoted(name)} is told by the same; one of the two is never raised"
                yield Problem(subject.origins.at(error, "when"), RULE, message)
        seen.append((error.match, error.name))


def _answers(subject: Subject, operation: Operation) -> Iterator[Problem]:
    """What is documented as returned and would be an error."""
    kinds = {"response": operation.main_status}
    kinds |= {str(each): each for each in operation.statuses if each != operation.main_status}
    envelope = subject.api.envelope_of(operation)
    for kind, status in kinds.items():
        example = operation.example(kind)
        tells = None if example is None else _told(envelope, status, example.value)
        if example is not None and tells is not None:
            message = (
                f"{quoted(tells)} makes this documented success a failure, as"
                f" `{_named(operation)}` has it in `api.yaml`"
            )
            yield Problem(subject.origins.at(example), RULE, message)


def _told(envelope: Envelope, status: int, value: object) -> str | None:
    """The key by which a response is a failure, if it is one."""
    for mark in envelope.key_marks:
        if passes(value, mark.key, mark.test, mark.values):
            return mark.key
    places = {*envelope.codes, *envelope.places} if status >= _FIRST_FAILURE else set()
    named = (each for each in sorted(places - {STATUS, TEXT}) if "{}" not in each)
    return next((each for each in named if reach_all(value, each)), None)


def _named(operation: Operation) -> str:
    return "envelope" if operation.envelope is None else f"envelopes.{operation.envelope}"
