"""What requests carry to say who calls."""

from __future__ import annotations

from msgspec import Struct

from ..config import Secret


class Carried(Struct):
    """The credentials of a request, by where they go."""

    headers: dict[str, str] = {}
    cookies: list[tuple[str, str]] = []
    beside: list[tuple[str, str]] = []
    """Beside the arguments of the operation."""
    query: list[tuple[str, str]] = []
    path: dict[str, str] = {}
    secrets: dict[str, Secret] = {}
    """Texts that have credentials in them, by the names that they are sent under."""

    @property
    def in_url(self) -> bool:
        return bool(self.query or self.path)
