"""Texts of so many bytes in UTF-8."""

from __future__ import annotations

WIDE = "\U0001f600"
"""A character of as many bytes as one can have."""


def resized(text: str, least: int, most: int | None) -> str:
    """Text with so many bytes in UTF-8: repeated, or cut where a character ends."""
    if text and least:
        text *= -(-least // len(text.encode()))
    return text if most is None else text.encode()[:most].decode(errors="ignore")


def just_over(text: str, most: int) -> str:
    """The first characters of a text that are more bytes than `most`."""
    kept = resized(text, 0, most)
    return text[: len(kept) + 1]
