"""`api.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, Tag

from apiscribe.document.arguments import ArgumentDoc, ArgumentName, ConstantDoc
from apiscribe.document.authentication import AuthenticationDoc
from apiscribe.document.base import (
    Document,
    EncodingEntry,
    Identifier,
    MethodEntry,
    ObjectPath,
    PascalName,
    SnakeName,
    Text,
    shaped,
    told_apart,
)
from apiscribe.document.failures import EnvelopeDoc, NamedEnvelopeDoc
from apiscribe.document.json_types import JsonEntry
from apiscribe.document.paging import PagingDoc
from apiscribe.document.servers import ServerDoc, ServerUrl, ServerVariableDoc
from apiscribe.document.style import StyleDoc

Distribution = Annotated[
    str,
    shaped(
        r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?",
        "the name of a distribution, such as `acme-v1`",
    ),
]
Release = Annotated[
    str,
    shaped(
        r"[0-9]+(?:\.[0-9]+)*(?:(?:a|b|rc)[0-9]+)?(?:\.post[0-9]+)?(?:\.dev[0-9]+)?",
        "a version such as `1.2.0` (PEP 440)",
    ),
]
Prefix = Annotated[str, shaped(r"[A-Z][A-Z0-9_]*", "capitals, digits and underscores")]


class CommonDoc(ArgumentDoc):
    case_insensitive: bool = False


def _common_tag(value: object) -> str:
    return "constant" if isinstance(value, dict) and "constant" in value else "argument"


CommonEntry = Annotated[
    Annotated[CommonDoc, Tag("@argument")] | Annotated[ConstantDoc, Tag("@constant")],
    told_apart(_common_tag),
]


class ApiDoc(Document):
    title: Text
    version: Text
    summary: Text
    page: Text
    package: Identifier
    distribution: Distribution
    release: Release = "0.0.0"
    client_class: PascalName
    error_base: PascalName
    environment_prefix: Prefix
    base_url: ServerUrl | None = None
    servers: dict[Identifier, ServerDoc] | None = Field(default=None, min_length=1)
    server_variables: dict[Identifier, ServerVariableDoc] = Field(default_factory=dict)
    method: MethodEntry
    encoding: EncodingEntry
    resources: list[SnakeName] | None = Field(default=None, min_length=1)
    authentication: AuthenticationDoc
    common: dict[ArgumentName, CommonEntry] = Field(default_factory=dict)
    style: StyleDoc = StyleDoc()
    envelope: EnvelopeDoc
    envelopes: dict[Identifier, NamedEnvelopeDoc] = Field(default_factory=dict)
    unwrap: ObjectPath | None = None
    beside: PascalName | None = None
    wrap: ObjectPath | None = None
    json_type: JsonEntry | None = Field(default=None, alias="json")
    errors: list[PascalName] = Field(default_factory=list)
    paging: PagingDoc = Field(default_factory=dict)
