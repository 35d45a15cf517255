"""What requests carry to say who calls."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ..config import ApiConfig, Secret
from ..operation import Operation


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
    from .authentication import add_schemes

    add_schemes(carried, operation, config, config.authentication, credentials)
    return carried
