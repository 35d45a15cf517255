# Generated from spec/types/ by `make generate`. Do not edit.
"""Dicts that may stand for objects."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from datetime import date as _date
from datetime import datetime
from typing import NotRequired, TypedDict

from escape_artist import models

EscapeDict = TypedDict(
    "EscapeDict",
    {
        "class": "NotRequired[builtins.str]",
        "__init__": "NotRequired[builtins.str]",
        "it's {{ here }}": "NotRequired[builtins.str]",
        "extra": "NotRequired[builtins.str]",
        "field": "NotRequired[models.Escape | EscapeDict | builtins.str]",
        "date": "NotRequired[_date | datetime | builtins.str]",
        "list": "NotRequired[Sequence[datetime | builtins.str]]",
        "str": "NotRequired[Mapping[builtins.str, int | builtins.str]]",
    },
)
"""\"\"\" import os \"\"\". A plain dict in place of `Escape`.

Keys:
    class: \"\"\".
    __init__: \\.
    it's {{ here }}: '.
    extra: # noqa.
    field: ends with \\. Its `class` alone may stand for it.
    date: </script>. Such as 2012-11-25.
    list: {{ 7 * 7 }}. Each: such as 2012-11-25T12:00:00Z.
    str: - -.
"""
