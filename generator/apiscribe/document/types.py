"""`types/*.yaml`: values, groups of arguments, objects; and what a type is anywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, Tag, model_validator

from apiscribe.document.base import (
    Code,
    Document,
    HeaderName,
    PascalName,
    PositiveInt,
    Scalar,
    SnakeName,
    Text,
    complaint,
    shaped,
    told_apart,
)
from apiscribe.document.deprecation import DeprecationEntry
from apiscribe.document.formats import Format
from apiscribe.document.ground import BasisOf, ErratumOf, RuleKey, refuse_without_rule
from apiscribe.document.rules import RuleEntry
from apiscribe.document.style import StyleDoc


def _named(value: object) -> object:
    """A type given by its name alone."""
    return {"type": value} if isinstance(value, str) else value


def _listed(value: object) -> object:
    """A format or a media type by its name alone."""
    return [value] if isinstance(value, str) else value


def _choices_tag(value: object) -> str:
    return "list" if isinstance(value, list) else "mapping"


def _unique_tag(value: object) -> str:
    return "field" if isinstance(value, str) else "switch"


ConstantName = Annotated[
    str, shaped(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*", "in upper case, such as `SCHEDULED`")
]


class ChoiceDoc(Document):
    """A choice with more than a meaning."""

    name: ConstantName | None = None
    doc: Text | None = None
    deprecated: DeprecationEntry | None = None


def _choice_tag(value: object) -> str:
    return "named" if isinstance(value, dict) else "text"


Choice = Annotated[
    Annotated[Text, Tag("@text")] | Annotated[ChoiceDoc, Tag("@named")], told_apart(_choice_tag)
]
Choices = Annotated[
    Annotated[Annotated[list[Code], Field(min_length=1)], Tag("@list")]
    | Annotated[Annotated[dict[Code, Choice], Field(min_length=1)], Tag("@mapping")],
    told_apart(_choices_tag),
]


def _bound(value: object) -> object:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    raise complaint("wrong-type", "expected a number")


def _positive(value: float) -> float:
    if value <= 0:
        raise complaint("bad-value", "expected a number greater than 0")
    return value


Bound = Annotated[int | float, PlainValidator(_bound)]

Key = Annotated[
    str,
    Field(min_length=1),
    shaped(r'[^"\\\x00-\x1f]+', "a key without quotes, backslashes and control characters"),
]
"""What msgspec, which the models are written with, takes for a key."""

Member = Annotated["TypeDoc", BeforeValidator(_named)]
Members = Annotated[
    Annotated[Annotated[list[Member], Field(min_length=1)], Tag("@list")]
    | Annotated[Annotated[dict[Code, Member], Field(min_length=1)], Tag("@mapping")],
    told_apart(_choices_tag),
]
"""The types of a union, or the values of its discriminator with the type that each means."""


def _both(words: dict[str | int, bool]) -> dict[str | int, bool]:
    if sorted(words.values()) != [False, True] or len({*map(type, words)}) > 1:
        message = "expected one word that is `true` and one that is `false`, both text or numbers"
        raise complaint("bad-value", message)
    return words


Unique = Annotated[
    Annotated[bool, Tag("@switch")] | Annotated[str, Tag("@field")], told_apart(_unique_tag)
]


MediaType = Annotated[
    str,
    shaped(
        r"(?:\*|[A-Za-z0-9!#$&^_.+-]+)/(?:\*|[A-Za-z0-9!#$&^_.+-]+)",
        "a media type, such as `image/png` or `image/*`",
    ),
]
MediaTypes = Annotated[list[MediaType], Field(min_length=1), BeforeValidator(_listed)]
"""One, or several."""


def _magic(text: str) -> str:
    try:
        bytes.fromhex(text)
    except ValueError:
        raise complaint("bad-value", "expected hexadecimal digits, such as `FFD8FF`") from None
    return text


class NoneDoc(Document):
    """That a value of the API's own stands for none."""

    as_: Code = Field(alias="as")


def _nullable_tag(value: object) -> str:
    return "more" if isinstance(value, dict) else "switch"


def _nullable(value: object) -> object:
    if not isinstance(value, bool | dict | None):
        raise complaint("wrong-type", "expected `true`, or `{as: ...}` with what stands for none")
    return value


Nullable = Annotated[
    Annotated[bool, Tag("@switch")] | Annotated[NoneDoc, Tag("@more")],
    told_apart(_nullable_tag),
    BeforeValidator(_nullable),
]


class TypeDoc(Document):
    """A type with its rules. Which rules suit which kind is known once names are resolved."""

    type: Text
    of: Annotated[TypeDoc | None, BeforeValidator(_named)] = None
    members: Members | None = None
    by: Key | None = None
    closed: bool | None = None
    parts: Annotated[list[Member], Field(min_length=2)] | None = None
    keys: Annotated[TypeDoc | None, BeforeValidator(_named)] = None
    words: Annotated[dict[Code, bool], AfterValidator(_both)] | None = None
    any_case: Literal[True] | None = None
    in_json: Annotated[
        Annotated[list[Literal["text", "number"]], Field(min_length=1)] | None,
        BeforeValidator(_listed),
    ] = Field(default=None, alias="json")
    formats: Annotated[
        Annotated[list[Format], Field(min_length=1)] | None, BeforeValidator(_listed)
    ] = None
    blank: bool | None = None
    length: PositiveInt | None = None
    single: bool | None = None
    media_type: MediaTypes | None = None
    extensions: list[Text] | None = Field(default=None, min_length=1)
    magic: Annotated[str, AfterValidator(_magic)] | None = None
    min_bytes: PositiveInt | None = None
    max_bytes: PositiveInt | None = None
    nullable: Nullable | None = None

    choices: Choices | None = None
    member_of: SnakeName | None = Field(default=None, alias="list")
    characters: Text | None = None
    pattern: Text | None = None
    min_length: int | None = Field(default=None, ge=0)
    max_length: int | None = Field(default=None, ge=0)
    max_chinese_words: int | None = Field(default=None, ge=0)
    email: bool | None = None
    minimum: Bound | None = None
    maximum: Bound | None = None
    exclusive_minimum: Bound | None = None
    exclusive_maximum: Bound | None = None
    multiple_of: Annotated[Bound, AfterValidator(_positive)] | None = None
    min_decimals: int | None = Field(default=None, ge=0)
    max_decimals: int | None = Field(default=None, ge=0)
    min_items: int | None = Field(default=None, ge=0)
    max_items: int | None = Field(default=None, ge=0)
    min_keys: int | None = Field(default=None, ge=0)
    max_keys: int | None = Field(default=None, ge=0)
    unique: Unique | None = None

    basis: BasisOf | None = None
    erratum: ErratumOf | None = None

    @model_validator(mode="after")
    def _rests_on_something(self) -> Self:
        stated = list(self._rules_stated())
        refuse_without_rule("basis", self.basis, stated)
        refuse_without_rule("erratum", self.erratum, stated)
        return self

    def _rules_stated(self) -> Iterator[str]:
        """The keys beside it that state a rule."""
        for key, name in _rule_keys(type(self)):
            value = getattr(self, name)
            if value is not None and value is not False:
                yield key


@cache
def _rule_keys(document: type[TypeDoc]) -> list[tuple[str, str]]:
    """The keys of a document that state a rule, with the names of their attributes."""
    keys = ((field.alias or name, name) for name, field in document.model_fields.items())
    rules = frozenset(get_args(RuleKey))
    return [(key, name) for key, name in keys if key in rules]


TypeUse = Annotated[TypeDoc, BeforeValidator(_named)]
"""A type by its name alone, or with keys of its own."""


class ValueDoc(TypeDoc):
    doc: Text
    sensitive: bool = False


class HeadersDoc(Document):
    """Headers that are the keys of a map, behind what their names begin with."""

    prefix: HeaderName


def _header_tag(value: object) -> str:
    return "prefix" if isinstance(value, dict) else "name"


class FieldDoc(TypeDoc):
    doc: Text
    optional: bool = False
    default: Scalar | None = None
    sensitive: bool | None = None
    wire_name: Key | None = None
    misprint: bool = False
    readonly: bool = False
    writeonly: bool = False
    header: (
        Annotated[
            Annotated[HeaderName, Tag("@name")] | Annotated[HeadersDoc, Tag("@prefix")],
            told_apart(_header_tag),
        ]
        | None
    ) = None
    style: StyleDoc | None = None
    whole_body: Literal[True] | None = Field(default=None, alias="body")
    deprecated: DeprecationEntry | None = None

    def _rules_stated(self) -> Iterator[str]:
        yield from super()._rules_stated()
        if not self.optional:
            yield "required"


class ObjectDoc(Document):
    doc: Text
    fields: dict[Key, FieldDoc]
    section: Text | None = None
    extends: PascalName | None = None
    rules: list[RuleEntry] = Field(default_factory=list)
    shorthand: str | None = None
