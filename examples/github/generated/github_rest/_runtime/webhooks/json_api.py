"""What has to be known of webhooks that are JSON, and how their events are read."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import Struct, structs

from ..decoding import lenient
from ..model import Model, keep_source
from ..semantics.paths import reach_keys
from .any_api import AnyWebhookApi
from .body import Headers, read_json
from .errors import MalformedEvent
from .events import Sent
from .json_events import KnownEvent, UnknownEvent
from .several import events_in
from .told import KeyPath, Named, is_named, told_by_headers


class JsonEventKind(Struct, frozen=True, kw_only=True):
    """How one event is recognised and read."""

    event: type[KnownEvent]
    payload: type[Model]
    match: Mapping[KeyPath, tuple[Named, ...]] = {}
    """Keys of the body, and what they may say; all of them have to."""
    present: tuple[KeyPath, ...] = ()
    """Keys under which there is something."""
    headers: Mapping[str, tuple[str, ...]] = {}
    """Headers, with names in lower case, and what they may say."""
    payload_key: KeyPath = ()
    """Where the payload is; the body itself if it is empty."""

    @property
    def needs_no_body(self) -> bool:
        """Whether headers tell the event, and its payload may be without anything."""
        is_told = bool(self.headers) and not self.payload_key
        return is_told and not any(each.required for each in structs.fields(self.payload))

    def is_told_by(self, body: object, headers: Headers) -> bool:
        told = all(is_named(reach_keys(body, path), named) for path, named in self.match.items())
        there = told and all(reach_keys(body, path) is not None for path in self.present)
        return there and told_by_headers(headers, self.headers)


class JsonWebhookApi(AnyWebhookApi, frozen=True, kw_only=True):
    """What the generated package says of its webhooks."""

    kinds: tuple[JsonEventKind, ...]
    items: str = ""
    """Where in a body its events are, if it holds several."""

    def read_all(self, body: bytes, headers: Headers, *, max_body: int) -> list[Sent]:
        """The events of a request, in the order in which they stand there.

        Raises:
            EventTooLarge: more than `max_body` bytes.
            MalformedEvent: the body is no JSON.
        """
        if not self.items:
            return [self.read(body, headers, max_body=max_body)]
        content = self.content(body, headers, max_body=max_body)
        return [self._told_by(each, headers) for each in events_in(content, self.items)]

    def read(self, body: bytes, headers: Headers, *, max_body: int) -> KnownEvent | UnknownEvent:
        """The event of a request.

        Raises:
            EventTooLarge: more than `max_body` bytes.
            MalformedEvent: the body is no JSON, or holds another number of events than one.
        """
        for kind in self.kinds if not body and not self.items else ():
            if kind.needs_no_body and kind.is_told_by({}, headers):
                event = _event(kind, None, {}, self.apart, self.told(headers))
                id = self.id_of(None, headers)
                return structs.replace(event, stamp=self.stamp(headers), id=id)
        content = self.content(body, headers, max_body=max_body)
        if self.items:
            found = events_in(content, self.items)
            if len(found) != 1:
                message = f"the body holds {len(found)} events; `parse_all` reads them"
                raise MalformedEvent(message)
            (content,) = found
        return self._told_by(content, headers)

    def _told_by(self, content: object, headers: Headers) -> KnownEvent | UnknownEvent:
        """The event that a body, or a part of it, tells."""
        told, id = self.told(headers), self.id_of(content, headers)
        for kind in self.kinds:
            if kind.is_told_by(content, headers):
                source = reach_keys(content, kind.payload_key)
                # Without its payload it is not the event that is documented.
                if isinstance(source, dict):
                    event = _event(kind, content, source, self.apart, told)
                    return structs.replace(event, id=id)
        return UnknownEvent(body=content, apart=self.apart, headers=told, id=id)

    def content(self, body: bytes, headers: Headers, *, max_body: int) -> object:
        return read_json(body, headers, max_body)


def _event(
    kind: JsonEventKind,
    content: object,
    source: dict[str, object],
    apart: tuple[KeyPath, ...],
    headers: Mapping[str, str],
) -> KnownEvent:
    payload, mismatches = lenient.fit(source, kind.payload)
    keep_source(payload, msgspec.json.encode(source))
    return kind.event(
        payload=payload,
        body=content,
        apart=apart,
        headers=headers,
        mismatches=tuple(mismatches.lines),
        more_mismatches=mismatches.more,
    )
