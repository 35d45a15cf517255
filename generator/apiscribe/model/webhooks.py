"""What the API sends by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field

from apiscribe.model.arguments import PLAIN_STYLE, Style
from apiscribe.model.ground import Basis
from apiscribe.model.operations import Example
from apiscribe.runtime.semantics.paths import keys_of

TellingValue: TypeAlias = str | int | bool
WebhookBody: TypeAlias = Literal["form", "json"]
MomentUnit: TypeAlias = Literal["epoch_seconds", "epoch_milliseconds", "rfc3339"]
DigestEncoding: TypeAlias = Literal["hex", "base64", "base64url"]


class Event(Struct, frozen=True, kw_only=True):
    name: str
    doc: str
    body: WebhookBody
    match: Mapping[str, tuple[TellingValue, ...]]
    """Keys of the body, dotted where it is JSON, and what they say."""
    payload: str
    """The object type of its content."""
    basis: Basis
    headers: Mapping[str, tuple[str, ...]]
    present: tuple[str, ...]
    """Keys of the body under which there is something."""
    content_key: str | None = None
    """The form key that holds the payload as JSON text; None if the form is it."""
    payload_key: str | None = None
    """The key of the JSON that holds the payload; None if the body is it."""
    reply: str | None = None
    """The object type of what may be said to it in the response,"""
    reply_is_list: bool = False
    """of each item, if that is a list;"""
    reply_text: str | None = None
    """or the media type of a text that may be."""
    called: tuple[str, ...] = ()
    """What the service calls it, where one key or header tells all events."""
    examples: Mapping[str, Example] = field(default_factory=dict)
    """Documented bodies, by what each is called."""

    def is_in_brackets(self, style: Style) -> bool:
        """Whether its form is the payload, and names with brackets are objects and lists."""
        is_payload = self.body == "form" and self.content_key is None
        return is_payload and style != PLAIN_STYLE

    def path(self, key: str) -> tuple[str, ...]:
        """How a key of its body is reached."""
        return _path(self.body, key)


class BasicWebhooks(Struct, frozen=True, kw_only=True):
    """A user name and a password, by HTTP Basic."""


class OpenWebhooks(Struct, frozen=True, kw_only=True):
    """Nothing says whom a delivery is from."""


class SharedSecretWebhooks(Struct, frozen=True, kw_only=True):
    header: str
    prefix: str


class SignatureTimestamp(Struct, frozen=True, kw_only=True):
    header: str | None
    """A header of its own; None if it stands in that of the signature."""
    prefix: str
    unit: MomentUnit
    tolerance: int


class SignedWebhooks(Struct, frozen=True, kw_only=True):
    header: str
    others: tuple[str, ...]
    """Further headers with signatures; one that is right is enough."""
    hash: Literal["sha1", "sha256", "sha512"]
    encoding: DigestEncoding
    signs: str
    prefix: str
    separator: str | None
    timestamp: SignatureTimestamp | None
    secret_prefix: str
    secret_encoding: Literal["text", "base64"]

    @property
    def has_address(self) -> bool:
        """Whether the address is signed that deliveries are sent to."""
        return "{url}" in self.signs


class BodySecretWebhooks(Struct, frozen=True, kw_only=True):
    """A secret under a key of the body."""

    key: str


class BodySignatureTimestamp(Struct, frozen=True, kw_only=True):
    key: str
    unit: MomentUnit
    tolerance: int


class BodySignedWebhooks(Struct, frozen=True, kw_only=True):
    """A signature under a key of the body, of other keys of it."""

    key: str
    hash: Literal["sha1", "sha256", "sha512"]
    encoding: DigestEncoding
    signs: str
    keys: tuple[str, ...]
    """Those that are signed."""
    prefix: str
    timestamp: BodySignatureTimestamp | None
    secret_prefix: str
    secret_encoding: Literal["text", "base64"]


WebhookAuthentication: TypeAlias = (
    BasicWebhooks
    | OpenWebhooks
    | SharedSecretWebhooks
    | SignedWebhooks
    | BodySecretWebhooks
    | BodySignedWebhooks
)


class DeliveryId(Struct, frozen=True, kw_only=True):
    """What a delivery has in common with its repetitions, in a header or under a key."""

    header: str | None
    key: str | None


class Challenge(Struct, frozen=True, kw_only=True):
    """A request that is no event, and wants one of its keys sent back."""

    match: Mapping[str, tuple[TellingValue, ...]]
    key: str
    written: Literal["text", "json"]


class Ask(Struct, frozen=True, kw_only=True):
    """A request before any event, which asks whether somebody is there."""

    method: Literal["HEAD", "GET", "POST"]
    query: str | None
    """What of the query is sent back, if anything is."""
    written: Literal["text", "json"]
    header: str | None = None
    """The header that is sent back, if one is."""
    secret: bool = False
    """Whether that is the secret which vouches for deliveries."""


class Webhooks(Struct, frozen=True, kw_only=True):
    section: str
    attempts: int | None
    timeout: int | None
    ports: tuple[int, ...]
    """Those that it reaches; any, if there are none."""
    body: WebhookBody
    """How bodies are written, those of challenges among them, where an event says nothing else."""
    style: Style
    """How forms have what is more than a text."""
    authentication: WebhookAuthentication
    challenge: Challenge | None
    asks: Ask | None
    id: DeliveryId | None
    items: str
    """Where in a body its events are, if it holds several."""
    events: tuple[Event, ...]

    def path(self, key: str) -> tuple[str, ...]:
        """How a key of a body is reached that is no event's own."""
        return _path(self.body, key)

    def written(self, body: WebhookBody) -> tuple[Event, ...]:
        """The events whose bodies are of one kind."""
        return tuple(each for each in self.events if each.body == body)

    @property
    def bodies(self) -> tuple[WebhookBody, ...]:
        """The kinds of bodies that there are, the usual one first."""
        return tuple(dict.fromkeys((self.body, *(each.body for each in self.events))))


def _path(body: WebhookBody, key: str) -> tuple[str, ...]:
    """In a form, a name is no path."""
    return tuple(keys_of(key)) if body == "json" else (key,)
