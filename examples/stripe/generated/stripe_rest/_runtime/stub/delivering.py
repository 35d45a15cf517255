"""An attempt to deliver an event, and what is known of all that were made."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from ..emulator import Clock, Event
from ..webhooks.in_body import BodySecret, BodySignature
from ..webhooks.shared_secret import SharedSecret
from ..webhooks.signature import Signature
from .destinations import Destinations
from .greeting import Greeter
from .posting import NotAnswered, post
from .service import WebhookPolicy
from .subscription import Subscription

MOST = 1000
"""How many deliveries are kept."""


class Attempt(Struct, kw_only=True):
    """One request, and what came of it."""

    at: str
    status: int | None = None
    error: str | None = None


State = Literal["pending", "delivered", "failed"]


class Delivery(Struct, kw_only=True):
    """An event on its way to one subscriber."""

    id: int
    webhook: int
    event: str
    tenant: str
    namespace: str
    url: str
    content_type: str
    body: str
    state: State = "pending"
    attempts: list[Attempt] = []
    due: str | UnsetType = UNSET


Written = Callable[[Event], tuple[str, bytes, Mapping[str, str]]]
"""An event as its media type, its body and headers of its own."""


class Sender:
    """Makes attempts, as the service's policy has it."""

    def __init__(
        self, policy: WebhookPolicy, clock: Clock, to: Destinations, greeter: Greeter
    ) -> None:
        self.policy = policy
        self._clock = clock
        self._to = to
        self.greeter = greeter

    async def attempt(
        self, delivery: Delivery, subscription: Subscription, headers: Mapping[str, str]
    ) -> bool:
        """Send an event once, which its delivery tells; whether it has arrived.

        Args:
            headers: those of the event.
        """
        made = Attempt(at=self._clock.text())
        try:
            subscription = await self.greeter.introduced(subscription)
        except NotAnswered as failed:
            made.error = str(failed)
            delivery.attempts.append(made)
            return False
        body = delivery.body.encode()
        vouching = self.policy.vouching
        if isinstance(vouching, BodySignature | BodySecret) and subscription.secret:
            signed = vouching.sign(body, subscription.secret, timestamp=None, headers=headers)
            if isinstance(vouching, BodySignature):
                delivery.body = signed.decode()
            body = signed
        every = self._headers(delivery, subscription, headers, body)
        try:
            posted = await post(subscription.url, every, body, self.policy.timeout, self._to)
            made.status = posted.status
        except NotAnswered as failed:
            made.error = str(failed)
        except asyncio.CancelledError:
            made.error = "the stub has stopped before a response came"
            raise
        finally:
            delivery.attempts.append(made)
        return made.status is not None and 200 <= made.status < 300

    def _headers(
        self,
        delivery: Delivery,
        subscription: Subscription,
        headers: Mapping[str, str],
        body: bytes,
    ) -> Mapping[str, str]:
        """With what says whom it is from: a signature is as old as its attempt."""
        every = {
            "Content-Type": delivery.content_type,
            **headers,
            **_authorization(subscription),
        }
        vouching = self.policy.vouching
        if not isinstance(vouching, Signature | SharedSecret) or not subscription.secret:
            return every
        if isinstance(vouching, Signature):
            vouching = vouching.at(subscription.url)
        secret = subscription.secret
        return every | vouching.sign(body, secret, timestamp=None, headers=every)


def made_of(
    id: int, subscription: Subscription, event: Event, whose: tuple[str, str], written: Written
) -> tuple[Delivery, Mapping[str, str]]:
    """A delivery of an event of a tenant and a namespace, and the headers of the event."""
    media_type, body, headers = written(event)
    tenant, namespace = whose
    delivery = Delivery(
        id=id,
        webhook=subscription.id,
        event=event.name,
        tenant=tenant,
        namespace=namespace,
        url=subscription.url,
        content_type=media_type,
        body=body.decode(),
        attempts=[],
    )
    return delivery, headers


def _authorization(subscription: Subscription) -> Mapping[str, str]:
    if not subscription.username and not subscription.password:
        return {}
    text = f"{subscription.username}:{subscription.password}"
    return {"Authorization": f"Basic {b64encode(text.encode()).decode()}"}
