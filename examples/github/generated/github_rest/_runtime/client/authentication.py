"""What the schemes of an API add to a request: chosen for an operation, put where it goes."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection, Mapping
from typing import assert_never
from urllib.parse import quote

from ..authentication import (
    Alternatives,
    ApiKey,
    Authentication,
    Basic,
    Bearer,
    ClientCredentials,
    Hook,
    Session,
)
from ..config import ApiConfig, Secret, missing_credentials
from ..operation import Operation
from .carried import Carried


def add_schemes(
    carried: Carried,
    operation: Operation,
    config: ApiConfig,
    authentication: Authentication,
    credentials: Mapping[str, Secret],
) -> None:
    """Add what the schemes of an operation say.

    Raises:
        ConfigurationError: the client has not the credentials that this operation needs.
    """
    for name in chosen(operation, config, authentication, credentials):
        _add(carried, name, authentication, credentials)
    add_cookies(carried)


def add_cookies(carried: Carried) -> None:
    """Have the header say which cookies there are."""
    if carried.cookies:
        carried.headers["cookie"] = "; ".join(f"{name}={text}" for name, text in carried.cookies)


def program(config: ApiConfig, credentials: Mapping[str, Secret]) -> str:
    """What says which program calls: what the caller has chosen, or else the package."""
    carried = Carried(headers={"user-agent": config.user_agent})
    schemes = config.authentication.schemes.values() if config.authentication else ()
    keys = [each for each in schemes if isinstance(each, ApiKey) and each.says_program]
    for key in keys:
        if credentials.keys() >= set(key.credentials):
            add_key(carried, key, _text(carried, key, credentials))
    return carried.headers["user-agent"]


def chosen(
    operation: Operation,
    config: ApiConfig,
    authentication: Authentication,
    credentials: Mapping[str, Secret],
) -> tuple[str, ...]:
    """The first alternative of an operation whose credentials are all there."""
    alternatives = authentication.of(operation.authentication)
    if not alternatives:
        return ()
    for together in alternatives:
        if all(name in credentials for name in needed(authentication, together)):
            return together
    lacking = all_lacking(authentication, alternatives, credentials)
    raise missing_credentials(config, lacking, operation=operation.id)


def needed(authentication: Authentication, together: tuple[str, ...]) -> tuple[str, ...]:
    """Credentials, and signers by the names of their schemes."""
    signers = [each for each in together if isinstance(authentication.schemes[each], Hook)]
    return (*authentication.needed(together), *signers)


def all_lacking(
    authentication: Authentication, alternatives: Alternatives, there: Collection[str]
) -> list[tuple[str, ...]]:
    """What each alternative needs that is not there, each once."""
    all_needed = (needed(authentication, together) for together in alternatives)
    return list(dict.fromkeys(tuple(n for n in each if n not in there) for each in all_needed))


def _add(
    carried: Carried,
    name: str,
    authentication: Authentication,
    credentials: Mapping[str, Secret],
) -> None:
    scheme = authentication.schemes[name]
    match scheme:
        case ApiKey():
            add_key(carried, scheme, _text(carried, scheme, credentials))
        case Basic():
            carried.headers["authorization"] = basic(_text(carried, scheme, credentials))
        case Bearer():
            token = _text(carried, scheme, credentials)
            carried.headers["authorization"] = f"{scheme.prefix} {token}"
        case ClientCredentials() | Session() | Hook():
            pass  # added when the request is sent
        case _:
            assert_never(scheme)


def _text(
    carried: Carried, scheme: ApiKey | Basic | Bearer, credentials: Mapping[str, Secret]
) -> str:
    """What a scheme sends; with more in it than one credential, that is a secret as a whole."""
    text = scheme.filled({name: credentials[name].reveal() for name in scheme.credentials})
    if scheme.value != f"{{{scheme.credentials[0]}}}" and not scheme.says_program:
        name = scheme.name if isinstance(scheme, ApiKey) else "authorization"
        carried.secrets = {**carried.secrets, name: Secret(text)}
    return text


def add_key(carried: Carried, key: ApiKey, text: str) -> None:
    """Add a key's text where it goes."""
    match key.place:
        case "header":
            carried.headers[key.name.lower()] = key.behind_prefix(text)
        case "cookie":
            carried.cookies = [*carried.cookies, (key.name, text)]
        case "query":
            carried.query = [*carried.query, (key.name, text)]
        case "path":
            carried.path = {**carried.path, key.name: quote(text, safe=":")}
        case "arguments" | "body":
            carried.beside = [*carried.beside, (key.name, text)]
        case _:
            assert_never(key.place)


def basic(pair: str) -> str:
    """The header of the scheme, for user name and password with a colon between them."""
    return f"Basic {b64encode(pair.encode()).decode()}"
