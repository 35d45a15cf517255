"""The schemas of `openapi.json` refuse what the rules of single values refuse.

What a schema cannot say is left out: which days exist, what no encoding carries, files, a bound
that hangs on another field, and whole numbers that are written with a point, which JSON does not
tell apart; and a newline at the end, which `$` lets pass in Python but not in JSON Schema's own
regular expressions.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from tests.properties.profile import PROPERTIES
from zoom_v1 import strategies
from zoom_v1.operations import IDS
from zoom_v1.strategies import InvalidCall

DOCUMENT = json.loads(Path("generated/openapi.json").read_bytes())
CREDENTIALS = {"api_key": "key", "api_secret": "secret"}
WITHOUT = {"account.list", "group.list", "im_group.list"}
"""Operations without arguments of their own."""
BETWEEN = {
    ("recurrence.repeat_interval", "maximum"),
    ("recurrence.monthly_week", "required"),
    ("recurrence.monthly_week_day", "required"),
    ("plan.type", "list"),
    ("state", "list"),
}
"""What hangs on another argument or field, and a schema of one value cannot say."""
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
}
"""Rules of single values that a schema says as well."""


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
def test_what_a_rule_of_one_value_refuses_its_schema_refuses(operation: str) -> None:
    @settings(PROPERTIES, max_examples=25)
    @given(strategies.invalid_arguments(operation))
    def property_(wrong: InvalidCall) -> None:
        if (
            (wrong.argument, wrong.rule) not in BETWEEN
            and wrong.rule in SAID
            and is_json(wrong.arguments)
        ):
            assert not schema(operation).is_valid({**CREDENTIALS, **wrong.arguments})

    property_()
