"""Operations that are sent to an address which an earlier response has handed out."""

from __future__ import annotations

from pydantic import Field

from apiscribe.document.arguments import ArgumentName
from apiscribe.document.base import Document, Identifier, Text
from apiscribe.document.key_paths import KeyPath


class WholeUrlDoc(Document):
    argument: ArgumentName
    handed_out_by: dict[Text, KeyPath] = Field(min_length=1, alias="from")
    servers: list[Identifier] | None = None
