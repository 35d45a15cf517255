"""Dotted paths into JSON."""

import pytest

from apiscribe.runtime.semantics.paths import (
    has,
    head_of,
    is_among,
    keys_of,
    passes,
    path_of,
    put,
    reach,
    reach_all,
)

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


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("a.b", ["a", "b"]),
        (r"\.tag", [".tag"]),
        (r"error.\.tag", ["error", ".tag"]),
        (r"a\.b.c", ["a.b", "c"]),
        (r"a\\.b", ["a\\", "b"]),
        (r"a\\\.b", [r"a\.b"]),
    ],
)
def test_a_point_of_a_key_has_a_backslash(path, keys):
    assert keys_of(path) == keys
    assert path_of(keys) == path
    assert head_of(path) == (keys[0], path_of(keys[1:]))


def test_points_of_keys_are_looked_for_and_written():
    content = {"error": {".tag": "path"}, "list.entries": [{"x.y": 1}, {"x.y": 2}]}

    assert reach(content, r"error.\.tag") == "path"
    assert has(content, r"error.\.tag")
    assert not has(content, "error.tag")
    assert reach_all(content, r"list\.entries[].x\.y") == [1, 2]
    put(content, r"error.retry\.after", 3)
    assert content["error"] == {".tag": "path", "retry.after": 3}


@pytest.mark.parametrize(
    ("path", "test", "values", "holds"),
    [
        ("parts[].state", "in", ("0",), False),
        ("parts[].state", "in", ("0", "7"), True),
        ("parts[].state", "not_in", ("0",), False),
        ("parts[].state", "not_in", ("8",), True),
        ("parts[].lost", "present", (), True),
        ("none[].lost", "present", (), False),
        *[("parts[].other", test, ("0",), False) for test in ("in", "not_in", "present")],
        *[("no_parts[].state", test, ("0",), False) for test in ("in", "not_in", "present")],
    ],
)
def test_a_test_of_each_item_holds_for_all_or_for_any(path, test, values, holds):
    parts = [{"state": "0", "lost": []}, {"state": "7", "lost": "a"}]
    data = {"parts": parts, "none": [{"lost": None}, {"lost": []}], "no_parts": []}

    assert passes(data, path, test, values) is holds
