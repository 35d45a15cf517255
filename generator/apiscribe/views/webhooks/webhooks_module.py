"""The package's `webhooks` module: a class for each event, and how each is read."""

from __future__ import annotations

from apiscribe import naming
from apiscribe.model import (
    Api,
    BooleanType,
    Event,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    ValueType,
    Webhooks,
)
from apiscribe.views.text import block, listed, literal, paragraph, sentence


def module(api: Api, webhooks: Webhooks) -> dict[str, object]:
    events = [_event(api, event) for event in webhooks.events]
    return {
        "events": events,
        "models": sorted({(each["module"], each["models"]) for each in events}),
        "uses_wires": any(each["wires"] for each in events),
        "attempts": webhooks.attempts,
        "timeout": webhooks.timeout,
        "section": block(f"Section: {webhooks.section}"),
        "promise": block(_promise(webhooks)),
        "first": events[0],
    }


def _promise(webhooks: Webhooks) -> str:
    times = "once" if webhooks.attempts == 1 else f"at most {webhooks.attempts} times"
    return (
        f"An event counts as delivered if its POST is answered with 2XX within "
        f"{webhooks.timeout} s. It is sent {times}, and then given up."
    )


def _event(api: Api, event: Event) -> dict[str, object]:
    payload = api.objects[event.payload]
    module = naming.variable(payload.module)
    told = [
        f"`{field}` is {listed(f'`{text}`' for text in texts)}"
        for field, texts in event.match.items()
    ]
    notes = [f"Sent where {listed(told, 'and')}."] if told else []
    if event.content_key is not None:
        notes.append(f"The payload is the JSON in `{event.content_key}`.")
    if event.basis != "documented":
        notes.append(f"Not on the page: {event.basis}.")
    return {
        "class": naming.event_class(event.name),
        "name": literal(event.name),
        "doc": paragraph(sentence(event.doc), 8),
        "notes": block(" ".join(notes)) if notes else [],
        "module": module,
        "models": f"_{module}_models",
        "payload": f"_{module}_models.{naming.class_name(payload.name)}",
        "match": literal(event.match),
        "content_key": None if event.content_key is None else literal(event.content_key),
        "wires": [] if event.content_key is not None else _wires(api, event),
    }


def _wires(api: Api, event: Event) -> list[tuple[str, str]]:
    """Fields of a form that are more than text: models of answers want what JSON has."""
    found = [(f.wire_name, _wire(f.type)) for f in api.objects[event.payload].fields]
    return [(literal(name), wire) for name, wire in found if wire is not None]


def _wire(of: ValueType) -> str | None:
    match of:
        case IntegerType():
            return "wire.INTEGER"
        case NumberType():
            return "wire.NUMBER"
        case BooleanType():
            return "wire.BOOLEAN"
        case ListType() | MapType() | ObjectRef():
            return "wire.JSON"
        case _:
            return None
