"""`stub/service.json`: the errors of an API, how it tells its webhooks, and how it is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_never

from msgspec import to_builtins

from apiscribe import naming
from apiscribe.model import (
    PLAIN_STYLE,
    Api,
    BasicWebhooks,
    BodySecretWebhooks,
    BodySignedWebhooks,
    ErrorCode,
    Event,
    IdempotencyKey,
    OpenWebhooks,
    SharedSecretWebhooks,
    SignedWebhooks,
    Webhooks,
)
from apiscribe.views.webhooks.authentication import once


def service(api: Api) -> dict[str, Any]:
    found: dict[str, Any] = {"errors": [_error(each) for each in api.errors]}
    replays = dict(_replays(api))
    if replays:
        found["replays"] = replays
    if api.webhooks is not None:
        found["webhooks"] = _policy(api, api.webhooks)
    found["client"] = naming.class_name(api.client_class)
    calls = dict(_calls(api))
    if calls:
        found["calls"] = calls
    return found


def _replays(api: Api) -> Iterator[tuple[str, dict[str, Any]]]:
    """Operation id -> what becomes of a key that is known, where the spec says it."""
    for operation in api.operations:
        for argument in operation.arguments:
            if argument.idempotency_key not in (None, IdempotencyKey()):
                said = to_builtins(argument.idempotency_key)
                error = api.error(argument.idempotency_key.otherwise)
                said["otherwise"] = None if error is None else error.key
                usual = to_builtins(IdempotencyKey())
                yield operation.id, {k: v for k, v in said.items() if v != usual[k]}


def _calls(api: Api) -> Iterator[tuple[str, str]]:
    """Operation id -> where its method is, if that does not follow from the id."""
    for resource in api.resources:
        for operation in resource.operations:
            method = naming.variable(operation.name)
            on = "" if resource.on_client else f"{naming.variable(resource.name)}."
            if f"{on}{method}" != operation.id:
                yield operation.id, f"{on}{method}"


def _error(error: ErrorCode) -> dict[str, Any]:
    found: dict[str, Any] = {"key": error.key, "message": error.text}
    if error.key != error.name:
        found["name"] = error.name
    if error.shares_code:
        found["code"] = error.code
    if error.kind == "rate_limit":
        found["rate_limit"] = True
    return found


def _policy(api: Api, webhooks: Webhooks) -> dict[str, Any]:
    found: dict[str, Any] = {"body": webhooks.body}
    if webhooks.style != PLAIN_STYLE:
        style = webhooks.style
        found["style"] = {"lists": style.lists, "objects": style.objects}
    if webhooks.attempts is not None:
        found["attempts"] = webhooks.attempts
    if webhooks.timeout is not None:
        found["timeout"] = webhooks.timeout
    if webhooks.ports:
        found["ports"] = webhooks.ports
    found |= _vouching(api, webhooks)
    if webhooks.asks is not None and webhooks.asks.header is not None:
        found["handshake"] = webhooks.asks.header
        if webhooks.asks.secret:
            found["hands_out"] = True
    elif webhooks.asks is not None:
        found["asks"] = {"method": webhooks.asks.method}
        if webhooks.asks.query is not None:
            found["asks"]["query"] = webhooks.asks.query
    if webhooks.challenge is not None:
        match = {key: values[0] for key, values in webhooks.challenge.match.items()}
        found["challenge"] = {"match": match, "key": webhooks.challenge.key}
    if webhooks.id is not None and webhooks.id.header is not None:
        found["id_header"] = webhooks.id.header
    elif webhooks.id is not None:
        found["id_key"] = webhooks.path(webhooks.id.key or "")
    if webhooks.items:
        found["items"] = webhooks.items
    return {**found, "events": {each.name: _event(webhooks, each) for each in webhooks.events}}


def _vouching(api: Api, webhooks: Webhooks) -> dict[str, Any]:
    given, form = webhooks.authentication, webhooks.body == "form"
    match given:
        case BasicWebhooks():
            return {"basic": True}
        case OpenWebhooks():
            return {}
        case SharedSecretWebhooks():
            return {"shared_secret": {"header": given.header, "prefix": given.prefix}}
        case SignedWebhooks():
            said = to_builtins(given).items()
            return {"signature": {key: each for key, each in said if each not in (None, [], ())}}
        case BodySecretWebhooks():
            items = {"items": webhooks.items} if webhooks.items else {}
            return {"body_secret": {"key": webhooks.path(given.key), "form": form, **items}}
        case BodySignedWebhooks():
            return {"body_signature": _inside(api, webhooks, given)}
        case _:
            assert_never(given)


def _inside(api: Api, webhooks: Webhooks, given: BodySignedWebhooks) -> dict[str, Any]:
    found = {key: value for key, value in to_builtins(given).items() if value is not None}
    found["key"] = webhooks.path(given.key)
    found["keys"] = {key: webhooks.path(key) for key in given.keys}
    found["once"] = once(api, webhooks, given)
    if given.timestamp is not None:
        found["timestamp"]["key"] = webhooks.path(given.timestamp.key)
    return {**found, "form": webhooks.body == "form"}


def _event(webhooks: Webhooks, event: Event) -> dict[str, Any]:
    found: dict[str, Any] = {"payload": event.payload}
    if event.body != webhooks.body:
        found["body"] = event.body
    if event.match:
        found["match"] = {key: values[0] for key, values in event.match.items()}
    if event.headers:
        found["headers"] = {name: texts[0] for name, texts in event.headers.items()}
    if event.content_key is not None:
        found["content_key"] = event.content_key
    if event.payload_key is not None:
        found["payload_key"] = event.payload_key
    if event.called:
        found["called"] = event.called
    if event.examples:
        found["examples"] = {name: each.value for name, each in event.examples.items()}
    return found
