"""The envelope of failures: what stands at one place stands beside each other."""

import pytest
from msgspec.structs import replace

from apiscribe.model.failures import FailureField, KeyMark
from apiscribe.views.openapi.failures import media_types, schema
from tests.unit.specs import compiled

API = compiled()
CODE = {"examples": [1], "type": "integer"}
TEXT = {"type": "string"}


def described(*, api=API, **changed):
    return schema(api, replace(API.envelope, **changed))


def holding(**properties):
    return {"type": "object", "properties": properties}


def several(*kinds):
    return {"anyOf": [*kinds]}


def array(items):
    return {"type": "array", "items": items}


@pytest.mark.parametrize(
    ("codes", "messages", "expected"),
    [
        (["error.code"], ["error.text"], {"error": holding(code=CODE, text=TEXT)}),
        (
            ["error.code"],
            ["error.text", "error"],
            {"error": several(holding(code=CODE, text=TEXT), TEXT)},
        ),
        (
            ["error", "error.code"],
            ["error.text"],
            {"error": several(CODE, holding(code=CODE, text=TEXT))},
        ),
        (
            ["errors[].code"],
            ["errors", "errors[].text"],
            {"errors": several(array(holding(code=CODE, text=TEXT)), TEXT)},
        ),
        (
            ["errors[].code"],
            ["errors[].text", "errors[]"],
            {"errors": array(several(holding(code=CODE, text=TEXT), TEXT))},
        ),
        (["errors[]"], ["errors[].text"], {"errors": array(several(CODE, holding(text=TEXT)))}),
        (["e.code"], ["e.why{}"], {"e": holding(code=CODE, why={"type": "object"})}),
        (["e{}"], ["e.text"], {"e": holding(text=TEXT)}),
        (["e[]", "e{}"], ["e"], {"e": several(array(CODE), {"type": "object"}, TEXT)}),
        (["e"], ["e", "e"], {"e": several(CODE, TEXT)}),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_places_are_put_together(codes, messages, expected):
    found = described(codes=tuple(codes), messages=tuple(messages))

    assert _without_required(found["properties"]) == expected


def test_what_each_failure_has_is_required():
    found = described(codes=("e.code",), messages=("e.list[]",))

    assert found["required"] == ["e"]
    assert found["properties"]["e"]["required"] == ["code", "list"]
    beside = described(codes=("e.code",), messages=("e.text", "text"))
    assert beside["anyOf"] == [holding(e=holding(code=CODE, text=TEXT)), TEXT]


def test_what_may_be_anything_stays_so():
    anything = FailureField(name="more", doc="More", type="any", key="error")
    mark = KeyMark(key="error", test="present")

    found = described(fields=(anything,), codes=("error.code",), marks=(mark,))
    assert _without_required(found["properties"]) == {
        "error": several(holding(code=CODE), {"description": "More."}),
        "message": TEXT,
    }
    bare = replace(API, errors=())
    assert described(api=bare, codes=("e",), messages=("e",))["properties"] == {"e": {}}
    assert described(api=bare, codes=("e",), messages=("e.text",))["properties"] == {
        "e": several({}, {**holding(text=TEXT), "required": ["text"]})
    }


def test_codes_of_both_kinds_are_of_either():
    errors = [replace(API.errors[0], code="late"), replace(API.errors[0], code=3)]
    found = described(api=replace(API, errors=tuple(errors)), messages=("code", "text"))

    assert found["anyOf"][0]["properties"]["code"] == {
        "examples": ["late"],
        "type": ["integer", "string"],
    }
    assert found["anyOf"][1] == TEXT


@pytest.mark.parametrize(
    ("codes", "messages", "expected"),
    [
        (["status"], ["text"], ["text/plain"]),
        (["code"], ["text"], ["application/json", "text/plain"]),
        (["status"], ["message"], ["application/json"]),
        (["status"], [], ["application/json"]),
    ],
)
def test_a_failure_comes_as_what_it_says(codes, messages, expected):
    envelope = replace(API.envelope, codes=tuple(codes), messages=tuple(messages))

    assert media_types(envelope) == tuple(expected)


def _without_required(described):
    if isinstance(described, dict):
        return {k: _without_required(v) for k, v in described.items() if k != "required"}
    return [*map(_without_required, described)] if isinstance(described, list) else described
