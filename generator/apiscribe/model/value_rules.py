"""Rules that a single value keeps.

The vocabulary is closed: `ValueRule` is the whole of it.
"""

from __future__ import annotations

from msgspec import Struct

from apiscribe.model.deprecation import Deprecation
from apiscribe.model.ground import DOCUMENTED, Ground

Number = int | float


class Choice(Struct, frozen=True, kw_only=True):
    value: str | int
    doc: str | None = None
    name: str | None = None
    """The name of its constant."""
    deprecated: Deprecation | None = None


class _Rule(Struct, frozen=True, kw_only=True):
    ground: Ground = DOCUMENTED


class Choices(_Rule, frozen=True, kw_only=True):
    """The value is one of a few, listed where the type is declared."""

    choices: tuple[Choice, ...]
    closed: bool = False
    """None is added later: in a response, any other is a mistake."""


class MemberOf(_Rule, frozen=True, kw_only=True):
    """The value is an id of one of the spec's lists."""

    list: str


class Characters(_Rule, frozen=True, kw_only=True):
    """Every character of the value is one of these.

    `allowed` is the inside of a regular expression's character class.
    """

    allowed: str


class Pattern(_Rule, frozen=True, kw_only=True):
    """The whole value matches a regular expression."""

    pattern: str


class Length(_Rule, frozen=True, kw_only=True):
    """How many characters (Unicode code points) the value has."""

    minimum: int | None = None
    maximum: int | None = None


class CjkWords(_Rule, frozen=True, kw_only=True):
    """At most so many Chinese words; each Han character counts as one."""

    maximum: int


class Range(_Rule, frozen=True, kw_only=True):
    minimum: Number | None = None
    maximum: Number | None = None


class Between(_Rule, frozen=True, kw_only=True):
    """Bounds that are not included."""

    minimum: Number | None = None
    maximum: Number | None = None


class MultipleOf(_Rule, frozen=True, kw_only=True):
    step: Number


class Decimals(_Rule, frozen=True, kw_only=True):
    """How many digits stand after the point."""

    minimum: int | None = None
    maximum: int | None = None


class KeyCount(_Rule, frozen=True, kw_only=True):
    """How many keys a map has."""

    minimum: int | None = None
    maximum: int | None = None


class ItemCount(_Rule, frozen=True, kw_only=True):
    minimum: int | None = None
    maximum: int | None = None


class UniqueItems(_Rule, frozen=True, kw_only=True):
    """No item twice; `by` names the field that tells items of an object type apart."""

    by: str | None = None


class Email(_Rule, frozen=True, kw_only=True):
    """One `@` with a local part and a domain around it, and no blanks."""


class FileSize(_Rule, frozen=True, kw_only=True):
    """How many bytes a file, or what text stands for, has at most."""

    maximum: int


class Utf8Size(_Rule, frozen=True, kw_only=True):
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
