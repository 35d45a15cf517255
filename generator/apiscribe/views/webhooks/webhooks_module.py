"""The package's `webhooks` module: a class for each event, and how each is read."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from apiscribe import naming
from apiscribe.model import (
    Api,
    Ask,
    Challenge,
    Event,
    TellingValue,
    WebhookBody,
    Webhooks,
)
from apiscribe.runtime.semantics.paths import keys_of
from apiscribe.views.text import block, listed, literal, paragraph, sentence
from apiscribe.views.webhooks import authentication, flavors, form_wires
from apiscribe.views.webhooks.flavors import WebhookFlavor


class ModelsImport(Struct, frozen=True):
    """A module of models, as it is imported."""

    name: str
    alias: str


class EventView(Struct, frozen=True):
    """The class of an event, and how the event is recognised; all of it is Python source."""

    class_name: str
    name: str
    doc: str
    notes: list[str]
    payload: str
    has_reply: bool
    reply_is_list: bool
    reply_type: str | None
    keywords: list[tuple[str, str]]
    """What else is said of how it is read."""
    wires: list[tuple[str, str]]


class EventsView(Struct, frozen=True):
    """The events of one kind of body."""

    body: str
    flavor: WebhookFlavor
    events: list[EventView]
    known: str
    """What the classes of its events are called, and the one of those that nobody knows."""
    unknown: str

    @property
    def imported(self) -> str:
        """Both, as they are imported."""
        names = {"KnownEvent": self.known, "UnknownEvent": self.unknown}
        return ", ".join(n if n == called else f"{n} as {called}" for n, called in names.items())


class WebhooksView(Struct, frozen=True):
    """What the template of `webhooks.py` is filled with."""

    groups: list[EventsView]
    """By kinds of bodies, the usual one first."""
    models: list[ModelsImport]
    keywords: list[tuple[str, str]]
    """What is said of all of them."""
    imports: list[str]
    functions: str
    """The expression that makes the functions."""
    authentication: str | None
    """The expression of who vouches for deliveries."""
    exported: list[str]
    """The functions that are there because of how this API does it."""
    offered: list[str]
    """The same for whoever imports all, with classes that belong to them."""
    example: str
    """How an application is made, in the example."""
    section: list[str]
    promise: list[str]

    @property
    def is_mixed(self) -> bool:
        return len(self.groups) > 1

    @property
    def api(self) -> str:
        """The class that reads events."""
        return "MixedWebhookApi" if self.is_mixed else self.groups[0].flavor.api

    @property
    def union(self) -> str:
        """The classes of all events, as a type."""
        known = [event.class_name for event in self.events]
        return " | ".join([*known, *(group.unknown for group in self.groups)])

    @property
    def uses_wires(self) -> bool:
        return any(event.wires for event in self.events)

    @property
    def events(self) -> list[EventView]:
        return [event for group in self.groups for event in group.events]


def module(api: Api, webhooks: Webhooks) -> WebhooksView:
    modules = sorted({_module_of(api, event) for event in webhooks.events})
    vouching = authentication.vouching(api, webhooks)
    challenge = webhooks.challenge
    keywords = [(name, literal(value)) for name, value in _stated(webhooks)]
    if vouching.source is not None:
        keywords.append(("authentication", "_AUTHENTICATION"))
    if challenge is not None:
        keywords.append(("challenge", _challenge(webhooks.body, challenge)))
    if webhooks.asks is not None:
        keywords.append(("asks", _ask(webhooks.asks)))
    keywords += _id(webhooks)
    if webhooks.items:
        keywords.append(("items", literal(webhooks.items)))
    replies = ["Challenge", "ChallengeReply"] if challenge is not None else []
    imported = [*(["Ask"] if webhooks.asks is not None else []), *replies]
    exported = [*(["parse_all"] if webhooks.items else []), *vouching.exported]
    exported += ["challenge_reply"] if challenge is not None else []
    if webhooks.asks is not None and webhooks.asks.header is not None:
        exported.append("handshake")
    any_api = f"from {api.package}._runtime.webhooks.any_api import {', '.join(imported)}"
    return WebhooksView(
        groups=[_group(api, webhooks, body) for body in webhooks.bodies],
        models=[ModelsImport(name=name, alias=_alias(name)) for name in modules],
        keywords=keywords,
        imports=[*([any_api] if imported else []), *vouching.imports],
        functions=vouching.functions,
        authentication=vouching.source,
        exported=[*exported, *vouching.applications],
        offered=[*vouching.imported, *exported, *replies[1:], *vouching.applications],
        example=vouching.example,
        section=block(f"Section: {webhooks.section}"),
        promise=block(_promise(webhooks)) + authentication.unsigned(webhooks.authentication),
    )


def _group(api: Api, webhooks: Webhooks, body: WebhookBody) -> EventsView:
    flavor = flavors.flavor(body)
    other = "" if body == webhooks.body else flavor.other
    return EventsView(
        body=body,
        flavor=flavor,
        events=[_event(api, webhooks, event) for event in webhooks.written(body)],
        known=f"Known{other}Event",
        unknown=f"Unknown{other}Event",
    )


def _stated(webhooks: Webhooks) -> list[tuple[str, int]]:
    found = (("attempts", webhooks.attempts), ("timeout", webhooks.timeout))
    return [(name, value) for name, value in found if value is not None]


def _id(webhooks: Webhooks) -> list[tuple[str, str]]:
    if webhooks.id is None:
        return []
    if webhooks.id.header is not None:
        return [("id_header", literal(webhooks.id.header.lower()))]
    return [("id_key", literal(webhooks.path(webhooks.id.key or "")))]


def _promise(webhooks: Webhooks) -> str:
    within = f" within {webhooks.timeout} s" if webhooks.timeout is not None else ""
    promise = f"An event counts as delivered if its POST is answered with 2XX{within}."
    if webhooks.attempts is None:
        return promise
    times = "once" if webhooks.attempts == 1 else f"at most {webhooks.attempts} times"
    return f"{promise} It is sent {times}, and then given up."


def _challenge(body: WebhookBody, challenge: Challenge) -> str:
    match = {_path(key): values for key, values in challenge.match.items()}
    key = _path(challenge.key)
    if body == "form":
        match, key = {(name,): values for name, values in challenge.match.items()}, (challenge.key,)
    as_json = ", as_json=True" if challenge.written == "json" else ""
    return f"Challenge(match={literal(match)}, key={literal(key)}{as_json})"


def _ask(ask: Ask) -> str:
    parts = [f"method={literal(ask.method)}"]
    if ask.query is not None:
        parts.append(f"query={literal(ask.query)}")
    if ask.written == "json":
        parts.append("as_json=True")
    if ask.header is not None:
        parts.append(f"header={literal(ask.header)}")
    if ask.secret:
        parts.append("secret=True")
    return f"Ask({', '.join(parts)})"


def _path(key: str) -> tuple[str, ...]:
    return tuple(keys_of(key))


def _event(api: Api, webhooks: Webhooks, event: Event) -> EventView:
    payload = naming.class_name(api.objects[event.payload].name)
    return EventView(
        class_name=naming.event_class(event.name),
        name=literal(event.name),
        doc=paragraph(sentence(event.doc), 8),
        notes=_notes(api, webhooks, event),
        payload=f"{_alias(_module_of(api, event))}.{payload}",
        has_reply=event.reply is not None,
        reply_is_list=event.reply_is_list,
        reply_type=None if event.reply_text is None else literal(event.reply_text),
        keywords=[(name, literal(value)) for name, value in _keywords(webhooks, event)],
        wires=_wires(api, webhooks, event),
    )


def _keywords(webhooks: Webhooks, event: Event) -> Iterator[tuple[str, object]]:
    if event.body == "form":
        yield "match", event.match
    elif event.match:
        yield "match", {_path(key): values for key, values in event.match.items()}
    if event.present:
        yield "present", event.present if event.body == "form" else tuple(map(_path, event.present))
    if event.headers:
        yield "headers", {name.lower(): values for name, values in event.headers.items()}
    if event.content_key is not None:
        yield "content_key", event.content_key
    if event.payload_key is not None:
        yield "payload_key", _path(event.payload_key)
    if event.is_in_brackets(webhooks.style):
        yield "in_brackets", True


def _notes(api: Api, webhooks: Webhooks, event: Event) -> list[str]:
    """How the event is recognised, and where the page says nothing of it, that too."""
    matched = [
        f"`{field}` is {listed(f'`{written(text)}`' for text in texts)}"
        for field, texts in event.match.items()
    ]
    matched += [
        f"the header `{name}` is {listed(f'`{text}`' for text in texts)}"
        for name, texts in event.headers.items()
    ]
    matched += [f"there is `{key}`" for key in event.present]
    how = (
        ""
        if event.body == webhooks.body
        else {"form": " as a form", "json": " as JSON"}[event.body]
    )
    notes = [f"Sent{how} where {listed(matched, 'and')}."] if matched else []
    if event.content_key is not None:
        notes.append(f"The payload is the JSON in `{event.content_key}`.")
    if event.payload_key is not None:
        notes.append(f"The payload is `{event.payload_key}`.")
    if event.reply is not None:
        reply = naming.class_name(api.objects[event.reply].name)
        said = f"list of `models.{reply}`" if event.reply_is_list else f"`models.{reply}`"
        notes.append(f"A handler may return a {said}, which is the response.")
    if event.reply_text is not None:
        notes.append(f"A handler may return a text, which is the response, as {event.reply_text}.")
    if event.basis != "documented":
        notes.append(f"Not on the page: {event.basis}.")
    return block(" ".join(notes)) if notes else []


def written(value: TellingValue) -> str:
    """A value as JSON has it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _module_of(api: Api, event: Event) -> str:
    return naming.module(api.objects[event.payload].module)


def _alias(module: str) -> str:
    return f"_{module}_models"


def _wires(api: Api, webhooks: Webhooks, event: Event) -> list[tuple[str, str]]:
    found = form_wires.of_payload(api, webhooks, event)
    return [(literal(name), wire) for name, wire in found.items()]
