"""`example`: a documented delivery is the event that its file names, and of its type.

examples/webhooks/paid.event.json      {"type": "invoice.paid", "data": {...}}
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import takewhile

from apiscribe.checks.shape import JsonPath, Mismatch, located, mismatches, shown
from apiscribe.checks.subject import Subject
from apiscribe.load.source import Place
from apiscribe.model import (
    EVENT,
    AnyType,
    BodySecretWebhooks,
    BodySignedWebhooks,
    BooleanType,
    Event,
    Example,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    UnionType,
    ValueType,
    Webhooks,
)
from apiscribe.problems import Problem, did_you_mean, quoted
from apiscribe.resolve.examples import WEBHOOKS, ExampleFile, is_event
from apiscribe.runtime.semantics.brackets import FormError, unflatten
from apiscribe.runtime.semantics.paths import is_among, keys_of, reach_keys, without

RULE = "example"
_IN_JSON = (IntegerType, NumberType, BooleanType, ListType, MapType, ObjectRef, UnionType, AnyType)
Keys = tuple[str, ...]


def check(subject: Subject) -> Iterator[Problem]:
    yield from _strays(subject)
    webhooks = subject.api.webhooks
    if webhooks is None or ("webhooks",) in subject.resolved.documents.dropped:
        return
    for event in webhooks.events:
        if event.payload not in subject.api.objects:
            continue  # which was told
        for example in event.examples.values():
            for path, fault in _faults(subject, webhooks, event, example):
                at = subject.origins.key_at(example, *path)
                yield Problem(at, RULE, f"{located(path)}: {fault}")


def _strays(subject: Subject) -> Iterator[Problem]:
    """Files that are named as examples of events, or stand beside them, and are none."""
    for file in subject.resolved.examples.files:
        left_out = subject.resolved.documents.lacks_operation(file.operation)
        message = _no_event(subject, file) if is_event(file.kind) and not left_out else None
        if message:
            yield Problem(Place(file.source).position, RULE, message)
    if any(resource.name == WEBHOOKS for resource in subject.api.resources):
        return  # whose examples stand there, too
    found = {each.source.file for each in subject.resolved.examples.files if is_event(each.kind)}
    for source in subject.resolved.documents.examples:
        directory, _, _ = source.file.rpartition("/")
        if directory == f"examples/{WEBHOOKS}" and source.file not in found and not source.damaged:
            message = (
                f"examples of events are called `EVENT.{EVENT}.json` or `EVENT.NAME.{EVENT}.json`"
            )
            yield Problem(Place(source).position, RULE, message)


def _no_event(subject: Subject, file: ExampleFile) -> str | None:
    """What is wrong with a file that is named as the example of an event."""
    webhooks = subject.api.webhooks
    if file.resource != WEBHOOKS:
        return f"examples of events stand in {quoted(f'examples/{WEBHOOKS}')}"
    dropped = subject.resolved.documents.dropped
    if webhooks is None and ("webhooks",) in dropped:
        return None
    events = [] if webhooks is None else [each.name for each in webhooks.events]
    if file.operation in events or ("events", file.operation) in dropped:
        return None
    hint = did_you_mean(file.operation, events)
    return f"there is no event {quoted(file.operation)}{hint}"


def _faults(
    subject: Subject, webhooks: Webhooks, event: Event, example: Example
) -> Iterator[Mismatch]:
    if not webhooks.items:
        yield from _of_one(subject, webhooks, event, example.value)
        return
    found = _items(example.value, webhooks.items)
    if not found:
        yield (), f"no event is in it at {quoted(webhooks.items)}, where `items` has them"
    for path, each in found:
        for inside, fault in _of_one(subject, webhooks, event, each):
            yield (*path, *inside), fault


def _items(body: object, items: str) -> list[tuple[JsonPath, object]]:
    """The events of a body, and where each stands."""
    found: list[tuple[JsonPath, object]] = [((), body)]
    for step in keys_of(items):
        key = step.removesuffix("[]")
        if key:
            found = [((*p, key), e[key]) for p, e in found if isinstance(e, dict) and key in e]
        if step.endswith("[]"):
            lists = [(p, e) for p, e in found if isinstance(e, list)]
            found = [((*p, index), each) for p, e in lists for index, each in enumerate(e)]
    return found


def _of_one(subject: Subject, webhooks: Webhooks, event: Event, body: object) -> Iterator[Mismatch]:
    if event.body == "form" and (lacking := list(_no_texts(body))):
        yield from lacking
        return
    if not _is_told(event, body, event.headers):
        yield (), f"nothing in it tells {quoted(event.name)}; see what `webhooks.yaml` says of it"
        return
    for before in takewhile(lambda each: each is not event, webhooks.written(event.body)):
        if _is_told(before, body, event.headers):
            yield (), f"it tells {quoted(before.name)}, which is above {quoted(event.name)}"
            return
    try:
        path, payload, fault = _payload(subject, webhooks, event, body)
    except FormError as error:
        path, payload, fault = (error.name,), None, error.reason
    if fault:
        yield path, fault
    else:
        yield from mismatches(payload, ObjectRef(object=event.payload), subject, path)


def _no_texts(body: object) -> Iterator[Mismatch]:
    """What no form can say."""
    if not isinstance(body, dict):
        yield (), f"expected an object of texts, as a form has them, found {shown(body)}"
        return
    for name, value in body.items():
        if not isinstance(value, str):
            yield (name,), f"expected a text, as a form has it, found {shown(value)}"


def _is_told(event: Event, body: object, headers: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a body is told as an event, with the headers that one has."""
    at = {key: reach_keys(body, event.path(key)) for key in (*event.match, *event.present)}
    there = event.content_key is None or reach_keys(body, (event.content_key,)) is not None
    return (
        there
        and all(is_among(at[key], values) for key, values in event.match.items())
        and all(at[key] is not None for key in event.present)
        and all(
            name in headers and set(headers[name]) <= set(texts)
            for name, texts in event.headers.items()
        )
    )


def _payload(
    subject: Subject, webhooks: Webhooks, event: Event, body: object
) -> tuple[Keys, object, str]:
    """Where the payload is, what it is, and what is wrong with that."""
    if event.content_key is not None:
        try:
            text = reach_keys(body, (event.content_key,))
            return (event.content_key,), json.loads(str(text)), ""
        except ValueError:
            return (event.content_key,), None, "expected JSON"
    if event.payload_key is not None:
        path = event.path(event.payload_key)
        found = reach_keys(body, path)
        if found is None:
            return (), None, f"{quoted(event.payload_key)} is missing, where the payload is"
        return path, found, ""
    fields = {each.wire_name: each.type for each in subject.api.objects[event.payload].fields}
    telling = [event.path(key) for key in (*event.match, *event.present)]
    apart = [*_vouching(webhooks), *telling]
    payload = without(body, tuple(keys for keys in apart if keys[0] not in fields))
    if event.body == "form" and isinstance(payload, Mapping):
        nested = unflatten(payload) if event.is_in_brackets(webhooks.style) else payload
        payload = _read(subject, ObjectRef(object=event.payload), nested)
    return (), payload, ""


def _vouching(webhooks: Webhooks) -> Iterator[Keys]:
    given = webhooks.authentication
    if isinstance(given, BodySecretWebhooks | BodySignedWebhooks):
        yield webhooks.path(given.key)[:1]
    if isinstance(given, BodySignedWebhooks):
        keys = [*given.keys, *([given.timestamp.key] if given.timestamp is not None else [])]
        yield from (webhooks.path(key)[:1] for key in keys)


def _read(subject: Subject, of: ValueType | None, value: object) -> object:
    """What a form says, as JSON has it; brackets have put its names together."""
    if isinstance(value, list):
        item = of.item if isinstance(of, ListType) else None
        return [_read(subject, item, each) for each in value]
    if isinstance(value, Mapping):
        return {key: _read(subject, _part(subject, of, key), each) for key, each in value.items()}
    return _value(value) if isinstance(of, _IN_JSON) else value


def _part(subject: Subject, of: ValueType | None, key: str) -> ValueType | None:
    match of:
        case ObjectRef():
            fields = subject.api.objects[of.object].fields
            return next((each.type for each in fields if each.wire_name == key), None)
        case MapType():
            return of.value
        case _:
            return None


def _value(text: object) -> object:
    try:
        return json.loads(str(text))
    except ValueError:
        return text
