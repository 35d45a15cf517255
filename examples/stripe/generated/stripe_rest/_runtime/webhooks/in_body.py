"""What says whom a delivery is from where that stands inside of its body."""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

import msgspec
from msgspec import Struct

from ..semantics.paths import path_of, put, reach_keys
from .body import Headers, header, read_form, read_json
from .digests import Digests
from .errors import WebhookError
from .moments import Moment
from .secrets_given import Secrets, each_of
from .several import events_in
from .told import KeyPath

_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
_BYTES_OF_A_TOKEN = 25


class BodyTimestamp(Moment, frozen=True, kw_only=True):
    """Where the moment of a delivery stands."""

    key: KeyPath


class BodySecret(Struct, frozen=True, kw_only=True):
    """A secret that each delivery has under a key of its body."""

    key: KeyPath
    form: bool = False
    """Whether bodies are forms, and no JSON."""
    items: str = ""
    """Where in a body its events are, if it holds several, each of which has the secret."""

    @property
    def apart(self) -> tuple[KeyPath, ...]:
        """The keys that tell nothing of the event."""
        return (self.key,)

    def accepts(self, headers: Headers, body: bytes, secrets: Secrets) -> bool:
        """Whether a request, and each event in it, has one of the secrets."""
        content = _read(body, headers, form=self.form)
        events = events_in(content, self.items) if self.items else [content]
        right = [self._is_right(each, secrets) for each in events]
        return all(right) and bool(right)

    def _is_right(self, content: object, secrets: Secrets) -> bool:
        found = reach_keys(content, self.key)
        given = found.encode("utf-8", "replace") if isinstance(found, str) else b""
        right = [hmac.compare_digest(given, each.encode()) for each in each_of(secrets)]
        return any(right)

    def sign(
        self, body: bytes, secret: str, *, timestamp: int | None, headers: Mapping[str, str]
    ) -> bytes:
        """A body with the secret in it."""
        (only,) = each_of(secret)
        if self.items:
            several = _read(body, {}, form=self.form)
            for event in events_in(several, self.items):
                if isinstance(event, dict):
                    put(event, path_of(self.key), only)
            return msgspec.json.encode(several)
        content = _open(body, form=self.form)
        put(content, path_of(self.key), only)
        return _written(content, form=self.form)


class BodySignature(Digests, frozen=True, kw_only=True):
    """How deliveries are signed, under a key of their bodies.

    What is signed has `{timestamp}`, `{key:some.key}` and `{header:Name}` in it.
    """

    key: KeyPath
    timestamp: BodyTimestamp | None = None
    keys: Mapping[str, KeyPath] = {}
    """The keys that are signed, as `signs` names them."""
    once: tuple[KeyPath, ...] = ()
    """Those of them that tell nothing of the event."""
    form: bool = False
    """Whether bodies are forms, and no JSON."""

    @property
    def apart(self) -> tuple[KeyPath, ...]:
        """The keys that tell nothing of the event, and differ when it is sent again."""
        moment = () if self.timestamp is None else (self.timestamp.key,)
        return (self.key, *moment, *self.once)

    def accepts(self, headers: Headers, body: bytes, secrets: Secrets) -> bool:
        """Whether a request is signed with one of the secrets, and recently."""
        keys = [self.key_of(each) for each in each_of(secrets)]
        content = _read(body, headers, form=self.form)
        given = reach_keys(content, self.key)
        signed = self._signed(content, headers)
        if not isinstance(given, str) or not given.startswith(self.prefix) or signed is None:
            return False
        return self.is_one([given.removeprefix(self.prefix)], keys, signed)

    def sign(
        self, body: bytes, secret: str, *, timestamp: int | None, headers: Mapping[str, str]
    ) -> bytes:
        """A body that is signed at `timestamp`, or now; what it lacks of what is signed is made."""
        from secrets import token_hex

        (only,) = each_of(secret)
        content = _open(body, form=self.form)
        if self.timestamp is not None:
            moment = self.timestamp.written(timestamp)
            in_number = isinstance(reach_keys(content, self.timestamp.key), int)
            put(content, path_of(self.timestamp.key), int(moment) if in_number else moment)
        for key in self.keys.values():
            if _text(reach_keys(content, key)) is None:
                put(content, path_of(key), token_hex(_BYTES_OF_A_TOKEN))
        signed = b"".join(filter(None, self._parts(content, headers)))
        digest = self.written(self.key_of(only), signed).decode()
        put(content, path_of(self.key), f"{self.prefix}{digest}")
        return _written(content, form=self.form)

    def _signed(self, content: object, headers: Headers) -> bytes | None:
        """What has to be signed; None if a part of it is missing, or too old."""
        if self.timestamp is not None:
            moment = _text(reach_keys(content, self.timestamp.key)) or ""
            if not self.timestamp.is_recent(moment):
                return None
        parts = list(self._parts(content, headers))
        return None if None in parts else b"".join(filter(None, parts))

    def _parts(self, content: object, headers: Headers) -> Iterator[bytes | None]:
        for part in _PLACEHOLDER.split(self.signs):
            if part.startswith("{header:"):
                yield header(headers, part[8:-1].lower()).encode("utf-8", "surrogateescape")
            elif part == "{timestamp}" and self.timestamp is not None:
                yield _encoded(reach_keys(content, self.timestamp.key))
            elif part.startswith("{key:"):
                yield _encoded(reach_keys(content, self.keys[part[5:-1]]))
            else:
                yield part.encode()


def _text(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value)


def _encoded(value: object) -> bytes | None:
    text = _text(value)
    return None if text is None else text.encode("utf-8", "surrogatepass")


def _read(body: bytes, headers: Headers, *, form: bool) -> object:
    """What a body says; None if it is none."""
    try:
        read = read_form if form else read_json
        return read(body, headers, len(body))
    except WebhookError:
        return None


def _open(body: bytes, *, form: bool) -> dict[str, Any]:
    """What a body says that is to be signed, be it nothing."""
    content = _read(body, {}, form=form) if body else {}
    return dict(content) if isinstance(content, Mapping) else {}


def _written(content: Mapping[str, Any], *, form: bool) -> bytes:
    return urlencode(content).encode() if form else msgspec.json.encode(content)
