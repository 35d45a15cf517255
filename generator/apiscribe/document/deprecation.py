"""What the page advises against: that it does, or since when, and what to use in its place."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Tag

from apiscribe.document.base import Document, Text, complaint, told_apart


def _day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise complaint("bad-value", "expected a day, such as `2024-01-31`") from None
    return text


class DeprecationDoc(Document):
    since: Annotated[str, AfterValidator(_day)] | None = None
    use: Text | None = None
    doc: Text | None = None


def _tag(value: object) -> str:
    return "mapping" if isinstance(value, dict) else "switch"


DeprecationEntry = Annotated[
    Annotated[bool, Tag("@switch")] | Annotated[DeprecationDoc, Tag("@mapping")],
    told_apart(_tag),
]
