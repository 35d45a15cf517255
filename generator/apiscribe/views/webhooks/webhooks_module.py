"""The package's `webhooks` module: a class for each event, and how each is read."""

from __future__ import annotations

from dataclasses import dataclass

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
    UnionType,
    ValueType,
    Webhooks,
)
from apiscribe.views.text import block, listed, literal, paragraph, sentence


@dataclass(frozen=True)
class ModelsImport:
    """A module of models, as it is imported."""

    name: str
    alias: str


@dataclass(frozen=True)
class EventView:
    """The class of an event, and how the event is recognised; all of it is Python source."""

    class_name: str
    name: str
    doc: str
    notes: list[str]
    payload: str
    match: str
    content_key: str | None
    wires: list[tuple[str, str]]


@dataclass(frozen=True)
class WebhooksView:
    """What the template of `webhooks.py` is filled with."""

    events: list[EventView]
    models: list[ModelsImport]
    attempts: int
    timeout: int
    section: list[str]
    promise: list[str]

    @property
    def uses_wires(self) -> bool:
        return any(event.wires for event in self.events)


def module(api: Api, webhooks: Webhooks) -> WebhooksView:
    modules = sorted({_module_of(api, event) for event in webhooks.events})
    return WebhooksView(
        events=[_event(api, event) for event in webhooks.events],
        models=[ModelsImport(name=name, alias=_alias(name)) for name in modules],
        attempts=webhooks.attempts,
        timeout=webhooks.timeout,
        section=block(f"Section: {webhooks.section}"),
        promise=block(_promise(webhooks)),
    )


def _promise(webhooks: Webhooks) -> str:
    times = "once" if webhooks.attempts == 1 else f"at most {webhooks.attempts} times"
    return (
        f"An event counts as delivered if its POST is answered with 2XX within "
        f"{webhooks.timeout} s. It is sent {times}, and then given up."
    )


def _event(api: Api, event: Event) -> EventView:
    payload = naming.class_name(api.objects[event.payload].name)
    return EventView(
        class_name=naming.event_class(event.name),
        name=literal(event.name),
        doc=paragraph(sentence(event.doc), 8),
        notes=_notes(event),
        payload=f"{_alias(_module_of(api, event))}.{payload}",
        match=literal(event.match),
        content_key=None if event.content_key is None else literal(event.content_key),
        wires=[] if event.content_key is not None else _wires(api, event),
    )


def _notes(event: Event) -> list[str]:
    """How the event is recognised, and where the page says nothing of it, that too."""
    matched = [
        f"`{field}` is {listed(f'`{text}`' for text in texts)}"
        for field, texts in event.match.items()
    ]
    notes = [f"Sent where {listed(matched, 'and')}."] if matched else []
    if event.content_key is not None:
        notes.append(f"The payload is the JSON in `{event.content_key}`.")
    if event.basis != "documented":
        notes.append(f"Not on the page: {event.basis}.")
    return block(" ".join(notes)) if notes else []


def _module_of(api: Api, event: Event) -> str:
    return naming.variable(api.objects[event.payload].module)


def _alias(module: str) -> str:
    return f"_{module}_models"


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
        case ListType() | MapType() | ObjectRef() | UnionType():
            return "wire.JSON"
        case _:
            return None
