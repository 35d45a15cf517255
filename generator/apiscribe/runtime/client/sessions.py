"""Sessions: a login, and what it is answered with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec
from msgspec import structs

from ..authentication import Session
from ..config import ApiConfig, Secret
from ..errors import APIError, ResponseError, TokenRefused
from ..request import Request
from ..semantics.paths import reach
from .token_endpoint import UNAUTHORIZED, TokenEndpoint, is_sound, said_by, unreadable

if TYPE_CHECKING:
    from ..decoding.response import Response


class Logins:
    """The login of one scheme."""

    def __init__(self, scheme: Session, endpoint: TokenEndpoint, config: ApiConfig) -> None:
        self._scheme = scheme
        self._endpoint = endpoint
        self._config = config

    def request(self) -> Request:
        return self._endpoint.request(self._endpoint.filled(self._scheme.fields))

    def token(self, request: Request, response: Response) -> tuple[str, float | None]:
        from ..decoding.failures import failure

        told = failure(response, request, self._config)
        if isinstance(told, APIError):
            raise _refused(told, request)
        if isinstance(told, ResponseError):
            raise told
        scheme = self._scheme
        found = self._found(response)
        if found is None or not is_sound(found):
            where = {"body": "the key", "header": "the header", "cookie": "the cookie"}
            lacks = f"session in {where[scheme.told]} `{scheme.token}`"
            raise unreadable(request, response, lacks)
        return found, scheme.lifetime

    def bearing(self, request: Request, token: Secret) -> Request:
        scheme, text = self._scheme, token.reveal()
        match scheme.place:
            case "header":
                return _with_header(request, scheme.name.lower(), scheme.key.behind_prefix(text))
            case "cookie":
                others = request.headers.get("cookie")
                own = f"{scheme.name}={text}"
                return _with_header(request, "cookie", f"{others}; {own}" if others else own)
            case "query":
                sign = "&" if "?" in request.target else "?"
                pair = f"{quote(scheme.name)}={quote(text, safe='')}"
                return structs.replace(request, target=f"{request.target}{sign}{pair}")

    def is_over(self, request: Request, response: Response) -> bool:
        if response.status == UNAUTHORIZED:
            return True
        if not self._scheme.over:
            return False
        from ..decoding.failures import failure

        told = failure(response, request, self._config)
        return any(each.__name__ in self._scheme.over for each in type(told).__mro__)

    def _found(self, response: Response) -> str | None:
        """What a response has in the place of the session."""
        name = self._scheme.token
        match self._scheme.told:
            case "header":
                return response.headers.get(name)
            case "cookie":
                said = response.headers.get("set-cookie", "")
                cookie = re.search(rf'(?:^|,)\s*{re.escape(name)}="?([^";,\s]*)', said)
                return cookie[1] if cookie else None
            case "body":
                try:
                    found = reach(msgspec.json.decode(response.body), name)
                except msgspec.DecodeError:
                    return None
                return str(found) if isinstance(found, str | int) else None


def _refused(told: APIError, request: Request) -> TokenRefused:
    said, code = said_by(told)
    return TokenRefused(said, error=code, operation=request.operation.id, status=told.status)


def _with_header(request: Request, name: str, text: str) -> Request:
    return structs.replace(request, headers={**request.headers, name: text})
