"""Errors: what they say, what they never say, and that they travel."""

import copy
import pickle

import pytest
from msgspec import structs
from urllib3 import HTTPHeaderDict

from apiscribe.runtime.call_warnings import ResponseMismatchWarning
from apiscribe.runtime.errors import (
    APIError,
    ConfigurationError,
    InvalidArguments,
    PagingError,
    RateLimited,
    ResponseError,
    SdkError,
    TransportError,
    TransportTimeout,
)
from apiscribe.runtime.validation.violations import Violation
from tests.runtime import zoo
from tests.runtime.scripted import answers
from tests.runtime.zoo import AnimalNotFound, TooFast

_HEADERS = HTTPHeaderDict({"Content-Type": "application/json"})
_VIOLATIONS = [
    Violation(argument="name", rule="required", message="is required", source="Add An Animal"),
    Violation(argument="legs", rule="ignored_when", message="has no effect", severity="warning"),
]
ERRORS: list[SdkError] = [
    ConfigurationError("no credentials"),
    InvalidArguments(_VIOLATIONS, operation="animal.add", section="Add An Animal"),
    TransportError("refused", operation="animal.add", host="zoo.example", sent=False),
    TransportTimeout("too late", operation="animal.add", host="zoo.example"),
    ResponseError("not JSON", operation="animal.add", status=502, content_type="text/html"),
    APIError("no", code=7, operation="animal.add", section="Add", status=200, body=b"{}"),
    AnimalNotFound("gone", operation="animal.get", section="Get", status=200, headers=_HEADERS),
    TooFast("wait", code="slow_down", operation="animal.list", status=200),
    PagingError("in circles", operation="animal.list", section="List"),
]
IDS = [type(error).__name__ for error in ERRORS]


@pytest.mark.parametrize("error", ERRORS, ids=IDS)
@pytest.mark.parametrize(
    "travel", [lambda e: pickle.loads(pickle.dumps(e)), copy.deepcopy, copy.copy]
)
def test_an_error_survives_travel_with_all_that_it_knows(error, travel):
    twin = travel(error)

    assert type(twin) is type(error)
    assert str(twin) == str(error)
    assert twin.args == error.args
    assert vars(twin) == vars(error)


def test_notes_travel_too():
    error = ConfigurationError("no credentials")
    error.add_note("on the build machine")

    assert pickle.loads(pickle.dumps(error)).__notes__ == ["on the build machine"]


@pytest.mark.parametrize("error", ERRORS, ids=IDS)
def test_all_errors_have_one_root(error):
    assert isinstance(error, SdkError)


@pytest.mark.parametrize(
    ("kind", "parent"),
    [(TransportTimeout, TransportError), (RateLimited, APIError), (TooFast, RateLimited)],
)
def test_special_errors_are_caught_with_general_ones(kind, parent):
    assert issubclass(kind, parent)


def test_each_violation_has_a_line_of_its_own():
    error = InvalidArguments(_VIOLATIONS, operation="animal.add", section="Add An Animal")

    assert str(error).splitlines() == [
        "animal.add: invalid arguments, nothing was sent [Add An Animal]",
        "  name: is required [Add An Animal]",
        "  legs: has no effect (warning)",
    ]


def test_an_api_error_says_everything_known():
    error = AnimalNotFound("Animal 7 is gone", operation="animal.get", section="Get An Animal")

    assert (
        str(error) == "animal.get: error 404: Animal 7 is gone (Look it up in the list.)"
        " [Get An Animal]"
    )


def test_an_api_error_has_the_code_of_its_class():
    assert AnimalNotFound("gone").code == 404
    assert vars(AnimalNotFound("gone", code="404"))["code"] == "404"
    assert APIError("no").code is None


def test_a_response_error_does_not_quote_the_body():
    error = ResponseError(
        "the server failed",
        operation="animal.add",
        status=502,
        body=b"token=x",
        headers=_HEADERS,
        content_type="application/json",
    )

    assert str(error) == "animal.add: the server failed (HTTP 502, application/json, 7 bytes)"


def test_a_transport_error_says_whether_it_was_sent():
    unsent = TransportError("refused", operation="animal.add", host="zoo.example", sent=False)
    lost = TransportError("reset", operation="animal.add", host="zoo.example")

    assert str(unsent) == "animal.add: no answer from zoo.example: refused; nothing was sent"
    assert str(lost) == "animal.add: no answer from zoo.example: reset"


def test_a_mismatch_warning_survives_travel_and_names_its_paths():
    warning = ResponseMismatchWarning("animal.get", ["$.legs is text, not int"])

    twin = pickle.loads(pickle.dumps(warning))

    assert twin.mismatches == ("$.legs is text, not int",)
    assert str(twin) == str(warning)
    assert "animal.get" in str(twin)
    assert "$.legs is text, not int" in str(twin)


def test_a_mismatch_warning_names_the_first_paths():
    warning = ResponseMismatchWarning("animal.list", [f"$[{n}] is missing" for n in range(300)])

    assert len(str(warning)) < 500
    assert len(warning.mismatches) == 300
    assert "and 290 more" in str(warning)


def test_an_error_says_what_was_asked_without_secrets(server, client):
    server.will(answers('{"error": {"code": 404, "message": "Not here"}}'))

    with pytest.raises(AnimalNotFound) as caught:
        client.animal.add(
            name="Rex" * 50, legs=4, passphrase="open-sesame", from_=f"a note with {zoo.KEY}"
        )

    error = pickle.loads(pickle.dumps(caught.value))
    assert error.arguments == {
        "name": f"'{'Rex' * 12}...",
        "legs": "4",
        "from": "'a note with ***'",
        "passphrase": "***",
    }
    assert str(error) == (
        "animal.add: error 404: Not here (Look it up in the list.); called with "
        f"name='{'Rex' * 12}..., legs=4, from='a note with ***', passphrase=*** [Add An Animal]"
    )


def test_an_error_spells_out_a_few_arguments_in_brief(server, client):
    server.will(answers('{"error": {"code": 404, "message": "Not here"}}'))
    given = {"name": "Rex", "tags": ["a"], "diet": {"meat": True}, "legs": 4, "tame": True}

    with pytest.raises(AnimalNotFound) as caught:
        client.call(zoo.ADD, {**given, "data_type": "JSON"}, zoo.Animal)

    told = "; called with name='Rex', tags=['a'], diet={'meat': True}, legs=4, tame=True, ... ["
    assert told in str(caught.value)


def test_an_error_shows_of_an_object_what_is_nobodys_secret(server, client):
    server.will(answers('{"error": {"code": 404, "message": "No s3 and no 9911 for Rex"}}'))
    diet = {
        "of": f"for {zoo.KEY}",
        "api_token": "t0ken",
        "pin": "9911",
        "meat": ["a", {"pin": ["s3cr3t-pin"]}],
        "seen": {},
        "rest": 1,
    }
    adding = structs.replace(zoo.ADD, hides=frozenset({"pin"}))

    with pytest.raises(AnimalNotFound) as caught:
        client.call(adding, {"name": "Rex", "diet": diet, "tags": [object(), b"x"]}, zoo.Animal)

    assert caught.value.arguments["diet"] == (
        "{'of': 'for ***', 'api_token': ***, 'pin': ***, ...}"
    )
    assert caught.value.arguments["tags"] == "[<object>, <bytes>]"
    assert "no *** for Rex" in caught.value.message


def test_a_secret_is_hidden_before_text_is_shortened(server, client):
    server.will(answers('{"error": {"code": 404, "message": "Not here"}}'))

    with pytest.raises(AnimalNotFound) as caught:
        client.animal.add(name="x" * 30 + zoo.SECRET)

    assert caught.value.arguments == {"name": f"'{'x' * 30}***'"}
