"""What a form or a query says where an argument is null, and how it is read."""

import pytest

from apiscribe.runtime.encoding.bindings import Style, read_styled, styled
from apiscribe.runtime.encoding.wire import BOOLEAN, INTEGER, JSON, TEXT, Array, Csv, Date

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
