"""Tokens of OAuth 2 client credentials, as RFC 6749 has them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote_plus

import msgspec
from msgspec import Struct, structs

from ..authentication import ClientCredentials
from ..config import ApiConfig, Secret
from ..errors import APIError, ResponseError, TokenRefused
from ..request import Request
from .authentication import basic
from .token_endpoint import UNAUTHORIZED, TokenEndpoint, is_sound, said_by, unreadable

if TYPE_CHECKING:
    from ..decoding.response import Response


class _Answer(Struct):
    """What RFC 6749 has in a response, as far as it is used."""

    access_token: str
    token_type: str = "bearer"
    expires_in: float | str | None = None


class _Refusal(Struct):
    error: str = ""
    error_description: str = ""


class CredentialGrants:
    """What the token endpoint of one scheme gives."""

    def __init__(
        self, scheme: ClientCredentials, endpoint: TokenEndpoint, config: ApiConfig
    ) -> None:
        self._scheme = scheme
        self._endpoint = endpoint
        self._config = config

    def request(self) -> Request:
        scheme = self._scheme
        fields = {"grant_type": scheme.grant_type, **self._endpoint.filled(scheme.fields)}
        if scheme.scopes:
            fields["scope"] = " ".join(scheme.scopes)
        if scheme.audience is not None:
            fields["audience"] = scheme.audience
        given = self._endpoint.given
        client, secret = given[scheme.client_id], given[scheme.client_secret]
        if scheme.client == "basic":
            pair = f"{_as_in_a_form(client)}:{_as_in_a_form(secret)}"
            return self._endpoint.request(fields, authorization=basic(pair))
        return self._endpoint.request(fields | {"client_id": client, "client_secret": secret})

    def token(self, request: Request, response: Response) -> tuple[str, float | None]:
        if not 200 <= response.status < 300:
            raise self._refused(request, response)
        try:
            answer = msgspec.json.decode(response.body, type=_Answer)
            lifetime = None if answer.expires_in is None else float(answer.expires_in)
        except (msgspec.DecodeError, ValueError):
            raise self._without_token(request, response) from None
        if not is_sound(answer.access_token) or answer.token_type.lower() != "bearer":
            raise self._without_token(request, response)
        return answer.access_token, lifetime

    def bearing(self, request: Request, token: Secret) -> Request:
        headers = {**request.headers, "authorization": f"Bearer {token.reveal()}"}
        return structs.replace(request, headers=headers)

    def is_over(self, request: Request, response: Response) -> bool:
        return response.status == UNAUTHORIZED

    def _without_token(self, request: Request, response: Response) -> TokenRefused | ResponseError:
        """What a success is that has no token: a refusal, where it says why."""
        refused = self._refused(request, response)
        if refused.error or refused.description:
            return refused
        return unreadable(request, response, "bearer token as RFC 6749 describes it")

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
                said, code = said_by(told)
        return TokenRefused(
            said, error=code, operation=request.operation.id, status=response.status
        )


def _as_in_a_form(credential: str) -> str:
    """RFC 6749 has both parts written so before they are put into the header."""
    return quote_plus(credential, safe="-._~")
