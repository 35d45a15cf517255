"""Operations that are sent to an address which an earlier response has handed out."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, Tag

from apiscribe.document.arguments import ArgumentName
from apiscribe.document.base import Document, Identifier, Text, told_apart
from apiscribe.document.key_paths import KeysPath
from apiscribe.document.paging import LinkedDoc


class ReachedLinkDoc(LinkedDoc):
    """The same where several lists may hold the links: `{list: "orders[].links", ...}`."""

    list: KeysPath


def _source_tag(value: object) -> str:
    return "link" if isinstance(value, dict) else "keys"


Source = Annotated[
    Annotated[KeysPath, Tag("@keys")] | Annotated[ReachedLinkDoc, Tag("@link")],
    told_apart(_source_tag),
]


class WholeUrlDoc(Document):
    argument: ArgumentName
    handed_out_by: dict[Text, Source] = Field(min_length=1, alias="from")
    servers: list[Identifier] | None = None
