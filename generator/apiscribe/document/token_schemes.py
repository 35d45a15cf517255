"""Schemes whose tokens the client gets itself."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, Tag, model_validator

from apiscribe.document.base import (
    Document,
    HeaderName,
    Identifier,
    InHeaderDoc,
    PascalName,
    PositiveInt,
    Text,
    complaint,
    told_apart,
)
from apiscribe.document.credential_texts import (
    FieldName,
    FieldText,
    Prefix,
    TokenUrl,
)
from apiscribe.document.key_paths import KeyPath
from apiscribe.runtime.semantics.templates import names_in


class ClientCredentialsDoc(Document):
    by: Literal["client_credentials"]
    token_url: TokenUrl
    client_id: Identifier
    client_secret: Identifier
    client: Literal["basic", "form"] = "basic"
    encoding: Literal["form", "json"] = "form"
    scopes: list[Text] = Field(default_factory=list)
    audience: Text | None = None
    fields: dict[FieldName, FieldText] = Field(default_factory=dict)


class InCookieDoc(Document):
    cookie: HeaderName


def _told_tag(value: object) -> str:
    if not isinstance(value, dict):
        return "key"
    return "cookie" if "cookie" in value else "header"


TokenPlace = Annotated[
    Annotated[KeyPath, Tag("@key")]
    | Annotated[InHeaderDoc, Tag("@header")]
    | Annotated[InCookieDoc, Tag("@cookie")],
    told_apart(_told_tag),
]
"""Where the response to a login has the token: a key of its body, a header or a cookie."""


class SessionDoc(Document):
    by: Literal["session"]
    token_url: TokenUrl
    encoding: Literal["form", "json"] = "form"
    fields: dict[Text, FieldText]
    token: TokenPlace
    place: Literal["cookie", "header", "query"] = Field(alias="in")
    name: HeaderName
    prefix: Prefix | None = None
    lifetime: PositiveInt | None = None
    over: list[PascalName] = Field(default_factory=list)
    refused: PascalName | None = None
    beside: dict[str, Any] | Text | None = None

    @model_validator(mode="after")
    def _fits(self) -> SessionDoc:
        if not any(map(names_in, self.fields.values())):
            message = "`fields` names no credential; write one in braces, such as `{password}`"
            raise complaint("bad-value", message)
        if self.prefix is not None and self.place != "header":
            raise complaint("unsuitable-key", "`prefix` is for a token in a header")
        return self
