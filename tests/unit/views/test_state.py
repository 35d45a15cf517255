"""How the emulator shows values: a shape for each kind of type, and whether it may be null."""

import pytest
from msgspec.structs import replace
from msgspec.structs import replace as replaced

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
)
from apiscribe.runtime.program import Shape
from apiscribe.views.state import shape

TEXT = Shape(kind="text")
SHAPES = [
    (TextType(), TEXT),
    (IntegerType(), Shape(kind="integer")),
    (NumberType(), Shape(kind="number")),
    (BooleanType(words=("yes", "no")), Shape(kind="boolean", words=("yes", "no"))),
    (DecimalType(), TEXT),
    (DecimalType(in_json="number"), Shape(kind="decimal")),
    (BytesType(form="base64"), TEXT),
    (IdentifierType(), Shape(kind="identifier")),
    (DigitsType(length=3), Shape(kind="identifier")),
    (
        DateType(formats=("date",), blank=True, in_text=True),
        Shape(kind="date", formats=("date",), blank=True, in_text=True),
    ),
    (
        DurationType(formats=("seconds",), in_text=True),
        Shape(kind="duration", formats=("seconds",), in_text=True),
    ),
    (CsvType(item=TextType(), separator="|"), Shape(kind="csv", separator="|")),
    (
        TupleType(parts=(TextType(), NumberType(nullable=True))),
        Shape(kind="tuple", parts=(TEXT, Shape(kind="number", nullable=True))),
    ),
    (
        ListType(item=TextType(nullable=True)),
        Shape(kind="list", item=Shape(kind="text", nullable=True)),
    ),
    (MapType(value=IntegerType()), Shape(kind="map", item=Shape(kind="integer"))),
    (ObjectRef(object="Bird"), Shape(kind="object", object="Bird")),
    (AnyType(), Shape(kind="any")),
    (FileType(), TEXT),
]


@pytest.mark.parametrize(("of", "expected"), SHAPES)
@pytest.mark.parametrize("null", [False, True], ids=["never null", "perhaps null"])
def test_each_kind_has_its_shape(of, expected, null):
    found = shape(replace(of, nullable=null), {})

    assert found == replaced(expected, nullable=null)
    assert found.nullable is null


def test_a_word_may_stand_for_none():
    found = shape(IntegerType(none_as=0), {})

    assert found == Shape(kind="integer", none_as=0)
