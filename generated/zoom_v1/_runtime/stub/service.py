"""What only the control API has to know of a service: errors, webhooks, and how it is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from ..webhooks.in_body import BodySecret, BodySignature
from ..webhooks.shared_secret import SharedSecret
from ..webhooks.signature import Signature


class KnownError(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An error of the API, by its code, or by its name if it has none."""

    key: int | str
    message: str
    rate_limit: bool = False


class SentEvent(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How an event is sent."""

    payload: str
    """The type of its content."""
    match: Mapping[str, str | int | bool] = {}
    """What stands in its body to tell it, by dotted keys."""
    headers: Mapping[str, str] = {}
    content_key: str = ""
    """The key of the form that holds the payload as JSON; without it, the form is the payload."""
    payload_key: str = ""
    """The key of the JSON that holds the payload; without it, the body is the payload."""


class WebhookPolicy(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a service sends its events."""

    body: Literal["form", "json"]
    attempts: int = 1
    timeout: float = 30
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
    events: Mapping[str, SentEvent] = {}

    @property
    def vouching(self) -> Signature | SharedSecret | BodySignature | BodySecret | None:
        """How a secret says whom a delivery is from; None if none does."""
        return self.signature or self.shared_secret or self.body_signature or self.body_secret


class Service(Struct, frozen=True, kw_only=True, omit_defaults=True):
    errors: tuple[KnownError, ...] = ()
    webhooks: WebhookPolicy | None = None
    client: str = "Client"
    """The class of the generated client."""
    calls: Mapping[str, str] = {}
    """Operation id -> attributes of the client that lead to its method, where they are no id."""
