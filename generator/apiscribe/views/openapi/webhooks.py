"""What the service sends by itself, as `webhooks` of OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from apiscribe import naming
from apiscribe.model import (
    Api,
    Ask,
    BasicWebhooks,
    BodySecretWebhooks,
    BodySignedWebhooks,
    Event,
    ObjectRef,
    OpenWebhooks,
    SharedSecretWebhooks,
    SignedWebhooks,
    TellingValue,
    WebhookAuthentication,
    Webhooks,
)
from apiscribe.runtime.semantics.brackets import keys_in, unflatten
from apiscribe.runtime.semantics.paths import keys_of
from apiscribe.views.openapi import form_fields
from apiscribe.views.openapi.request_examples import typed
from apiscribe.views.openapi.schema import Schema
from apiscribe.views.text import listed, sentence

_ID = "The id of the delivery, also when it is sent again."
_MOMENTS = {
    "epoch_seconds": "When it was sent, in seconds since 1970.",
    "epoch_milliseconds": "When it was sent, in milliseconds since 1970.",
    "rfc3339": "When it was sent, as RFC 3339 has it.",
}
_MEDIA_TYPES = {"form": "application/x-www-form-urlencoded", "json": "application/json"}


def webhooks(api: Api) -> Schema:
    """Event -> the request that tells it; nothing if the API sends none."""
    if api.webhooks is None:
        return {}
    told = {each.name: {"post": _delivery(api, api.webhooks, each)} for each in api.webhooks.events}
    asks = api.webhooks.asks
    return told | ({"_asks": {asks.method.lower(): _asked(api.webhooks, asks)}} if asks else {})


def _asked(webhooks: Webhooks, asks: Ask) -> Schema:
    """What comes before any event."""
    found: Schema = {
        "operationId": "webhooks._asks",
        "summary": "The service asks whether somebody is there.",
        "responses": {"200": {"description": "Somebody is."}},
        "x-section": webhooks.section,
    }
    if asks.query is not None:
        text: Schema = {"type": "string"}
        kind = "application/json" if asks.written == "json" else "text/plain"
        sent = {"type": "object", "properties": {asks.query: text}, "required": [asks.query]}
        where = {"name": asks.query, "in": "query", "required": True, "schema": text}
        found["parameters"] = [{**where, "description": "What is sent back."}]
        content = {kind: {"schema": sent if asks.written == "json" else text}}
        found["responses"]["200"]["content"] = content
    if asks.header is not None:
        about = "The secret of deliveries, which is sent back." if asks.secret else "Is sent back."
        found["parameters"] = [_header(asks.header, about)]
        sent_back = {"required": True, "schema": {"type": "string"}}
        found["responses"]["200"]["headers"] = {asks.header: sent_back}
    return found


def _delivery(api: Api, webhooks: Webhooks, event: Event) -> Schema:
    found: Schema = {
        "operationId": f"webhooks.{event.name}",
        "summary": sentence(event.doc),
        "parameters": [*_headers(webhooks.authentication, event), *_id(webhooks)],
        "requestBody": {
            "required": True,
            "content": {_MEDIA_TYPES[event.body]: _media(api, webhooks, event)},
        },
        "responses": {**_reply(api, event), "2XX": {"description": "The event was taken."}},
        "x-section": webhooks.section,
    }
    return {key: value for key, value in found.items() if value != []}


def _reply(api: Api, event: Event) -> Schema:
    """What may be said to an event in the response."""
    content: Schema = {}
    if event.reply is not None:
        said = _reference(api, event.reply)
        said = {"type": "array", "items": said} if event.reply_is_list else said
        content = {"application/json": {"schema": said}}
    elif event.reply_text is not None:
        content = {event.reply_text: {"schema": {"type": "string"}}}
    else:
        return {}
    return {
        "200": {"description": "The event was taken, and this is said to it.", "content": content}
    }


def _reference(api: Api, object: str) -> Schema:
    return {"$ref": f"#/components/schemas/{naming.class_name(api.objects[object].name)}"}


def _media(api: Api, webhooks: Webhooks, event: Event) -> Schema:
    found: Schema = {"schema": _whole(webhooks, _body(api, webhooks, event))}
    if event.examples:
        found["examples"] = {
            name: {"value": _typed(api, webhooks, event, each.value)}
            for name, each in event.examples.items()
        }
    if encoding := form_fields.encoding(api, webhooks, event):
        found["encoding"] = encoding
    return found


def _typed(api: Api, webhooks: Webhooks, event: Event, body: object) -> object:
    """An example as its schema has it: in a form that is a payload, all is text."""
    if event.body == "json" or event.content_key is not None or not isinstance(body, dict):
        return body
    if event.is_in_brackets(webhooks.style):
        body = unflatten(body)
    payload = typed(api, ObjectRef(object=event.payload), body)
    return {**body, **payload} if isinstance(payload, dict) else body


def _headers(authentication: WebhookAuthentication, event: Event) -> list[Schema]:
    found = [
        _header(name, "Tells the event.", {"enum": list(values)})
        for name, values in event.headers.items()
    ]
    match authentication:
        case BasicWebhooks():
            found.append(_header("Authorization", "HTTP Basic."))
        case SharedSecretWebhooks():
            found.append(_header(authentication.header, "The secret that vouches for it."))
        case SignedWebhooks():
            text = _signature(authentication)
            if "{fields}" in authentication.signs:
                text += " The fields are those of the form in the order of their names, each with"
                text += " its value behind it."
            found += _of_signatures(authentication, text)
            if authentication.timestamp is not None and authentication.timestamp.header:
                text = _MOMENTS[authentication.timestamp.unit]
                found.append(_header(authentication.timestamp.header, text))
        case OpenWebhooks() | BodySecretWebhooks() | BodySignedWebhooks():
            pass
        case _:
            assert_never(authentication)
    # OpenAPI says of `Authorization` that a parameter of this name is passed over.
    return [each for each in found if each["name"].lower() != "authorization"]


def _id(webhooks: Webhooks) -> Iterator[Schema]:
    if webhooks.id is not None and webhooks.id.header is not None:
        yield _header(webhooks.id.header, _ID)


def _of_signatures(given: SignedWebhooks, text: str) -> Iterator[Schema]:
    """Headers with signatures, none of which has to be there where there are several."""
    for name in (given.header, *given.others):
        if given.others:
            others = listed((f"`{each}`" for each in (given.header, *given.others)), "and")
            yield {**_header(name, f"{text} One of {others} is enough."), "required": False}
        else:
            yield _header(name, text)


def _header(name: str, description: str, schema: Schema | None = None) -> Schema:
    return {
        "name": name,
        "in": "header",
        "required": True,
        "description": description,
        "schema": {"type": "string", **(schema or {})},
    }


def _body(api: Api, webhooks: Webhooks, event: Event) -> Schema:
    payload: Schema = _reference(api, event.payload)
    root: Schema = {"type": "object"}
    for key, values in event.match.items():
        _put(root, _path(webhooks, event, key), _one_of(values))
    for key in event.present:
        _put(root, _path(webhooks, event, key), {"not": {"type": "null"}})
    for key, described in _vouching(webhooks.authentication):
        _put(root, _path(webhooks, event, key), described)
    if webhooks.id is not None and webhooks.id.key is not None:
        shown: Schema = {"type": ["string", "integer"], "description": _ID}
        _describe(root, _path(webhooks, event, webhooks.id.key), shown)
    if event.content_key is not None:
        as_text: Schema = {"contentMediaType": "application/json", "contentSchema": payload}
        _put(root, (event.content_key,), {"type": "string", **as_text})
    elif event.payload_key is not None:
        _put(root, event.path(event.payload_key), payload)
    else:
        return payload if len(root) == 1 else {"allOf": [payload, root]}
    return root


def _whole(webhooks: Webhooks, event: Schema) -> Schema:
    """A body that holds what tells an event in a list, beside other events."""
    for step in reversed(keys_of(webhooks.items) if webhooks.items else []):
        key = step.removesuffix("[]")
        found = {"type": "array", "contains": event} if step.endswith("[]") else event
        event = {"type": "object", "properties": {key: found}, "required": [key]} if key else found
    return event


def _path(webhooks: Webhooks, event: Event, key: str) -> tuple[str, ...]:
    """How a key of the body is reached, whose names in brackets have been put together."""
    if event.is_in_brackets(webhooks.style):
        return tuple(keys_in(key) or [key])
    return event.path(key)


def _vouching(given: WebhookAuthentication) -> Iterator[tuple[str, Schema]]:
    """Keys of the body that say whom it is from."""
    if isinstance(given, BodySecretWebhooks):
        yield given.key, {"type": "string", "description": "The secret that vouches for it."}
    if isinstance(given, BodySignedWebhooks):
        text = _signature(given)
        yield given.key, {"type": "string", "description": text}
        for key in given.keys:
            yield key, {"type": ["string", "integer"], "description": "Is signed."}
        if given.timestamp is not None:
            text = _MOMENTS[given.timestamp.unit]
            yield given.timestamp.key, {"type": ["string", "integer"], "description": text}


def _signature(given: SignedWebhooks | BodySignedWebhooks) -> str:
    written = "" if given.encoding == "hex" else f", {given.encoding}"
    return f"Signature of `{given.signs}` (HMAC, {given.hash}{written})."


def _one_of(values: tuple[TellingValue, ...]) -> Schema:
    return {"const": values[0]} if len(values) == 1 else {"enum": list(values)}


def _put(root: Schema, steps: tuple[str, ...], described: Schema) -> None:
    """Require a key, and all keys on the way to it, and say what is under it."""
    inner = root
    for step in steps[:-1]:
        _require(inner, step)
        inner = inner["properties"].setdefault(step, {"type": "object"})
    _require(inner, steps[-1])
    _describe(root, steps, described)


def _describe(root: Schema, steps: tuple[str, ...], described: Schema) -> None:
    """Say what is under a key, if it is there."""
    for step in steps[:-1]:
        root = root.setdefault("properties", {}).setdefault(step, {"type": "object"})
    properties = root.setdefault("properties", {})
    there = properties.get(steps[-1])
    properties[steps[-1]] = {"allOf": [there, described]} if there else described


def _require(root: Schema, key: str) -> None:
    root["required"] = sorted({*root.get("required", ()), key})
    root.setdefault("properties", {})
