"""The functions of a generated `webhooks` module, written once for all of them."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from .any_api import AnyWebhookApi, ChallengeReply
from .basic import BasicCredentials
from .body import MAX_BODY, Headers, header
from .duplicates import Duplicates

if TYPE_CHECKING:
    from .asgi import AsgiApp
    from .wsgi import WsgiApp

E = TypeVar("E")


def authenticated(headers: Headers, *, username: str, password: str) -> bool:
    """Whether a request has these credentials (HTTP Basic), compared in constant time.

    Raises:
        ConfigurationError: HTTP cannot carry them, or the password is empty.
    """
    return BasicCredentials(username, password).match(header(headers, "authorization"))


class ReadingFunctions(Generic[E]):
    """What can be done with the events of any API; `E` is the union of their classes."""

    def __init__(self, api: AnyWebhookApi) -> None:
        self._api = api

    def parse(self, body: bytes, headers: Headers, *, max_body: int = MAX_BODY) -> E:
        """The event of a request. The request's credentials are not checked.

        An event of a kind that is not documented is an `UnknownEvent`. Where a payload is not
        as documented, what fits is typed, the rest is kept, and an `EventMismatchWarning`
        names it.

        Args:
            body: As it came.
            headers: Those of the request, in whatever letter case.
            max_body: How many bytes it may have.

        Raises:
            EventTooLarge: It has more bytes than `max_body`, or more fields than any event.
            MalformedEvent: It is no form or JSON, whichever the service sends.
        """
        event = self._api.read(body, headers, max_body=max_body)
        if warning := event.mismatch_warning():
            warnings.warn(warning, stacklevel=2)
        return cast("E", event)

    def parse_all(self, body: bytes, headers: Headers, *, max_body: int = MAX_BODY) -> list[E]:
        """The events of a request, as `parse` reads one, in the order in which they stand there.

        The request's credentials are not checked.

        Raises:
            EventTooLarge: It has more bytes than `max_body`.
            MalformedEvent: It is no JSON.
        """
        events = self._api.read_all(body, headers, max_body=max_body)
        for event in events:
            if warning := event.mismatch_warning():
                warnings.warn(warning, stacklevel=2)
        return cast("list[E]", events)

    def challenge_reply(
        self, body: bytes, headers: Headers, *, max_body: int = MAX_BODY
    ) -> ChallengeReply | None:
        """What a challenge wants to hear; None if the request is an event.

        The request's credentials are not checked.

        Raises:
            EventTooLarge: It has more bytes than `max_body`.
            MalformedEvent: It is no form or JSON, whichever the service sends.
        """
        return self._api.challenged(body, headers, max_body=max_body)

    def handshake(self, headers: Headers) -> Mapping[str, str] | None:
        """The headers that answer a handshake, at status 200; None if the request is none.

        Where the handshake hands out a secret, that is what the one header says.
        """
        asks = self._api.asks
        said = asks.said(headers) if asks is not None else None
        return None if asks is None or said is None else asks.reply_headers(said)


class WebhookFunctions(ReadingFunctions[E]):
    """What can be done with events of which HTTP Basic says whom they are from.

    The applications are imported when one is made: whoever only parses does not pay for them.
    """

    def asgi(
        self,
        handler: Callable[[E], object],
        *,
        username: str | None = None,
        password: str | None = None,
        anyone: bool = False,
        duplicates: Duplicates | bool = True,
        max_body: int = MAX_BODY,
    ) -> AsgiApp:
        """An ASGI application that authenticates, reads and handles events, at any path.

        It answers 204 once the handler has returned. If the handler raises, it answers 500,
        and if it takes too long, 503: the service tries again. A handler that takes too long
        is not cut short, and a later delivery finds its event done.

        Args:
            handler: Takes an event; a coroutine function, or a function, which gets a thread.
            username: With `password`, what the service was told to send.
            password: With `username`, what the service was told to send.
            anyone: Check no credentials, as something in front of the application does.
            duplicates: Where events are remembered, so that each is handled once: by default
                a `Recent` of its own. False handles whatever comes.
            max_body: How many bytes a body may have.

        Raises:
            ConfigurationError: It is not said who may deliver.
        """
        from .asgi import AsgiApp
        from .delivery import DeliveryOptions

        options = DeliveryOptions(
            username=username,
            password=password,
            anyone=anyone,
            duplicates=duplicates,
            max_body=max_body,
        )
        return AsgiApp(self._api, handler, options)

    def wsgi(
        self,
        handler: Callable[[E], object],
        *,
        username: str | None = None,
        password: str | None = None,
        anyone: bool = False,
        duplicates: Duplicates | bool = True,
        max_body: int = MAX_BODY,
    ) -> WsgiApp:
        """A WSGI application that authenticates, reads and handles events, at any path.

        It answers 204 once the handler has returned, and 500 if that raises: the service tries
        again, as it does when the handler takes too long, and then finds the event done.

        Args:
            handler: Takes an event, in the thread of the request; it may be a coroutine function.
            username: With `password`, what the service was told to send.
            password: With `username`, what the service was told to send.
            anyone: Check no credentials, as something in front of the application does.
            duplicates: Where events are remembered, so that each is handled once: by default
                a `Recent` of its own. False handles whatever comes.
            max_body: How many bytes a body may have.

        Raises:
            ConfigurationError: It is not said who may deliver.
        """
        from .delivery import DeliveryOptions
        from .wsgi import WsgiApp

        options = DeliveryOptions(
            username=username,
            password=password,
            anyone=anyone,
            duplicates=duplicates,
            max_body=max_body,
        )
        return WsgiApp(self._api, handler, options)
