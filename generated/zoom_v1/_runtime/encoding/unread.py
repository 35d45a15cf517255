"""Texts of a request that are not what they have to be, where any value would do."""

from __future__ import annotations


class Unread(str):
    """A text that is no JSON, though it should be."""

    __slots__ = ()
