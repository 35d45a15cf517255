"""Which fields a text asks for, and what is left of a response that has no others."""

import json

import pytest
from msgspec import structs

from apiscribe.runtime.stub.responses import answer
from apiscribe.runtime.stub.selecting import names_in, selected
from tests.runtime.client.test_raw_cursors import LIST


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("a, b", {"a": {}, "b": {}}),
        (["a.b", "a/c"], {"a": {"b": {}, "c": {}}}),
        ("a{b(c),d},e", {"a": {"b": {"c": {}}, "d": {}}, "e": {}}),
        *[
            (other, None)
            for other in ("", "a:", "a(b}", "a(b", "a(b)c", [], None, ["a", 7], {"a": "b"})
        ],
    ],
)
def test_names_that_can_be_told(given, names):
    assert names_in(given) == names


@pytest.mark.parametrize(
    ("place", "content", "left"),
    [
        ("", {"id": 1, "name": "n", "at": 2}, {"id": 1, "name": "n"}),
        ("", [{"at": 2}, {"name": "n"}, 3], [{}, {"name": "n"}, 3]),
        ("birds", {"all": 1, "birds": [{"id": 1, "at": 2}]}, {"all": 1, "birds": [{"id": 1}]}),
        ("birds", {"all": 1}, {"all": 1}),
        ("birds", [{"birds": {"at": 2}}, "b"], [{"birds": {}}, "b"]),
    ],
)
def test_what_is_left_of_a_response(place, content, left):
    operation = structs.replace(LIST, selects=(("fields", place, ("id",)),))
    whole = answer(json.dumps(content).encode())

    assert selected(whole, operation, {"fields": ""}) is whole
    assert json.loads(selected(whole, operation, {"fields": "name"}).content) == left
    assert json.loads(selected(whole, operation, {"fields": "*"}).content) == content
