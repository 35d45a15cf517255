"""What of a response stands in its headers, as data."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from .semantics.head_fields import HeadField

__all__ = ["ANY_STATUS", "Head", "HeadField", "head_of"]

ANY_STATUS = 0
"""In the place of a status, where it makes no difference."""


class Head(Struct, frozen=True, kw_only=True):
    """How an object is told by a whole response."""

    fields: tuple[HeadField, ...] = ()
    body: str | None = ""
    """The key of the field that is the whole body; empty if the body is an object with the other
    fields, None if there are no others, and the body says nothing."""


def head_of(heads: Mapping[int, Head], status: int) -> Head | None:
    """Of responses with a status."""
    return heads.get(status) or heads.get(ANY_STATUS)
