"""How lists and objects are written in a query, as OpenAPI says it."""

import pytest

from apiscribe.views.openapi.bindings import is_json_text, style
from tests.unit.specs import extra


def argument(of, written, where="query"):
    text = f"arguments:\n  of: {{type: {of}, in: {where}, style: {{{written}}}, doc: A.}}"
    return extra(text).arguments[0]


LIST = "list, of: text"
DEEP = {"style": "deepObject", "explode": True}


@pytest.mark.parametrize(
    ("of", "written", "expected"),
    [
        (LIST, "lists: repeat", {"style": "form", "explode": True}),
        (LIST, "lists: commas", {"style": "form", "explode": False}),
        (LIST, "lists: blanks", {"style": "spaceDelimited", "explode": False}),
        (LIST, "lists: pipes", {"style": "pipeDelimited", "explode": False}),
        (LIST, "lists: brackets", {**DEEP, "x-style": "brackets"}),
        (LIST, "lists: indexed", {**DEEP, "x-style": "indexed"}),
        (LIST, "lists: json", {}),
        (LIST, "objects: brackets", {}),
        ("Nest", "objects: brackets", DEEP),
        ("Nest", "objects: dots", {**DEEP, "x-style": "dots"}),
        ("Nest", "objects: json", {}),
        ("Nest", "lists: brackets", {}),
        ("map, of: text", "objects: brackets", DEEP),
    ],
)
def test_a_style_has_a_word(of, written, expected):
    found = argument(of, written)

    assert style(found) == expected
    assert is_json_text(found) is (expected == {})


def test_a_header_has_no_style():
    found = argument(LIST, "lists: json", "header")

    assert style(found) == {}
    assert not is_json_text(found)
