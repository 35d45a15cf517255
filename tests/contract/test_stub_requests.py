"""The stub's side of the wire: whatever clients of the time sent, for real operations."""

import json
import re
from typing import Any
from urllib.parse import urlencode

import pytest
import urllib3

from tests.contract.page import KEY, SECRET, example
from zoom_v1.stub import StubServer

CREDENTIALS = {"api_key": KEY, "api_secret": SECRET}
WEEKLY = {"type": 2, "repeat_interval": 2, "weekly_days": "1,2,3,4", "end_times": 2}
RECURRING = {"host_id": "unique_id", "type": "8", "topic": "Meeting Topic"}


class Caller:
    """Posts to one stub."""

    def __init__(self, base_url: str, http: urllib3.PoolManager) -> None:
        self._base_url = base_url
        self._http = http

    def form(self, path: str, **arguments: object):
        """Post a plain form; urllib3 encodes it."""
        sent = {**CREDENTIALS, **arguments}
        return self.raw("POST", path, fields=sent, encode_multipart=False)

    def raw(self, method: str, path: str, **request: Any):
        answer = self._http.request(method, self._base_url + path, **request)
        assert answer.status == 200
        assert answer.headers["content-type"] == "application/json"
        return answer.json()


@pytest.fixture
def call(stub, http) -> Caller:
    return Caller(stub.base_url, http)


@pytest.fixture(scope="module")
def strict_stub():
    with StubServer(mode="examples", strict=True) as stub:
        yield stub


def message_of(answer, code: int = 300) -> str:
    """What an answer says that has nothing in it but an error with this code."""
    assert answer.keys() == {"error"}
    assert answer["error"].keys() == {"code", "message"}
    assert answer["error"]["code"] == code
    return str(answer["error"]["message"])


def named_in(answer) -> list[str]:
    """The arguments that are complained about, in order."""
    return re.findall(r"(?:^|; )([\w.\[\]]+): ", message_of(answer))


@pytest.mark.parametrize("request_of", ["query", "form", "multipart", "both"])
def test_arguments_are_taken_from_query_form_and_multipart(call, request_of):
    arguments = {**CREDENTIALS, "id": "unique_id"}
    ways: dict[str, tuple[str, dict[str, Any]]] = {
        "query": (f"?{urlencode(arguments)}", {}),
        "form": ("", {"fields": arguments, "encode_multipart": False}),
        "multipart": ("", {"fields": arguments}),
        "both": (f"?{urlencode(CREDENTIALS)}", {"body": b"id=unique_id"}),
    }
    query, request = ways[request_of]

    answer = call.raw("POST", f"/v1/user/get{query}", **request)
    assert answer == example("user.get", "response")


@pytest.mark.parametrize("data_type", ["JSON", "json", "Json", "XML", "xml"])
def test_data_type_has_no_letter_case_and_gets_json(call, data_type):
    answer = call.form("/v1/h323/device/list", data_type=data_type)

    assert answer == example("device.list", "response")


def test_another_data_type_is_refused(call):
    assert named_in(call.form("/v1/h323/device/list", data_type="YAML")) == ["data_type"]


@pytest.mark.parametrize(
    "recurrence",
    [
        {"recurrence": json.dumps(WEEKLY)},
        {f"recurrence[{key}]": str(value) for key, value in WEEKLY.items()},
    ],
    ids=["json-text", "brackets"],
)
def test_a_nested_argument_is_json_text_or_in_brackets(call, recurrence):
    answer = call.form("/v1/meeting/create", **RECURRING, **recurrence)

    assert answer == example("meeting.create", "response")


@pytest.mark.parametrize(
    "recurrence",
    [
        {"recurrence": json.dumps(WEEKLY | {"type": 4})},
        {f"recurrence[{key}]": str(value) for key, value in (WEEKLY | {"type": 4}).items()},
    ],
    ids=["json-text", "brackets"],
)
def test_a_nested_argument_is_checked_inside_however_it_came(call, recurrence):
    answer = call.form("/v1/meeting/create", **RECURRING, **recurrence)

    assert named_in(answer)[0] == "recurrence.type"


@pytest.mark.parametrize("brackets", ["[0] [1]", "[] []"], ids=["numbers", "none"])
def test_a_list_of_objects_comes_in_brackets_too(call, brackets):
    first, second = brackets.split()
    sent = [
        *[("host_id", "h"), ("type", "5"), ("topic", "t")],
        *[(f"panelists{first}[name]", "Ada"), (f"panelists{first}[email]", "ada@example.com")],
        *[(f"panelists{second}[name]", "Bob"), (f"panelists{second}[email]", "no address")],
    ]
    answer = call.raw("POST", "/v1/webinar/create", body=urlencode([*CREDENTIALS.items(), *sent]))

    assert named_in(answer) == ["panelists[1].email"]


def test_a_list_of_texts_comes_in_brackets_too(call):
    sent = [*CREDENTIALS.items(), ("id", "g"), ("member_ids[]", "m"), ("member_ids[]", "n")]
    answer = call.raw("POST", "/v1/group/member/add", body=urlencode(sent))

    assert answer == example("group.member_add", "response")


def test_a_list_of_numbers_comes_in_brackets_too(call):
    weekly = [("recurrence[type]", "2"), ("recurrence[end_times]", "2")]
    days = [("recurrence[weekly_days][]", "1"), ("recurrence[weekly_days][]", "8")]
    sent = [*CREDENTIALS.items(), *RECURRING.items(), *weekly, *days]
    answer = call.raw("POST", "/v1/meeting/create", body=urlencode(sent))

    assert named_in(answer) == ["recurrence.weekly_days[1]"]


@pytest.mark.parametrize(
    ("path", "operation", "arguments"),
    [
        ("/v1/user/updatePassword", "user.update_password", {"id": "u", "password": "P@55w0rd"}),
        ("/v1/user/scheduleforhost", "user.schedulers", {"id": "u"}),
    ],
)
def test_an_operation_is_found_at_its_second_address(call, path, operation, arguments):
    assert call.form(path, **arguments) == example(operation, "response")


@pytest.mark.parametrize("path", ["/v1/user/updatePassword", "/v1/user/updatepassword"])
def test_a_second_address_checks_as_the_first_does(call, path):
    assert named_in(call.form(path, id="u")) == ["password"]


def test_a_page_is_answered_with_the_number_that_was_asked_for(call):
    documented = example("user.list", "response")

    assert call.form("/v1/user/list", page_number="3") == documented | {"page_number": 3}


STRAY = {"token": "t", "number": "1", "option_waiting_room": "true"}
"""Unknown arguments that clients are known to send."""


def test_unknown_arguments_are_ignored(call):
    assert call.form("/v1/user/get", id="u", **STRAY) == example("user.get", "response")


def test_a_strict_stub_refuses_unknown_arguments_and_names_them(strict_stub, http):
    call = Caller(strict_stub.base_url, http)

    assert call.form("/v1/user/get", id="u") == example("user.get", "response")
    assert named_in(call.form("/v1/user/get", id="u", **STRAY)) == list(STRAY)


@pytest.mark.parametrize("missing", [("api_key",), ("api_secret",), ("api_key", "api_secret")])
@pytest.mark.parametrize("blank", [False, True])
def test_who_has_no_credentials_gets_102(call, missing, blank):
    given = {"id": "u"} | {name: text for name, text in CREDENTIALS.items() if name not in missing}
    if blank:
        given |= dict.fromkeys(missing, "")
    answer = call.raw("POST", "/v1/user/get", fields=given, encode_multipart=False)

    # The page's own words, slips included.
    assert message_of(answer, 102) == "You app key and secret doesn't match."


def test_credentials_come_before_arguments(call):
    assert message_of(call.raw("POST", "/v1/meeting/create"), 102)


def test_a_stub_with_credentials_takes_no_others(http):
    with StubServer(mode="examples", credentials={"api_key": KEY, "api_secret": "another"}) as stub:
        answer = Caller(stub.base_url, http).form("/v1/h323/device/list")

    assert message_of(answer, 102)


def test_a_refusal_names_every_violation(call):
    answer = call.form(
        "/v1/meeting/create",
        type="4",
        topic="t" * 301,
        start_time="tomorrow",
        duration="long",
        timezone="Mars/Olympus",
        password="no blanks",
        option_jbh="yes",
        recurrence="daily",
    )

    assert set(named_in(answer)) == {
        *("type", "topic", "start_time", "duration", "timezone", "password"),
        *("option_jbh", "recurrence", "host_id"),
    }


def test_a_refusal_does_not_repeat_a_password(call):
    secret = "not-this-password!"
    answer = call.form("/v1/meeting/create", **RECURRING, password=secret)

    assert set(named_in(answer)) == {"password"}
    assert secret not in message_of(answer)


@pytest.mark.parametrize("path", ["/v1/user/gett", "/v1/user/get/", "/v1", "/v2/user/get", "/x y"])
def test_an_unknown_path_is_an_error_in_the_envelope(call, path):
    assert "nothing at" in message_of(call.form(path, id="u"))


def test_an_unknown_path_suggests_the_one_that_was_meant(call):
    assert "/v1/user/get?" in message_of(call.form("/v1/user/gett", id="u"))


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
def test_another_method_is_an_error_in_the_envelope(call, method):
    assert "POST" in message_of(call.raw(method, "/v1/user/get"))


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/x-www-form-urlencoded", b"id=%zz"),
        ("application/x-www-form-urlencoded", b"id=%ff%fe"),
        ("multipart/form-data; boundary=b", b"--b\r\nhalf of it"),
        ("multipart/form-data", b"--b--"),
        ("application/xml", b"<id/>"),
        ("application/x-www-form-urlencoded", b"&".join([b"a=1"] * 2000)),
        ("application/x-www-form-urlencoded", b"id=" + b"x" * (2 << 20)),
    ],
    ids=["percent", "no-utf8", "half", "no-boundary", "xml", "many", "large"],
)
def test_what_cannot_be_read_is_an_error_in_the_envelope(call, content_type, body):
    answer = call.raw("POST", "/v1/user/get", body=body, headers={"content-type": content_type})

    assert message_of(answer)
    assert call.form("/v1/user/get", id="u") == example("user.get", "response")
