"""Logins: what is answered to credentials that clients log in with."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import msgspec

from ..authentication import Session
from ..semantics.paths import put
from ..semantics.templates import taken_apart
from .responses import Header, RequestRefused, StubResponse, answer
from .tokens import LIFETIME, issued

_NO_STORE: Header = (b"cache-control", b"no-store")


def logged_in(
    scheme: Session, fields: Mapping[str, str], expected: Mapping[str, str]
) -> StubResponse:
    """The response to a login, with a session where the API has it.

    Raises:
        RequestRefused: credentials_missing, or credentials_refused.
    """
    given: dict[str, str] = {}
    for name, template in scheme.fields:
        if not fields.get(name):
            raise RequestRefused("credentials_missing", f"`{name}` must be given")
        found = taken_apart(template, fields[name])
        if found is None or not all(found.values()):
            raise _refused(scheme, f"`{name}` has to be `{template}`")
        given |= found
    if any(expected.get(name, text) != text for name, text in given.items()):
        raise _refused(scheme, "nobody has these credentials here")
    token = issued(next(iter(given.values())), scheme.lifetime or LIFETIME)
    beside = scheme.beside
    content: dict[str, Any] = {} if isinstance(beside, str | None) else deepcopy({**beside})
    headers = [_NO_STORE]
    match scheme.told:
        case "body":
            put(content, scheme.token, token)
        case "header":
            headers.append((scheme.token.lower().encode(), token.encode()))
        case "cookie":
            cookie = f"{scheme.token}={token}; Path=/; HttpOnly"
            headers.append((b"set-cookie", cookie.encode()))
    if isinstance(beside, str):
        return answer(beside.encode(), b"text/plain; charset=utf-8", headers=headers)
    return answer(msgspec.json.encode(content), headers=headers)


def _refused(scheme: Session, message: str) -> RequestRefused:
    return RequestRefused("credentials_refused", message, error=scheme.refused)
