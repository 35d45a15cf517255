"""Responses whose status says what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class ByStatus:
    """In the place of a type: one for each status."""

    __slots__ = ("types",)

    def __init__(self, types: Mapping[int, Any]) -> None:
        self.types = types
