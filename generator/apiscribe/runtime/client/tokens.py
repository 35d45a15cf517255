"""Tokens of OAuth 2 client credentials: got once, used by all calls, and renewed by one of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote_plus, urlencode

import msgspec
from msgspec import Struct, structs

from ..authentication import ClientCredentials
from ..clock import monotonic
from ..config import ApiConfig, Secret
from ..errors import APIError, ResponseError, TokenRefused
from ..operation import Operation
from ..request import Request
from ..semantics.templates import filled
from .authentication import basic

if TYPE_CHECKING:
    from ..decoding.response import Response

Sender: TypeAlias = Callable[[Request], Awaitable["Response"]]
Lock: TypeAlias = Callable[[], AbstractAsyncContextManager[object]]

_MARGIN = 60.0
"""Seconds before its end that a token is renewed, or"""
_SHARE = 0.1
"""this part of its life, if that is less."""


_MEDIA_TYPES = {"form": "application/x-www-form-urlencoded", "json": "application/json"}


class _Answer(Struct):
    """What RFC 6749 has in a response, as far as it is used."""

    access_token: str
    token_type: str = "bearer"
    expires_in: float | str | None = None


class _Refusal(Struct):
    error: str = ""
    error_description: str = ""


class Tokens:
    """The token of one scheme. Whoever finds it stale renews it, and the others wait for that."""

    def __init__(
        self,
        name: str,
        scheme: ClientCredentials,
        credentials: Mapping[str, Secret],
        lock: Lock,
        program: str,
        config: ApiConfig,
    ) -> None:
        self._name = name
        self._config = config
        self._scheme = scheme
        self._credentials = {each: credentials[each] for each in scheme.credentials}
        self._lock = lock
        self._program = program
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
        request = self._request()
        response = await send(request)
        if not 200 <= response.status < 300:
            raise self._refused(request, response)
        try:
            answer = msgspec.json.decode(response.body, type=_Answer)
            lifetime = None if answer.expires_in is None else float(answer.expires_in)
        except (msgspec.DecodeError, ValueError):
            raise _unreadable(request, response) from None
        sound = answer.access_token.isascii() and answer.access_token.isprintable()
        if not sound or not answer.access_token or answer.token_type.lower() != "bearer":
            raise _unreadable(request, response)
        self._until = None
        if lifetime is not None:
            self._until = asked + lifetime - min(_MARGIN, lifetime * _SHARE)
        self._token = Secret(answer.access_token)
        return self._token

    def _request(self) -> Request:
        scheme = self._scheme
        given = {name: each.reveal() for name, each in self._credentials.items()}
        further = {name: filled(text, given) for name, text in scheme.fields}
        fields = {"grant_type": scheme.grant_type, **further}
        headers = {
            "accept": "application/json",
            "content-type": _MEDIA_TYPES[scheme.encoding],
            "user-agent": self._program,
        }
        if scheme.scopes:
            fields["scope"] = " ".join(scheme.scopes)
        if scheme.audience is not None:
            fields["audience"] = scheme.audience
        if scheme.client == "form":
            fields["client_id"] = given[scheme.client_id]
            fields["client_secret"] = given[scheme.client_secret]
        else:
            headers["authorization"] = basic(
                f"{self._encoded(scheme.client_id)}:{self._encoded(scheme.client_secret)}"
            )
        return Request(
            operation=Operation(
                id=f"authentication.{self._name}",
                method="POST",
                path=scheme.token_path,
                effect="read",
                section="",
                arguments={},
            ),
            method="POST",
            target=scheme.token_path,
            shown=scheme.token_path,
            headers=headers,
            body=urlencode(fields) if scheme.encoding == "form" else msgspec.json.encode(fields),
            arguments={},
            credentials=self._credentials,
        )

    def _refused(self, request: Request, response: Response) -> TokenRefused:
        """What is told as RFC 6749 has it, or as the API tells failures elsewhere."""
        try:
            refusal = msgspec.json.decode(response.body, type=_Refusal)
        except msgspec.DecodeError:
            refusal = _Refusal()
        said, code = request.quoted(refusal.error_description), request.quoted(refusal.error, 100)
        if not said and not code:
            from ..decoding.failures import failure

            told = failure(response, request, self._config)
            if isinstance(told, APIError):
                said = told.message
                code = "" if told.code in (None, response.status) else str(told.code)
        return TokenRefused(
            said, error=code, operation=request.operation.id, status=response.status
        )

    def _encoded(self, credential: str) -> str:
        """RFC 6749 has both parts written as in a form before they are put into the header."""
        return quote_plus(self._credentials[credential].reveal(), safe="-._~")


def bearing(request: Request, token: Secret) -> Request:
    """`request` with the token."""
    headers = {**request.headers, "authorization": f"Bearer {token.reveal()}"}
    return structs.replace(request, headers=headers)


def _unreadable(request: Request, response: Response) -> ResponseError:
    return ResponseError(
        "the response has no bearer token as RFC 6749 describes it",
        operation=request.operation.id,
        status=response.status,
    )
