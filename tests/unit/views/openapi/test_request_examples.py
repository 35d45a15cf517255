"""Values as the page writes them in examples, typed as the schema of a body has them."""

import pytest

from apiscribe.model import (
    BooleanType,
    CsvType,
    DateType,
    DecimalType,
    DurationType,
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
from apiscribe.views.openapi.bodies import body
from apiscribe.views.openapi.request_examples import typed
from tests.unit.specs import OPERATION, compiled

API = compiled()
PLACE = TupleType(parts=(IntegerType(), ObjectRef(object="Nest")))
NEST = ObjectRef(object="Nest")
WORDS = BooleanType(words=("yes", "no"))


@pytest.mark.parametrize(
    ("of", "given", "expected"),
    [
        (TextType(), "1", "1"),
        (IntegerType(), "12", 12),
        (IntegerType(), "twelve", "twelve"),
        (NumberType(), "-1.5", -1.5),
        (BooleanType(), "true", True),
        (WORDS, "yes", "yes"),
        (WORDS, True, True),
        (DecimalType(in_json="number"), "1.25", 1.25),
        (DecimalType(), "1.25", "1.25"),
        (DateType(formats=("unix_seconds",)), "5", 5),
        (DateType(formats=("unix_seconds",), in_text=True), "5", "5"),
        (DateType(formats=("date",)), "2012", "2012"),
        (DurationType(formats=("seconds",)), "5", 5),
        (DurationType(formats=("seconds",), in_text=True), "5", "5"),
        (DurationType(formats=("iso8601",)), "5", "5"),
        (PLACE, '["1", {"tree": "oak", "height": "3"}]', [1, {"tree": "oak", "height": 3}]),
        (PLACE, ["1"], ["1"]),
        (PLACE, "[1", "[1"),
        (CsvType(item=IntegerType()), "1,2", "1,2"),
        (CsvType(item=IntegerType(), separator="|"), [1, 2], "1|2"),
        (CsvType(item=IntegerType()), "", ""),
        (ListType(item=IntegerType()), '["1", "2"]', [1, 2]),
        (ListType(item=NEST), [{"height": "3"}], [{"height": 3}]),
        (ListType(item=IntegerType(), single=True), "1", 1),
        (MapType(value=NEST), '{"a": {"height": "3"}}', {"a": {"height": 3}}),
        (MapType(value=IntegerType()), "none", {}),
        (NEST, '{"height": "3", "colour": "red"}', {"height": 3}),
        (NEST, "oak", "oak"),
        (
            UnionType(members=(UnionMember(type=TextType()), UnionMember(type=NEST))),
            '{"height": "3"}',
            {"height": 3},
        ),
    ],
)
def test_a_value_is_as_its_type_has_it(of, given, expected):
    found = typed(API, of, given)

    assert (type(found), found) == (type(expected), expected)


@pytest.mark.parametrize(
    ("separator", "given", "expected"),
    [(",", "1,2", [1, 2]), (",", "", []), ("|", "1|2", "1|2")],
)
def test_with_commas_a_list_is_one(separator, given, expected):
    of = CsvType(item=IntegerType(), separator=separator)

    assert typed(API, of, given, commas=True) == expected


@pytest.mark.parametrize(("encoding", "expected"), [("form", [1, 2]), ("json", "1,2")])
def test_a_body_of_json_has_commas_in_a_text(encoding, expected):
    resource = OPERATION + f"    encoding: {encoding}\n"
    resource += "    arguments:\n      ids: {type: csv, of: integer, doc: Ids.}\n"
    example = '{"ids": "1,2"}'
    api = compiled({"resources/extra.yaml": resource, "examples/extra/ping.curl.json": example})
    (operation,) = (each for each in api.operations if each.id == "extra.ping")

    found = body(api, operation, [])

    assert found is not None
    (media,) = found["content"].values()
    assert media["examples"]["curl"]["value"]["ids"] == expected
