"""Tokens that clients get themselves: got once, used by all calls, and renewed by one of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Protocol, TypeAlias

from ..clock import monotonic
from ..config import Secret
from ..errors import TokenRefused
from ..request import Request

if TYPE_CHECKING:
    from ..decoding.response import Response

Sender: TypeAlias = Callable[[Request], Awaitable["Response"]]
Lock: TypeAlias = Callable[[], AbstractAsyncContextManager[object]]

_MARGIN = 60.0
"""Seconds before its end that a token is renewed, or"""
_SHARE = 0.1
"""this part of its life, if that is less."""


class Source(Protocol):
    """Where tokens come from, and how requests carry one."""

    def request(self) -> Request:
        """What asks for a token."""
        ...

    def token(self, request: Request, response: Response) -> tuple[str, float | None]:
        """The token of a response, and how many seconds it lives, if that is known.

        Raises:
            TokenRefused: there is none, and it says why.
            ResponseError: it says nothing of what it has to.
        """
        ...

    def bearing(self, request: Request, token: Secret) -> Request:
        """`request` with the token."""
        ...

    def is_over(self, request: Request, response: Response) -> bool:
        """Whether a response says that the token of a request is good no more."""
        ...


class Tokens:
    """The token of one scheme. Whoever finds it stale renews it, and the others wait for that."""

    def __init__(self, source: Source, lock: Lock) -> None:
        self.source = source
        self._lock = lock
        self._token: Secret | None = None
        self._until: float | None = None
        """On the monotonic clock; None for as long as the service takes it."""
        self._renewals = 0
        self._refusal: TokenRefused | None = None
        """What the last renewal ended in, for those who have waited for it."""

    @property
    def secrets(self) -> dict[str, Secret]:
        """What messages must not show."""
        return {} if self._token is None else {"access_token": self._token}

    async def current(self, send: Sender, stale: Secret | None = None) -> Secret:
        """A token that has not expired, and is not `stale`, which the service has refused.

        Raises:
            TokenRefused: the service gives none.
            TransportError: the service cannot be reached.
        """
        token = self._usable(stale)
        if token is not None:
            return token
        renewals = self._renewals
        async with self._lock():
            token = self._usable(stale)
            if token is not None:
                return token
            if self._renewals != renewals and self._refusal is not None:
                # The one that was waited for.
                raise self._refusal.again()
            self._token = self._refusal = None
            try:
                token = await self._renewed(send)
            except TokenRefused as refusal:
                self._refusal = refusal.again()
                raise
            finally:
                self._renewals += 1
        return token

    def _usable(self, stale: Secret | None) -> Secret | None:
        token, until = self._token, self._until
        if token is None or token is stale or (until is not None and monotonic() >= until):
            return None
        return token

    async def _renewed(self, send: Sender) -> Secret:
        asked = monotonic()
        request = self.source.request()
        text, lifetime = self.source.token(request, await send(request))
        self._until = None
        if lifetime is not None:
            self._until = asked + lifetime - min(_MARGIN, lifetime * _SHARE)
        self._token = Secret(text)
        return self._token
