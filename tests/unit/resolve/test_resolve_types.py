"""Resolving types: what is written becomes what it says, with rules replaced where it is used."""

from collections.abc import Mapping

import pytest

from apiscribe.model import (
    AnyType,
    Choice,
    Choices,
    CsvType,
    DateType,
    FileType,
    IntegerType,
    Length,
    ListType,
    MapType,
    MemberOf,
    ObjectRef,
    Range,
    TextType,
    UniqueItems,
)
from tests.unit.specs import compiled, extra, using


def argument_type(keys: str, types: str = "", uses: Mapping[str, str] | None = None) -> object:
    """The type of an argument that is written so."""
    written = f"arguments:\n  a: {{{keys}, doc: A.}}\n"
    return extra(written, types, uses=uses).argument("a").type


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("type: text", TextType()),
        ("type: text, max_length: 3", TextType(rules=(Length(maximum=3),))),
        ("type: text, list: habitats", TextType(rules=(MemberOf(list="habitats"),))),
        (
            "type: integer, choices: {1: one, 2: two}",
            IntegerType(
                rules=(Choices(choices=(Choice(value=1, doc="one"), Choice(value=2, doc="two"))),)
            ),
        ),
        (
            "type: text, choices: [b, a]",
            TextType(rules=(Choices(choices=(Choice(value="b"), Choice(value="a"))),)),
        ),
        ("type: integer, nullable: true", IntegerType(nullable=True)),
        ("type: date, formats: [utc, date]", DateType(formats=("utc", "date"))),
        ("type: csv, of: text", CsvType(item=TextType())),
        (
            "type: list, of: {type: text, min_length: 1}, single: true, unique: true",
            ListType(
                item=TextType(rules=(Length(minimum=1),)), single=True, rules=(UniqueItems(),)
            ),
        ),
        (
            "type: list, of: Nest, unique: tree",
            ListType(item=ObjectRef(object="Nest"), rules=(UniqueItems(by="tree"),)),
        ),
        ("type: list, of: text, unique: false", ListType(item=TextType())),
        ("type: map, of: integer", MapType(value=IntegerType())),
        (
            "type: file, media_type: image/png, extensions: [png], magic: '8950'",
            FileType(media_types=("image/png",), extensions=("png",), magic=b"\x89P"),
        ),
        ("type: any", AnyType()),
        ("type: Nest", ObjectRef(object="Nest")),
    ],
)
def test_a_type_becomes_what_it_says(keys: str, expected: object) -> None:
    assert argument_type(keys) == expected


TYPES = """
values:
  size: {type: integer, minimum: 1, maximum: 50, doc: A.}
  tiny: {type: size, maximum: 5, doc: B.}
  same: {type: size, doc: C.}
  mail: {type: text, email: true, max_length: 9, doc: D.}
  home: {type: Nest, doc: E.}
"""
USES = using("size", "tiny", "same", "mail", "home")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("type: size", IntegerType(name="size", rules=(Range(minimum=1, maximum=50),))),
        ("type: same", IntegerType(name="same", rules=(Range(minimum=1, maximum=50),))),
        ("type: tiny", IntegerType(name="tiny", rules=(Range(minimum=1, maximum=5),))),
        ("type: tiny, minimum: 2", IntegerType(rules=(Range(minimum=2, maximum=5),))),
        (
            "type: size, maximum: 50",
            IntegerType(name="size", rules=(Range(minimum=1, maximum=50),)),
        ),
        (
            "type: size, nullable: true",
            IntegerType(rules=(Range(minimum=1, maximum=50),), nullable=True),
        ),
        ("type: mail, email: false", TextType(rules=(Length(maximum=9),))),
        ("type: home", ObjectRef(name="home", object="Nest")),
        ("type: home, nullable: true", ObjectRef(object="Nest", nullable=True)),
    ],
)
def test_a_rule_at_the_place_of_use_replaces_that_of_the_value(keys: str, expected: object) -> None:
    # A type that was changed is not the named one any more, so it does not bear its name.
    assert argument_type(keys, TYPES, USES) == expected


def test_the_name_of_a_type_always_leads_to_that_type() -> None:
    api = compiled({"types/extra.yaml": TYPES, **USES})
    types = [a.type for o in api.operations for a in o.arguments]

    assert [t for t in types if t.name and api.values[t.name] != t] == []


def test_what_holds_a_secret_is_sensitive() -> None:
    types = """
values:
  password: {type: text, sensitive: true, doc: A.}
  own: {type: password, doc: B.}
  shown: {type: password, sensitive: false, doc: C.}
"""
    operation = extra(
        """
        arguments:
          a: {type: password, doc: A.}
          b: {type: own, doc: B.}
          c: {type: shown, doc: C.}
          d: {type: csv, of: password, doc: D.}
          e: {type: password, sensitive: false, doc: E.}
          f: {type: text, sensitive: true, doc: F.}
          g: {type: text, doc: G.}
        """,
        types,
    )

    assert [a.name for a in operation.arguments if a.sensitive] == ["a", "b", "d", "f"]
