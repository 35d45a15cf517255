"""What a form or a query says where an argument is null, and how it is read."""

import pytest

from apiscribe.runtime.encoding.bindings import SEPARATORS, Style, Unwritable, read_styled, styled
from apiscribe.runtime.encoding.wire import (
    BOOLEAN,
    INTEGER,
    JSON,
    TEXT,
    Array,
    Csv,
    Date,
    Map,
    Object,
)
from apiscribe.runtime.semantics.brackets import unflatten
from apiscribe.runtime.stub.repeated import gathered

WIRES = {
    "a text": TEXT,
    "a number": INTEGER,
    "a boolean": BOOLEAN,
    "a moment": Date(formats=("utc",)),
    "texts between commas": Csv(item=INTEGER),
    "anything": JSON,
    "a list": Array(item=INTEGER),
}


@pytest.mark.parametrize("lists", ["json", "repeat", "commas"])
@pytest.mark.parametrize("nulls", ["empty", "json"])
@pytest.mark.parametrize("kind", WIRES)
def test_null_is_read_as_null(kind, nulls, lists):
    style = Style(nulls=nulls, lists=lists)
    [(name, text)] = styled("due", None, WIRES[kind], style)

    assert name == "due"
    assert text == {"empty": "", "json": "null"}[nulls]
    assert read_styled(WIRES[kind], text, style) is None


def test_a_text_between_texts_is_no_null():
    style = Style(nulls="json", lists="commas")

    assert read_styled(Array(item=TEXT), "null,b", style) == ["null", "b"]


@pytest.mark.parametrize(
    ("value", "path", "rule", "message"),
    [
        ([], "", "min_items", "has 0 items; at least 1 are needed"),
        ({}, "", "min_keys", "has 0 keys; at least 1 are needed"),
        ({"a": 1, "b": []}, ".b", "min_items", "has 0 items; at least 1 are needed"),
        ({"a": [1, {"b": {}}]}, ".a[1].b", "min_keys", "has 0 keys; at least 1 are needed"),
        ([[1], [{"c": []}]], "[1][0].c", "min_items", "has 0 items; at least 1 are needed"),
        ({"a": {"b]": 1}}, ".a.b]", "encoding", "the key holds ], which would end it"),
    ],
)
@pytest.mark.parametrize("lists", ["brackets", "indexed", "repeat"])
def test_what_names_cannot_tell_is_told_by_its_place(lists, value, path, rule, message):
    with pytest.raises(Unwritable) as caught:
        list(styled("it", value, JSON, Style(lists=lists, objects="brackets")))

    assert (caught.value.path, caught.value.rule, str(caught.value)) == (path, rule, message)


@pytest.mark.parametrize(
    ("lists", "item", "message"),
    [
        ("commas", "b,c", "holds a comma, which would make two items of it"),
        ("pipes", "|", "holds a pipe, which would make two items of it"),
        ("blanks", "b c", "holds a blank, which would make two items of it"),
    ],
)
def test_items_that_would_be_two_are_told_by_their_place(lists, item, message):
    style = Style(lists=lists, objects="dots")

    with pytest.raises(Unwritable, match=message) as caught:
        list(styled("it", {"x": ["a", item]}, JSON, style))
    assert caught.value.path == ".x[1]"
    with pytest.raises(Unwritable, match="is empty") as caught:
        list(styled("it", {"x": [""]}, JSON, style))
    assert caught.value.path == ".x[0]"


BOX = Object({"names": Array(item=TEXT), "inner": Map(item=Array(item=TEXT))})


@pytest.mark.parametrize("lists", ["repeat", "brackets", "indexed", *SEPARATORS, "json"])
@pytest.mark.parametrize("names", [["a"], ["a", "b"]])
def test_lists_inside_of_objects_are_read_as_they_were_written(lists, names):
    style = Style(lists=lists, objects="brackets")
    value = {"names": names, "inner": {"x": names}}

    pairs = gathered(list(styled("box", value, BOX, style)), {"box": BOX})

    assert read_styled(BOX, unflatten(pairs)["box"], style) == value
