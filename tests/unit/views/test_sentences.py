"""What a type, a default or a rule says in English."""

import pytest

from apiscribe.model import (
    Argument,
    Choice,
    Choices,
    Clause,
    CsvType,
    DateType,
    Deprecation,
    DigitsType,
    FileSize,
    FileType,
    IntegerType,
    ItemCount,
    Length,
    ListType,
    MapType,
    Range,
    RequiredWhen,
    TextType,
    UniqueItems,
)
from apiscribe.views import rule_sentences, sentences
from tests.unit.specs import compiled

API = compiled()
KIND = IntegerType(rules=(Choices(choices=(Choice(value=1, doc="owl"), Choice(value=2))),))


def of_type(of):
    return " ".join(sentences.type_limits(API, of))


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (TextType(), ""),
        (KIND, "One of 1 (owl) or 2."),
        (DigitsType(length=6), "Exactly 6 digits."),
        (DateType(formats=("utc", "utc_unpadded")), "Such as 2012-11-25T12:00:00Z."),
        (TextType(rules=(Length(minimum=1),)), "Not empty."),
        (TextType(rules=(Length(minimum=2, maximum=4),)), "2 to 4 characters."),
        (IntegerType(rules=(Range(minimum=0),)), "At least 0."),
        (CsvType(item=KIND), "Sent separated by commas. Each: one of 1 (owl) or 2."),
        (
            ListType(item=ListType(item=TextType(rules=(Length(minimum=1),)))),
            "In each, each: not empty.",
        ),
        (MapType(value=IntegerType(rules=(Range(maximum=3),))), "Each: at most 3."),
        (
            ListType(item=TextType(), rules=(ItemCount(minimum=1), UniqueItems())),
            "At least one. No item twice.",
        ),
        (
            FileType(
                media_types=("image/png",),
                extensions=("png",),
                magic=b"",
                rules=(FileSize(maximum=2048),),
            ),
            "A file in image/png, as path, bytes or open file. At most 2,048 bytes.",
        ),
    ],
    ids=str,
)
def test_what_a_value_may_be(of, said):
    assert of_type(of) == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"required": False, "default": 2}, "How many. Default: 2."),
        ({"required": False, "default": False}, "How many. Default: false."),
        ({"required": False, "default": 0}, "How many. Default: 0."),
        (
            {"required": True, "default": 2},
            "How many. Required, although the page names a default: 2.",
        ),
        ({"required": True, "conditional": True, "default": 2}, "How many. Default: 2."),
        ({"required": True}, "How many."),
        ({"required": False, "deprecated": Deprecation()}, "How many. Deprecated."),
    ],
    ids=str,
)
def test_an_argument_says_how_its_default_is_read(facts, said):
    given = Argument(name="n", type=IntegerType(), doc="How many", **facts)

    assert sentences.argument(API, given) == said


def test_a_rule_names_values_with_what_they_mean():
    rule = RequiredWhen(
        argument="wings",
        when=(Clause(argument="kind", test="in", values=(1, 2)),),
        severity="warning",
    )

    assert rule_sentences.argument_rule(API, {"kind": KIND}, rule) == (
        "`wings` is required when `kind` is 1 (owl) or 2 (a warning)."
    )
