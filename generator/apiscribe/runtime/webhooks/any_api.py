"""What the webhooks of every API have in common, however their bodies are written."""

from __future__ import annotations

from hashlib import sha256
from typing import TypeAlias

import msgspec
from msgspec import Struct

from ..semantics.paths import reach_keys
from .body import Headers, by_name, header
from .events import Sent
from .handshake import Ask, ChallengeReply
from .in_body import BodySecret, BodySignature
from .shared_secret import SharedSecret
from .signature import Signature
from .told import KeyPath, Named, is_named

__all__ = ["AnyWebhookApi", "Ask", "Authentication", "Challenge", "ChallengeReply"]

Authentication: TypeAlias = Signature | SharedSecret | BodySignature | BodySecret | None
"""How a delivery shows whom it is from, where a secret does; None: HTTP Basic, or not at all."""


class Challenge(Struct, frozen=True, kw_only=True):
    """A request that is no event, but asks whether somebody is there."""

    match: dict[KeyPath, tuple[Named, ...]]
    """Keys of the body that tell it."""
    key: KeyPath
    """What has to be sent back."""
    as_json: bool = False
    """Whether it is sent back as an object, under the last of its keys; otherwise as text."""

    def reply_to(self, content: object) -> ChallengeReply | None:
        """None if it is an event."""
        if not all(
            is_named(reach_keys(content, path), named) for path, named in self.match.items()
        ):
            return None
        asked = reach_keys(content, self.key)
        if not isinstance(asked, str):
            return None
        if self.as_json:
            return ChallengeReply("application/json", msgspec.json.encode({self.key[-1]: asked}))
        return ChallengeReply("text/plain; charset=utf-8", asked.encode())


class AnyWebhookApi(Struct, frozen=True, kw_only=True):
    """What an application has to know to take deliveries."""

    attempts: int | None = None
    """How often an event is sent; None if nobody says."""
    timeout: int | None = None
    """Seconds after which an answer is too late for the service; None if nobody says."""
    authentication: Authentication = None
    challenge: Challenge | None = None
    asks: Ask | None = None
    id_header: str = ""
    """The header that has the id of a delivery,"""
    id_key: KeyPath = ()
    """and the key of the body that has it, where one of them does."""

    @property
    def apart(self) -> tuple[KeyPath, ...]:
        """Keys of bodies that say whom a delivery is from, and nothing of an event."""
        how = self.authentication
        return how.apart if isinstance(how, BodySignature | BodySecret) else ()

    def told(self, headers: Headers) -> dict[str, str]:
        """The headers of an event, without those that vouch for it."""
        return by_name(headers, {"authorization", "cookie", *self._vouching})

    def id_of(self, content: object, headers: Headers) -> str:
        """What a delivery has in common with its repetitions; empty if nothing says it."""
        if self.id_header:
            return header(headers, self.id_header).strip()
        found = reach_keys(content, self.id_key) if self.id_key else None
        is_one = isinstance(found, str | int) and not isinstance(found, bool)
        return str(found) if is_one else ""

    def stamp(self, headers: Headers) -> str:
        """What tells signed deliveries apart of which nothing else does."""
        if not isinstance(self.authentication, Signature):
            return ""
        texts = [header(headers, name) for name in self._vouching]
        return sha256(repr(texts).encode("utf-8", "surrogateescape")).hexdigest()

    @property
    def _vouching(self) -> tuple[str, ...]:
        """The headers that vouch for a delivery, or hand out what does."""
        how = self.authentication
        own = how.vouching if isinstance(how, Signature | SharedSecret) else ()
        asks = self.asks
        handed = asks.header if asks is not None and asks.secret else None
        return own if handed is None else (*own, handed.lower())

    def read(self, body: bytes, headers: Headers, *, max_body: int) -> Sent:
        """The event of a request."""
        raise NotImplementedError

    def read_all(self, body: bytes, headers: Headers, *, max_body: int) -> list[Sent]:
        """The events of a request: one, where bodies do not hold several."""
        return [self.read(body, headers, max_body=max_body)]

    def content(self, body: bytes, headers: Headers, *, max_body: int) -> object:
        """What a body says, as far as every event is read alike."""
        raise NotImplementedError

    def challenged(self, body: bytes, headers: Headers, *, max_body: int) -> ChallengeReply | None:
        """What a request that is a challenge wants to hear; None if it is an event."""
        if self.challenge is None:
            return None
        return self.challenge.reply_to(self.content(body, headers, max_body=max_body))
