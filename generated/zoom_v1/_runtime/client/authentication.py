"""What requests carry to say who calls: chosen for an operation, and written where it goes."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, assert_never
from urllib.parse import quote

from msgspec import Struct, structs

from ..authentication import (
    Alternatives,
    ApiKey,
    Authentication,
    Basic,
    Bearer,
    ClientCredentials,
    Hook,
)
from ..config import (
    ApiConfig,
    Secret,
    find_credentials,
    missing_credentials,
    resolve_credentials,
    variable,
)
from ..errors import ConfigurationError
from ..operation import Operation

if TYPE_CHECKING:
    from ..transport.sending import Transport
    from .authorizing import Authorizer
    from .options import ClientOptions
    from .tokens import Lock

_COOKIE = re.compile(r"[!#-+\--:<-\[\]-~]*").fullmatch
"""What RFC 6265 has in the value of a cookie."""


class Carried(Struct):
    """The credentials of a request, by where they go."""

    headers: dict[str, str] = {}
    cookies: list[tuple[str, str]] = []
    beside: list[tuple[str, str]] = []
    """Beside the arguments of the operation."""
    query: list[tuple[str, str]] = []
    path: dict[str, str] = {}

    @property
    def in_url(self) -> bool:
        return bool(self.query or self.path)


def carry(operation: Operation, config: ApiConfig, credentials: Mapping[str, Secret]) -> Carried:
    """What the request of an operation carries.

    Raises:
        ConfigurationError: the client has not the credentials that this operation needs.
    """
    carried = Carried()
    if config.authentication is None:
        if config.scheme == "arguments":
            carried.beside = [(name, secret.reveal()) for name, secret in credentials.items()]
        else:
            for token in list(credentials.values())[:1]:
                carried.headers["authorization"] = f"Bearer {token.reveal()}"
        return carried
    for name in chosen(operation, config, config.authentication, credentials):
        _add(carried, name, config.authentication, credentials)
    if carried.cookies:
        carried.headers["cookie"] = "; ".join(f"{name}={text}" for name, text in carried.cookies)
    return carried


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
        if all(name in credentials for name in _needed(authentication, together)):
            return together
    raise missing_credentials(config, _all_needed(authentication, alternatives), operation.id)


def _needed(authentication: Authentication, together: tuple[str, ...]) -> tuple[str, ...]:
    """Credentials, and signers by the names of their schemes."""
    signers = [each for each in together if isinstance(authentication.schemes[each], Hook)]
    return (*authentication.needed(together), *signers)


def _all_needed(
    authentication: Authentication, alternatives: Alternatives
) -> list[tuple[str, ...]]:
    return [_needed(authentication, together) for together in alternatives]


def _add(
    carried: Carried,
    name: str,
    authentication: Authentication,
    credentials: Mapping[str, Secret],
) -> None:
    scheme = authentication.schemes[name]
    match scheme:
        case ApiKey():
            _add_key(carried, scheme, credentials[scheme.credential].reveal())
        case Basic():
            carried.headers["authorization"] = basic(scheme.username, scheme.password, credentials)
        case Bearer():
            token = credentials[scheme.credential].reveal()
            carried.headers["authorization"] = f"{scheme.prefix} {token}"
        case ClientCredentials() | Hook():
            pass  # added when the request is sent
        case _:
            assert_never(scheme)


def _add_key(carried: Carried, key: ApiKey, text: str) -> None:
    match key.place:
        case "header":
            carried.headers[key.name.lower()] = f"{key.prefix} {text}" if key.prefix else text
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


def basic(username: str, password: str | None, credentials: Mapping[str, Secret]) -> str:
    """The header of the scheme, whose parts are the named credentials."""
    behind = "" if password is None else credentials[password].reveal()
    pair = f"{credentials[username].reveal()}:{behind}"
    return f"Basic {b64encode(pair.encode()).decode()}"


def settle(
    config: ApiConfig,
    given: Mapping[str, str | None],
    signers: Mapping[str, object | None],
) -> tuple[ApiConfig, dict[str, Secret]]:
    """All credentials that are there, and the configuration with the alternatives that they suit.

    Where an API has alternatives, one whose credentials the caller has passed goes before one that
    the environment has.

    Raises:
        ConfigurationError: no alternative has all of its credentials.
    """
    authentication = config.authentication
    assert authentication is not None, "only an API with schemes has alternatives"
    found = find_credentials(config, given)
    _check(config, authentication, found)
    passed = {name for name, value in {**given, **signers}.items() if value is not None}
    there = passed | found.keys()
    use = sorted(
        authentication.use, key=lambda each: not passed.issuperset(_needed(authentication, each))
    )
    alternatives = [_needed(authentication, each) for each in use]
    if alternatives and not any(there.issuperset(each) for each in alternatives):
        wanted = [
            tuple(name for name in each if name not in there)
            for each in _all_needed(authentication, authentication.use)
        ]
        raise missing_credentials(config, wanted)
    # A signer stands for itself, so that whoever looks for what is missing finds it.
    signed = {name: Secret("") for name, signer in signers.items() if signer is not None}
    use_first = structs.replace(authentication, use=tuple(use))
    return structs.replace(config, authentication=use_first), {**found, **signed}


def authorize(
    config: ApiConfig,
    credentials: Mapping[str, str | None],
    options: ClientOptions,
    new_lock: Callable[[], Lock],
    way: Callable[[str], Transport],
) -> tuple[ApiConfig, Mapping[str, Secret], Authorizer | None]:
    """What a client needs to say who calls, as far as it is known before a call.

    Raises:
        ConfigurationError: credentials are missing, or cannot be sent.
    """
    if config.authentication is None:
        return config, resolve_credentials(config, credentials), None
    signers = options.get("signers", {})
    config, found = settle(config, credentials, signers)
    schemes = config.authentication.schemes.values() if config.authentication else ()
    if not any(isinstance(each, ClientCredentials | Hook) for each in schemes):
        return config, found, None
    from .authorizing import Authorizer

    return config, found, Authorizer(config, found, signers, new_lock, way)


def carried_headers(config: ApiConfig) -> tuple[str, ...]:
    """The headers that say who calls."""
    if config.authentication is not None:
        return config.authentication.headers
    return ("authorization",) if config.scheme == "bearer" else ()


def _check(config: ApiConfig, authentication: Authentication, found: Mapping[str, Secret]) -> None:
    for credential in _in_headers(authentication):
        text = _text(found, credential)
        if not (text.isascii() and text.isprintable()) or " " in text:
            source = f"{credential}= or {variable(config, credential)}"
            raise ConfigurationError(f"{source} has characters that a header cannot have")
    for scheme in authentication.schemes.values():
        if (
            isinstance(scheme, ApiKey)
            and scheme.place == "cookie"
            and not _COOKIE(_text(found, scheme.credential))
        ):
            raise ConfigurationError(
                f"{scheme.credential}= has characters that a cookie cannot have"
            )
        if isinstance(scheme, Basic) and ":" in _text(found, scheme.username):
            raise ConfigurationError(
                f"{scheme.username}= has a colon, which ends the user name in the scheme Basic"
            )
        if (
            isinstance(scheme, ApiKey)
            and scheme.place == "path"
            and _text(found, scheme.credential) in (".", "..")
        ):
            raise ConfigurationError(f"{scheme.credential}= cannot be part of a path")


def _in_headers(authentication: Authentication) -> Iterator[str]:
    for scheme in authentication.schemes.values():
        if isinstance(scheme, Bearer) or (isinstance(scheme, ApiKey) and scheme.place == "header"):
            yield scheme.credential


def _text(found: Mapping[str, Secret], name: str) -> str:
    return found[name].reveal() if name in found else ""
