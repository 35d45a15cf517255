"""Text that holds items between commas, or between other signs. Empty text holds none."""

from __future__ import annotations

from collections.abc import Iterable

SEPARATOR = ","
"""What no item can hold."""

SEPARATORS = {"commas": ",", "blanks": " ", "pipes": "|", "semicolons": ";"}
NAMES = {",": "a comma", " ": "a blank", "|": "a pipe", ";": "a semicolon"}


def split(text: str, separator: str = SEPARATOR) -> list[str]:
    if separator == " ":  # several of them are one
        return [part for part in text.split(" ") if part]
    return text.split(separator) if text else []


def join(items: Iterable[str], separator: str = SEPARATOR) -> str:
    return separator.join(items)
