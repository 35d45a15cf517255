"""Whether a request may be answered, where an API has schemes: one alternative has to be right."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from http.cookies import CookieError, SimpleCookie
from typing import assert_never

from ..authentication import (
    Alternatives,
    ApiKey,
    Authentication,
    Basic,
    Bearer,
    ClientCredentials,
    Hook,
    Scheme,
    Session,
)
from ..operation import Operation
from .api import StubApi
from .credentials import require_known
from .repeated import repeated
from .responses import RequestRefused
from .scheme_refusals import (
    FORM,
    MISSING,
    OTHER,
    RIGHT,
    WRONG,
    Finding,
    Findings,
    Schemes,
    is_nobodys,
    refusal,
)
from .tenants import Tenants
from .tokens import client_of, is_issued

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
        found = {name: self._finding(each, keys, headers) for name, each in schemes.items()}
        if not alternatives or any(
            _suits(each, alternatives, schemes, found) for each in alternatives
        ):
            return
        fault, message = refusal(alternatives, schemes, found)
        challenges = [(b"www-authenticate", text) for text in self._challenges(schemes.values())]
        raise RequestRefused(fault, message, challenges)

    def tenant(self, given: Mapping[str, object], headers: Mapping[bytes, bytes]) -> str:
        """Whose state a request is about: who the first credential in it says.

        What the stub was given is of one account, whichever of it a request has, if any.
        """
        callers = (_caller(each, given, headers) for each in self._authentication.schemes.values())
        name = self._tenants.name(next(filter(None, callers), ""))
        return self._own[0] if self._own and (not name or name in self._own) else name

    def _finding(
        self, scheme: Scheme, keys: Mapping[str, object], headers: Mapping[bytes, bytes]
    ) -> Finding:
        if isinstance(scheme, Hook):
            return _added(scheme, keys, headers)
        text = _sent(scheme, keys, headers)
        if not text:
            return OTHER if text is None else MISSING
        if isinstance(scheme, ClientCredentials | Session):
            return RIGHT if is_issued(text) else WRONG
        found = scheme.taken_apart(text)
        if found is None:
            return FORM
        if not all(found.values()):
            return Finding("partial", tuple(name for name, each in found.items() if not each))
        right = all(self._expected.get(name, each) == each for name, each in found.items())
        return RIGHT if right else WRONG

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
            elif isinstance(scheme, Session) and scheme.prefix:
                found[scheme.prefix] = None
        return [text.encode() for text in found]


def _suits(
    together: tuple[str, ...], alternatives: Alternatives, schemes: Schemes, found: Findings
) -> bool:
    """Whether a request has all of an alternative, and nothing wrong of one that asks for more."""
    more = {name for each in alternatives if {*together} < {*each} for name in each} - {*together}
    return all(found[name] == RIGHT for name in together) and is_nobodys(
        {name: schemes[name] for name in more}, found
    )


def _caller(scheme: Scheme, given: Mapping[str, object], headers: Mapping[bytes, bytes]) -> str:
    """Who calls, as far as one scheme says it: a key, a user's name, a client's."""
    if isinstance(scheme, Hook) or (isinstance(scheme, ApiKey) and scheme.says_program):
        return ""
    text = _sent(scheme, given, headers) or ""
    if isinstance(scheme, ClientCredentials | Session):
        return client_of(text)
    # A token that was issued here says whose it is, and is another each time.
    issued_to = client_of(text) if isinstance(scheme, Bearer) else ""
    return issued_to or _first(scheme, text)


def _sent(
    scheme: ApiKey | Basic | Bearer | ClientCredentials | Session,
    given: Mapping[str, object],
    headers: Mapping[bytes, bytes],
) -> str | None:
    """What stands where a scheme has its text; empty if there is nothing, None if it is no such."""
    match scheme:
        case ApiKey(place="header"):
            return _behind(scheme.prefix, _header(headers, scheme.name))
        case ApiKey(place="cookie"):
            return _cookie(headers, scheme.name)
        case ApiKey():
            found = given.get(scheme.name, "")
            return found if isinstance(found, str) else None
        case Basic():
            return _user(headers)
        case Bearer():
            return _behind(scheme.prefix, _header(headers, "authorization"))
        case ClientCredentials():
            return _behind("Bearer", _header(headers, "authorization"))
        case Session():
            return _sent(scheme.key, given, headers)
        case _:
            assert_never(scheme)


def _added(hook: Hook, keys: Mapping[str, object], headers: Mapping[bytes, bytes]) -> Finding:
    """What a signer has added."""
    in_query = hook.place == "query"
    lacks = tuple(
        name for name in hook.adds if not (keys.get(name) if in_query else _header(headers, name))
    )
    if len(lacks) == len(hook.adds):
        return MISSING
    return Finding("partial", lacks) if lacks else RIGHT


def _first(scheme: ApiKey | Basic | Bearer, text: str) -> str:
    """The first credential that there is; all of a text that is of another form."""
    found = scheme.taken_apart(text)
    return text if found is None else next(filter(None, found.values()), "")


def _user(headers: Mapping[bytes, bytes]) -> str | None:
    """User name and password of HTTP Basic; empty without a header, None without them in it."""
    text = _behind("Basic", _header(headers, "authorization"))
    try:
        pair = b64decode(text or "", validate=True).decode()
    except (binascii.Error, UnicodeError):
        return None
    return pair if ":" in pair or text == "" else None


def _taken(
    operation: Operation, given: dict[str, object], schemes: Iterable[Scheme]
) -> dict[str, object]:
    """What stands among the arguments, which are without it afterwards."""
    found: dict[str, object] = {}
    for name in _names(schemes):
        # An operation may have an argument of that name; then it is both.
        sent = given.get(name) if name in operation.arguments else given.pop(name, None)
        if isinstance(sent, list):
            raise repeated(name, len(sent))
        if sent is not None:
            found[name] = sent
    return found


def _names(schemes: Iterable[Scheme]) -> Iterator[str]:
    for scheme in schemes:
        if isinstance(scheme, ApiKey) and scheme.place in _AMONG_ARGUMENTS:
            yield scheme.name
        elif isinstance(scheme, Hook) and scheme.place == "query":
            yield from scheme.adds
        elif isinstance(scheme, Session) and scheme.place == "query":
            yield scheme.name


def _header(headers: Mapping[bytes, bytes], name: str) -> str:
    return headers.get(name.lower().encode(), b"").decode("latin-1").strip()


def _behind(prefix: str, text: str) -> str | None:
    """What stands behind words, which may be spelled in any case; None without the words."""
    if not prefix or not text:
        return text
    if text[: len(prefix) + 1].lower() != f"{prefix} ".lower():
        return None
    return text[len(prefix) + 1 :].strip()


def _cookie(headers: Mapping[bytes, bytes], name: str) -> str:
    try:
        cookies = SimpleCookie(_header(headers, "cookie"))
    except CookieError:
        return ""
    return cookies[name].value if name in cookies else ""
