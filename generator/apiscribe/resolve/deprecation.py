"""What is deprecated."""

from __future__ import annotations

from datetime import date

from apiscribe.document.deprecation import DeprecationDoc
from apiscribe.model import Deprecation


def deprecation(written: DeprecationDoc | bool | None) -> Deprecation | None:
    if not isinstance(written, DeprecationDoc):
        return Deprecation() if written else None
    since = None if written.since is None else date.fromisoformat(written.since)
    return Deprecation(since=since, use=written.use, doc=written.doc)
