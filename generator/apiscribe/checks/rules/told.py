"""`state`: what steps tell can be shown as the type that it has, and there is a place for it.

- {page: card, around: {total: $total}}                    # refused if `total` is a boolean
- {respond: $card, with: {label: {object: {id: $ids}}}}    # refused if `id` is no list
- {respond: $card, with: {labels: []}}                     # refused if `Card` has no `labels`
- {fail: {error: NotFound, with: {param: $filter}}}        # refused if `param` is a text
"""

from __future__ import annotations

from collections.abc import Iterator

from apiscribe.checks.showing import (
    REMEDIES,
    WORDS,
    Missing,
    called,
    is_called,
    name_of,
    reached,
    strange,
)
from apiscribe.checks.subject import Subject
from apiscribe.model import (
    AnyType,
    Argument,
    BooleanType,
    CsvType,
    FileType,
    IntegerType,
    NumberType,
    ObjectRef,
    Operation,
    TextType,
    ValueType,
)
from apiscribe.model.failures import FailureFieldType
from apiscribe.model.sources import Column, Source
from apiscribe.model.stored import Told
from apiscribe.problems import Problem, did_you_mean, quoted
from apiscribe.runtime.program import Emit, Page, Refusal, Respond
from apiscribe.runtime.semantics.paths import keys_of

RULE = "state"
_OF_FAILURES: dict[FailureFieldType, ValueType] = {
    "text": TextType(),
    "integer": IntegerType(),
    "number": NumberType(),
    "boolean": BooleanType(),
    "any": AnyType(),
    "texts": CsvType(item=TextType(), is_list=True),  # each text alone may be told, too
}


def check(subject: Subject) -> Iterator[Problem]:
    if subject.traced is None:
        return
    for told in subject.traced.told:
        if isinstance(told.step, Refusal):
            yield from _in_failure(subject, told, told.step)
            continue
        if told.said == "respond" and not told.keys and _is_file(subject, told.placed.source):
            message = f"{_by(told)} is a file, of which the stub keeps name, size and media type"
            message += " and not what is in it; tell a text, or one of these"
            yield Problem(subject.origins.at(told.placed.said), RULE, message)
            continue
        if isinstance(told.step, Page) and told.said == "last":
            yield from _always_there(subject, told, told.step)
        found = reached(subject.api, _holder(subject, told, told.step), told.keys)
        if len(found) == 1 and isinstance(found[0], Missing):
            is_known = found[0].object not in subject.resolved.incomplete
            if is_known and found[0].key == told.keys[-1]:  # and not what is inside of such a key
                yield _without_key(subject, told, found[0])
            continue
        yield from _shown_otherwise(subject, told, found)


def _is_file(subject: Subject, source: Source) -> bool:
    """Whether something is an argument that is a file, perhaps stored before."""
    given = [source]
    if isinstance(source, Column) and subject.traced is not None:
        stored = subject.traced.stored.get(source)
        given = [] if stored is None else [*stored.arguments]
    return any(isinstance(each, Argument) and isinstance(each.type, FileType) for each in given)


def _holder(subject: Subject, told: Told, step: Respond | Page | Emit) -> ValueType | None:
    """What is told, of which a step says a part; None if that is not known."""
    if isinstance(step, Emit):
        events = () if subject.api.webhooks is None else subject.api.webhooks.events
        payload = next((each.payload for each in events if each.name == step.event), None)
        return None if payload is None else ObjectRef(object=payload)
    operation = _operation(subject, told)
    if told.said == "head":
        return operation.head
    returned = operation.returns
    if isinstance(step, Respond) and step.status is not None:
        returned = operation.statuses.get(step.status)
    if isinstance(step, Page) and told.said not in ("around", "last"):
        items = step.items if operation.paging is None else operation.paging.items
        keys = (*keys_of(items), None) if items else (None,)
        (holder, *_) = reached(subject.api, returned, keys) or (None,)
        return None if isinstance(holder, Missing) else holder
    return returned


def _always_there(subject: Subject, told: Told, step: Page) -> Iterator[Problem]:
    """What the last page alone says is a field that other pages may lack."""
    for path in step.last:
        keys = tuple(keys_of(path))
        if told.keys[: len(keys)] != keys:
            continue
        of = _holder(subject, told, step)
        while keys and isinstance(of, ObjectRef) and of.object in subject.api.objects:
            fields = subject.api.objects[of.object].fields
            field = next((each for each in fields if is_called(each, keys[0])), None)
            if field is None or not field.required:
                return
            of, keys = field.type, keys[1:]
        if not keys:
            message = f"{quoted(path)} is always there, and only the last page of"
            message += f" {quoted(told.operation)} says it; make it `optional`"
            yield Problem(subject.origins.key_at(told.placed.said), RULE, message)


def _operation(subject: Subject, told: Told) -> Operation:
    return next(each for each in subject.api.operations if each.id == told.operation)


def _shown_otherwise(
    subject: Subject, told: Told, found: list[ValueType | Missing]
) -> Iterator[Problem]:
    known = [each for each in found if not isinstance(each, Missing)]
    sort = strange(subject.api, told.placed.source, known)
    if sort is not None:
        message = (
            f"{called(told.placed.source)} {WORDS[sort]}, and {_by(told)} tells it{_at(told)},"
        )
        message += f" which is shown as {name_of(known[0])}; {REMEDIES[sort]}"
        yield Problem(subject.origins.at(told.placed.said), RULE, message)


def _without_key(subject: Subject, told: Told, missing: Missing) -> Problem:
    fields = subject.api.objects[missing.object].fields
    message = f"{quoted(missing.object)} has no field {quoted(missing.key)}, so that nobody is told"
    message += f" what {_by(told)} says{did_you_mean(missing.key, [each.name for each in fields])}"
    return Problem(subject.origins.key_at(told.placed.said), RULE, message)


def _in_failure(subject: Subject, told: Told, step: Refusal) -> Iterator[Problem]:
    """What a failure says besides is told as its operation's envelope has it."""
    if not told.operation:
        return  # what the service does by itself is told nobody
    operation = _operation(subject, told)
    name, *inner = told.keys
    fields = subject.api.envelope_of(operation).fields
    field = next((each for each in fields if each.name == name), None)
    if field is not None:
        of = _OF_FAILURES[field.type]
        yield from _shown_otherwise(subject, told, reached(subject.api, of, tuple(inner)))
    elif not inner and any(name == f.name for e in subject.api.all_envelopes for f in e.fields):
        way = operation.envelope
        where = "`envelope`" if way is None else f"{quoted(way)} of `envelopes`"
        message = f"{quoted(operation.id)} tells failures as {where} in `api.yaml` says, which has"
        message += f" no {quoted(str(name))} under `fields`; say there where it stands, or leave it"
        yield Problem(subject.origins.key_at(told.placed.said), RULE, f"{message} out here")


def _by(told: Told) -> str:
    word = "with" if isinstance(told.step, Refusal) else told.said
    return f"{quoted(word)} of {quoted(told.operation)}" if told.operation else quoted(word)


def _at(told: Told) -> str:
    keys = "".join("[]" if key is None else f".{key}" for key in told.keys)
    return f" in {quoted(keys.removeprefix('.'))}" if keys else ""
