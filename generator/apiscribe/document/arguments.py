"""The arguments of an operation, and the groups that it shares with others."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Tag

from apiscribe.document.base import Code, Document, Scalar, Text, TextOrNothing, told_apart
from apiscribe.document.deprecation import DeprecationEntry
from apiscribe.document.key_paths import KeyPath
from apiscribe.document.rules import ConditionDoc
from apiscribe.document.style import ArgumentStyleDoc
from apiscribe.document.types import TypeDoc

ArgumentName = Annotated[str, Field(min_length=1)]
Location = Literal["path", "query", "body", "header", "cookie"]
ConstantLocation = Literal["query", "body", "header", "cookie"]


class IdempotencyDoc(Document):
    """What becomes of a key that the service knows already."""

    seconds: Annotated[int, Field(ge=1)] | None = None
    per: Literal["operation", "api"] = "operation"
    otherwise: Code | None = None
    replayed: dict[Text, Text] = Field(default_factory=dict)
    failures: bool = True


class ExpandsDoc(Document):
    """What is answered to a path that leads to no id."""

    otherwise: Code
    message: Text | None = None


class SelectsDoc(Document):
    """Of what an argument says which fields there are, and which of them are always there."""

    at: KeyPath | None = None
    always: list[Text] = Field(default_factory=list)


def _true_tag(value: object) -> str:
    return "more" if isinstance(value, dict) else "true"


def _selects_tag(value: object) -> str:
    return "at" if isinstance(value, str) else _true_tag(value)


IdempotencyEntry = Annotated[
    Annotated[Literal[True], Tag("@true")] | Annotated[IdempotencyDoc, Tag("@more")],
    told_apart(_true_tag),
]
ExpandsEntry = Annotated[
    Annotated[Literal[True], Tag("@true")] | Annotated[ExpandsDoc, Tag("@more")],
    told_apart(_true_tag),
]
SelectsEntry = Annotated[
    Annotated[Literal[True], Tag("@true")]
    | Annotated[KeyPath, Tag("@at")]
    | Annotated[SelectsDoc, Tag("@more")],
    told_apart(_selects_tag),
]


class ArgumentDoc(TypeDoc):
    doc: Text
    required: bool | None = None
    default: Scalar | None = None
    sensitive: bool | None = None
    deprecated: DeprecationEntry | None = None
    location: Location | None = Field(default=None, alias="in")
    only_for: ConditionDoc | None = None
    wire_name: Text | None = None
    prefix: TextOrNothing | None = None
    whole_body: Literal[True] | None = Field(default=None, alias="body")
    idempotency_key: IdempotencyEntry | None = None
    expands: ExpandsEntry | None = None
    selects: SelectsEntry | None = None
    holds: Literal["seconds", "milliseconds"] | None = None
    counts: Literal["milliseconds", "microseconds", "nanoseconds"] | None = None
    style: ArgumentStyleDoc | None = None
    wrapped: Literal[False] | None = None


class ConstantDoc(Document):
    """What always goes along, and is no parameter."""

    constant: Scalar
    doc: Text | None = None
    location: ConstantLocation | None = Field(default=None, alias="in")
    wire_name: Text | None = None
    optional: bool = False
    otherwise: Code | None = None
    wrapped: Literal[False] | None = None


class OverrideDoc(ArgumentDoc):
    """Keys of a group's argument that are different here; null removes one."""

    type: Text | None = None  # type: ignore[assignment]  # an override may leave out any key
    doc: Text | None = None  # type: ignore[assignment]


class GroupUseDoc(Document):
    """`{group: true, ...}`."""

    group: Literal[True]
    leave_out: list[ArgumentName] = Field(default_factory=list, alias="except")
    override: dict[ArgumentName, OverrideDoc] = Field(default_factory=dict)


def _entry_tag(value: object) -> str:
    if isinstance(value, str):
        return "word"
    if isinstance(value, dict) and "constant" in value:
        return "constant"
    return "group" if isinstance(value, dict) and "group" in value else "argument"


ArgumentEntry = Annotated[
    Annotated[Literal["group"], Tag("@word")]
    | Annotated[GroupUseDoc, Tag("@group")]
    | Annotated[ConstantDoc, Tag("@constant")]
    | Annotated[ArgumentDoc, Tag("@argument")],
    told_apart(_entry_tag),
]
