"""Shaking hands with subscribers, where the service wants that before it sends anything."""

from __future__ import annotations

import logging
from functools import partial
from http import HTTPStatus
from secrets import token_hex
from urllib.parse import urlencode

from msgspec import structs

from .destinations import Destinations
from .posting import NotAnswered, post
from .responses import NotYet
from .service import Asked, WebhookPolicy
from .subscription import Subscription
from .tenants import digested
from .turns import Turns

logger = logging.getLogger(__name__)


class Greeter:
    """Sends handshakes, and knows who has answered theirs."""

    def __init__(self, policy: WebhookPolicy, to: Destinations) -> None:
        self._policy = policy
        self._to = to
        self._turns = Turns()
        self._known: dict[int, Subscription] = {}
        """Subscribers that have shaken hands after they subscribed, as they were then."""
        self._met: dict[int, Subscription] = {}
        """Subscribers whom a greeting was meant for, as they were then."""
        self._outcomes: dict[tuple[str, str], str | NotAnswered] = {}
        """What has come of handshakes with those who want to subscribe: their secrets."""

    @property
    def is_needed(self) -> bool:
        return bool(self._policy.handshake) or self._policy.asks is not None

    def admitted(self, url: str, secret: str) -> str:
        """The secret of whoever subscribes, and has shaken hands.

        Args:
            url: where.
            secret: one of the subscriber's own, or nothing.

        Raises:
            NotYet: that has still to be done.
            NotAnswered: the subscriber does not shake hands.
        """
        outcome = self._outcomes.pop((url, secret), None)
        if outcome is None:
            raise NotYet(partial(self._try, url, secret))
        if isinstance(outcome, NotAnswered):
            raise outcome
        return outcome if self._policy.hands_out else secret

    async def introduced(self, subscription: Subscription) -> Subscription:
        """A subscriber that has shaken hands, now or before.

        Raises:
            NotAnswered: it does not.
        """
        if not self.is_needed or subscription.greeted:
            return subscription
        # One that is the same in each process.
        word = subscription.secret or self._made(f"{subscription.id} {subscription.url}")
        if self._policy.hands_out:
            subscription = structs.replace(subscription, secret=word)
        async with self._turns.of(subscription.id):
            if self._known.get(subscription.id) != subscription:
                await self._shake(subscription.url, word)
                self._known[subscription.id] = subscription
        return subscription

    async def greet(self, subscription: Subscription) -> None:
        """Shake hands with who has subscribed by the API; if that fails, with the first event."""
        try:
            await self.introduced(subscription)
        except NotAnswered as failed:
            logger.warning("%s: %s", subscription.url, failed)

    def is_new(self, subscription: Subscription) -> bool:
        """Whether this is the first time that somebody asks for a subscriber as it is now."""
        was = self._met.get(subscription.id)
        self._met[subscription.id] = subscription
        return was != subscription

    def forget(self) -> None:
        """Have met nobody."""
        self._known.clear()
        self._met.clear()

    async def _try(self, url: str, secret: str) -> None:
        word = secret or self._made(f"{token_hex(8)} {url}")
        outcome: str | NotAnswered = word
        try:
            await self._shake(url, word)
        except NotAnswered as failed:
            outcome = failed
        self._outcomes[url, secret] = outcome

    async def _shake(self, url: str, word: str) -> None:
        if self._policy.asks is not None:
            await self._ask(self._policy.asks, url)
            return
        header = self._policy.handshake
        answered = await post(url, {header: word}, b"", self._policy.timeout, self._to)
        if not 200 <= answered.status < 300 or answered.headers.get(header.lower()) != word:
            raise NotAnswered(
                f"the handshake was answered with {answered.status}; expected 2XX and the same "
                f"header {header}"
            )

    async def _ask(self, asks: Asked, url: str) -> None:
        """Find out whether somebody is there."""
        word = ""
        if asks.query:
            word = token_hex(16)
            url += f"{'&' if '?' in url else '?'}{urlencode({asks.query: word})}"
        seconds, to = self._policy.timeout, self._to
        answered = await post(url, {}, b"", seconds, to, method=asks.method, whole=bool(word))
        if answered.status != HTTPStatus.OK or word.encode() not in answered.body:
            back = f" and what is under {asks.query} in the query" if asks.query else ""
            raise NotAnswered(
                f"the {asks.method} that asks whether somebody is there was answered with"
                f" {answered.status}; expected 200{back}"
            )

    def _made(self, text: str) -> str:
        signature = self._policy.signature
        prefix = signature.secret_prefix if signature else ""
        return f"{prefix}{digested(text).removeprefix('t-')}"
