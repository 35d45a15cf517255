"""What a caller may pass for a value, as the annotation of an argument."""

import pytest

from apiscribe.model import (
    AnyType,
    BooleanType,
    Choice,
    Choices,
    CsvType,
    DateType,
    DigitsType,
    FileType,
    IdentifierType,
    IntegerType,
    ListType,
    MapType,
    MemberOf,
    NumberType,
    ObjectRef,
    TextType,
)
from apiscribe.views.python_types.annotations import Imports, ShadowedNames, argument
from tests.unit.specs import compiled

API = compiled(
    {
        "types/extra.yaml": """
            objects:
              Hollow:
                doc: A nest.
                shorthand: tree
                fields:
                  tree: {type: text, nullable: true, doc: Which tree.}
                  inner: {type: Hollow, optional: true, doc: A nest in it.}
            """,
        "resources/extra.yaml": """
            resource: extra
            section: Extra
            summary: Extra.
            operations:
              put:
                path: /v2/extra/put
                effect: change
                summary: Put.
                arguments:
                  nest: {type: Hollow, doc: A nest.}
            """,
    }
)
SIZES = Choices(choices=(Choice(value=1), Choice(value=2)))
QUOTES = Choices(choices=(Choice(value='"'), Choice(value="it's")))


def annotation(of, *hidden):
    imports = Imports(ShadowedNames(frozenset(hidden)))
    return argument(API, of, imports), imports.lines()


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (TextType(), "str"),
        (TextType(nullable=True), "str | None"),
        (IntegerType(), "int"),
        (NumberType(), "float"),
        (BooleanType(), "bool"),
        (IdentifierType(), "int | str"),
        (DigitsType(length=6), "int | str"),
        (AnyType(), "object"),
        (IntegerType(rules=(SIZES,)), "Literal[1, 2]"),
        (TextType(rules=(QUOTES,)), """Literal['"', "it's"]"""),
        (IntegerType(name="size", rules=(SIZES,)), "types.Size"),
        (TextType(rules=(MemberOf(list="colours"),)), "types.Colours"),
        (TextType(name="paint", rules=(MemberOf(list="colours"),)), "types.Paint"),
        (TextType(name="label"), "str"),
        (DateType(formats=("date",)), "date | datetime | str"),
        (DateType(formats=("utc",)), "datetime | str"),
        (CsvType(item=IntegerType(rules=(SIZES,))), "Sequence[Literal[1, 2]] | str"),
        (ListType(item=TextType(), single=True), "str | Sequence[str]"),
        (MapType(value=NumberType(nullable=True)), "Mapping[str, float | None]"),
        (FileType(media_types=("image/png",), extensions=("png",), magic=b""), "types.Upload"),
    ],
    ids=str,
)
def test_the_annotation_of_a_type(of, expected):
    assert annotation(of)[0] == expected


def test_lists_in_lists_are_nullable_each_for_itself():
    inner = ListType(item=IntegerType(nullable=True), nullable=True)

    found, _ = annotation(ListType(item=inner, nullable=True))

    assert found == "Sequence[Sequence[int | None] | None] | None"


def test_an_object_is_a_model_a_dict_or_its_shorthand():
    found, lines = annotation(ObjectRef(object="Hollow"))

    assert found == "models.Hollow | types.HollowDict | str | None"
    assert lines == (f"from {API.package} import models", f"from {API.package} import types")


def test_names_that_mean_something_else_there_are_avoided():
    of = MapType(value=ListType(item=ObjectRef(object="Hollow")))

    found, lines = annotation(of, "str", "models", "Sequence", "types")

    assert found == (
        "Mapping[builtins.str, _Sequence[_models.Hollow | _types.HollowDict | builtins.str | None]]"
    )
    assert "from collections.abc import Sequence as _Sequence" in lines
    assert f"from {API.package} import models as _models" in lines


def test_an_alias_that_is_imported_as_a_module_is_imported_once():
    imports = Imports()
    for _ in range(2):
        argument(API, IntegerType(name="size", rules=(SIZES,)), imports)

    assert imports.lines() == (f"from {API.package} import types",)
