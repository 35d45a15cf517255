"""What a value is called in a sentence."""

import pytest

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
    UnionMember,
    UnionType,
)
from apiscribe.views.nouns import noun
from tests.unit.specs import compiled

API = compiled()
BIRD = ObjectRef(object="Bird")


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (BIRD, "`Bird`"),
        (ListType(item=BIRD), "a list of `Bird`"),
        (CsvType(item=IntegerType(), is_list=True), "a list of whole numbers"),
        (CsvType(item=IntegerType()), "text"),
        (MapType(value=NumberType()), "a map of numbers"),
        (TupleType(parts=(TextType(), NumberType())), "a tuple of text and a number"),
        (
            UnionType(members=(UnionMember(type=TextType()), UnionMember(type=BIRD))),
            "text or `Bird`",
        ),
        (IntegerType(), "a whole number"),
        (NumberType(), "a number"),
        (BooleanType(), "true or false"),
        (DateType(formats=("date",)), "a date"),
        (DecimalType(), "a decimal"),
        (DurationType(formats=("seconds",)), "a duration"),
        (IdentifierType(), "an id"),
        (FileType(), "a file"),
        (BytesType(form="base64"), "bytes"),
        (AnyType(), "any JSON value"),
        (TextType(), "text"),
        (DigitsType(length=4), "text"),
    ],
)
def test_each_kind_has_a_noun(of, expected):
    assert noun(API, of) == expected
