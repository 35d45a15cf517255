"""Webhooks: what tells each event, wherever it was written, and who vouches for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import assert_never

from apiscribe.document import Documents
from apiscribe.document.webhooks import (
    EventDoc,
    HmacDoc,
    ReplyListDoc,
    ReplyTextDoc,
    SharedSecretDoc,
    UnknownAuthenticationDoc,
    WebhooksDoc,
)
from apiscribe.model import (
    Ask,
    BasicWebhooks,
    BodySecretWebhooks,
    BodySignatureTimestamp,
    BodySignedWebhooks,
    Challenge,
    DeliveryId,
    Event,
    Example,
    ObjectType,
    OpenWebhooks,
    SharedSecretWebhooks,
    SignatureTimestamp,
    SignedWebhooks,
    Style,
    WebhookAuthentication,
    Webhooks,
)
from apiscribe.problems import Problems
from apiscribe.resolve.examples import Examples
from apiscribe.resolve.names import Names
from apiscribe.resolve.origins import Origins

_SIGNED_KEY = re.compile(r"\{key:([^{}]*)\}")


def webhooks(
    documents: Documents,
    names: Names,
    examples: Examples,
    origins: Origins,
    problems: Problems,
) -> Webhooks | None:
    if documents.webhooks is None:
        return None
    doc, place = documents.webhooks.doc, documents.webhooks.place
    is_whole = ("webhooks",) not in documents.dropped
    events = []
    for name, event in doc.events.items():
        where = place / "events" / name
        names.has("objects", event.payload, (where / "payload").position)
        if isinstance(event.reply, str):
            names.has("objects", event.reply, (where / "reply").position)
        elif isinstance(event.reply, ReplyListDoc):
            names.has("objects", event.reply.of, (where / "reply" / "of").position)
        if event.value is not None and doc.event is None and is_whole:
            message = "`value` is what `event` says; without `event`, use `match` or `headers`"
            problems.add((where / "value").key_position, "webhooks", message)
        told = _event(name, event, doc, examples.of_event(name))
        events.append(origins.note(told, where))
    challenge = None
    if doc.challenge is not None:
        challenge = Challenge(
            match={key: tuple(values) for key, values in doc.challenge.match.items()},
            key=doc.challenge.key,
            written=doc.challenge.written,
        )
        origins.note(challenge, place / "challenge")
    id = None if doc.id is None else DeliveryId(header=doc.id.header, key=doc.id.key)
    if id is not None:
        origins.note(id, place / "id")
    built = Webhooks(
        section=doc.section,
        attempts=doc.attempts,
        timeout=doc.timeout,
        ports=tuple(doc.ports or ()),
        body=doc.body,
        style=Style(lists=doc.style.lists, objects=doc.style.objects),
        authentication=origins.note(_authentication(doc), place / "authentication"),
        challenge=challenge,
        asks=_ask(doc),
        id=id,
        items=doc.items or "",
        events=tuple(events),
    )
    return origins.note(built, place)


def _ask(doc: WebhooksDoc) -> Ask | None:
    asks = doc.asks
    if asks is None:
        return None
    return Ask(
        method=asks.method,
        query=asks.query,
        written=asks.written or "text",
        header=asks.header,
        secret=asks.secret,
    )


def always_told(
    hooks: Webhooks | None, objects: Mapping[str, ObjectType]
) -> dict[str, tuple[str, ...]]:
    """What the payload of each event has whatever has happened, besides what tells the event."""
    found: dict[str, tuple[str, ...]] = {}
    for event in hooks.events if hooks else ():
        payload = objects.get(event.payload)
        fields = payload.fields if payload and event.body == "json" else ()
        above = event.path(event.payload_key) if event.payload_key else ()
        paths = map(event.path, event.match)
        inside = (path for path in paths if path[: len(above)] == above and path != above)
        heads = {path[len(above)] for path in inside}
        found[event.name] = tuple(
            each.name
            for each in fields
            if each.required and not each.type.nullable and each.wire_name not in heads
        )
    return found


def _event(
    name: str, doc: EventDoc, webhooks: WebhooksDoc, examples: Mapping[str, Example]
) -> Event:
    match = {key: tuple(values) for key, values in doc.match.items()}
    headers = {key: tuple(values) for key, values in doc.headers.items()}
    told = webhooks.event
    if told is not None and doc.value is not None:
        if told.header is not None:
            headers = {told.header: tuple(map(str, doc.value)), **headers}
        elif told.key is not None:
            match = {told.key: tuple(doc.value), **match}
    return Event(
        name=name,
        doc=doc.doc,
        body=doc.body or webhooks.body,
        match=match,
        payload=doc.payload,
        basis=doc.basis,
        headers=headers,
        present=tuple(doc.present),
        content_key=doc.content_key,
        payload_key=doc.payload_key,
        reply=doc.reply.of if isinstance(doc.reply, ReplyListDoc) else _object(doc),
        reply_is_list=isinstance(doc.reply, ReplyListDoc),
        reply_text=doc.reply.media_type if isinstance(doc.reply, ReplyTextDoc) else None,
        called=() if told is None or doc.value is None else tuple(map(str, doc.value)),
        examples=examples,
    )


def _object(doc: EventDoc) -> str | None:
    return doc.reply if isinstance(doc.reply, str) else None


def _authentication(doc: WebhooksDoc) -> WebhookAuthentication:
    given = doc.authentication
    match given:
        case "basic":
            return BasicWebhooks()
        case "none":
            return OpenWebhooks()
        case SharedSecretDoc():
            if given.key is not None:
                return BodySecretWebhooks(key=given.key)
            return SharedSecretWebhooks(header=given.header or "", prefix=given.prefix or "")
        case HmacDoc():
            return _signed(given) if given.key is None else _signed_inside(given, given.key)
        case UnknownAuthenticationDoc():  # it was refused
            return OpenWebhooks()
    assert_never(given)


def _signed_inside(doc: HmacDoc, key: str) -> BodySignedWebhooks:
    timestamp = None
    if doc.timestamp is not None:
        timestamp = BodySignatureTimestamp(
            key=doc.timestamp.key or "",
            unit=doc.timestamp.unit,
            tolerance=doc.timestamp.tolerance,
        )
    return BodySignedWebhooks(
        key=key,
        hash=doc.hash,
        encoding=doc.encoding,
        signs=doc.signs,
        keys=tuple(dict.fromkeys(_SIGNED_KEY.findall(doc.signs))),
        prefix=doc.prefix or "",
        timestamp=timestamp,
        secret_prefix=doc.secret.prefix or "",
        secret_encoding=doc.secret.encoding,
    )


def _signed(doc: HmacDoc) -> SignedWebhooks:
    timestamp = None
    if doc.timestamp is not None:
        timestamp = SignatureTimestamp(
            header=doc.timestamp.header,
            prefix=doc.timestamp.prefix or "",
            unit=doc.timestamp.unit,
            tolerance=doc.timestamp.tolerance,
        )
    header, *others = doc.headers or [""]
    return SignedWebhooks(
        header=header,
        others=tuple(others),
        hash=doc.hash,
        encoding=doc.encoding,
        signs=doc.signs,
        prefix=doc.prefix or "",
        separator=doc.separator,
        timestamp=timestamp,
        secret_prefix=doc.secret.prefix or "",
        secret_encoding=doc.secret.encoding,
    )
