"""Checks that look into values: items, fields, files, and kinds that need no rule."""

from io import BytesIO
from pathlib import Path

import pytest
from msgspec import UNSET, Struct, UnsetType, field

from apiscribe.runtime.encoding.files import FilePart
from apiscribe.runtime.semantics.members import Arm, Arms
from apiscribe.runtime.validation import unions, values
from apiscribe.runtime.validation.violations import Found
from tests.runtime.shown import shown

JPEG = b"\xff\xd8\xff"


class Point(Struct):
    x: int | UnsetType = UNSET
    far: int | UnsetType = field(default=UNSET, name="farAway")


def rules(found: Found) -> list[tuple[str, str]]:
    return [(each.argument, each.rule) for each in found]


def asked(check: values.Check, value: object) -> list[tuple[str, str]]:
    found: Found = []
    check(value, "it", found)
    return rules(found)


def test_each_item_is_checked_at_its_place() -> None:
    found: Found = []

    values.each([1, "x", True, 2], "it", found, values.integer)

    assert rules(found) == [("it[1]", "type"), ("it[2]", "type")]


def test_an_item_that_holds_a_comma_would_be_two() -> None:
    found: Found = []

    values.each_between_commas(["a", "b,c", 1, ","], "it", found, values.text)

    assert rules(found) == [("it[1]", "csv"), ("it[2]", "type"), ("it[3]", "csv")]


def test_an_item_that_stands_alone_has_no_place() -> None:
    found: Found = []

    values.alone_or_each("x", ["x"], "it", found, values.text)
    values.alone_or_each(1, [1], "it", found, values.text)
    values.alone_or_each([1], [1], "it", found, values.text)
    values.alone_or_each((1,), [1], "it", found, values.text)

    assert rules(found) == [("it", "type"), ("it[0]", "type"), ("it[0]", "type")]


def test_values_are_checked_under_their_keys() -> None:
    found: Found = []

    values.each_value({"a": 1, "b": "x"}, "it", found, values.text)

    assert rules(found) == [("it.a", "type")]


def test_an_item_that_comes_again_is_told_by_its_second_place() -> None:
    found: Found = []

    values.unique(["a", "b", "a", "a", [1], [1]], "it", found)

    assert rules(found) == [("it[2]", "unique"), ("it[3]", "unique"), ("it[5]", "unique")]
    assert "'a'" in found[0].message


def test_objects_are_the_same_if_all_of_them_is() -> None:
    found: Found = []

    values.unique([{"x": 1}, {"x": 2}, {"x": 1}], "it", found)

    assert [each.argument for each in found] == ["it[2]"]


def test_items_are_told_apart_by_a_field() -> None:
    found: Found = []
    items = [{"x": 1}, {"x": 2, "y": 1}, {"y": 1}, {"y": 1}, {"x": 1, "y": 3}, Point(x=2), "x", "x"]

    values.unique(items, "it", found, by="x", secret=True)

    assert [each.argument for each in found] == ["it[4]", "it[5]", "it[7]"]
    assert "1" not in found[0].message


def test_items_are_told_apart_by_their_keys_on_the_wire() -> None:
    found: Found = []

    values.unique([Point(far=1), {"farAway": 1}, Point(), Point()], "it", found, by="farAway")

    assert [each.argument for each in found] == ["it[1]"]


def _picture(value: object) -> Found:
    found: Found = []
    values.file(value, "it", found, "a picture", ("jpg", "jpeg"), JPEG)
    return found


@pytest.mark.parametrize("name", ["a.jpg", "a.JPG", "a.jpeg", "a.png.jpg", None], ids=shown)
def test_a_file_of_the_right_content_and_name(name: str | None) -> None:
    assert not _picture(FilePart(name, JPEG + b"rest"))


def test_a_file_of_another_name() -> None:
    (found,) = _picture(FilePart("a.png", JPEG))

    assert (found.argument, found.rule) == ("it", "file")
    assert found.message == "'a.png' does not end in one of .jpg, .jpeg"


@pytest.mark.parametrize("name", ["jpg.", "a", "a.jp", "a.jpgx", "a.jpg.png", ""], ids=shown)
def test_names_that_are_not_those_of_pictures(name: str) -> None:
    assert [each.rule for each in _picture(FilePart(name, JPEG))] == ["file"]


@pytest.mark.parametrize("content", [b"", JPEG[:2], b"x" + JPEG, b"GIF89a"], ids=shown)
def test_a_file_of_other_content(content: bytes) -> None:
    (found,) = _picture(content)

    assert (found.rule, found.message) == ("file", "the content is not a picture")


@pytest.mark.parametrize(("size", "said"), [(9, []), (10, []), (11, ["has more than 10 bytes"])])
def test_a_file_has_a_size(size: int, said: list[str]) -> None:
    found: Found = []

    values.file(JPEG.ljust(size), "it", found, "a picture", ("jpg",), JPEG, 10)

    assert [each.message.removeprefix("the content ") for each in found] == said


def test_both_are_said_of_a_file() -> None:
    assert len(_picture(FilePart("a.png", b"GIF89a"))) == 2


def test_files_by_path_and_open_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(JPEG)

    assert not _picture(path)
    assert not _picture(str(path))
    assert not _picture(BytesIO(JPEG))
    with path.open("rb") as opened:
        assert not _picture(opened)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (found,) = _picture(tmp_path / "missing.jpg")

    assert (found.rule, found.message) == ("file", "cannot be read: No such file or directory")
    (nul,) = _picture("a\0.jpg")
    assert nul.rule == "file"
    assert nul.message.startswith("cannot be read: ")
    assert not nul.message.endswith("None")


@pytest.mark.parametrize("value", [None, 1, True, ["a.jpg"], {}], ids=shown)
def test_what_is_no_file(value: object) -> None:
    (found,) = _picture(value)

    assert (found.argument, found.rule) == ("it", "type")
    assert "a path, bytes or a binary file" in found.message


TYPE, ENCODABLE = [("it", "type")], [("it", "characters")]


@pytest.mark.parametrize(
    ("check", "value", "expected"),
    [
        (values.text, "", []),
        (values.text, "a\nb", []),
        (values.text, "\0", ENCODABLE),
        (values.text, chr(0xD800), ENCODABLE),
        (values.text, 1, TYPE),
        (values.text, None, TYPE),
        (values.text, UNSET, TYPE),
        (values.text, b"x", TYPE),
        (values.integer, 0, []),
        (values.integer, -5, []),
        (values.integer, True, TYPE),
        (values.integer, 1.0, TYPE),
        (values.integer, "1", TYPE),
        (values.integer, None, TYPE),
        (values.number, 1, []),
        (values.number, 1.5, []),
        (values.number, True, TYPE),
        (values.number, "1", TYPE),
        (values.number, float("inf"), TYPE),
        (values.boolean, True, []),
        (values.boolean, False, []),
        (values.boolean, 1, TYPE),
        (values.boolean, 0, TYPE),
        (values.boolean, "true", TYPE),
        (values.boolean, None, TYPE),
        (values.identifier, "x", []),
        (values.identifier, "a b\n", []),
        (values.identifier, 1, []),
        (values.identifier, -1, []),
        (values.identifier, "", [("it", "min_length")]),
        (values.identifier, "\0", ENCODABLE),
        (values.identifier, True, TYPE),
        (values.identifier, 1.0, TYPE),
        (values.identifier, None, TYPE),
        (values.anything, None, []),
        (values.anything, [{}], []),
        (values.anything, 0, []),
        (values.anything, UNSET, TYPE),
    ],
    ids=shown,
)
def test_plain_values(check: values.Check, value: object, expected: list[tuple[str, str]]) -> None:
    assert asked(check, value) == expected


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        (values.text, "text"),
        (values.integer, "a whole number"),
        (values.number, "a number"),
        (values.boolean, "true or false"),
        (values.identifier, "an id: text or a whole number"),
    ],
    ids=shown,
)
def test_what_was_expected_is_said(check: values.Check, expected: str) -> None:
    found: Found = []

    check([7], "it", found)

    assert found[0].message == f"[7] (of type list) is not {expected}"


def test_nothing_given_is_not_anything() -> None:
    found: Found = []

    values.anything(UNSET, "it", found)

    assert found[0].message.endswith("is not a value")


def test_secrets_are_not_shown() -> None:
    found: Found = []

    values.identifier([7], "it", found, secret=True)
    values.boolean([7], "it", found, secret=True)

    assert [each.argument for each in found] == ["it", "it"]
    assert not any("7" in each.message for each in found)
    assert all("the value given" in each.message for each in found)


def test_an_object_of_no_member_is_told_the_keys_of_all() -> None:
    arms = Arms((Arm(("text",)), Arm(("object",), (), ("x",)), Arm(("object",), (), ("far", "y"))))
    told = "one of which tells what it is: text, Point or Line"
    found: Found = []

    unions.member({"z": 1}, "it", found, "text, Point or Line", arms, (values.text,) * 3)
    unions.member([1], "it", found, "text, Point or Line", arms, (values.text,) * 3)

    assert [(each.rule, each.message) for each in found] == [
        ("type", f"has none of `x` and `far`, {told}"),
        ("type", "[1] (of type list) is not text, Point or Line"),
    ]
