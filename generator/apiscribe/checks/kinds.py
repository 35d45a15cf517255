"""Kinds of types that several rules ask for."""

from __future__ import annotations

from apiscribe.model import (
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
    UnknownType,
)

IN_A_HEADER = (
    *(TextType, IntegerType, NumberType, BooleanType, DigitsType),
    *(DateType, DurationType, DecimalType, BytesType),
    UnknownType,
)
"""Single values of which it is known what they are in a header or a cookie, or will be."""
SINGLE = (*IN_A_HEADER, IdentifierType)
"""Values that are one text outside of JSON."""
SEVERAL = (ListType, TupleType, MapType, ObjectRef, UnionType, FileType)
"""What holds others, or is one of several."""
MANY = (CsvType, *SEVERAL)
"""The same with what holds others in one text."""
