"""What a client has to know of its API; finds credentials and addresses.

A generated package holds one `ApiConfig`:

    CONFIG = ApiConfig(
        title="Zoo API", package="zoo", distribution="zoo-v1", version="0.1.0",
        base_url="https://api.zoo.example",
        environment_prefix="ZOO", credentials=("api_key", "api_secret"), scheme="arguments",
        envelope=Envelope(codes=("error.code",), messages=("error.message",)),
        errors=_errors, checks=_checks,
    )

where `_errors` and `_checks` import what they return only when they are called.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NoReturn

from msgspec import UNSET, Struct, UnsetType

from .errors import ConfigurationError
from .semantics.predicates import is_encodable

if TYPE_CHECKING:
    from .authentication import Authentication
    from .envelope import Envelope, ErrorMatch
    from .errors import APIError
    from .operation import Operation
    from .quotas import ToldLimits
    from .servers import Servers
    from .validation.validate import OperationChecks


class ApiConfig(Struct, frozen=True, kw_only=True):
    """What is the same for all clients of one API."""

    title: str
    package: str
    distribution: str
    """What is installed to have the package, and its version."""
    version: str
    base_url: str
    environment_prefix: str
    credentials: tuple[str, ...]
    scheme: Literal["arguments", "bearer"] = "arguments"
    """`arguments`: credentials are sent beside the arguments; `bearer`: the first in a header."""
    authentication: Authentication | None = None
    """What counts instead of `scheme`, where a word does not say it."""
    servers: Servers | None = None
    """What counts instead of `base_url`, where there are several or they have variables."""
    envelope: Envelope
    envelopes: Mapping[str, Envelope] = {}
    """Other ways to tell a failure, which operations name."""
    errors: Callable[[], Mapping[int | str, type[APIError]]]
    """Error code -> exception."""
    matches: Callable[[], Sequence[tuple[ErrorMatch, type[APIError]]]] | None = None
    """Exceptions that are told by more than a code."""
    told_limits: ToldLimits | None = None
    """Where responses tell what is left of a rate limit."""
    checks: Callable[[str], OperationChecks]
    """Operation id -> the checks of its arguments."""

    def envelope_of(self, operation: Operation) -> Envelope:
        """How an operation tells failures."""
        name = operation.envelope
        return self.envelope if name is None else self.envelopes[name]

    @property
    def signers(self) -> frozenset[str]:
        """Arguments of the client that are functions which sign requests."""
        if self.authentication is None:
            return frozenset()
        from .authentication import Hook

        schemes = self.authentication.schemes
        return frozenset(name for name, each in schemes.items() if isinstance(each, Hook))

    @property
    def user_agent(self) -> str:
        """What requests say that they come from."""
        return f"{self.distribution}/{self.version}"


class Secret:
    """Text that its repr does not show, and that cannot be copied or pickled."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return "Secret(***)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret cannot be copied or pickled")


class NoSecret(Secret):
    """Text that is sent as credentials are, and that messages may show."""

    __slots__ = ()


def resolve_credentials(config: ApiConfig, given: Mapping[str, str | None]) -> Mapping[str, Secret]:
    """Each credential as given, or else from the environment.

    Raises:
        ConfigurationError: which names all that are missing.
    """
    found = find_credentials(config, given)
    missing = tuple(name for name in config.credentials if name not in found)
    if missing:
        raise missing_credentials(config, [missing])
    return found


def find_credentials(config: ApiConfig, given: Mapping[str, str | None]) -> dict[str, Secret]:
    """Those credentials that are given or in the environment."""
    found: dict[str, Secret] = {}
    for name in config.credentials:
        value, source = given.get(name), f"{name}="
        if value is None:
            source = f"{variable(config, name)} (of the environment)"
            value = os.environ.get(variable(config, name))
        if value:
            _refuse_unsendable(config, source, value)
            found[name] = Secret(value)
    return found


def missing_credentials(
    config: ApiConfig,
    alternatives: Iterable[tuple[str, ...]],
    *,
    operation: str = "",
    beside: Iterable[str] = (),
    elsewhere: Iterable[tuple[str, ...]] = (),
) -> ConfigurationError:
    """The error that says what any one of `alternatives` lacks.

    Args:
        config: What the client knows of its API.
        alternatives: What has to be given.
        operation: What needs it.
        beside: What is there, and nothing without it.
        elsewhere: What only some operations take, each of which would do as well.
    """
    ways = []
    for missing in alternatives:
        arguments = _and(f"{name}=" for name in missing)
        signers = config.signers.intersection(missing)
        variables = _and(variable(config, name) for name in missing if name not in signers)
        ways.append(f"pass {arguments}" + (f" or set {variables}" if not signers else ""))
    where = f" for {operation}" if operation else ""
    where += f" beside {_and(beside)}" if beside else ""
    told = f"{config.title}: missing credentials{where}: {'; or '.join(ways)}"
    for_some = ", or ".join(_and(f"{name}=" for name in each) for each in elsewhere)
    told += f"; or, for some operations alone, {for_some}" if for_some else ""
    error = ConfigurationError(told)
    error.operation = operation
    return error


def resolve_base_url(config: ApiConfig, given: str | None) -> str:
    """The base URL as given, from the environment, or the API's own; without a final slash."""
    source = "base_url="
    url = given
    if url is None:
        source = variable(config, "base_url")
        url = os.environ.get(source) or config.base_url
    # A stub has the configuration as well, and no use for a client's connections.
    from urllib3.exceptions import LocationValueError
    from urllib3.util import parse_url

    try:
        parts = parse_url(url)
    except (LocationValueError, TypeError):
        parts = None
    if parts is None or parts.scheme not in ("http", "https") or not parts.host:
        raise ConfigurationError(f"{source} is not an http or https URL with a host")
    if parts.auth or parts.query or parts.fragment:
        # Messages show the URL, so nothing in it may be a secret.
        raise ConfigurationError(f"{source} has a user, a query or a fragment, which is not sent")
    return parts.url.rstrip("/")


def resolve_rate_limit(config: ApiConfig, given: str | UnsetType | None) -> str | None:
    """Where requests are counted: as given, as the environment says, or else in memory."""
    if given is not UNSET:
        return given
    named = os.environ.get(variable(config, "rate_limit")) or "memory"
    return None if named == "none" else named


def variable(config: ApiConfig, name: str) -> str:
    """The environment variable that stands in for an argument of the client."""
    return f"{config.environment_prefix}_{name.upper()}"


def _refuse_unsendable(config: ApiConfig, source: str, value: object) -> None:
    # Refused here because the HTTP library would quote the value in its error.
    if not isinstance(value, str):
        raise ConfigurationError(f"{source} is a {type(value).__name__}, not text")
    if value != value.strip():
        raise ConfigurationError(
            f"{source} begins or ends with white space or a line break, as what is read from a "
            "file often does: strip it"
        )
    if config.scheme == "bearer" and config.authentication is None:
        sound = value.isascii() and value.isprintable() and " " not in value
    else:
        sound = is_encodable(value)
    if not sound:
        raise ConfigurationError(f"{source} has characters that cannot be sent")


def _and(names: Iterable[str]) -> str:
    return " and ".join(names)
