"""The functions of a generated `webhooks` module where a handshake hands out the secret."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from .body import MAX_BODY
from .duplicates import Duplicates
from .secret_functions import SecretFunctions
from .secrets_given import Handshake, SecretsNow

if TYPE_CHECKING:
    from .asgi import AsgiApp
    from .delivery import DeliveryOptions
    from .wsgi import WsgiApp

E = TypeVar("E")


class GreetedFunctions(SecretFunctions[E]):
    """What can be done with events whose secret comes with a request before the first one."""

    def asgi(
        self,
        handler: Callable[[E], object],
        *,
        secrets: SecretsNow | None = None,
        handshake: Handshake | None = None,
        anyone: bool = False,
        duplicates: Duplicates | bool = True,
        max_body: int = MAX_BODY,
    ) -> AsgiApp:
        """An ASGI application that shakes hands, authenticates, reads and handles events.

        It answers 204 once the handler has returned. If the handler raises, it answers 500,
        and if it takes too long, 503: the service tries again. A handler that takes too long
        is not cut short, and a later delivery finds its event done.

        Args:
            handler: Takes an event; a coroutine function, or a function, which gets a thread.
            secrets: Those that were handed out before, or a function that returns those that
                there are now, which is called for each delivery.
            handshake: Takes the secret that a service hands out, and keeps it; it raises if no
                handshake is expected: anybody who knows the address could hand one out. Without
                it, only secrets that are known already are answered.
            anyone: Check no secret, as something in front of the application does.
            duplicates: Where events are remembered, so that each is handled once: by default
                a `Recent` of its own. False handles whatever comes.
            max_body: How many bytes a body may have.

        Raises:
            ConfigurationError: It is not said who may deliver.
        """
        from .asgi import AsgiApp

        options = _options(secrets, handshake, anyone, duplicates, max_body)
        return AsgiApp(self._api, handler, options)

    def wsgi(
        self,
        handler: Callable[[E], object],
        *,
        secrets: SecretsNow | None = None,
        handshake: Handshake | None = None,
        anyone: bool = False,
        duplicates: Duplicates | bool = True,
        max_body: int = MAX_BODY,
    ) -> WsgiApp:
        """A WSGI application that shakes hands, authenticates, reads and handles events.

        It answers 204 once the handler has returned, and 500 if that raises: the service tries
        again, as it does when the handler takes too long, and then finds the event done.

        Args:
            handler: Takes an event, in the thread of the request; it may be a coroutine function.
            secrets: Those that were handed out before, or a function that returns those that
                there are now, which is called for each delivery.
            handshake: Takes the secret that a service hands out, and keeps it; it raises if no
                handshake is expected: anybody who knows the address could hand one out. Without
                it, only secrets that are known already are answered.
            anyone: Check no secret, as something in front of the application does.
            duplicates: Where events are remembered, so that each is handled once: by default
                a `Recent` of its own. False handles whatever comes.
            max_body: How many bytes a body may have.

        Raises:
            ConfigurationError: It is not said who may deliver.
        """
        from .wsgi import WsgiApp

        options = _options(secrets, handshake, anyone, duplicates, max_body)
        return WsgiApp(self._api, handler, options)


def _options(
    secrets: SecretsNow | None,
    handshake: Handshake | None,
    anyone: bool,
    duplicates: Duplicates | bool,
    max_body: int,
) -> DeliveryOptions:
    from .delivery import DeliveryOptions

    return DeliveryOptions(
        secrets=secrets,
        handshake=handshake,
        anyone=anyone,
        duplicates=duplicates,
        max_body=max_body,
    )
