"""The credentials of a client, and what it needs to send them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..config import ApiConfig, Secret, resolve_credentials

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
    from ..authentication import ClientCredentials, Hook
    from .alternatives import settle

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
