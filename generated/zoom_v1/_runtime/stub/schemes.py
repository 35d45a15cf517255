"""Whether a request may be answered, where an API has schemes: one alternative has to be right."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Literal, assert_never

from ..authentication import (
    ApiKey,
    Authentication,
    Basic,
    Bearer,
    ClientCredentials,
    Hook,
    Scheme,
)
from ..operation import Operation
from .api import StubApi
from .credentials import require_known
from .repeated import repeated
from .responses import RequestRefused
from .tenants import Tenants
from .tokens import client_of, is_issued

Outcome = Literal["right", "missing", "wrong"]
_AMONG_ARGUMENTS = ("arguments", "body", "path", "query")


class SchemeCheck:
    """Checks the credentials of requests.

    Raises:
        ValueError: `expected` names one that the API does not have.
    """

    def __init__(self, api: StubApi, expected: Mapping[str, str]) -> None:
        assert api.authentication is not None, "an API without schemes has a check of its own"
        require_known(api, expected)
        self._authentication: Authentication = api.authentication
        self._title = api.title
        self._expected = expected
        self._tenants = Tenants(api)
        given = [expected[name] for name in api.credentials if name in expected]
        self._own = [self._tenants.name(each) for each in given]
        """Tenants that are one: the first, where the stub was given the right credentials."""

    def check(
        self, operation: Operation, given: dict[str, object], headers: Mapping[bytes, bytes]
    ) -> None:
        """Take the credentials out of what is given.

        Raises:
            RequestRefused: credentials_missing, credentials_refused; malformed, if one of them
                is given more than once.
        """
        alternatives = self._authentication.of(operation.authentication)
        named = dict.fromkeys(name for together in alternatives for name in together)
        schemes = {name: self._authentication.schemes[name] for name in named}
        keys = _taken(operation, given, schemes.values())
        outcomes = {name: self._outcome(each, keys, headers) for name, each in schemes.items()}
        found = [[outcomes[name] for name in together] for together in alternatives]
        if not found or any(set(each) == {"right"} for each in found):
            return
        if () in alternatives and "wrong" not in outcomes.values():
            return
        challenges = [(b"www-authenticate", text) for text in self._challenges(schemes.values())]
        if any("missing" not in each for each in found):
            message = "the credentials are not those that this stub takes"
            raise RequestRefused("credentials_refused", message, challenges)
        raise RequestRefused("credentials_missing", _wanted(schemes.values()), challenges)

    def tenant(self, given: Mapping[str, object], headers: Mapping[bytes, bytes]) -> str:
        """Whose state a request is about: who the first credential in it says.

        What the stub was given is of one account, whichever of it a request has, if any.
        """
        callers = (_caller(each, given, headers) for each in self._authentication.schemes.values())
        name = self._tenants.name(next(filter(None, callers), ""))
        return self._own[0] if self._own and (not name or name in self._own) else name

    def _outcome(
        self, scheme: Scheme, keys: Mapping[str, str], headers: Mapping[bytes, bytes]
    ) -> Outcome:
        match scheme:
            case ApiKey():
                return self._key(scheme, keys, headers)
            case Basic():
                return self._compared(scheme, _user(headers))
            case Bearer():
                token = _behind(scheme.prefix, _header(headers, "authorization"))
                return self._compared(scheme, token)
            case ClientCredentials():
                token = _behind("Bearer", _header(headers, "authorization"))
                if not token:
                    return "missing"
                return "right" if is_issued(token) else "wrong"
            case Hook():
                found = [
                    keys.get(name) if scheme.place == "query" else _header(headers, name)
                    for name in scheme.adds
                ]
                return "right" if all(found) else "missing"
            case _:
                assert_never(scheme)

    def _key(self, key: ApiKey, keys: Mapping[str, str], headers: Mapping[bytes, bytes]) -> Outcome:
        if key.place == "header":
            return self._compared(key, _behind(key.prefix, _header(headers, key.name)))
        if key.place == "cookie":
            return self._compared(key, _cookie(headers, key.name))
        return self._compared(key, keys.get(key.name, ""))

    def _compared(self, scheme: ApiKey | Basic | Bearer, text: str) -> Outcome:
        if not text:
            return "missing"
        found = scheme.taken_apart(text)
        if found is None:
            return "wrong"
        if not all(found.values()):
            return "missing"
        right = all(self._expected.get(name, text) == text for name, text in found.items())
        return "right" if right else "wrong"

    def _challenges(self, schemes: Iterable[Scheme]) -> list[bytes]:
        """What `WWW-Authenticate` says, once for each kind."""
        found: dict[str, None] = {}
        for scheme in schemes:
            if isinstance(scheme, Basic):
                title = self._title.encode("ascii", "replace").decode().replace('"', "'")
                found[f'Basic realm="{title}", charset="UTF-8"'] = None
            elif isinstance(scheme, Bearer):
                found[scheme.prefix] = None
            elif isinstance(scheme, ClientCredentials):
                found["Bearer"] = None
        return [text.encode() for text in found]


def _caller(scheme: Scheme, given: Mapping[str, object], headers: Mapping[bytes, bytes]) -> str:
    """Who calls, as far as one scheme says it: a key, a user's name, a client's."""
    match scheme:
        case ApiKey() if scheme.says_program:
            return ""
        case ApiKey(place="header"):
            return _first(scheme, _behind(scheme.prefix, _header(headers, scheme.name)))
        case ApiKey(place="cookie"):
            return _first(scheme, _cookie(headers, scheme.name))
        case ApiKey():
            found = given.get(scheme.name, "")
            return _first(scheme, found) if isinstance(found, str) else ""
        case Basic():
            return _first(scheme, _user(headers))
        case Bearer():
            token = _behind(scheme.prefix, _header(headers, "authorization"))
            # One that was issued here says whose it is, and is another each time.
            return client_of(token) or _first(scheme, token)
        case ClientCredentials():
            return client_of(_behind("Bearer", _header(headers, "authorization")))
        case Hook():
            return ""
        case _:
            assert_never(scheme)


def _first(scheme: ApiKey | Basic | Bearer, text: str) -> str:
    """The first credential that there is; all of a text that is of another form."""
    found = scheme.taken_apart(text)
    return text if found is None else next(filter(None, found.values()), "")


def _user(headers: Mapping[bytes, bytes]) -> str:
    """User name and password of HTTP Basic; empty if there are none."""
    text = _behind("Basic", _header(headers, "authorization"))
    try:
        pair = b64decode(text, validate=True).decode()
    except (binascii.Error, UnicodeError):
        return ""
    return pair if ":" in pair else ""


def _taken(
    operation: Operation, given: dict[str, object], schemes: Iterable[Scheme]
) -> dict[str, str]:
    """What stands among the arguments, which are without it afterwards."""
    found: dict[str, str] = {}
    for name in _names(schemes):
        # An operation may have an argument of that name; then it is both.
        sent = given.get(name) if name in operation.arguments else given.pop(name, None)
        if isinstance(sent, list):
            raise repeated(name, len(sent))
        if isinstance(sent, str):
            found[name] = sent
    return found


def _names(schemes: Iterable[Scheme]) -> Iterator[str]:
    for scheme in schemes:
        if isinstance(scheme, ApiKey) and scheme.place in _AMONG_ARGUMENTS:
            yield scheme.name
        elif isinstance(scheme, Hook) and scheme.place == "query":
            yield from scheme.adds


def _header(headers: Mapping[bytes, bytes], name: str) -> str:
    return headers.get(name.lower().encode(), b"").decode("latin-1").strip()


def _behind(prefix: str, text: str) -> str:
    """What stands behind a word, which may be spelled in any case; empty without the word."""
    if not prefix:
        return text
    if text[: len(prefix) + 1].lower() != f"{prefix} ".lower():
        return ""
    return text[len(prefix) + 1 :].strip()


def _cookie(headers: Mapping[bytes, bytes], name: str) -> str:
    try:
        cookies = SimpleCookie(_header(headers, "cookie"))
    except CookieError:
        return ""
    return cookies[name].value if name in cookies else ""


def _wanted(schemes: Iterable[Scheme]) -> str:
    """What of it may be given, for a message."""
    ways = list(dict.fromkeys(described(each) for each in schemes))
    return f"there are no credentials; what is taken: {', '.join(ways)}"


def described(scheme: Scheme) -> str:
    """Where the credentials of a scheme go."""
    match scheme:
        case ApiKey():
            sent = " ".join(filter(None, (scheme.prefix, _dotted(scheme))))
            places = {
                "header": f"the header `{scheme.name}: {sent}`",
                "cookie": f"the cookie `{scheme.name}`",
                "query": f"`{scheme.name}` in the query",
                "path": f"`{{{scheme.name}}}` in the path",
                "body": f"`{scheme.name}` in the body",
                "arguments": f"`{scheme.name}` beside the arguments",
            }
            return places[scheme.place]
        case Basic():
            return f"the header `Authorization: Basic ...` of `{scheme.value}`"
        case Bearer():
            return f"the header `Authorization: {scheme.prefix} {_dotted(scheme)}`"
        case ClientCredentials():
            return f"the header `Authorization: Bearer ...` with a token of {scheme.token_path}"
        case Hook():
            what = "headers" if scheme.place == "header" else "parameters of the query"
            return f"the {what} {' and '.join(f'`{name}`' for name in scheme.adds)}"
        case _:
            assert_never(scheme)


def _dotted(scheme: ApiKey | Bearer) -> str:
    return scheme.filled(dict.fromkeys(scheme.credentials, "..."))
