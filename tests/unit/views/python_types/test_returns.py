"""The type of an answer, as an annotation and as an expression for the runtime."""

import pytest

from apiscribe.model import (
    AnyType,
    CsvType,
    DateType,
    IdentifierType,
    IntegerType,
    ListType,
    MapType,
    ObjectRef,
    TextType,
)
from apiscribe.views.python_types.annotations import Imports, ShadowedNames
from apiscribe.views.python_types.returns import answer_annotation, answer_class, item_annotation
from tests.unit.specs import compiled

API = compiled()


@pytest.mark.parametrize(
    ("of", "annotation", "expression"),
    [
        (None, "None", "NoneType"),
        (AnyType(), "object", "object"),
        (AnyType(nullable=True), "object", "object"),
        (TextType(), "str", "str"),
        (CsvType(item=IntegerType()), "str", "str"),
        (DateType(formats=("utc",)), "str", "str"),
        (ObjectRef(object="Bird"), "models.Bird", "models.Bird"),
        (MapType(value=AnyType()), "dict[str, Any]", "dict[str, Any]"),
        (IdentifierType(), "str", "Identifier"),
        (TextType(nullable=True), "str | None", '_cast("type[str | None]", str | None)'),
        (
            ListType(item=ListType(item=IntegerType(nullable=True), nullable=True)),
            "builtins.list[builtins.list[int | None] | None]",
            "builtins.list[builtins.list[int | None] | None]",
        ),
    ],
    ids=str,
)
def test_what_is_answered(of, annotation, expression):
    assert answer_annotation(API, of, Imports()) == annotation
    assert answer_class(API, of, Imports()) == expression


def test_an_argument_hides_a_builtin_from_the_expression():
    hidden = Imports(ShadowedNames(frozenset({"int", "models"})))
    of = MapType(value=ListType(item=IntegerType()))

    assert answer_class(API, of, hidden) == "dict[str, builtins.list[builtins.int]]"
    assert answer_class(API, ObjectRef(object="Bird"), hidden) == "_models.Bird"


def test_what_a_page_holds():
    items = ListType(item=ObjectRef(object="Bird", nullable=True))

    assert item_annotation(API, items, Imports()) == "models.Bird | None"
    assert item_annotation(API, AnyType(), Imports()) == "Any"
