"""How the pages of a list are asked for."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, ConfigDict, Field, Tag

from apiscribe.document.base import (
    Document,
    HeaderName,
    Identifier,
    InHeaderDoc,
    PositiveInt,
    SnakeName,
    Text,
    complaint,
    told_apart,
)
from apiscribe.document.key_paths import KeyPath


class NumberPagingDoc(Document):
    page: Text
    size: Text
    count: Text
    total: Text | None = None


class TokenPagingDoc(Document):
    token: Text
    size: Text | None = None
    count: Text | None = None
    lifetime: PositiveInt | None = None


def _told_tag(value: object) -> str:
    return "header" if isinstance(value, dict) else "key"


Told = Annotated[
    Annotated[KeyPath, Tag("@key")] | Annotated[InHeaderDoc, Tag("@header")],
    told_apart(_told_tag),
]
"""Where a response says something of its page: a key of its body, or a header."""


def _size_tag(value: object) -> str:
    return "number" if isinstance(value, int) else "argument"


Size = Annotated[
    Annotated[Text, Tag("@argument")] | Annotated[PositiveInt, Tag("@number")],
    told_apart(_size_tag),
]
"""The argument that says how many items a page has, or how many it always has."""


class ByPageDoc(Document):
    by: Literal["page"]
    page: Text
    begins: list[Text] = Field(default_factory=list)
    first: Annotated[int, Field(ge=0, le=1)] = 1
    size: Size | None = None
    next: Told | None = None
    pages: Told | None = None
    total: Told | None = None
    more: Told | None = None
    end: Told | None = None
    until: Literal["short", "empty"] | None = None


class ByOffsetDoc(Document):
    by: Literal["offset"]
    offset: Text
    begins: list[Text] = Field(default_factory=list)
    size: Size | None = None
    total: Told | None = None
    more: Told | None = None
    end: Told | None = None
    until: Literal["short", "empty"] | None = None


class ByCursorDoc(Document):
    by: Literal["cursor"]
    cursor: Text
    begins: list[Text] = Field(default_factory=list)
    next: Told
    size: Size | None = None
    more: Told | None = None
    end: Told | None = None
    until: Literal["empty"] | None = None
    lifetime: PositiveInt | None = None
    along: dict[Text, Told] = Field(default_factory=dict)


class _ByItemDoc(Document):
    """What is the same of pages that go by an item of the one before."""

    cursor: Text
    begins: list[Text] = Field(default_factory=list)
    item: KeyPath
    plus: Annotated[int, Field(ge=-1, le=1)] = 0
    more: Told | None = None
    end: Told | None = None
    until: Literal["short"] | None = None
    size: Size | None = None


class ByLastItemDoc(_ByItemDoc):
    by: Literal["last_item"]
    before: Text | None = None


class ByFirstItemDoc(_ByItemDoc):
    by: Literal["first_item"]
    after: Text | None = None


class LinkedDoc(Document):
    """The address of a link in a list: `{list: links, where: {rel: next}, key: href}`."""

    list: KeyPath
    where: dict[Text, Text] = Field(min_length=1)
    key: KeyPath


def _address_tag(value: object) -> str:
    return "linked" if isinstance(value, dict) else "key"


Addressed = Annotated[
    Annotated[KeyPath, Tag("@key")] | Annotated[LinkedDoc, Tag("@linked")],
    told_apart(_address_tag),
]
"""Where a response has an address: at a key, or in a list of links."""


class _AddressedDoc(Document):
    page: Text | None = None
    first: Annotated[int, Field(ge=0, le=1)] = 1
    offset: Text | None = None
    cursor: Text | None = None
    size: Size | None = None
    end: Told | None = None
    until: Literal["empty"] | None = None
    servers: list[Identifier] = Field(default_factory=list)


class InLinkDoc(Document):
    parameter: HeaderName


class ByLinkDoc(_AddressedDoc):
    by: Literal["link"]
    more: InLinkDoc | None = None
    before: Text | None = None
    item: KeyPath | None = None


class ByUrlDoc(_AddressedDoc):
    by: Literal["url"]
    next: Addressed
    previous: Addressed | None = None
    total: KeyPath | None = None


PagesName = Literal["page", "offset", "cursor", "last_item", "first_item", "link", "url"]


class UnknownPagesDoc(Document):
    """Only to say that its name is not known: nothing can be said about its other keys."""

    model_config = ConfigDict(extra="ignore")

    by: PagesName


def _scheme_tag(value: object) -> str:
    if isinstance(value, dict) and "by" in value:
        return str(value["by"]) if value["by"] in get_args(PagesName) else "unknown"
    return "token" if isinstance(value, dict) and "token" in value else "number"


SchemeEntry = Annotated[
    Annotated[NumberPagingDoc, Tag("@number")]
    | Annotated[TokenPagingDoc, Tag("@token")]
    | Annotated[ByPageDoc, Tag("@page")]
    | Annotated[ByOffsetDoc, Tag("@offset")]
    | Annotated[ByCursorDoc, Tag("@cursor")]
    | Annotated[ByLastItemDoc, Tag("@last_item")]
    | Annotated[ByFirstItemDoc, Tag("@first_item")]
    | Annotated[ByLinkDoc, Tag("@link")]
    | Annotated[ByUrlDoc, Tag("@url")]
    | Annotated[UnknownPagesDoc, Tag("@unknown")],
    told_apart(_scheme_tag),
]
PagingDoc = dict[SnakeName, SchemeEntry]


def _one_list(value: object) -> object:
    if isinstance(value, list):
        message = "a walk yields the items of one list; `pages()` of it has the others as well"
        raise complaint("bad-value", message)
    return value


class PagingUseDoc(Document):
    by: SnakeName
    items: Annotated[KeyPath | None, BeforeValidator(_one_list)] = None
    continue_with: Text | None = None


def _use_tag(value: object) -> str:
    return "name" if isinstance(value, str) else "use"


PagingUseEntry = Annotated[
    Annotated[SnakeName, Tag("@name")] | Annotated[PagingUseDoc, Tag("@use")],
    told_apart(_use_tag),
]
