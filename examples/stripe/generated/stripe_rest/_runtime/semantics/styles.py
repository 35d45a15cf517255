"""How forms and queries have what is more than a text: the words for it."""

from __future__ import annotations

from typing import Literal

ListStyle = Literal[
    "repeat", "brackets", "indexed", "indexed_last", "commas", "blanks", "pipes", "json"
]
ObjectStyle = Literal["brackets", "dots", "json"]
NullStyle = Literal["omit", "empty", "json"]
BooleanStyle = Literal["words", "bare", "empty"]
