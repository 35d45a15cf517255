"""How values of each type are written, and objects that refer to each other."""

import pytest

from apiscribe.model import (
    AnyType,
    BooleanType,
    CsvType,
    DateType,
    DigitsType,
    FileSize,
    FileType,
    IntegerType,
    ListType,
    MapType,
    NumberType,
    ObjectRef,
    TextType,
)
from apiscribe.views.operations.operation_modules import objects_module
from apiscribe.views.operations.wires import expression, referenced
from tests.unit.specs import compiled

PNG = FileType(
    media_types=("image/png",), extensions=("png", "apng"), magic=b"", rules=(FileSize(maximum=9),)
)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (TextType(nullable=True), "wire.TEXT"),
        (DigitsType(length=3), "wire.ID"),
        (IntegerType(), "wire.INTEGER"),
        (NumberType(), "wire.NUMBER"),
        (BooleanType(), "wire.BOOLEAN"),
        (AnyType(), "wire.JSON"),
        (DateType(formats=("utc", "utc_unpadded")), "wire.Date(('utc', 'utc_unpadded'))"),
        (CsvType(item=IntegerType()), "wire.Csv(wire.INTEGER)"),
        (ListType(item=ListType(item=TextType())), "wire.Array(wire.Array(wire.TEXT))"),
        (ListType(item=TextType(), single=True), "wire.Array(wire.TEXT, single=True)"),
        (MapType(value=ObjectRef(object="BigHollow")), "wire.Map(o.BIG_HOLLOW)"),
        (PNG, "wire.File('png', 'image/png', max_bytes=9)"),
    ],
    ids=str,
)
def test_the_wire_of_a_type(of, expected):
    assert expression(of, "o.") == expected


def test_a_type_refers_to_objects_at_any_depth():
    deep = MapType(value=ListType(item=ObjectRef(object="Hollow")))

    assert referenced(deep) == {"Hollow"}
    assert referenced(ListType(item=TextType())) == set()


def test_objects_that_hold_each_other_are_tied_later():
    api = compiled(
        {
            "types/extra.yaml": """
                objects:
                  Hollow:
                    doc: A nest.
                    fields:
                      tree: {type: Trunk, optional: true, doc: Its tree.}
                      inner: {type: list, of: Hollow, optional: true, doc: Others.}
                  Trunk:
                    doc: A tree.
                    fields:
                      nests: {type: list, of: Hollow, optional: true, doc: Nests.}
                      height: {type: integer, doc: Height.}
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

    view = objects_module(api)

    made = {each.name: each for each in view.objects}
    names = list(made)
    assert names.index("TRUNK") < names.index("HOLLOW")
    assert made["TRUNK"].fields == (("'height'", "wire.INTEGER"),)
    assert made["HOLLOW"].fields == (("'tree'", "TRUNK"),)
    assert set(view.circular) == {
        ("TRUNK", "'nests'", "wire.Array(HOLLOW)"),
        ("HOLLOW", "'inner'", "wire.Array(HOLLOW)"),
    }
