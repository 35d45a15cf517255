"""What JSON is called in requests and in responses."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Tag

from apiscribe.document.base import Document, shaped, told_apart

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_SUBTYPE = r"[0-9A-Za-z.+-]*json[0-9A-Za-z.+-]*"

JsonType = Annotated[
    str,
    shaped(
        rf'{_TOKEN}/{_SUBTYPE}(?:; ?{_TOKEN}=(?:{_TOKEN}|"[ !#-\[\]-~]*"))*',
        "a media type of JSON, such as `application/geo+json`",
    ),
]


class JsonDoc(Document):
    sends: JsonType | None = None
    answers: JsonType | None = None
    takes: Literal["any"] | None = None


def _json_tag(value: object) -> str:
    return "apart" if isinstance(value, dict) else "both"


JsonEntry = Annotated[
    Annotated[JsonType, Tag("@both")] | Annotated[JsonDoc, Tag("@apart")],
    told_apart(_json_tag),
]
"""One media type for both directions, or one for each."""
