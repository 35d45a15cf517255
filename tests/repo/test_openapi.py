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
from zoom_v1.stub import API

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


def test_the_examples_of_requests_fit_their_schemas():
    shown = {
        f"{operation}.{kind}": example["value"]
        for operation, (_, _, found) in FOUND.items()
        for media in found["requestBody"]["content"].values()
        for kind, example in media.get("examples", {}).items()
    }

    # Of the page's 96 for curl and 92 for Node.js, eight and five break a rule.
    assert len(shown) == 96 - 8 + 92 - 5
    assert {each.rpartition(".")[0] for each in shown if each.endswith(".curl")} == {
        each.id for each in OPERATIONS if each.id not in BROKEN
    }
    for name, value in shown.items():
        assert errors(form_of(name.rpartition(".")[0]), value) == [], name
        assert value["api_key"] == "your_api_key"


def body_of(operation):
    ((media_type, body),) = FOUND[operation][2]["requestBody"]["content"].items()
    return media_type, body, body["schema"]["properties"]


def test_a_file_is_binary_and_has_its_own_type():
    media_type, body, properties = body_of("user.upload_picture")

    assert media_type == "multipart/form-data"
    assert properties["pic_file"]["type"] == "string"
    assert properties["pic_file"]["format"] == "binary"
    assert body["encoding"] == {"pic_file": {"contentType": "image/jpeg"}}


def test_an_object_in_a_form_is_json_and_a_list_has_commas():
    _, body, _ = body_of("webinar.create")
    assert body["encoding"] == {
        "recurrence": {"contentType": "application/json"},
        "panelists": {"contentType": "application/json"},
    }
    _, body, _ = body_of("group.member_add")
    assert body["encoding"] == {"member_ids": {"style": "form", "explode": False}}


@pytest.mark.parametrize("operation", IDS)
def test_credentials_are_not_to_be_shown(operation):
    _, _, properties = body_of(operation)

    for name in ("api_key", "api_secret"):
        assert (properties[name]["format"], properties[name]["x-sensitive"]) == ("password", True)


def test_a_whole_number_is_one_of_64_bits():
    _, _, properties = body_of("meeting.create")
    assert properties["duration"]["format"] == "int64"


@pytest.mark.parametrize(
    ("operation", "name", "right", "wrong"),
    [
        ("meeting.create", "start_time", "2012-11-25T23:59:59Z", "2012-99-25T12:00:00Z"),
        ("meeting.create", "start_time", "2012-01-31T00:00:00Z", "2012-11-25T24:00:00Z"),
        ("meeting.create", "start_time", "2012-10-01T00:00:00Z", "2012-10-00T00:00:00Z"),
        ("report.get_account", "from", "2012-12-31", "2012-13-01"),
        ("report.get_account", "from", "2012-02-29", "2012-02-32"),
        ("recording.list", "from", "12/31/2012 12:59 pm", "12/31/2012 13:00 pm"),
        ("recording.list", "from", "01/01/2012 01:00 AM", "00/01/2012 01:00 AM"),
    ],
)
def test_a_date_has_no_thirteenth_month_and_no_sixtieth_hour(operation, name, right, wrong):
    path, method, _ = FOUND[operation]
    media_type, _, _ = body_of(operation)
    place = ("paths", path, method, "requestBody", "content", media_type, "schema")
    validator = schema(*place, "properties", name)

    assert errors(validator, right) == []
    assert errors(validator, wrong)


def test_the_stub_hands_out_a_document_that_names_the_stub():
    own = json.loads(API.openapi)
    assert [each["url"] for each in own["servers"]] == ["/", "https://api.zoom.us"]
    assert own["paths"] == DOCUMENT["paths"]
