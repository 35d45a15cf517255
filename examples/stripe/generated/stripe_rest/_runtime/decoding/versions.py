"""Which version of something a response is, by its headers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from ..not_modified import NotModified
from ..semantics import dates


def not_modified(headers: Mapping[str, str]) -> NotModified:
    return NotModified(etag=headers.get("etag"), last_modified=last_modified(headers))


def last_modified(headers: Mapping[str, str]) -> datetime | None:
    """When what came was last changed; None where no header says so."""
    found = dates.read(headers.get("last-modified"), ("http_date",))
    return found if isinstance(found, datetime) else None
