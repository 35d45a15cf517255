"""Where an operation is sent whose address another response has handed out."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class WholeUrl(Struct, frozen=True, kw_only=True):
    """The address that an operation is sent to, where a response has handed it out."""

    argument: str
    handed_out_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Operation -> the keys of its response."""
    where: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Operation -> what stands beside the address in the link that is meant, of several."""
    servers: tuple[str, ...] | None = None
    """Of the API's own servers, those that it may lead to besides the usual one; None if it may
    lead anywhere, and nobody there learns who asks."""

    @property
    def is_foreign(self) -> bool:
        """Whether it may lead to a host that is no part of the API."""
        return self.servers is None
