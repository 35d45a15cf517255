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
from apiscribe.runtime.semantics.head_fields import HeadField
from apiscribe.runtime.semantics.header_texts import HeaderKind


def head_field(field: Field) -> HeadField:
    """Where headers of a response have a field."""
    assert field.header is not None, "it stands in a header"
    return HeadField(
        key=field.wire_name,
        header=field.header.lower(),
        kind=header_kind(field),
        is_prefix=field.is_open,
    )


def header_kind(field: Field) -> HeaderKind:
    """What JSON would have in the place of a header's text; readers of numbers take text, too."""
    if field.in_json or field.in_percent:
        return "json" if field.in_json else "percent"
    of = field.type
    return _kind(of.value if field.is_open and isinstance(of, MapType) else of)


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
