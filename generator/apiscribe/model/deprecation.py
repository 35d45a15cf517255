"""What the page advises against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class Deprecation:
    since: date | None = None
    use: str | None = None
    """The name of what to use in its place."""
    doc: str | None = None
