"""Operations that are sent to an address which an earlier response has handed out."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, Tag

from apiscribe.document.arguments import ArgumentName
from apiscribe.document.base import Document, Identifier, Text, told_apart
from apiscribe.document.key_paths import KeyPath, KeysPath


class LinkDoc(Document):
    """The address of a link in a list: `{list: links, where: {rel: approve}, key: href}`."""

    list: KeysPath
    where: dict[Text, Text] = Field(min_length=1)
    key: KeyPath


def _source_tag(value: object) -> str:
    return "link" if isinstance(value, dict) else "keys"


Source = Annotated[
    Annotated[KeysPath, Tag("@keys")] | Annotated[LinkDoc, Tag("@link")],
    told_apart(_source_tag),
]


class WholeUrlDoc(Document):
    argument: ArgumentName
    handed_out_by: dict[Text, Source] = Field(min_length=1, alias="from")
    servers: list[Identifier] | None = None
