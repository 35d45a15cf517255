"""Loading YAML and JSON: what words mean, where values stand, and text that is neither."""

from pathlib import Path

import pytest

from apiscribe.load.json_text import read_json
from apiscribe.load.source import Place
from apiscribe.load.sources import load
from apiscribe.load.yaml_text import read_yaml


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("nULL", "nULL"),
        ("true", True),
        ("TRUE", True),
        ("False", False),
        ("yes", "yes"),
        ("NO", "NO"),
        ("ON", "ON"),
        ("off", "off"),
        ("y", "y"),
        ("0", 0),
        ("-1", -1),
        ("+12", 12),
        ("0x1F", 31),
        ("0o17", 15),
        ("012", "012"),
        ("-012", "-012"),
        ("012.5", "012.5"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("12:30", "12:30"),
        ("190:20:30", "190:20:30"),
        ("2012-11-25", "2012-11-25"),
        ("2012-11-25T12:00:00Z", "2012-11-25T12:00:00Z"),
        ("1.5", 1.5),
        ("-.5", -0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("1.2.3", "1.2.3"),
        ("=", "="),
        ("-", [None]),
        (".", "."),
        ("'12'", "12"),
        ('"true"', "true"),
        ("'~'", "~"),
        ('""', ""),
        ("|\n    12\n", "12\n"),
        ('"\\u2028"', "\u2028"),
    ],
)
def test_a_word_means_what_yaml_1_2_says(written: str, value: object) -> None:
    read = read_yaml(f"key: {written}\n".encode() if written != "-" else b"key:\n  -\n")

    assert read.problems == []
    assert read.value == {"key": value}
    assert type(read.value["key"]) is type(value)


def test_every_value_and_key_has_its_place() -> None:
    read = read_yaml(b"a: 1\nb:\n  - x\n  - {c: [true], d: ~}\n")

    values = {
        (): (1, 1),
        ("a",): (1, 4),
        ("b",): (3, 3),
        ("b", 0): (3, 5),
        ("b", 1): (4, 5),
        ("b", 1, "c"): (4, 9),
        ("b", 1, "c", 0): (4, 10),
        ("b", 1, "d"): (4, 20),
    }
    keys = {("a",): (1, 1), ("b",): (2, 1), ("b", 1, "c"): (4, 6), ("b", 1, "d"): (4, 17)}
    assert read.values == values
    assert read.keys == keys


def test_columns_count_characters_and_not_bytes() -> None:
    read = read_yaml('{é: 1, "😀": 2}'.encode())

    assert read.values["😀",] == (1, 13)


def test_a_place_that_is_not_written_is_that_around_it(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text("a:\n  b: 1\n")
    source = load(str(tmp_path)).sources["api.yaml"]
    place = Place(source) / "a"

    assert (place / "b").key_position[1:] == (2, 3)
    assert (place / "c" / "d").position[1:] == (2, 3)
    assert "b" in place
    assert "c" not in place


@pytest.mark.parametrize(
    ("text", "rule", "spot"),
    [
        (b"", "empty-file", (1, 1)),
        (b"# only a comment\n", "empty-file", (1, 1)),
        (b"a: 1\na: 2\n", "duplicate-key", (2, 1)),
        (b"1: a\n0x1: b\n", "duplicate-key", (2, 1)),
        (b"? [a]\n: b\n", "key", (1, 3)),
        (b"? {a: b}\n: b\n", "key", (1, 3)),
        (b"true: b\n", "key", (1, 1)),
        (b"1.5: b\n", "key", (1, 1)),
        (b"~: b\n", "key", (1, 1)),
        (b"a: !!str b\n", "tag", (1, 4)),
        (b"a: !local {}\n", "tag", (1, 4)),
        (b"!t a: b\n", "tag", (1, 1)),
        (b"a: b\n---\nc: d\n", "syntax", (2, 1)),
        (b"x: &x {a: 1}\ny: {<<: *x}\n", "merge-key", (2, 5)),
        (b"a: &x [*x]\n", "alias", (1, 4)),
        (b"a: *x\n", "syntax", (1, 4)),
        (b"a:\n\tb: c\n", "syntax", (2, 1)),
        (b'a: "b\n', "syntax", (1, 4)),
        (b"a: b: c\n", "syntax", (1, 5)),
        (b"a: [b\n", "syntax", (1, 4)),
        (b"a\nb: c\n", "syntax", (2, 2)),
        (b"a: @b\n", "syntax", (1, 4)),
        (b'a: "\\q"\n', "syntax", (1, 5)),
        (b"a: \xff\n", "encoding", (1, 4)),
        (b"a: b\n\xc3", "encoding", (2, 1)),
        (b"\xef\xbb\xbfa: b\n", "encoding", (1, 1)),
        (b"a: b\0\n", "encoding", (1, 5)),
        (b"a: \x1b[31m\n", "encoding", (1, 4)),
        (b'a: "\\0"\n', "encoding", (1, 4)),
        (b'a: "\\ud800"\n', "syntax", (1, 7)),
        (b"a: \xed\xa0\x80\n", "encoding", (1, 4)),
        ("a: x\u2028y\n".encode(), "encoding", (1, 5)),
        (b"a: .inf\n", "number", (1, 4)),
        (b"a: -.INF\n", "number", (1, 4)),
        (b"a: .nan\n", "number", (1, 4)),
        (b"a: 1e999\n", "number", (1, 4)),
        (b"a: " + b"9" * 5000 + b"\n", "number", (1, 4)),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_its_place(
    text: bytes, rule: str, spot: tuple[int, int]
) -> None:
    found = [(problem.rule, problem.spot) for problem in read_yaml(text).problems]

    assert found == [(rule, spot)]


LAUGHS = b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (98 + n, 98 + n, b", ".join([b"*%c" % (97 + n)] * 9)) for n in range(20)
)


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS,
        b"[" * 1_000_000,
        b"{a: " * 100_000,
        b"- " * 200_000 + b"a",
        b"? " * 200_000 + b"a",
        b"\n".join(b" " * depth + b"a:" for depth in range(2000)),
    ],
    ids=["laughs", "lists", "mappings", "items", "keys", "indented"],
)
def test_text_that_means_to_exhaust_us_is_a_problem(text: bytes) -> None:
    assert [problem.rule for problem in read_yaml(text).problems] in (["syntax"], ["alias"])


def test_a_long_text_is_no_problem() -> None:
    read = read_yaml(b'a: "' + b"x" * 10_000_000 + b'"\n')

    assert read.problems == []
    assert isinstance(read.value, dict)
    assert len(read.value["a"]) == 10_000_000


def test_an_anchor_can_be_used_twice() -> None:
    read = read_yaml(b"a: &x {b: 1}\nc: *x\nd: [*x, *x]\n")

    assert read.problems == []
    assert read.value == {"a": {"b": 1}, "c": {"b": 1}, "d": [{"b": 1}, {"b": 1}]}


def test_every_problem_of_a_file_is_found() -> None:
    read = read_yaml(b"a: !x 1\na: 2\n? [b]\n: 3\n")

    assert [problem.rule for problem in read.problems] == ["tag", "duplicate-key", "key"]


def test_json_values_have_places_too() -> None:
    read = read_json(b'{\n  "a\\"b": [1, {"c": "}"}],\n  "d": null\n}')

    assert read.problems == []
    assert read.value == {'a"b': [1, {"c": "}"}], "d": None}
    assert read.values['a"b', 1, "c"] == (2, 21)
    assert read.keys["d",] == (3, 3)


@pytest.mark.parametrize(
    ("text", "rule", "spot"),
    [
        (b"", "empty-file", (1, 1)),
        (b'{\n  "a": 1,\n  "a": 2}', "duplicate-key", (3, 3)),
        (b'{"a": 1,}', "syntax", (1, 9)),
        (b"{'a': 1}", "syntax", (1, 2)),
        (b"{} {}", "syntax", (1, 4)),
        (b"[NaN]", "number", (1, 2)),
        (b"[Infinity]", "number", (1, 2)),
        (b"[1e999]", "number", (1, 2)),
        (b"9" * 5000, "number", (1, 1)),
        (b'["\\ud800"]', "encoding", (1, 2)),
        (b'["\\u0000"]', "encoding", (1, 2)),
        (b'["\xff"]', "encoding", (1, 3)),
        (b"\xef\xbb\xbf{}", "encoding", (1, 1)),
        (b"[" * 100_000, "syntax", (1, 1)),
        (b"[" * 100 + b"]" * 100, "syntax", (1, 62)),
    ],
)
def test_json_that_cannot_be_read_is_a_problem(
    text: bytes, rule: str, spot: tuple[int, int]
) -> None:
    found = [(problem.rule, problem.spot) for problem in read_json(text).problems]

    assert found == [(rule, spot)]


def test_a_surrogate_pair_in_json_is_one_character() -> None:
    assert read_json(b'"\\ud83d\\ude00"').value == "😀"
