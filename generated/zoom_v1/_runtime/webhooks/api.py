"""What has to be known of webhooks that are forms, and how their events are read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct, structs

from ..decoding import lenient
from ..encoding.wire import Wire
from ..model import Model, keep_source
from ..semantics.brackets import FormError, unflatten
from .any_api import AnyWebhookApi
from .body import Headers, read_form
from .errors import MalformedEvent
from .events import KnownEvent, UnknownEvent
from .told import KeyPath, told_by_headers


class EventKind(Struct, frozen=True, kw_only=True):
    """How one event is recognised and read."""

    event: type[KnownEvent]
    payload: type[Model]
    match: Mapping[str, tuple[str, ...]]
    """Fields of the form, and what they may say; all of them have to."""
    content_key: str | None = None
    """The field that holds the payload as JSON; None if the form is the payload."""
    wires: Mapping[str, Wire] = {}
    """Fields of a form that are more than text."""
    present: tuple[str, ...] = ()
    """Fields that are there, whatever they say."""
    in_brackets: bool = False
    """Whether names with brackets are of objects and lists."""
    headers: Mapping[str, tuple[str, ...]] = {}
    """Headers, with names in lower case, and what they may say."""

    def is_told_by(self, fields: Mapping[str, str], headers: Headers) -> bool:
        told = all(fields.get(name) in texts for name, texts in self.match.items())
        there = told and (self.content_key is None or self.content_key in fields)
        there = there and all(name in fields for name in self.present)
        return there and told_by_headers(headers, self.headers)


class WebhookApi(AnyWebhookApi, frozen=True, kw_only=True):
    """What the generated package says of its webhooks."""

    kinds: tuple[EventKind, ...]

    def read(self, body: bytes, headers: Headers, *, max_body: int) -> KnownEvent | UnknownEvent:
        """The event of a request.

        Raises:
            EventTooLarge: more than `max_body` bytes, or too many fields.
            MalformedEvent: the body is no form, or its JSON is none.
        """
        fields = read_form(body, headers, max_body)
        id = self.id_of(fields, headers)
        for kind in self.kinds:
            if kind.is_told_by(fields, headers):
                event = _event(kind, fields, self.apart, self.told(headers))
                return structs.replace(event, id=id)
        return UnknownEvent(fields=fields, apart=self.apart, headers=self.told(headers), id=id)

    def content(self, body: bytes, headers: Headers, *, max_body: int) -> object:
        return read_form(body, headers, max_body)


def _event(
    kind: EventKind,
    fields: Mapping[str, str],
    apart: tuple[KeyPath, ...],
    headers: Mapping[str, str],
) -> KnownEvent:
    source = _source(kind, fields)
    payload, mismatches = lenient.fit(source, kind.payload)
    keep_source(payload, msgspec.json.encode(source))
    return kind.event(
        payload=payload,
        fields=fields,
        apart=apart,
        headers=headers,
        mismatches=tuple(mismatches.lines),
        more_mismatches=mismatches.more,
    )


def _source(kind: EventKind, fields: Mapping[str, str]) -> dict[str, Any]:
    """The payload as JSON would have it."""
    if kind.content_key is None:
        wires = kind.wires
        try:
            nested = unflatten(fields) if kind.in_brackets else fields
        except FormError as error:
            raise MalformedEvent(f"{kind.event.name}: {error}") from None
        return {n: wires[n].parse(text) if n in wires else text for n, text in nested.items()}
    try:
        content: object = msgspec.json.decode(fields[kind.content_key])
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise MalformedEvent(f"{kind.event.name}: its content is not JSON") from None
    if not isinstance(content, dict):
        raise MalformedEvent(f"{kind.event.name}: its content is not a JSON object")
    return content
