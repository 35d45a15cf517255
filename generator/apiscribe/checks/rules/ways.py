"""`way`, `deprecated`: what goes one way goes some way; what is used instead of something is there.

password: {type: text, writeonly: true}
password: {type: text, writeonly: true, readonly: true}   # refused: it would be nowhere
nick: {type: text, deprecated: {use: name}}               # with a field `name` beside it
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from apiscribe.checks.subject import Subject
from apiscribe.model import Argument, Field, ObjectType, Operation
from apiscribe.problems import Position, Problem, did_you_mean, quoted

RULE = "way"


def check(subject: Subject) -> Iterator[Problem]:
    ids = [operation.id for operation in subject.api.operations]
    for operation in subject.api.operations:
        yield from _replacement(subject, operation, operation.id, ids, "operation")
        if subject.is_complete(operation):
            names = [each.name for each in operation.arguments]
            for argument in operation.arguments:
                yield from _replacement(subject, argument, argument.name, names, "argument")
    uses = _uses(subject) if subject.knows_uses else {}
    for declared in subject.api.objects.values():
        for field in declared.fields:
            yield from _way(subject, declared, field, uses)
            if subject.is_complete(declared):
                names = [each.name for each in declared.fields]
                yield from _replacement(subject, field, field.name, names, "field")


def _uses(subject: Subject) -> dict[Position, frozenset[str]]:
    """What each field is used in, be it as one of an object that extends its own."""
    found: dict[Position, frozenset[str]] = {}
    for declared in subject.api.objects.values():
        for field in declared.fields:
            at = subject.origins.at(field)
            found[at] = found.get(at, frozenset()) | declared.used_in
    return found


def _way(
    subject: Subject, declared: ObjectType, field: Field, uses: Mapping[Position, frozenset[str]]
) -> Iterator[Problem]:
    used_in = tuple(uses.get(subject.origins.at(field), ()))
    if field.readonly and field.writeonly:
        message = f"{quoted(field.name)} would be in no request and in no response"
        yield Problem(subject.origins.at(field, "writeonly"), RULE, message)
    elif field.readonly and used_in == ("request",):
        message = f"`{declared.name}` is in no response, so that nobody could read the field"
        yield Problem(subject.origins.at(field, "readonly"), RULE, message)
    elif field.writeonly and used_in == ("response",):
        message = f"`{declared.name}` is in no request, so that nobody could write the field"
        yield Problem(subject.origins.at(field, "writeonly"), RULE, message)
    elif field.name == declared.shorthand and not field.goes_both_ways:
        message = f"{quoted(field.name)} stands for the whole object, both ways"
        key = "readonly" if field.readonly else "writeonly"
        yield Problem(subject.origins.at(field, key), RULE, message)


def _is_left_out(subject: Subject, part: Operation | Argument | Field, name: str) -> bool:
    documents = subject.resolved.documents
    return isinstance(part, Operation) and documents.lacks_operation(name)


def _replacement(
    subject: Subject,
    part: Operation | Argument | Field,
    name: str,
    known: Collection[str],
    kind: str,
) -> Iterator[Problem]:
    use = part.deprecated.use if part.deprecated is not None else None
    if use is None:
        return
    position = subject.origins.at(part, "deprecated", "use")
    if use == name:
        yield Problem(position, "deprecated", f"{quoted(name)} cannot be used instead of itself")
    elif use not in known and not _is_left_out(subject, part, use):
        message = f"there is no {kind} {quoted(use)} to use instead{did_you_mean(use, known)}"
        yield Problem(position, "deprecated", message)
