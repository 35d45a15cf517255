"""Code and message of a failure stand in places that one body can have together."""

import pytest

from apiscribe.load.files import read_files
from tests.cases.casebook import BASE
from tests.unit.specs import problems


def told(code: str, message: str) -> list[str]:
    contents, _ = read_files(str(BASE))
    written = f"  code: {code}\n  message: {message}\n"
    text = contents["api.yaml"].decode().replace("  code: code\n  message: message\n", written)
    return problems({"api.yaml": text})


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("[error.title, error]", "error.text"),
        ("[error, error.title]", "text"),
        ("error.code", "[error.text, error]"),
        ("error", "errors"),
        ("error.code", "[error, note]"),
        ("detail.code", "[detail, detail.message]"),
        ("title", "[detail, title]"),
    ],
)
def test_places_that_one_body_has_are_taken(code: str, message: str) -> None:
    assert told(code, message) == []


@pytest.mark.parametrize(
    ("code", "message", "remedy"),
    [
        ("[error, type]", "error.text", "`code: [type, error]`"),
        ("[error, a, error.b]", "error.text", "`code: [a, error, error.b]`"),
        ("error.code", "error", "name a place of the message beside the code first"),
        ("error", "error.text", "name a place of the code beside the message first"),
        ("errors", '"errors[].text"', "name a place of the code beside the message first"),
    ],
)
def test_a_first_place_around_the_other_names_an_order(
    code: str, message: str, remedy: str
) -> None:
    (problem,) = told(code, message)
    assert "one-key-twice" in problem
    assert remedy in problem


def test_one_place_for_both_says_how_errors_are_told() -> None:
    (problem,) = told("error", "error")
    assert "tell errors by `when: {message: ...}`" in problem
