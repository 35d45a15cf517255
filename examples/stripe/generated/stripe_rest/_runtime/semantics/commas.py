"""Text that holds items between commas. Empty text holds none."""

from __future__ import annotations

from collections.abc import Iterable

SEPARATOR = ","
"""What no item can hold."""


def split(text: str) -> list[str]:
    return text.split(SEPARATOR) if text else []


def join(items: Iterable[str]) -> str:
    return SEPARATOR.join(items)
