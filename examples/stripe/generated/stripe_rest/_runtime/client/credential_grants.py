"""Tokens of OAuth 2 client credentials, as RFC 6749 has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote_plus, urlencode

import msgspec
from msgspec import Struct, structs

from ..authentication import ClientCredentials
from ..config import ApiConfig, Secret
from ..errors import APIError, ResponseError, TokenRefused
from ..request import Request
from ..semantics.templates import filled
from .authentication import basic
from .tokens import is_sound, token_request, unreadable

if TYPE_CHECKING:
    from ..decoding.response import Response

MEDIA_TYPES = {"form": "application/x-www-form-urlencoded", "json": "application/json"}
_UNAUTHORIZED = 401


class _Answer(Struct):
    """What RFC 6749 has in a response, as far as it is used."""

    access_token: str
    token_type: str = "bearer"
    expires_in: float | str | None = None


class _Refusal(Struct):
    error: str = ""
    error_description: str = ""


class CredentialGrants:
    """The token endpoint of one scheme."""

    def __init__(
        self,
        name: str,
        scheme: ClientCredentials,
        credentials: Mapping[str, Secret],
        program: str,
        config: ApiConfig,
    ) -> None:
        self._name = name
        self._config = config
        self._scheme = scheme
        self._credentials = {each: credentials[each] for each in scheme.credentials}
        self._program = program

    def request(self) -> Request:
        scheme = self._scheme
        given = {name: each.reveal() for name, each in self._credentials.items()}
        further = {name: filled(text, given) for name, text in scheme.fields}
        fields = {"grant_type": scheme.grant_type, **further}
        headers = {
            "accept": "application/json",
            "content-type": MEDIA_TYPES[scheme.encoding],
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
        body = urlencode(fields) if scheme.encoding == "form" else msgspec.json.encode(fields)
        return token_request(self._name, scheme.token_path, headers, body, self._credentials)

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
        return response.status == _UNAUTHORIZED

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
                said = told.message
                code = "" if told.code in (None, response.status) else str(told.code)
        return TokenRefused(
            said, error=code, operation=request.operation.id, status=response.status
        )

    def _encoded(self, credential: str) -> str:
        """RFC 6749 has both parts written as in a form before they are put into the header."""
        return quote_plus(self._credentials[credential].reveal(), safe="-._~")
