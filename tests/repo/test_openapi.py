"""openapi.json, judged by other people's validators and by the page's own examples."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.contract.page import IDS, KEY, OPERATIONS, SECRET, example, has_example
from tests.contract.test_curl_examples import BROKEN
from tests.contract.test_node_client import BROKEN as BROKEN_FOR_NODE

DOCUMENT = json.loads((Path(__file__).parents[2] / "generated" / "openapi.json").read_text())
FOUND = {
    operation["operationId"]: (path, method, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
}
SOUND_EXAMPLES = [
    *[(each.id, "curl") for each in OPERATIONS if each.id not in BROKEN],
    *[
        (each.id, "node")
        for each in OPERATIONS
        if each.node not in BROKEN_FOR_NODE and has_example(each.id, "node")
    ],
]

INTEGERS = {"type", "login_type", "year", "month"}
OBJECTS = {"plan_base"}
LISTS = {"member_ids"}
"""Arguments that an example writes as text and that are none. Read off the tables."""

# References inside of the document lead from its root, so each schema is reached by one.
REGISTRY = Registry().with_resource("urn:openapi", DRAFT202012.create_resource(DOCUMENT))


def form_of(operation: str) -> Draft202012Validator:
    path, method, found = FOUND[operation]
    (media_type,) = found["requestBody"]["content"]
    return schema("paths", path, method, "requestBody", "content", media_type, "schema")


def answer_of(operation: str) -> Draft202012Validator:
    path, method, _ = FOUND[operation]
    return schema(
        *("paths", path, method, "responses", "200", "content", "application/json", "schema")
    )


def schema(*keys: str) -> Draft202012Validator:
    """Checks values against the schema at a place of the document."""
    place = "/".join(key.replace("~", "~0").replace("/", "~1") for key in keys)
    return Draft202012Validator({"$ref": f"urn:openapi#/{place}"}, registry=REGISTRY)


def errors(validator: Draft202012Validator, value: object) -> list[str]:
    return [error.message for error in validator.iter_errors(value)]


def typed(arguments: dict[str, object]) -> dict[str, object]:
    """The arguments of an example, credentials included, as a schema sees a form's fields."""
    values: dict[str, Any] = {"api_key": KEY, "api_secret": SECRET} | arguments
    for name in INTEGERS & values.keys():
        values[name] = int(values[name])
    for name in OBJECTS & values.keys():
        if isinstance(values[name], str):
            values[name] = json.loads(values[name])
    for name in LISTS & values.keys():
        values[name] = values[name].split(",")
    return values


def test_the_document_is_valid():
    assert DOCUMENT["openapi"].startswith("3.1.")
    assert list(map(str, OpenAPIV31SpecValidator(DOCUMENT).iter_errors())) == []


def test_every_operation_of_the_page_is_there_once_and_no_other():
    assert sum(map(len, DOCUMENT["paths"].values())) == 96
    assert list(FOUND) == IDS


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_an_operation_is_at_its_path(operation):
    path, method, _ = FOUND[operation.id]

    # The page prints the path of the ordinary group's operation.
    misprinted = operation.id == "im_group.member_add"
    assert path == ("/v1/im/group/member/add" if misprinted else operation.path)
    assert method == "post"


@pytest.mark.parametrize("operation", IDS)
def test_a_documented_answer_is_the_example_and_fits_the_schema(operation):
    documented = example(operation, "response")
    shown = FOUND[operation][2]["responses"]["200"]["content"]["application/json"]["example"]

    # As text, because to Python 1, 1.0 and true are the same.
    assert json.dumps(shown) == json.dumps(documented)
    assert errors(answer_of(operation), documented) == []


@pytest.mark.parametrize("operation", IDS)
def test_another_answer_does_not_fit_the_schema(operation):
    documented = example(operation, "response")
    key = next(iter(documented))

    assert errors(answer_of(operation), documented | {key: {"no": "such thing"}})
    assert errors(answer_of(operation), [documented])


@pytest.mark.parametrize("operation", IDS)
def test_a_failure_fits_the_schema_of_every_answer(operation):
    assert errors(answer_of(operation), {"error": {"code": 102, "message": "m"}}) == []


@pytest.mark.parametrize(("operation", "kind"), SOUND_EXAMPLES)
def test_a_sound_example_fits_the_schema_of_the_form(operation, kind):
    assert errors(form_of(operation), typed(example(operation, kind))) == []


# Which lists a plan is of depends on the operation: a rule that the schema has in words only.
@pytest.mark.parametrize("operation", sorted(BROKEN.keys() - {"account.plan_add"}))
def test_a_broken_example_does_not_fit_the_schema_of_the_form(operation):
    assert errors(form_of(operation), typed(example(operation, "curl")))


@pytest.mark.parametrize("operation", IDS)
def test_the_schema_of_a_form_asks_for_credentials(operation):
    sound = (operation, "curl") in SOUND_EXAMPLES
    arguments = example(operation, "curl" if sound else "node")

    found = errors(form_of(operation), arguments)
    assert "'api_key' is a required property" in found
    assert "'api_secret' is a required property" in found
