"""The schemas of `openapi.json` refuse what the rules refuse.

What a schema cannot say is left out: which days exist, and which of two is first, what no encoding
carries, files, what is only a warning, and whole numbers that are written with a point, which JSON
does not tell apart; and a newline at the end, which `$` lets pass in Python but not in JSON
Schema's own regular expressions.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from tests.properties.profile import PROPERTIES
from zoom_v1 import strategies
from zoom_v1.operations import IDS
from zoom_v1.strategies import InvalidCall

DOCUMENT = json.loads(Path("generated/openapi.json").read_bytes())
CREDENTIALS = {"api_key": "key", "api_secret": "secret"}
WITHOUT = {"account.list", "group.list", "im_group.list"}
"""Operations without arguments of their own."""
SAID = {
    "required",
    "type",
    "choices",
    "list",
    "min_length",
    "max_length",
    "max_chinese_words",
    "minimum",
    "maximum",
    "min_items",
    "max_items",
    "digits",
    "email",
    "one_of_required",
    "exclusive",
}
"""Rules that a schema says as well, of single values and between them."""


@cache
def schema(operation: str) -> Draft202012Validator:
    for path, item in DOCUMENT["paths"].items():
        for method, found in item.items():
            if found["operationId"] == operation:
                (kind,) = found["requestBody"]["content"]
                place = [path.replace("~", "~0").replace("/", "~1"), method]
                place += ["requestBody", "content", kind.replace("/", "~1"), "schema"]
                reference = {"$ref": f"#/paths/{'/'.join(place)}"}
                return Draft202012Validator(
                    {**reference, "paths": DOCUMENT["paths"], "components": DOCUMENT["components"]},
                    format_checker=FormatChecker(),
                )
    raise LookupError(operation)


def is_json(value: Any) -> bool:
    """Whether a value is one of JSON that a schema sees as we do."""
    if isinstance(value, float):
        return not value.is_integer() if value == value and abs(value) != float("inf") else False
    if isinstance(value, dict):
        return all(isinstance(key, str) for key in value) and all(map(is_json, value.values()))
    if isinstance(value, list):
        return all(map(is_json, value))
    if isinstance(value, str):
        # Half a surrogate pair is no text, and `$` of a pattern may stand before a line's end.
        return not any("\ud800" <= c <= "\udfff" for c in value) and value[-1:] != "\n"
    return value is None or isinstance(value, int)


@pytest.mark.parametrize("operation", [each for each in IDS if each not in WITHOUT])
def test_what_a_rule_refuses_its_schema_refuses(operation: str) -> None:
    @settings(PROPERTIES, max_examples=25)
    @given(strategies.invalid_arguments(operation))
    def property_(wrong: InvalidCall) -> None:
        if wrong.rule in SAID and wrong.severity == "error" and is_json(wrong.arguments):
            assert not schema(operation).is_valid({**CREDENTIALS, **wrong.arguments})

    property_()


def _is_other_list(error: ValidationError) -> bool:
    """A list between commas may be given in two ways, and a schema shows one of them."""
    if error.context:  # one of several schemas would do
        branches: dict[object, list[ValidationError]] = {}
        for each in error.context:
            branches.setdefault(each.schema_path[0], []).append(each)
        return any(all(map(_is_other_list, branch)) for branch in branches.values())
    return error.validator == "type"


@pytest.mark.parametrize("operation", [each for each in IDS if each not in WITHOUT])
def test_what_the_rules_take_its_schema_takes(operation: str) -> None:
    @settings(PROPERTIES, max_examples=25)
    @given(strategies.valid_arguments(operation, warnings=True))
    def property_(arguments: dict[str, Any]) -> None:
        if is_json(arguments):
            refused = schema(operation).iter_errors({**CREDENTIALS, **arguments})
            assert [each.message for each in refused if not _is_other_list(each)] == []

    property_()
