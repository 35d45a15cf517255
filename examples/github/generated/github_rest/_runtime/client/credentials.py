"""The credentials of a client, what it needs to send them, and what a request carries of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..config import ApiConfig, Secret, resolve_credentials
from ..operation import Operation
from .carried import Carried

if TYPE_CHECKING:
    from ..transport.sending import Transport
    from .authorizing import Authorizer
    from .options import ClientOptions
    from .tokens import Lock


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
    from ..authentication import GettingTokens, Hook
    from .alternatives import settle

    signers = options.get("signers", {})
    config, found = settle(config, credentials, signers)
    schemes = config.authentication.schemes.values() if config.authentication else ()
    if not any(isinstance(each, GettingTokens | Hook) for each in schemes):
        return config, found, None
    from .authorizing import Authorizer

    return config, found, Authorizer(config, found, signers, new_lock, way)


def carried_headers(config: ApiConfig) -> tuple[str, ...]:
    """The headers that say who calls."""
    if config.authentication is not None:
        return config.authentication.headers
    return ("authorization",) if config.scheme == "bearer" else ()


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
    from .authentication import add_schemes

    add_schemes(carried, operation, config, config.authentication, credentials)
    return carried
