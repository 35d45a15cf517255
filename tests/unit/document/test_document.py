"""Documents: what each kind of file may say, and how we say that it may not.

Most complaints have a case under `tests/cases/bad`; here is what a case cannot show.
"""

import re

import pytest

from apiscribe.document.api import ApiDoc
from apiscribe.document.base import Document
from apiscribe.document.files import (
    ErrataDoc,
    ErrorsDoc,
    ListDoc,
    ResourceDoc,
    TypesDoc,
)
from apiscribe.document.limits import RateLimitsDoc
from apiscribe.document.webhooks import WebhooksDoc
from tests.cases.casebook import BASE
from tests.unit.specs import OPERATION, problems

FILES = (
    ApiDoc,
    ErrataDoc,
    ErrorsDoc,
    ListDoc,
    RateLimitsDoc,
    ResourceDoc,
    TypesDoc,
    WebhooksDoc,
)


def in_argument(keys: str) -> list[str]:
    """What is said about one argument with these keys, after the place."""
    text = f"{OPERATION}    arguments:\n      a: {{type: text, doc: A., {keys}}}\n"
    return [line.split(": ", 1)[1] for line in problems({"resources/extra.yaml": text})]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.__name__)
def test_each_file_can_be_described_to_an_editor(file: type[Document]) -> None:
    schema = file.model_json_schema()

    assert schema["additionalProperties"] is False


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("requird: true", "unknown-key: unknown key `requird`; did you mean `required`?"),
        ("colour: red", "unknown-key: unknown key `colour`"),
        ("required: yes", "wrong-type: expected `true` or `false`, found the text `yes`"),
        (
            'required: "true"',
            "wrong-type: expected `true` or `false`, found the text `true`; "
            "write it without quotes",
        ),
        ("required: 1", "wrong-type: expected `true` or `false`, found the number `1`"),
        (
            'max_length: "20"',
            "wrong-type: expected a whole number, found the text `20`; write it without quotes",
        ),
        ("max_length: 2.5", "wrong-type: expected a whole number, found the number `2.5`"),
        ("max_length: true", "wrong-type: expected a whole number, found `true`"),
        ("max_length: -1", "bad-value: expected a number of at least 0"),
        ("max_length: [1]", "wrong-type: expected a whole number, found a list"),
        ("pattern: 12", "wrong-type: expected text, found the number `12`; put it in quotes"),
        ("pattern: {a: b}", "wrong-type: expected text, found a mapping"),
        ("pattern: ''", "bad-value: the text is blank"),
        ("in: body_", "bad-choice: `body_` is not known here; did you mean `body`?"),
        (
            "in: 1",
            "bad-choice: expected `path`, `query`, `body`, `header` or `cookie`, "
            "found the number `1`",
        ),
        ("choices: []", "bad-value: expected at least 1 item, found 0"),
        (
            "choices: [true]",
            "wrong-type: expected text or a whole number, found `true`",
        ),
        ("choices: {a: }", "empty-value: `a` has no value"),
        ("default: [1]", "wrong-type: expected text, a number, true or false, found a list"),
        ("only_for: {}", "bad-value: expected at least 1 item, found 0"),
        (
            "only_for: {a: {given: 1}}",
            "wrong-type: expected `true` or `false`, found the number `1`",
        ),
        ("only_for: {a: {}}", "bad-value: expected one of `not`, `given` and `is_null`"),
        ("only_for: {a: []}", "bad-value: expected at least 1 item, found 0"),
        ("unique: 3", "wrong-type: expected `true` or `false`, found the number `3`"),
    ],
)
def test_a_wrong_key_of_an_argument_is_said_in_our_words(keys: str, line: str) -> None:
    assert in_argument(keys) == [line]


def test_a_name_may_look_like_one_of_pydantics_marks() -> None:
    text = f"""{OPERATION}    arguments:
      "@argument": {{type: text, doc: A., oops: 1}}
      "[key]": {{type: text, doc: A., oops: 1}}
"""

    assert problems({"resources/extra.yaml": text}) == [
        "spec/resources/extra.yaml:11:42: unknown-key: unknown key `oops`",
        "spec/resources/extra.yaml:12:38: unknown-key: unknown key `oops`",
    ]


def test_all_is_said_of_all_files_at_once() -> None:
    found = problems(
        {
            "errors.yaml": "errors: []\n",
            "rate_limits.yaml": "section: 1\ngroups: {}\n",
            "lists/extra.yaml": "list: extra\n",
            "types/extra.yaml": "values: {a: {type: text}}\n",
        }
    )

    assert found == [
        "spec/errors.yaml:1:9: wrong-type: expected a mapping, found a list",
        "spec/lists/extra.yaml:1:1: missing-key: `section` is missing",
        "spec/lists/extra.yaml:1:1: missing-key: `values` is missing",
        "spec/rate_limits.yaml:1:10: wrong-type: expected text, found the number `1`; "
        "put it in quotes",
        "spec/types/extra.yaml:1:10: missing-key: `doc` is missing",
    ]


@pytest.mark.parametrize("content", ["[]", "text", "12", "true"])
def test_a_file_that_is_no_mapping_is_one_problem(content: str) -> None:
    (line,) = problems({"errata.yaml": content})

    assert "wrong-type: expected a mapping, found " in line


def test_what_is_wrong_with_the_api_hides_nothing_else() -> None:
    found = problems({"api.yaml": "title: [1]\n", "types/extra.yaml": "values: {a: {}}\n"})

    assert "spec/api.yaml:1:8: wrong-type: expected text, found a list" in found
    assert "spec/api.yaml:1:1: missing-key: `envelope` is missing" in found
    assert found[-1] == "spec/types/extra.yaml:1:10: missing-key: `type` is missing"


@pytest.mark.parametrize(("word", "scheme"), [("none", "none"), ("basic", "basic"), ("no", "none")])
def test_a_scheme_alone_is_told_how_it_is_written(word: str, scheme: str) -> None:
    text = re.sub(
        r"(?ms)^authentication:.*?\n(?=\S)",
        f"authentication: {word}\n\n",
        (BASE / "api.yaml").read_text(),
    )

    found = [each for each in problems({"api.yaml": text}) if "wrong-type" in each]

    wanted = f"expected a mapping, such as `{{scheme: {scheme}}}`, found the text `{word}`"
    assert [each.split("wrong-type: ")[1] for each in found] == [wanted]
