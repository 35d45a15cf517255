"""An attempt to deliver an event, and what is known of all that were made."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from ..emulator import Clock, Event
from ..webhooks.in_body import BodySignature
from .destinations import Destinations
from .greeting import Greeter
from .posting import NotAnswered, post
from .service import WebhookPolicy
from .subscription import Subscription
from .vouched import vouched

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

    @property
    def is_first(self) -> bool:
        """Whether nothing but its last attempt has arrived."""
        return not any(_arrived(each.status) for each in self.attempts[:-1])


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
        body, every = vouched(
            self.policy, subscription, delivery.content_type, headers, delivery.body.encode()
        )
        if isinstance(self.policy.vouching, BodySignature):
            delivery.body = body.decode()
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
        return _arrived(made.status)


def _arrived(status: int | None) -> bool:
    return status is not None and 200 <= status < 300


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
