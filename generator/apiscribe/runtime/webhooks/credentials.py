"""Who may deliver: what an application was given, as something that looks at requests."""

from __future__ import annotations

from typing import NoReturn, Protocol

from ..errors import ConfigurationError
from .any_api import Authentication
from .basic import CHALLENGE, BasicCredentials
from .body import Headers
from .secrets_given import Secrets, each_of


class Vouching(Protocol):
    """How deliveries show that they have a secret."""

    def accepts(self, headers: Headers, body: bytes, secrets: Secrets) -> bool: ...


class Credentials(Protocol):
    """Says whether a request is from whom it has to be."""

    asks_for: tuple[tuple[str, str], ...]
    """The headers of a refusal."""

    def accepts(self, headers: Headers, body: bytes) -> bool: ...


class _Secrets:
    """Secrets, and how requests show that they have one; it cannot show them."""

    __slots__ = ("_how", "_secrets")

    asks_for: tuple[tuple[str, str], ...] = ()

    def __init__(self, how: Vouching, secrets: Secrets) -> None:
        self._how = how
        self._secrets = each_of(secrets)
        how.accepts({}, b"", self._secrets)  # what is wrong with them is said now

    def accepts(self, headers: Headers, body: bytes) -> bool:
        return self._how.accepts(headers, body, self._secrets)

    def __repr__(self) -> str:
        return "Secrets(***)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("secrets cannot be copied or pickled")


class _Basic(BasicCredentials):
    __slots__ = ()

    asks_for: tuple[tuple[str, str], ...] = (("WWW-Authenticate", CHALLENGE),)


def find_credentials(
    how: Authentication,
    *,
    username: str | None,
    password: str | None,
    secrets: Secrets | None,
    anyone: bool,
) -> Credentials | None:
    """What looks at requests; None if anyone may deliver.

    Raises:
        ConfigurationError: it is not said who may.
    """
    if anyone:
        if (username, password, secrets) != (None, None, None):
            raise ConfigurationError("anyone=True, and credentials that nobody would need")
        return None
    if how is not None:
        if secrets is None:
            raise ConfigurationError("pass secrets=, or anyone=True to check none")
        return _Secrets(how, secrets)
    if username is None or password is None:
        raise ConfigurationError("pass username= and password=, or anyone=True to check neither")
    return _Basic(username, password)
