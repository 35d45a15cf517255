"""The secrets that whoever takes deliveries has: one, or several while they are changed over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from ..errors import ConfigurationError

Secrets: TypeAlias = str | Sequence[str]
SecretsNow: TypeAlias = Secrets | Callable[[], Secrets]
"""Those that there are, or a function that says which there are now."""
Handshake: TypeAlias = Callable[[str], object]
"""Takes a secret that a service hands out, and raises if it is not to be taken."""


def each_of(secrets: Secrets) -> tuple[str, ...]:
    """All of them, none of them empty.

    Raises:
        ConfigurationError: there is none, or one that would let everyone in.
    """
    given = (secrets,) if isinstance(secrets, str) else tuple(secrets)
    if not given:
        raise ConfigurationError("secrets= is empty, so that nobody could deliver")
    if not all(isinstance(each, str) for each in given):
        raise ConfigurationError("secrets= are not all text")
    if not all(given):
        raise ConfigurationError("one of secrets= is empty, which would let everyone in")
    return given
