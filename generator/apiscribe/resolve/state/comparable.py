"""Whether it can be said which of two values is more, as far as their types are known."""

from __future__ import annotations

from typing import Literal, assert_never

from apiscribe.model import (
    AnyType,
    BooleanType,
    BytesType,
    CsvType,
    DateType,
    DecimalType,
    DigitsType,
    DurationType,
    FileType,
    IdentifierType,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    TextType,
    TupleType,
    UnionType,
    ValueType,
)
from apiscribe.runtime.semantics.numbers import says_number

Kind = Literal["number", "text", "moment", "text_in_digits", "boolean", "list", "object", "file"]

_WORDS: dict[Kind, str] = {
    "number": "a number",
    "text": "a text",
    "moment": "a moment",
    "text_in_digits": "a text",
    "boolean": "`true` or `false`",
    "list": "a list",
    "object": "an object",
    "file": "a file",
}
_UNORDERED: frozenset[Kind] = frozenset({"boolean", "list", "object", "file"})
_STRANGE = ({"number", "moment"}, {"number", "text"})

Kinds = frozenset[Kind]
"""All that a value may be; empty if that is not known."""


def unordered(kinds: Kinds) -> str | None:
    """What a value is, if nothing is more or less than it."""
    return _WORDS[min(kinds)] if kinds and kinds <= _UNORDERED else None


def strange(one: Kinds, two: Kinds) -> tuple[str, str] | None:
    """What two values are, if no value of the one is more or less than any of the other."""
    if not one or not two or any({a, b} not in _STRANGE for a in one for b in two):
        return None
    return _WORDS[min(one)], _WORDS[min(two)]


def kinds_of(of: ValueType | None) -> Kinds:  # noqa: C901 -- one case a type
    match of:
        case IntegerType() | NumberType() | DecimalType() | DigitsType():
            return frozenset({"number"})
        case TextType() if of.choices and not any(says_number(str(each)) for each in of.choices):
            return frozenset({"text"})
        case TextType() | BytesType() | IdentifierType():
            return frozenset({"text_in_digits"})
        case DateType():  # kept as text, however the API writes it
            return frozenset({"moment"})
        case BooleanType():
            return frozenset({"boolean"})
        case CsvType():
            return frozenset({"list"}) if of.is_list else frozenset({"text_in_digits"})
        case ListType() | TupleType():
            return frozenset({"list"})
        case MapType() | ObjectRef():
            return frozenset({"object"})
        case FileType():
            return frozenset({"file"})
        case UnionType():
            members = [kinds_of(each.type) for each in of.members]
            return frozenset().union(*members) if all(members) else frozenset()
        case DurationType() | AnyType() | None:
            return frozenset()
    assert_never(of)


def kinds_of_plain(value: object) -> Kinds:
    """Of a value that the spec itself has."""
    match value:
        case bool():
            return frozenset({"boolean"})
        case int() | float():
            return frozenset({"number"})
        case str() if value:
            return frozenset({"text_in_digits" if says_number(value) else "text"})
        case list():
            return frozenset({"list"})
        case _:
            return frozenset()
