"""What a response holds that says: it is as you know it."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class NotModified(Struct, frozen=True, kw_only=True):
    """Returned where a call says which version it knows, and there is no other (status 304)."""

    etag: str | None = None
    """The version, as the response names it."""
    last_modified: datetime | None = None
    """When it was last changed, as the response says."""
