"""How requests say who calls."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from apiscribe.document.base import Document, Identifier, Text


class CredentialDoc(Document):
    doc: Text


class AuthenticationDoc(Document):
    scheme: Literal["arguments", "bearer"]
    credentials: dict[Identifier, CredentialDoc] = Field(min_length=1)
