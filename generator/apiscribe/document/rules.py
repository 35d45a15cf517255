"""Rules between arguments, and the conditions under which they hold."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, get_args

from pydantic import ConfigDict, Field, Tag, model_validator

from apiscribe.document.base import Document, SnakeName, Text, Word, complaint, told_apart
from apiscribe.document.ground import Basis

Severity = Literal["error", "warning"]


class TestDoc(Document):
    """`{not: [...]}`, `{given: true}` or `{is_null: false}`."""

    __test__: ClassVar[bool] = False  # not one of pytest's

    none_of: list[Word] | None = Field(default=None, alias="not", min_length=1)
    given: bool | None = None
    is_null: bool | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> TestDoc:
        said = [each for each in (self.none_of, self.given, self.is_null) if each is not None]
        if len(said) != 1:
            raise complaint("bad-value", "expected one of `not`, `given` and `is_null`")
        return self


def _clause_tag(value: object) -> str:
    if isinstance(value, dict):
        return "test"
    return "values" if isinstance(value, list) else "value"


ClauseDoc = Annotated[
    Annotated[TestDoc, Tag("@test")]
    | Annotated[Annotated[list[Word], Field(min_length=1)], Tag("@values")]
    | Annotated[Word, Tag("@value")],
    told_apart(_clause_tag),
]
ConditionDoc = Annotated[dict[Text, ClauseDoc], Field(min_length=1)]
"""Argument -> what has to hold of it."""


class RuleDoc(Document):
    severity: Severity = "error"
    section: Text | None = None
    basis: Basis = "documented"
    erratum: Text | None = None
    doc: Text | None = None


class OneOfRequiredDoc(RuleDoc):
    rule: Literal["one_of_required"]
    arguments: list[Text] = Field(min_length=2)


class RequiredWhenDoc(RuleDoc):
    rule: Literal["required_when"]
    argument: Text
    when: ConditionDoc


class IgnoredWhenDoc(RuleDoc):
    rule: Literal["ignored_when"]
    argument: Text
    when: ConditionDoc


class AppliesWhenDoc(RuleDoc):
    rule: Literal["applies_when"]
    argument: Text
    when: ConditionDoc


class MemberOfWhenDoc(RuleDoc):
    """Without a condition it always holds."""

    rule: Literal["member_of_when"]
    argument: Text
    member_of: SnakeName | None = Field(default=None, alias="list")
    lists: list[SnakeName] | None = Field(default=None, min_length=1)
    when: ConditionDoc | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> MemberOfWhenDoc:
        if (self.member_of is None) == (self.lists is None):
            raise complaint("bad-value", "expected either `list` or `lists`")
        return self


class RangeWhenDoc(RuleDoc):
    """Without a condition it always holds."""

    rule: Literal["range_when"]
    argument: Text
    minimum: int | None = None
    maximum: int | None = None
    when: ConditionDoc | None = None

    @model_validator(mode="after")
    def _bounded(self) -> RangeWhenDoc:
        if self.minimum is None and self.maximum is None:
            raise complaint("missing-key", "expected `minimum`, `maximum` or both")
        return self


class ExclusiveDoc(RuleDoc):
    rule: Literal["exclusive"]
    arguments: list[Text] = Field(min_length=2)


class OrderedDoc(RuleDoc):
    rule: Literal["ordered"]
    first: Text
    last: Text


RuleName = Literal[
    "one_of_required",
    "required_when",
    "ignored_when",
    "applies_when",
    "member_of_when",
    "range_when",
    "exclusive",
    "ordered",
]


class UnknownRuleDoc(RuleDoc):
    """Stands for a rule that says of no known kind to be; never valid."""

    model_config = ConfigDict(extra="ignore")

    rule: RuleName


def _rule_tag(value: object) -> str:
    word = value.get("rule") if isinstance(value, dict) else None
    return word if isinstance(word, str) and word in get_args(RuleName) else "unknown"


RuleEntry = Annotated[
    Annotated[OneOfRequiredDoc, Tag("@one_of_required")]
    | Annotated[RequiredWhenDoc, Tag("@required_when")]
    | Annotated[IgnoredWhenDoc, Tag("@ignored_when")]
    | Annotated[AppliesWhenDoc, Tag("@applies_when")]
    | Annotated[MemberOfWhenDoc, Tag("@member_of_when")]
    | Annotated[RangeWhenDoc, Tag("@range_when")]
    | Annotated[ExclusiveDoc, Tag("@exclusive")]
    | Annotated[OrderedDoc, Tag("@ordered")]
    | Annotated[UnknownRuleDoc, Tag("@unknown")],
    told_apart(_rule_tag),
]
