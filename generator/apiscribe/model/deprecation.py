"""What the page advises against."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Deprecation(Struct, frozen=True, kw_only=True):
    since: date | None = None
    use: str | None = None
    """The name of what to use in its place."""
    doc: str | None = None
