# Generated from spec/types/ by `make generate`. Do not edit.
"""Types of arguments: the values that some have, and dicts that may stand for objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

if TYPE_CHECKING:
    from escape_artist.models.import_ import Escape

Type = Literal["'''", "\\", "</b>"]

Odd = Literal['"', "\\", "{{ x }}", "\u2028", "null", "😀", "True"]


EscapeDict = TypedDict(
    "EscapeDict",
    {
        "class": "NotRequired[str]",
        "__init__": "NotRequired[str]",
        "it's {{ here }}": "NotRequired[str]",
        "extra": "NotRequired[str]",
        "field": "NotRequired[Escape | EscapeDict | str]",
        "date": "NotRequired[date | datetime | str]",
        "list": "NotRequired[Sequence[datetime | str]]",
        "str": "NotRequired[Mapping[str, int | str]]",
    },
)
"""\"\"\" import os \"\"\". A plain dict in place of `Escape`.

Fields:
    field: Its `class` alone may stand for it.
    date: Such as 2012-11-25.
    list: Each: such as 2012-11-25T12:00:00Z.

Rules:
    Only one of `class` and `extra` can be given.
    `__init__` is required when `class` is ', \"\"\" or \\.
"""
