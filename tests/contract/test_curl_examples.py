"""The page's 96 curl examples, sent to the stub as curl sends what is printed."""

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.contract.arguments import JPEG
from tests.contract.page import KEY, OPERATIONS, SECRET, example

BROKEN = {
    "account.create": "email",
    "account.plan_subscribe": "address",
    "account.plan_add": "plan.type",
    "webinar.create": "type",
    "webinar.cancel_registration": "registrant_ids",
    "webinar.approve_registration": "registrant_ids",
    "chat.list": "to",
    "chat.get": "to",
}
"""Examples that break the table beside them, and the argument that is wrong or missing."""

UPLOAD = "user.upload_picture"
WHOLE = [operation for operation in OPERATIONS if operation.id not in BROKEN]


def send(http, stub, operation):
    arguments = {"api_key": KEY, "api_secret": SECRET, **example(operation.id, "curl")}
    url = stub.base_url + operation.path
    if operation.id == UPLOAD:
        # Of `-F pic_file=@/path/to/pic.jpg`, curl sends the file's name and content.
        sent = arguments | {"pic_file": (Path(arguments["pic_file"]).name, JPEG, "image/jpeg")}
        answer = http.request("POST", url, fields=sent)
    else:
        # `-d` puts the texts together and encodes nothing, blanks and braces included.
        answer = http.request(
            "POST",
            url,
            body="&".join(f"{name}={text}" for name, text in arguments.items()),
            headers={"content-type": "application/x-www-form-urlencoded"},
        )
    assert answer.status == 200
    return answer.json()


def test_eight_of_96_examples_are_broken():
    assert (len(OPERATIONS), len(BROKEN), len(WHOLE)) == (96, 8, 88)


@pytest.mark.parametrize("operation", WHOLE, ids=lambda operation: operation.id)
def test_an_example_is_answered_with_the_documented_response(http, stub, operation):
    answer = send(http, stub, operation)

    expected = example(operation.id, "response")
    # As text, because to Python 1, 1.0 and true are the same.
    assert json.dumps(answer) == json.dumps(expected)


@pytest.mark.parametrize("id", BROKEN)
def test_a_broken_example_is_refused_for_what_is_wrong_with_it(http, stub, id):
    (operation,) = [operation for operation in OPERATIONS if operation.id == id]
    answer = send(http, stub, operation)

    assert answer.keys() == {"error"}
    assert answer["error"].keys() == {"code", "message"}
    assert answer["error"]["code"] == 300
    assert answer["error"]["message"].startswith(f"{BROKEN[id]}: ")


@pytest.mark.parametrize("id", BROKEN)
def test_a_broken_example_is_in_the_errata(id):
    text = (Path(__file__).parents[2] / "spec" / "errata.yaml").read_text()
    errata = yaml.safe_load(text)["errata"].values()

    refusals = [
        each
        for each in errata
        if id in each.get("operations", ()) and re.search(r"\b300\b", each["does"])
    ]
    assert len(refusals) == 1


def test_missing_credentials_get_the_documented_error(http, stub):
    answer = http.request("POST", f"{stub.base_url}/v1/user/list").json()

    envelope = Path(__file__).parents[2] / "spec" / "examples" / "errors" / "envelope.json"
    assert answer == json.loads(envelope.read_text())
