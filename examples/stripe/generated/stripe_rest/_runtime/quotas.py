"""What responses tell of what is left of a rate limit. Data that a generated package fills in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from .envelope import Wait

_PART = re.compile(r"\b([a-z]+)\s*=\s*\"?([0-9]+)")


class ToldLimits(Struct, frozen=True, kw_only=True):
    """Headers, in lower case, in which responses tell what is left of a limit."""

    remaining: str = ""
    reset: Wait | None = None
    limit: str = ""
    group: str = ""
    """Says which group it is about."""
    standard: str = ""
    """A header as the IETF's `RateLimit`, which says all of it."""
    silent: tuple[str, ...] = ()
    """Groups of which no response tells."""

    def remaining_in(self, headers: Mapping[str, str]) -> int | None:
        """How many requests are left; None if that is not told."""
        if self.standard:
            return self._part(headers, "r", "remaining")
        text = headers.get(self.remaining, "").strip()
        return int(text) if text.isascii() and text.isdecimal() else None

    def standard_reset(self, headers: Mapping[str, str]) -> float | None:
        """The seconds until there are more, as the standard's header has them."""
        seconds = self._part(headers, "t", "reset")
        return None if seconds is None else float(seconds)

    def _part(self, headers: Mapping[str, str], *names: str) -> int | None:
        """A part of the standard's header, by its name in the newer drafts or the older ones."""
        parts = dict(_PART.findall(headers.get(self.standard, "").lower()))
        return next((int(parts[name]) for name in names if name in parts), None)
