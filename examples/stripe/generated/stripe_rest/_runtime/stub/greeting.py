"""Shaking hands with subscribers, where the service wants that before it sends anything."""

from __future__ import annotations

import logging
from functools import partial
from http import HTTPStatus
from secrets import token_hex
from urllib.parse import urlencode

from msgspec import structs

from .board import Board
from .destinations import Destinations
from .event_bodies import challenging
from .posting import NotAnswered, post
from .responses import NotYet
from .service import Asked, Challenged, WebhookPolicy
from .subscription import Subscription
from .tenants import digested
from .turns import Turns
from .vouched import vouched

_NOTE = "greetings"
logger = logging.getLogger(__name__)


class Greeter:
    """Sends handshakes, and knows who has answered theirs.

    Args:
        board: what other processes have in common with this one; None for one alone.
    """

    def __init__(self, policy: WebhookPolicy, to: Destinations, board: Board | None = None) -> None:
        self._policy = policy
        self._to = to
        self._board = board
        self._since: bytes | None = None
        """Since when nobody was met, as the board says."""
        self._turns = Turns()
        self._known: dict[int, Subscription] = {}
        """Subscribers that have shaken hands after they subscribed, as they were then."""
        self._met: dict[int, Subscription] = {}
        """Subscribers whom a greeting was meant for, as they were then."""
        self._outcomes: dict[tuple[str, ...], str | NotAnswered] = {}
        """What has come of handshakes with those who want to subscribe: their secrets."""

    @property
    def is_needed(self) -> bool:
        policy = self._policy
        return bool(policy.handshake or policy.asks or policy.challenge)

    def admitted(self, who: Subscription) -> str:
        """The secret of whoever subscribes, and has shaken hands.

        Args:
            who: what is known of the subscriber so far.

        Raises:
            NotYet: that has still to be done.
            NotAnswered: the subscriber does not shake hands.
        """
        outcome = self._outcomes.pop(_known_as(who), None)
        if outcome is None:
            raise NotYet(partial(self._try, who))
        if isinstance(outcome, NotAnswered):
            raise outcome
        return outcome if self._policy.hands_out else who.secret

    async def introduced(self, subscription: Subscription) -> Subscription:
        """A subscriber that has shaken hands, now or before.

        Raises:
            NotAnswered: it does not.
        """
        if not self.is_needed or subscription.greeted:
            return subscription
        self._keep_up()
        # One that is the same in each process.
        word = subscription.secret or self._made(f"{subscription.id} {subscription.url}")
        if self._policy.hands_out:
            subscription = structs.replace(subscription, secret=word)
        async with self._turns.of(subscription.id):
            if self._known.get(subscription.id) != subscription:
                await self._shake(subscription, word)
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
        self._keep_up()
        was = self._met.get(subscription.id)
        self._met[subscription.id] = subscription
        return was != subscription

    def forget(self) -> None:
        """Have met nobody, in whichever process."""
        if self._board is not None:
            self._board.write_note(_NOTE, token_hex(8).encode())
        self._known.clear()
        self._met.clear()

    def _keep_up(self) -> None:
        """Forget if another process was told to."""
        since = None if self._board is None else self._board.read_note(_NOTE)
        if since != self._since:
            self._since = since
            self._known.clear()
            self._met.clear()

    async def _try(self, who: Subscription) -> None:
        word = who.secret or self._made(f"{token_hex(8)} {who.url}")
        outcome: str | NotAnswered = word
        try:
            await self._shake(who, word)
        except NotAnswered as failed:
            outcome = failed
        self._outcomes[_known_as(who)] = outcome

    async def _shake(self, who: Subscription, word: str) -> None:
        policy = self._policy
        if policy.handshake:
            await self._hand(policy.handshake, who.url, word)
        if policy.asks is not None:
            await self._ask(policy.asks, who.url)
        if policy.challenge is not None:
            await self._challenge(policy.challenge, who)

    async def _hand(self, header: str, url: str, word: str) -> None:
        """Have a header sent back."""
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

    async def _challenge(self, wanted: Challenged, who: Subscription) -> None:
        """Have what is in a body sent back, which comes as events do."""
        word = token_hex(16)
        media_type, content = challenging(self._policy, wanted, word)
        body, headers = vouched(self._policy, who, media_type, {}, content)
        seconds, to = self._policy.timeout, self._to
        answered = await post(who.url, headers, body, seconds, to, whole=True)
        if not 200 <= answered.status < 300 or word.encode() not in answered.body:
            raise NotAnswered(
                f"the challenge was answered with {answered.status}; expected 2XX and what is"
                f" under {wanted.key}"
            )

    def _made(self, text: str) -> str:
        signature = self._policy.signature
        prefix = signature.secret_prefix if signature else ""
        return f"{prefix}{digested(text).removeprefix('t-')}"


def _known_as(who: Subscription) -> tuple[str, ...]:
    return who.url, who.username, who.password, who.secret
