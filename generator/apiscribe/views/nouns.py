"""What values of a type are called in a sentence."""

from __future__ import annotations

from typing import assert_never

from apiscribe.model import (
    AnyType,
    Api,
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
from apiscribe.views.text import listed


def noun(api: Api, of: ValueType) -> str:
    """What a value of a type is called in a sentence."""
    match of:
        case ObjectRef():
            return f"`{of.object}`"
        case ListType():
            return f"a list of {_plural(api, of.item)}"
        case CsvType() if of.is_list:
            return f"a list of {_plural(api, of.item)}"
        case MapType():
            return f"a map of {_plural(api, of.value)}"
        case TupleType():
            return f"a tuple of {listed((noun(api, part) for part in of.parts), 'and')}"
        case UnionType():
            return listed(noun(api, member.type) for member in of.members)
        case IntegerType():
            return "a whole number"
        case NumberType():
            return "a number"
        case BooleanType():
            return "true or false"
        case DateType():
            return "a date"
        case DecimalType():
            return "a decimal"
        case DurationType():
            return "a duration"
        case IdentifierType():
            return "an id"
        case FileType():
            return "a file"
        case BytesType():
            return "bytes"
        case AnyType():
            return "any JSON value"
        case TextType() | DigitsType() | CsvType():
            return "text"
    assert_never(of)


def _plural(api: Api, of: ValueType) -> str:
    """What several values of a type are called."""
    match of:
        case UnionType():
            return listed(_plural(api, member.type) for member in of.members)
        case ObjectRef() | BooleanType() | BytesType():
            return noun(api, of)
        case AnyType():
            return "JSON values"
        case _:
            first, _, of_what = (
                noun(api, of).removeprefix("a ").removeprefix("an ").partition(" of ")
            )
            return f"{first}s of {of_what}" if of_what else f"{first}s"
