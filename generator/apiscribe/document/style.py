"""How lists, objects and null are written where a form or a query has only text."""

from __future__ import annotations

from typing import Literal

from apiscribe.document.base import Document
from apiscribe.runtime.semantics.styles import BooleanStyle, ListStyle, NullStyle, ObjectStyle


class StyleDoc(Document):
    lists: ListStyle | None = None
    objects: ObjectStyle | None = None
    nulls: NullStyle | None = None
    booleans: BooleanStyle | None = None
    texts: Literal["percent"] | None = None


class ArgumentStyleDoc(StyleDoc):
    lists: ListStyle | Literal["lines"] | None = None  # type: ignore[assignment]  # it has one more
