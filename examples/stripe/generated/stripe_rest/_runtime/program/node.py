"""What all parts of a program have in common."""

from __future__ import annotations

from msgspec import Struct


class Node(Struct, frozen=True, kw_only=True, tag_field="is", omit_defaults=True):
    pass
