"""What records hold, read from what stores keep of them."""

from __future__ import annotations

from functools import lru_cache

from msgspec import json

from .world import Record

PLAIN = frozenset((str, int, bool, type(None)))
"""Of what types values are that are read as they were written, and cannot be changed."""


@lru_cache(maxsize=1024)
def plain(content: bytes) -> Record | None:
    """What a record has whose values can be shared, as they cannot be changed; None if not all can.

    To copy it takes a tenth of the time that it takes to read it.
    """
    fields: Record = json.decode(content)
    return fields if PLAIN.issuperset(map(type, fields.values())) else None


def read(content: bytes) -> Record:
    """What a record has, which may be others' as well: it is not to be changed."""
    fields = plain(content)
    return json.decode(content) if fields is None else fields
