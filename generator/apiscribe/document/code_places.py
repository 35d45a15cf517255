"""Where a response has the code of a failure: under keys, or in a header."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, Tag

from apiscribe.document.base import InHeaderDoc, told_apart
from apiscribe.document.key_paths import RowsPath


def _code_place_tag(value: object) -> str:
    return "header" if isinstance(value, dict) else "path"


def _code_tag(value: object) -> str:
    return "list" if isinstance(value, list) else _code_place_tag(value)


CodePlace = Annotated[
    Annotated[RowsPath, Tag("@path")] | Annotated[InHeaderDoc, Tag("@header")],
    told_apart(_code_place_tag),
]
CodeEntry = Annotated[
    Annotated[RowsPath, Tag("@path")]
    | Annotated[InHeaderDoc, Tag("@header")]
    | Annotated[list[CodePlace], Field(min_length=1), Tag("@list")],
    told_apart(_code_tag),
]
