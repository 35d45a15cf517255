"""Who may deliver: what an application was given, as something that looks at requests."""

from __future__ import annotations

from typing import NoReturn, Protocol

from ..errors import ConfigurationError
from .any_api import Authentication
from .basic import CHALLENGE, BasicCredentials
from .body import Headers
from .secrets_given import Handshake, Secrets, SecretsNow, each_of


class Vouching(Protocol):
    """How deliveries show that they have a secret."""

    def accepts(self, headers: Headers, body: bytes, secrets: Secrets) -> bool: ...


class Credentials(Protocol):
    """Says whether a request is from whom it has to be."""

    asks_for: tuple[tuple[str, str], ...]
    """The headers of a refusal."""
    may_block: bool
    """Whether it asks functions of the application's."""

    def accepts(self, headers: Headers, body: bytes) -> bool: ...


class _Secrets:
    """Secrets, and how requests show that they have one; it cannot show them."""

    __slots__ = ("_how", "_secrets")

    asks_for: tuple[tuple[str, str], ...] = ()
    may_block = False

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


class HandedOut:
    """The same where a handshake hands secrets out; none may be there yet."""

    __slots__ = ("_handed", "_handshake", "_how", "_secrets")

    asks_for: tuple[tuple[str, str], ...] = ()
    may_block = True

    def __init__(
        self, how: Vouching, secrets: SecretsNow | None, handshake: Handshake | None
    ) -> None:
        self._how = how
        self._secrets = secrets if callable(secrets) or secrets is None else each_of(secrets)
        self._handshake = handshake
        self._handed: tuple[str, ...] = ()

    def accepts(self, headers: Headers, body: bytes) -> bool:
        known = self._known()
        return bool(known) and self._how.accepts(headers, body, known)

    def takes(self, secret: str) -> bool:
        """Whether a secret that is handed out is one from now on."""
        if self._handshake is None:
            return secret in self._known()
        self._handshake(secret)
        self._handed = (*self._handed, secret)
        return True

    def _known(self) -> tuple[str, ...]:
        given = self._secrets() if callable(self._secrets) else self._secrets
        return (*(each_of(given) if given else ()), *self._handed)

    def __repr__(self) -> str:
        return "Secrets(***)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("secrets cannot be copied or pickled")


class _Basic(BasicCredentials):
    __slots__ = ()

    may_block = False

    asks_for: tuple[tuple[str, str], ...] = (("WWW-Authenticate", CHALLENGE),)


def find_credentials(
    how: Authentication,
    *,
    username: str | None,
    password: str | None,
    secrets: SecretsNow | None,
    anyone: bool,
    handshake: Handshake | None = None,
    greets: bool = False,
) -> Credentials | None:
    """What looks at requests; None if anyone may deliver.

    Raises:
        ConfigurationError: it is not said who may.
    """
    if anyone:
        if (username, password, secrets, handshake) != (None, None, None, None):
            raise ConfigurationError("anyone=True, and credentials that nobody would need")
        return None
    if how is not None and greets:
        if secrets is None and handshake is None:
            raise ConfigurationError("pass handshake= or secrets=, or anyone=True to check none")
        return HandedOut(how, secrets, handshake)
    if how is not None:
        if secrets is None or callable(secrets):
            raise ConfigurationError("pass secrets=, or anyone=True to check none")
        return _Secrets(how, secrets)
    if username is None or password is None:
        raise ConfigurationError("pass username= and password=, or anyone=True to check neither")
    return _Basic(username, password)
