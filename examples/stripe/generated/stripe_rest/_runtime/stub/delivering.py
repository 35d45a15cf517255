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
from .event_bodies import challenging
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
        body = self._vouched(delivery.body.encode(), subscription, headers)
        if isinstance(self.policy.vouching, BodySignature):
            delivery.body = body.decode()
        every = self._headers(delivery.content_type, subscription, headers, body)
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

    def forget(self) -> None:
        """Have nobody who has shaken hands."""
        self._greeted.clear()

    def _secret_of(self, subscription: Subscription) -> str:
        """One that is the same in each process."""
        signature = self.policy.signature
        made = digested(f"{subscription.id} {subscription.url}").removeprefix("t-")
        return f"{signature.secret_prefix if signature else ''}{made}"

    async def _introduced(self, subscription: Subscription) -> Subscription:
        """A subscriber that has shaken hands, where the service wants that before it sends.

        Raises:
            NotAnswered: it does not.
        """
        header = self.policy.handshake
        if not header:
            if self._greeted.get(subscription.id) != subscription:
                await self._ask(subscription)
                await self._challenge(subscription)
                self._greeted[subscription.id] = subscription
            return subscription
        word = subscription.secret or self._secret_of(subscription)
        if self.policy.hands_out:
            subscription = structs.replace(subscription, secret=word)
        if self._greeted.get(subscription.id) == subscription:
            return subscription
        answered = await post(subscription.url, {header: word}, b"", self.policy.timeout, self._to)
        if not 200 <= answered.status < 300 or answered.headers.get(header.lower()) != word:
            raise NotAnswered(
                f"the handshake was answered with {answered.status}; expected 2XX and the same "
                f"header {header}"
            )
        self._greeted[subscription.id] = subscription
        return subscription

    async def _ask(self, subscription: Subscription) -> None:
        """Find out whether somebody is there, where the service does so before it sends.

        Raises:
            NotAnswered: nobody is.
        """
        asks, url = self.policy.asks, subscription.url
        if asks is None:
            return
        word = self._secret_of(subscription) if asks.query else ""
        if asks.query:
            url += f"{'&' if '?' in url else '?'}{urlencode({asks.query: word})}"
        answered = await post(
            url, {}, b"", self.policy.timeout, self._to, method=asks.method, whole=bool(word)
        )
        if answered.status != HTTPStatus.OK or word.encode() not in answered.body:
            back = f" and what is under {asks.query} in the query" if asks.query else ""
            raise NotAnswered(
                f"the {asks.method} that asks whether somebody is there was answered with"
                f" {answered.status}; expected 200{back}"
            )

    async def _challenge(self, subscription: Subscription) -> None:
        """Have a challenge answered, where the service wants that before it sends.

        Raises:
            NotAnswered: it is not.
        """
        wanted = self.policy.challenge
        if wanted is None:
            return
        word = self._secret_of(subscription)
        media_type, body = challenging(self.policy, wanted, word)
        body = self._vouched(body, subscription, {})
        headers = self._headers(media_type, subscription, {}, body)
        answered = await post(
            subscription.url, headers, body, self.policy.timeout, self._to, whole=True
        )
        if not 200 <= answered.status < 300 or word.encode() not in answered.body:
            raise NotAnswered(
                f"the challenge was answered with {answered.status}; expected 2XX and what is"
                f" under {wanted.key}"
            )

    def _vouched(
        self, body: bytes, subscription: Subscription, headers: Mapping[str, str]
    ) -> bytes:
        """A body with what says inside of it whom it is from, where that is said there."""
        vouching = self.policy.vouching
        if isinstance(vouching, BodySignature | BodySecret) and subscription.secret:
            return vouching.sign(body, subscription.secret, timestamp=None, headers=headers)
        return body

    def _headers(
        self,
        content_type: str,
        subscription: Subscription,
        headers: Mapping[str, str],
        body: bytes,
    ) -> Mapping[str, str]:
        """With what says whom it is from: a signature is as old as its attempt."""
        every = {
            "Content-Type": content_type,
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
