"""The files themselves, one model each, except `api.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, Tag

from apiscribe.document.arguments import ArgumentDoc, ArgumentEntry, ArgumentName
from apiscribe.document.authentication import AlternativeDoc
from apiscribe.document.base import (
    Code,
    Document,
    EncodingEntry,
    HeaderName,
    Identifier,
    MethodEntry,
    ObjectPath,
    PascalName,
    PositiveInt,
    SnakeName,
    Status,
    Text,
    UrlPath,
    complaint,
    shaped,
    told_apart,
)
from apiscribe.document.deprecation import DeprecationEntry
from apiscribe.document.failures import MatchDoc
from apiscribe.document.ground import Basis
from apiscribe.document.json_types import JsonEntry
from apiscribe.document.key_paths import KeyPath
from apiscribe.document.paging import PagingUseEntry
from apiscribe.document.rules import RuleEntry
from apiscribe.document.streams import StreamDoc
from apiscribe.document.types import ObjectDoc, TypeUse, ValueDoc
from apiscribe.document.whole_urls import WholeUrlDoc


class TypesDoc(Document):
    """`types/*.yaml`."""

    values: dict[SnakeName, ValueDoc] = Field(default_factory=dict)
    groups: dict[SnakeName, dict[ArgumentName, ArgumentDoc]] = Field(default_factory=dict)
    objects: dict[PascalName, ObjectDoc] = Field(default_factory=dict)


class ListDoc(Document):
    """`lists/*.yaml`."""

    list: SnakeName
    section: Text
    values: dict[Annotated[str, Field(min_length=1)], Text] = Field(min_length=1)


def _returns_tag(value: object) -> str:
    if not isinstance(value, dict):
        return "type"
    if "stream" in value:
        return "stream"
    return "by_status" if any(isinstance(key, int) for key in value) else "type"


def _status_tag(value: object) -> str:
    return "truth" if isinstance(value, bool) else "type"


StatusEntry = Annotated[
    Annotated[bool, Tag("@truth")] | Annotated[TypeUse, Tag("@type")], told_apart(_status_tag)
]
ReturnsEntry = Annotated[
    Annotated[TypeUse, Tag("@type")]
    | Annotated[StreamDoc, Tag("@stream")]
    | Annotated[dict[Status, StatusEntry], Tag("@by_status")],
    told_apart(_returns_tag),
]
"""A type, what comes item by item, or one for each status; or, of what is answered by its status
alone, yes or no."""


Scope = Annotated[
    str, shaped(r"[!#-\[\]-~]+", "the name of a scope: signs of ASCII without blanks and quotes")
]


def _scope_tag(value: object) -> str:
    return "several" if isinstance(value, list) else "one"


ScopeEntry = Annotated[
    Annotated[Scope, Tag("@one")] | Annotated[list[Scope], Field(min_length=2), Tag("@several")],
    told_apart(_scope_tag),
]
"""A scope that is needed, or several of which one is enough."""


class PendingWaitDoc(Document):
    """Where a response says when to ask again: `{key: retry_after}`."""

    key: KeyPath | None = None
    header: HeaderName | None = None
    unit: Literal["seconds", "milliseconds"] = Field(default="seconds", alias="as")

    def model_post_init(self, _context: object) -> None:
        if (self.key is None) == (self.header is None):
            raise complaint("missing-key", "a wait is told in either `key` or `header`")


class PendingDoc(Document):
    """What says that nothing is ready yet."""

    status: Status
    seconds: PositiveInt = 1
    wait: PendingWaitDoc | None = None


def _pending_tag(value: object) -> str:
    return "entry" if isinstance(value, dict) else "status"


PendingEntry = Annotated[
    Annotated[Status, Tag("@status")] | Annotated[PendingDoc, Tag("@entry")],
    told_apart(_pending_tag),
]


def _named_alone(value: object) -> object:
    if isinstance(value, dict):
        message = "what an operation tells otherwise stands under `envelopes` in `api.yaml`, by a"
        raise complaint("bad-value", f"{message} name, which goes here")
    return value


class OperationDoc(Document):
    path: UrlPath | None = None
    url: WholeUrlDoc | None = None
    summary: Text
    effect: Literal["read", "create", "change", "delete"]
    section: Text | None = None
    aliases: list[UrlPath] = Field(default_factory=list)
    method: MethodEntry | None = None
    encoding: EncodingEntry | None = None
    documented_as: Text | None = None
    description: Text | None = None
    arguments: dict[ArgumentName, ArgumentEntry] = Field(default_factory=dict)
    rules: list[RuleEntry] = Field(default_factory=list)
    returns: ReturnsEntry | None = None
    pending: PendingEntry | None = None
    head: PascalName | None = None
    unwrap: ObjectPath | None = None
    beside: PascalName | None = None
    wrap: ObjectPath | None = None
    json_part: Text | None = None
    json_type: JsonEntry | None = Field(default=None, alias="json")
    paging: PagingUseEntry | None = None
    authentication: list[AlternativeDoc] | None = None
    scopes: Annotated[list[ScopeEntry], Field(min_length=1)] | None = None
    server: Identifier | None = None
    envelope: Annotated[Identifier | None, BeforeValidator(_named_alone)] = None
    redirects: bool = False
    conditional: list[Literal["etag", "last_modified"]] = Field(default_factory=list)
    etag_key: ObjectPath | None = None
    holds: PositiveInt | None = None
    deprecated: DeprecationEntry | None = None
    errors: list[PascalName] = Field(default_factory=list)


class ResourceDoc(Document):
    """`resources/*.yaml`."""

    resource: SnakeName
    section: Text
    summary: Text
    on_client: bool = False
    operations: dict[SnakeName, OperationDoc] = Field(min_length=1)


class MessageDoc(Document):
    text: Text
    basis: Basis = "inferred"
    group: list[Text] = Field(default_factory=list)


def _message_tag(value: object) -> str:
    return "text" if isinstance(value, str) else "message"


MessageEntry = Annotated[
    Annotated[Text, Tag("@text")] | Annotated[MessageDoc, Tag("@message")],
    told_apart(_message_tag),
]


class ErrorDoc(Document):
    name: PascalName | None = None
    when: MatchDoc | None = None
    extends: PascalName | None = None
    meaning: Text
    basis: Basis = "documented"
    section: Text | None = None
    hint: Text | None = None
    status: Status | None = None
    kind: Literal["error", "rate_limit"] = "error"
    retryable: Literal[True] | None = None
    seconds: PositiveInt | None = None
    messages: list[MessageEntry] = Field(default_factory=list)


class ErrorsDoc(Document):
    """`errors.yaml`."""

    errors: dict[Code, ErrorDoc] = Field(min_length=1)


class ErratumDoc(Document):
    section: Text
    operations: list[Text] = Field(default_factory=list)
    examples: list[Text] = Field(default_factory=list)
    prints: Text
    does: Text
    why: Text


class ErrataDoc(Document):
    """`errata.yaml`."""

    errata: dict[Text, ErratumDoc]
