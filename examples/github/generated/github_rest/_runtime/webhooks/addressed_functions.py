"""The functions of a generated `webhooks` module where the address of a delivery is signed, too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from .any_api import AnyWebhookApi
from .body import MAX_BODY, Headers
from .duplicates import Duplicates
from .functions import ReadingFunctions
from .secret_functions import SecretFunctions
from .secrets_given import Secrets
from .signature import Signature

if TYPE_CHECKING:
    from .asgi import AsgiApp
    from .wsgi import WsgiApp

E = TypeVar("E")


class AddressedFunctions(ReadingFunctions[E]):
    """What can be done with events whose signature has the address in it.

    An application behind a proxy does not know its address: so it is told.
    """

    def __init__(self, api: AnyWebhookApi, how: Signature) -> None:
        super().__init__(api)
        self._how = how

    def authenticated(self, body: bytes, headers: Headers, *, url: str, secrets: Secrets) -> bool:
        """Whether a request is vouched for by one of the secrets, compared in constant time.

        Args:
            body: As it came, byte for byte.
            headers: Those of the request, in whatever letter case.
            url: The address that the service was told, with its query.
            secrets: What the service handed out; several while one takes the place of another.

        Raises:
            ConfigurationError: There is no secret, or one is not what the service hands out, or
                `url` is no address.
        """
        return self._at(url).authenticated(body, headers, secrets=secrets)

    def asgi(
        self,
        handler: Callable[[E], object],
        *,
        url: str,
        secrets: Secrets | None = None,
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
            url: The address that the service was told, with its query.
            secrets: What the service handed out; several while one takes the place of another.
            anyone: Check no secret, as something in front of the application does.
            duplicates: Where events are remembered, so that each is handled once: by default
                a `Recent` of its own. False handles whatever comes.
            max_body: How many bytes a body may have.

        Raises:
            ConfigurationError: It is not said who may deliver, or `url` is no address.
        """
        return self._at(url).asgi(
            handler, secrets=secrets, anyone=anyone, duplicates=duplicates, max_body=max_body
        )

    def wsgi(
        self,
        handler: Callable[[E], object],
        *,
        url: str,
        secrets: Secrets | None = None,
        anyone: bool = False,
        duplicates: Duplicates | bool = True,
        max_body: int = MAX_BODY,
    ) -> WsgiApp:
        """A WSGI application that authenticates, reads and handles events, at any path.

        It answers 204 once the handler has returned, and 500 if that raises: the service tries
        again, as it does when the handler takes too long, and then finds the event done.

        Args:
            handler: Takes an event, in the thread of the request; it may be a coroutine function.
            url: The address that the service was told, with its query.
            secrets: What the service handed out; several while one takes the place of another.
            anyone: Check no secret, as something in front of the application does.
            duplicates: Where events are remembered, so that each is handled once: by default
                a `Recent` of its own. False handles whatever comes.
            max_body: How many bytes a body may have.

        Raises:
            ConfigurationError: It is not said who may deliver, or `url` is no address.
        """
        return self._at(url).wsgi(
            handler, secrets=secrets, anyone=anyone, duplicates=duplicates, max_body=max_body
        )

    def sign(
        self,
        body: bytes,
        *,
        url: str,
        secret: str,
        timestamp: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> dict[str, str]:
        """The headers that the service would send with a body, for tests of what takes it.

        Args:
            body: What is delivered.
            url: Where to.
            secret: What it is vouched for with.
            timestamp: When it is sent, in seconds since 1970; now if it is None.
            headers: Headers that are signed with the body, where there are such.
        """
        return self._at(url).sign(body, secret=secret, timestamp=timestamp, headers=headers)

    def _at(self, url: str) -> SecretFunctions[E]:
        how = self._how.at(url)
        return SecretFunctions(replace(self._api, authentication=how), how)
