"""The functions of a generated `webhooks` module where a secret says whom deliveries are from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from .any_api import AnyWebhookApi
from .body import MAX_BODY, Headers
from .credentials import Vouching
from .duplicates import Duplicates
from .functions import ReadingFunctions
from .in_body import BodySecret, BodySignature
from .secrets_given import Secrets
from .shared_secret import SharedSecret
from .signature import Signature

if TYPE_CHECKING:
    from .asgi import AsgiApp
    from .delivery import DeliveryOptions
    from .wsgi import WsgiApp

E = TypeVar("E")


class VouchedFunctions(ReadingFunctions[E]):
    """What can be done with events that a secret vouches for."""

    def __init__(self, api: AnyWebhookApi, how: Vouching) -> None:
        super().__init__(api)
        self._how = how

    def authenticated(self, body: bytes, headers: Headers, *, secrets: Secrets) -> bool:
        """Whether a request is vouched for by one of the secrets, compared in constant time.

        Args:
            body: As it came, byte for byte.
            headers: Those of the request, in whatever letter case.
            secrets: What the service handed out; several while one takes the place of another.

        Raises:
            ConfigurationError: There is no secret, or one is not what the service hands out.
        """
        return self._how.accepts(headers, body, secrets)

    def asgi(
        self,
        handler: Callable[[E], object],
        *,
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
            secrets: What the service handed out; several while one takes the place of another.
            anyone: Check no secret, as something in front of the application does.
            duplicates: Where events are remembered, so that each is handled once: by default
                a `Recent` of its own. False handles whatever comes.
            max_body: How many bytes a body may have.

        Raises:
            ConfigurationError: It is not said who may deliver.
        """
        from .asgi import AsgiApp

        return AsgiApp(self._api, handler, _options(secrets, anyone, duplicates, max_body))

    def wsgi(
        self,
        handler: Callable[[E], object],
        *,
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
            secrets: What the service handed out; several while one takes the place of another.
            anyone: Check no secret, as something in front of the application does.
            duplicates: Where events are remembered, so that each is handled once: by default
                a `Recent` of its own. False handles whatever comes.
            max_body: How many bytes a body may have.

        Raises:
            ConfigurationError: It is not said who may deliver.
        """
        from .wsgi import WsgiApp

        return WsgiApp(self._api, handler, _options(secrets, anyone, duplicates, max_body))


class SecretFunctions(VouchedFunctions[E]):
    """The same where headers show it."""

    def __init__(self, api: AnyWebhookApi, how: Signature | SharedSecret) -> None:
        super().__init__(api, how)
        self._in_headers = how

    def sign(
        self,
        body: bytes,
        *,
        secret: str,
        timestamp: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> dict[str, str]:
        """The headers that the service would send with a body, for tests of what takes it.

        Args:
            body: What is delivered.
            secret: What it is vouched for with.
            timestamp: When it is sent, in seconds since 1970; now if it is None.
            headers: Headers that are signed with the body, where there are such.
        """
        return self._in_headers.sign(body, secret, timestamp=timestamp, headers=headers or {})


class BodyFunctions(VouchedFunctions[E]):
    """The same where keys of the body show it."""

    def __init__(self, api: AnyWebhookApi, how: BodySignature | BodySecret) -> None:
        super().__init__(api, how)
        self._in_body = how

    def sign(
        self,
        body: bytes,
        *,
        secret: str,
        timestamp: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> bytes:
        """The body as the service would send it, for tests of what takes it.

        Args:
            body: What is delivered, without the keys that vouch for it.
            secret: What it is vouched for with.
            timestamp: When it is sent, in seconds since 1970; now if it is None.
            headers: Headers that are signed with it, where there are such.
        """
        return self._in_body.sign(body, secret, timestamp=timestamp, headers=headers or {})


def _options(
    secrets: Secrets | None, anyone: bool, duplicates: Duplicates | bool, max_body: int
) -> DeliveryOptions:
    from .delivery import DeliveryOptions

    return DeliveryOptions(secrets=secrets, anyone=anyone, duplicates=duplicates, max_body=max_body)
