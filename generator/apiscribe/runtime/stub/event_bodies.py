"""Events as requests say them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import msgspec

from ..emulator import Event
from ..emulator.comparing import canonical
from ..emulator.showing_values import Presenter
from ..encoding.bindings import PLAIN, Style, styled
from ..encoding.wire import JSON
from ..program import Program
from ..semantics.paths import path_of, put, reach_keys, without
from ..webhooks.in_body import BodySecret, BodySignature
from ..webhooks.several import alone, events_in
from .service import Challenged, SentEvent, WebhookPolicy

_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
_NOTHING = b"{}"


class EventBodies:
    """Writes events as their service does."""

    def __init__(self, policy: WebhookPolicy, program: Program | None) -> None:
        self._policy = policy
        vouching = policy.vouching
        self._apart = vouching.apart if isinstance(vouching, BodySignature | BodySecret) else ()
        self._objects = {} if program is None else program.objects
        self._presenter = Presenter(self._objects, numbers=True)

    def __call__(self, event: Event) -> tuple[str, bytes, Mapping[str, str]]:
        media_type, body, headers = self._written(event)
        if body == _NOTHING and headers and not self._apart:
            body = b""  # headers say all there is to say
        if self._policy.id_header:
            headers = {**headers, self._policy.id_header: str(uuid4())}
        return media_type, body, headers

    def _written(self, event: Event) -> tuple[str, bytes, Mapping[str, str]]:
        sent = self._policy.events[event.name]
        if event.example:
            return self._documented(sent, event.example)
        payload = self.payload(event)
        if self._is_form(sent):
            return _FORM, _form(self._policy, sent, payload), sent.headers
        return _JSON, _json(self._policy, sent, payload, self._apart), sent.headers

    def payload(self, event: Event) -> dict[str, Any]:
        """What an event tells, by the names of the API."""
        payload, sent = dict(event.fields), self._policy.events[event.name]
        if sent.payload in self._objects:
            payload = self._presenter.show_object(payload, sent.payload)
        return payload

    def _documented(self, sent: SentEvent, example: str) -> tuple[str, bytes, Mapping[str, str]]:
        body = sent.examples[example]
        if self._is_form(sent):
            return _FORM, urlencode(body).encode(), sent.headers
        return _JSON, msgspec.json.encode(body), sent.headers

    def _is_form(self, sent: SentEvent) -> bool:
        return (sent.body or self._policy.body) == "form"


def challenging(policy: WebhookPolicy, asked: Challenged, word: str) -> tuple[str, bytes]:
    """A challenge as its media type and its body; `word` is what it wants to hear."""
    told = {**asked.match, asked.key: word}
    if policy.body == "form":
        return _FORM, urlencode(_texts(told)).encode()
    content: dict[str, Any] = {}
    for path, value in told.items():
        put(content, path, value)
    return _JSON, msgspec.json.encode(content)


def _form(policy: WebhookPolicy, sent: SentEvent, payload: Mapping[str, Any]) -> bytes:
    told, made = _texts(sent.match), {name: str(uuid4()) for name in policy.id_key}
    if sent.content_key:
        content = msgspec.json.encode(payload).decode()
        return urlencode({**made, **told, sent.content_key: content}).encode()
    pairs = [(name, told.pop(name, text)) for name, text in _pairs(payload, policy.style)]
    for name, _ in pairs:
        made.pop(name, None)
    return urlencode([*pairs, *made.items(), *told.items()]).encode()


def _pairs(payload: Mapping[str, Any], style: Style) -> Iterator[tuple[str, str]]:
    """Names and texts; what has no parts has no names where these are in brackets."""
    for name, value in payload.items():
        if style == PLAIN or not isinstance(value, dict | list):
            yield from _texts({name: value}).items()
        elif parts := _without_empty(value):
            yield from styled(name, parts, JSON, style)


def _without_empty(value: Any) -> Any:
    """What has parts, without those that have none."""
    if isinstance(value, list):
        return [part for part in map(_without_empty, value) if part not in ({}, [])]
    if isinstance(value, dict):
        parts = {key: _without_empty(each) for key, each in value.items()}
        return {key: part for key, part in parts.items() if part not in ({}, [])}
    return value


def _texts(fields: Mapping[str, Any]) -> dict[str, str]:
    """Values as text; what has parts is JSON."""
    return {
        name: msgspec.json.encode(value).decode()
        if isinstance(value, dict | list)
        else canonical(value)
        for name, value in fields.items()
    }


def _json(
    policy: WebhookPolicy,
    sent: SentEvent,
    payload: Mapping[str, Any],
    apart: tuple[tuple[str, ...], ...],
) -> bytes:
    content: dict[str, Any] = {}
    documented: Any = next(iter(sent.examples.values()), {})
    if sent.payload_key:
        # What stands around the payload, nothing says but the page.
        once = (*apart, *filter(None, (policy.id_key,)))
        events = events_in(documented, policy.items) if policy.items else [documented]
        around: Any = without(events[0], once)
        content = deepcopy(around)
        put(content, sent.payload_key, dict(payload))
    else:
        content = dict(payload)
    if policy.id_key and reach_keys(content, policy.id_key) is None:
        put(content, path_of(policy.id_key), str(uuid4()))
    for path, value in sent.match.items():
        put(content, path, value)
    whole = alone(content, policy.items, documented) if policy.items else content
    return msgspec.json.encode(whole)
