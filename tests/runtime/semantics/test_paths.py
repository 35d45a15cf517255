"""Dotted paths into JSON."""

import pytest

from apiscribe.runtime.semantics.paths import has, is_among, put, reach, reach_all

DATA = {"error": {"code": 7, "text": None}, "errors": [{"text": "a"}, {"text": "b"}, {}, 3]}


@pytest.mark.parametrize(
    ("path", "value", "there"),
    [
        ("error.code", 7, True),
        ("error.text", None, True),
        ("error.none", None, False),
        ("error.code.more", None, False),
        ("errors.text", None, False),
        ("none", None, False),
    ],
)
def test_one_thing_at_a_path(path, value, there):
    assert reach(DATA, path) == value
    assert has(DATA, path) is there


def test_something_of_each_item():
    assert reach_all(DATA, "errors[].text") == ["a", "b"]
    assert reach_all(DATA, "error.code[]") == []
    assert reach_all([], "a[]") == []


def test_what_is_missing_on_the_way_is_made():
    content = {"a": 1}
    put(content, "error.code", 7)
    put(content, "error.text", "no")
    put(content, "errors[].text", "x")
    put(content, "names[]", "y")

    assert content == {
        "a": 1,
        "error": {"code": 7, "text": "no"},
        "errors": [{"text": "x"}],
        "names": ["y"],
    }


def test_true_is_no_number():
    assert is_among(1, (0, 1))
    assert not is_among(True, (0, 1))
    assert not is_among(0, (False,))
