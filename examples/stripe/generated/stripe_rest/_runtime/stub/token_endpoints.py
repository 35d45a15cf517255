"""The endpoints that give out tokens, as RFC 6749 has them, and logins."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections import Counter
from collections.abc import Mapping
from urllib.parse import unquote_plus

import msgspec

from ..authentication import CLIENT_CREDENTIALS, ClientCredentials, Session
from ..semantics.compiled import compiled
from ..semantics.templates import taken_apart
from .api import StubApi
from .arguments import media_type_of
from .bounds import Bounds
from .logins import logged_in
from .multipart import MULTIPART, text_parts
from .repeated import repeated
from .responses import Header, RequestRefused, StubResponse, answer
from .routes import Routes, documented_bases
from .showing import shown
from .tokens import LIFETIME, issued
from .unreadable import malformed
from .urlencoded import FORM, require_a_form, urlencoded_pairs

_JSON = "application/json"
_VARIABLE = r"\\\{[^{}]+\\\}"
_NO_STORE: Header = (b"cache-control", b"no-store")


class TokenEndpoints:
    """Those of an API, by their paths."""

    def __init__(
        self, api: StubApi, routes: Routes, expected: Mapping[str, str], bounds: Bounds
    ) -> None:
        schemes = api.authentication.schemes.values() if api.authentication else ()
        self.paths = {
            f"{base}{each.token_path}": each
            for each in schemes
            if isinstance(each, ClientCredentials | Session)
            for base in ("", *(() if each.token_origin else documented_bases(api)))
        }
        self._patterns = [
            (re.sub(_VARIABLE, "[^/]+", re.escape(path)), each)
            for path, each in self.paths.items()
            if "{" in path
        ]
        self._routes = routes
        self._expected = expected
        self._bounds = bounds

    def _at(self, path: str) -> ClientCredentials | Session | None:
        """Whose endpoint a path is, whatever stands for its variables."""
        found = (each for pattern, each in self._patterns if compiled(pattern).fullmatch(path))
        return self.paths.get(path) or next(found, None)

    def takes(self, path: str, method: str) -> bool:
        """Whether a request is for tokens; with other methods, operations may share the path."""
        return self._at(path) is not None and (method == "POST" or not self._routes.leads(path))

    def answer(
        self, path: str, method: str, headers: Mapping[bytes, bytes], body: bytes
    ) -> StubResponse:
        """A token, or why there is none."""
        if method != "POST":
            message = f"{method} is not allowed at {shown(path)}; use POST"
            raise RequestRefused("method_not_allowed", message, [(b"allow", b"POST")])
        scheme = self._at(path)
        assert scheme is not None, "whoever asks has looked whether it is one"
        kind = headers.get(b"content-type", b"")
        if isinstance(scheme, Session):
            return logged_in(scheme, self._fields(scheme, kind, body), self._expected)
        try:
            fields = self._fields(scheme, kind, body)
        except RequestRefused as refused:
            return _refused("invalid_request", refused.message)
        client = _client(scheme, headers, fields)
        if client is None or not all(client):
            where = "in the header Authorization" if scheme.client == "basic" else "in the form"
            return _refused("invalid_client", f"client id and secret have to be {where}", 401)
        for name, text in zip((scheme.client_id, scheme.client_secret), client, strict=True):
            if self._expected.get(name, text) != text:
                return _refused("invalid_client", "there is no such client", 401)
        if refusal := self._refusal(scheme, fields):
            return refusal
        scopes = fields.get("scope", "").split()
        token = {"access_token": issued(client[0]), "token_type": "Bearer", "expires_in": LIFETIME}
        if scopes:
            token["scope"] = " ".join(scopes)
        return answer(msgspec.json.encode(token), headers=[_NO_STORE])

    def _refusal(self, scheme: ClientCredentials, fields: Mapping[str, str]) -> StubResponse | None:
        """What is wrong with a request of a client that is known."""
        if fields.get("grant_type") != scheme.grant_type:
            return _refused("unsupported_grant_type", f"only {scheme.grant_type} is supported")
        if not set(fields.get("scope", "").split()) <= set(scheme.scopes):
            return _refused("invalid_scope", f"the scopes are {' '.join(scheme.scopes) or 'none'}")
        if scheme.audience is not None and fields.get("audience") != scheme.audience:
            return _refused("invalid_request", f"audience has to be {scheme.audience}")
        wrong = self._wrong_field(scheme, fields)
        return _refused(*wrong) if wrong else None

    def _wrong_field(
        self, scheme: ClientCredentials, fields: Mapping[str, str]
    ) -> tuple[str, str] | None:
        """What is wrong with the first further field that is not as it has to be, and its code."""
        for name, template in scheme.fields:
            found = taken_apart(template, fields.get(name, ""))
            if found is None or not all(found.values()):
                return "invalid_request", f"{name} has to be {template}"
            if any(self._expected.get(each, text) != text for each, text in found.items()):
                is_a_grant = scheme.grant_type != CLIENT_CREDENTIALS
                return "invalid_grant" if is_a_grant else "invalid_request", f"{name} is another"
        return None

    def _fields(
        self, scheme: ClientCredentials | Session, content_type: bytes, body: bytes
    ) -> dict[str, str]:
        """What a form of either kind has, or JSON where that is taken.

        Raises:
            RequestRefused: malformed, or too large.
        """
        media_type, parameters = media_type_of(content_type)
        if scheme.encoding == "json" and media_type == _JSON:
            return _texts(body)
        if media_type == MULTIPART:
            pairs = text_parts(body, parameters.get(b"boundary", b""), self._bounds)
        elif media_type == FORM:
            require_a_form(body)
            pairs = urlencoded_pairs(body, "the body", self._bounds)
        else:
            called = f"is {shown(media_type)}" if media_type else "has no content-type"
            taken = f"{FORM} or {MULTIPART}" + (
                f", or {_JSON}" if scheme.encoding == "json" else ""
            )
            message = f"the body {called}; what is taken: {taken}"
            raise RequestRefused("malformed", message, narrower="media_type_refused")
        counts = Counter(name for name, _ in pairs)
        for name, times in counts.items():
            if times > 1:
                raise repeated(name, times)
        return {name: str(text) for name, text in pairs}


def _texts(body: bytes) -> dict[str, str]:
    """What stands in an object of texts.

    Raises:
        RequestRefused: malformed.
    """
    try:
        return msgspec.json.decode(body, type=dict[str, str])
    except msgspec.DecodeError:
        raise malformed("the body is no object of texts in JSON") from None


def _client(
    scheme: ClientCredentials, headers: Mapping[bytes, bytes], fields: Mapping[str, str]
) -> tuple[str, str] | None:
    """Id and secret of the client, from where the API takes them."""
    if scheme.client == "form":
        return fields.get("client_id", ""), fields.get("client_secret", "")
    kind, _, text = headers.get(b"authorization", b"").partition(b" ")
    if kind.lower() != b"basic":
        return None
    try:
        username, _, password = b64decode(text.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return unquote_plus(username), unquote_plus(password)


def _refused(error: str, description: str, status: int = 400) -> StubResponse:
    content = msgspec.json.encode({"error": error, "error_description": description})
    challenge: list[Header] = [(b"www-authenticate", b"Basic")] if status == 401 else []
    return answer(content, status=status, headers=[_NO_STORE, *challenge])
