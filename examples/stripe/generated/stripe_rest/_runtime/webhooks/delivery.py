"""What an application answers, whichever way it is called.

A delivery ends in 2XX only if a handler has returned, now or at an earlier delivery; in
anything else, the service tries again as often as it promises to.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any, TypeAlias

import msgspec
from msgspec import Struct

from ..errors import ConfigurationError
from ..model import Model
from .any_api import AnyWebhookApi, ChallengeReply
from .body import MAX_BODY, Headers
from .credentials import Credentials, HandedOut, find_credentials
from .duplicates import Duplicates, Recent
from .errors import EventTooLarge, MalformedEvent
from .events import Sent
from .handshake import Ask
from .secrets_given import Handshake, SecretsNow

WebhookEvent: TypeAlias = Sent
Handler = Callable[[Any], object]
"""Takes an event; what it returns is awaited if it can be, and may be the reply."""

READ_ANYWAY = 8
"""How many times the allowed size is read of a body that is too large: most clients look for
an answer only after they have sent everything."""

_IN_TIME = 0.8
"""Which part of the service's patience we use: the rest is for the way there and back."""
_USUAL_PATIENCE = 30
"""Seconds that a service is taken to wait where it does not say."""

_EMPTY_BODY = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", "0")]

logger = logging.getLogger(__name__)


class Reply(Struct, frozen=True):
    """What is answered; only replies to challenges and to some events have a body."""

    status: int
    extra_headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    @property
    def headers(self) -> list[tuple[str, str]]:
        """All headers: one that says nothing of a body belongs to status 204 alone."""
        if self.body:
            return [*self.extra_headers, ("Content-Length", str(len(self.body)))]
        body = [] if self.status == HTTPStatus.NO_CONTENT else _EMPTY_BODY
        return [*self.extra_headers, *body]


DELIVERED = Reply(204)
MALFORMED = Reply(400)
THERE = Reply(200)
TOO_SLOW = Reply(408)
TOO_LARGE = Reply(413)
FAILED = Reply(500)
RUNNING = Reply(503)
"""It is being handled still: come again."""


def of_all(replies: Sequence[Reply]) -> Reply:
    """What is answered to all events of a request: what they are not done for, if anything."""
    return max(replies, key=lambda each: each.status, default=DELIVERED)


class Refused(Exception):
    """A request that reaches no handler: it is refused, or a challenge."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.status)
        self.reply = reply


class DeliveryOptions(Struct, frozen=True, kw_only=True):
    """What both applications are made with."""

    username: str | None = None
    password: str | None = None
    secrets: SecretsNow | None = None
    handshake: Handshake | None = None
    anyone: bool = False
    duplicates: Duplicates | bool = True
    max_body: int = MAX_BODY


class Delivery:
    """The steps of a delivery that neither wait nor read.

    Raises:
        ConfigurationError: it is not said who may deliver.
    """

    def __init__(self, api: AnyWebhookApi, options: DeliveryOptions) -> None:
        if options.max_body < 1:
            raise ConfigurationError("max_body= has to be positive")
        self._api = api
        self._credentials = _credentials(api, options)
        self.may_block = self._credentials is not None and self._credentials.may_block
        """Whether to admit a request may take a while."""
        self.max_body = options.max_body
        self.patience = (api.timeout or _USUAL_PATIENCE) * _IN_TIME
        given = options.duplicates
        self.duplicates = (Recent() if given else None) if isinstance(given, bool) else given

    def admit(self, method: str, query: str, headers: Headers, body: bytes) -> list[WebhookEvent]:
        """The events of a request that has come in whole: one, or as many as its body holds.

        Raises:
            Refused: it is none, or not from whom it has to be.
        """
        if method != "POST" or self._is_asked(method, query, headers):
            raise Refused(self._beside_events(method, query, headers))
        credentials = self._credentials
        if credentials and not credentials.accepts(headers, body):
            logger.warning("a request without the right credentials")
            raise Refused(Reply(401, credentials.asks_for))
        try:
            asked = self._api.challenged(body, headers, max_body=self.max_body)
            if asked is not None:
                raise Refused(_answered(asked))
            events = self._api.read_all(body, headers, max_body=self.max_body)
        except MalformedEvent as error:
            logger.warning("a request that is no event: %s", error)
            large = isinstance(error, EventTooLarge)
            raise Refused(TOO_LARGE if large else MALFORMED) from None
        for event in events:
            if warning := event.mismatch_warning():
                logger.warning("%s", warning)
        return events

    def _is_asked(self, method: str, query: str, headers: Headers) -> bool:
        asks = self._api.asks
        try:
            return asks is not None and asks.method == method and asks.is_asked(query, headers)
        except ValueError:  # too many fields
            return False

    def _beside_events(self, method: str, query: str, headers: Headers) -> Reply:
        """What answers a request that tells of nothing."""
        asks = self._api.asks
        if asks is None or method != asks.method:
            methods = dict.fromkeys(["POST", asks.method] if asks else ["POST"])
            return Reply(405, (("Allow", ", ".join(methods)),))
        if asks.header is not None:
            return self._greeted(asks, asks.said(headers))
        if asks.query is None:
            return THERE
        try:
            asked = asks.reply_to(query)
        except ValueError:  # too many fields
            asked = None
        return MALFORMED if asked is None else _answered(asked)

    def _greeted(self, asks: Ask, said: str | None) -> Reply:
        """The answer to a handshake, of which the secret is kept that it may hand out."""
        if said is None:
            return MALFORMED
        if asks.secret and isinstance(self._credentials, HandedOut):
            try:
                taken = self._credentials.takes(said)
            except Exception:
                logger.exception("a handshake: its secret was not taken")
                return FAILED
            if not taken:
                logger.warning("a handshake that nobody expects")
                return Reply(401)
        logger.info("a handshake: answered")
        return Reply(200, tuple(asks.reply_headers(said).items()))

    def claim(self, event: WebhookEvent) -> Reply | None:
        """None if the event is to be handled now."""
        standing = self.duplicates.claim(event.key) if self.duplicates else "new"
        if standing == "new":
            return None
        logger.info("%s: delivered before, %s", event.name, standing)
        return DELIVERED if standing == "done" else RUNNING

    def said(self, event: WebhookEvent, result: object) -> Reply:
        """What is answered where a handler has returned something."""
        if event.reply_type and isinstance(result, str):
            kind = f"{event.reply_type}; charset=utf-8"
            return Reply(200, (("Content-Type", kind),), result.encode())
        if not event.has_reply or isinstance(result, list) != event.reply_is_list:
            return DELIVERED
        if not isinstance(result, Model | dict | list):
            return DELIVERED
        return Reply(200, (("Content-Type", "application/json"),), _in_json(result))

    def settle(self, event: WebhookEvent) -> None:
        """The handler has returned. That counts, whatever the memory of events says."""
        logger.info("%s: handled", event.name)
        try:
            if self.duplicates:
                self.duplicates.settle(event.key)
        except Exception:
            logger.exception("%s: handled, but that could not be noted", event.name)

    def release(self, event: WebhookEvent) -> None:
        try:
            if self.duplicates:
                self.duplicates.release(event.key)
        except Exception:
            logger.exception("%s: that it failed could not be noted", event.name)


def _credentials(api: AnyWebhookApi, options: DeliveryOptions) -> Credentials | None:
    return find_credentials(
        api.authentication,
        username=options.username,
        password=options.password,
        secrets=options.secrets,
        anyone=options.anyone,
        handshake=options.handshake,
        greets=api.asks is not None and api.asks.secret,
    )


def _in_json(result: Model | dict[str, object] | list[object]) -> bytes:
    if isinstance(result, Model):
        return result.to_json().encode()
    if isinstance(result, list):
        return b"[%b]" % b",".join(
            _in_json(each) if isinstance(each, Model) else msgspec.json.encode(each)
            for each in result
        )
    return msgspec.json.encode(result)


def _answered(asked: ChallengeReply) -> Reply:
    logger.info("a challenge: answered")
    return Reply(200, (("Content-Type", asked.content_type),), asked.body)
