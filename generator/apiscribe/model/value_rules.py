"""Rules that a single value keeps.

The vocabulary is closed: `ValueRule` is the whole of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from apiscribe.model.deprecation import Deprecation
from apiscribe.model.ground import DOCUMENTED, Ground

Number = int | float


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    value: str | int
    doc: str | None = None
    name: str | None = None
    """The name of its constant."""
    deprecated: Deprecation | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Rule:
    ground: Ground = DOCUMENTED


@dataclass(frozen=True, kw_only=True, slots=True)
class Choices(_Rule):
    """The value is one of a few, listed where the type is declared."""

    choices: tuple[Choice, ...]
    closed: bool = False
    """None is added later: in a response, any other is a mistake."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberOf(_Rule):
    """The value is an id of one of the spec's lists."""

    list: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Characters(_Rule):
    """Every character of the value is one of these.

    `allowed` is the inside of a regular expression's character class.
    """

    allowed: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Pattern(_Rule):
    """The whole value matches a regular expression."""

    pattern: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Length(_Rule):
    """How many characters (Unicode code points) the value has."""

    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CjkWords(_Rule):
    """At most so many Chinese words; each Han character counts as one."""

    maximum: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Range(_Rule):
    minimum: Number | None = None
    maximum: Number | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Between(_Rule):
    """Bounds that are not included."""

    minimum: Number | None = None
    maximum: Number | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MultipleOf(_Rule):
    step: Number


@dataclass(frozen=True, kw_only=True, slots=True)
class Decimals(_Rule):
    """How many digits stand after the point."""

    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyCount(_Rule):
    """How many keys a map has."""

    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemCount(_Rule):
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class UniqueItems(_Rule):
    """No item twice; `by` names the field that tells items of an object type apart."""

    by: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Email(_Rule):
    """One `@` with a local part and a domain around it, and no blanks."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FileSize(_Rule):
    """How many bytes a file, or what text stands for, has at most."""

    maximum: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Utf8Size(_Rule):
    """How many bytes a text has in UTF-8."""

    minimum: int | None = None
    maximum: int | None = None


ValueRule = (
    Choices
    | MemberOf
    | Characters
    | Pattern
    | Length
    | CjkWords
    | Range
    | Between
    | MultipleOf
    | Decimals
    | ItemCount
    | KeyCount
    | UniqueItems
    | Email
    | FileSize
    | Utf8Size
)
