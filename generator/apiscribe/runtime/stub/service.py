"""What only the control API has to know of a service: errors, webhooks, and how it is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

from ..encoding.bindings import PLAIN, Style
from ..webhooks.in_body import BodySecret, BodySignature
from ..webhooks.shared_secret import SharedSecret
from ..webhooks.signature import Signature


class KnownError(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An error of the API, by its code, or by its name if it has none of its own."""

    key: int | str
    name: str = ""
    """Its name, where it has a code."""
    code: int | str | None = None
    """Its code, where others have it too, and `key` is the name."""
    message: str
    rate_limit: bool = False


class SentEvent(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How an event is sent."""

    payload: str
    """The type of its content."""
    body: Literal["form", "json"] | None = None
    """How its body is written, where that is not as usual."""
    match: Mapping[str, str | int | bool] = {}
    """What stands in its body to tell it, by dotted keys."""
    headers: Mapping[str, str] = {}
    content_key: str = ""
    """The key of the form that holds the payload as JSON; without it, the form is the payload."""
    payload_key: str = ""
    """The key of the JSON that holds the payload; without it, the body is the payload."""
    called: tuple[str, ...] = ()
    """What the service calls it."""
    examples: Mapping[str, Any] = {}
    """Documented bodies, by what each is called."""


class Asked(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A request before any event, which asks whether somebody is there."""

    method: str
    query: str = ""
    """What of the query has to be sent back, if anything has."""


class Challenged(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A request that is no event, and wants one of its keys sent back."""

    match: Mapping[str, str | int | bool]
    """What tells it, by dotted keys."""
    key: str


class WebhookPolicy(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a service sends its events."""

    body: Literal["form", "json"]
    style: Style = PLAIN
    """How forms have lists and objects."""
    attempts: int = 1
    timeout: float = 30
    ports: tuple[int, ...] = ()
    """Those that it reaches on other machines; any, if there are none."""
    basic: bool = False
    """Whether a user name and a password go along."""
    signature: Signature | None = None
    """How a delivery is signed, if it is."""
    shared_secret: SharedSecret | None = None
    """Where a delivery has the secret, if it has one."""
    body_signature: BodySignature | None = None
    """How a delivery is signed inside of its body, if it is."""
    body_secret: BodySecret | None = None
    """Where a delivery has the secret in its body, if it has one there."""
    handshake: str = ""
    """The header that whoever subscribes has to send back before anything is sent."""
    hands_out: bool = False
    """Whether that header has the secret."""
    asks: Asked | None = None
    """How whoever subscribes is asked for before anything is sent, without a header."""
    challenge: Challenged | None = None
    """What has to be answered before anything is sent."""
    id_header: str = ""
    """The header that has the id of a delivery,"""
    id_key: tuple[str, ...] = ()
    """and the key of the body that has it, where one of them does."""
    items: str = ""
    """Where in a body its events are, if it holds several."""
    events: Mapping[str, SentEvent] = {}

    @property
    def has_examples(self) -> bool:
        """Whether an event is documented by an example."""
        return any(each.examples for each in self.events.values())

    @property
    def vouching(self) -> Signature | SharedSecret | BodySignature | BodySecret | None:
        """How a secret says whom a delivery is from; None if none does."""
        return self.signature or self.shared_secret or self.body_signature or self.body_secret


class Replays(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a service answers a request whose idempotency key it knows."""

    seconds: int | None = None
    """How long it knows one; None for as long as it knows anything."""
    per_api: bool = False
    """One key is for one request of the whole API, and not of one operation."""
    otherwise: int | str | None = None
    """The error, where a key comes with other arguments."""
    replayed: Mapping[str, str] = {}
    """Headers of a response that is told again."""
    failures: bool = True
    """Whether what is told again may be a failure."""


class Service(Struct, frozen=True, kw_only=True, omit_defaults=True):
    errors: tuple[KnownError, ...] = ()
    replays: Mapping[str, Replays] = {}
    """Operation id -> what becomes of a key that is known; the usual where there is none."""
    webhooks: WebhookPolicy | None = None
    client: str = "Client"
    """The class of the generated client."""
    calls: Mapping[str, str] = {}
    """Operation id -> attributes of the client that lead to its method, where they are no id."""
