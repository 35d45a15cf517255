"""What stands in a header of a response."""

from __future__ import annotations

from typing import assert_never

from apiscribe.model.values import (
    AnyType,
    BooleanType,
    BytesType,
    CsvType,
    DateType,
    DecimalType,
    DigitsType,
    DurationType,
    Field,
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
from apiscribe.runtime.semantics.header_texts import HeaderKind


def header_kind(field: Field) -> HeaderKind:
    """What JSON would have in the place of a header's text; readers of numbers take text, too."""
    return "json" if field.in_json else _kind(field.type)


def _kind(of: ValueType) -> HeaderKind:
    match of:
        case IntegerType() | NumberType() | DateType(in_text=False) | DurationType(in_text=False):
            return "number"
        case DecimalType():
            return "number" if of.in_json == "number" else "text"
        case BooleanType():
            if of.words is None:
                return "boolean"
            return "number" if isinstance(of.words[0], int) else "text"
        case TextType() | IdentifierType() | DigitsType() | BytesType() | CsvType() | AnyType():
            return "text"
        case DateType() | DurationType():
            return "text"
        case ListType() | TupleType() | MapType() | ObjectRef() | UnionType() | FileType():
            return "text"  # which the checks refuse
        case _:
            assert_never(of)
