"""What requests carry to say who calls."""

from __future__ import annotations

from msgspec import Struct


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
