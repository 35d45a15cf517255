"""Faults on purpose: which requests they meet, and what the client sees."""

import http.client
import json
import time
from pathlib import Path

import pytest

from tests.emulator.talking import KEY, Talk, users
from zoom_v1 import ZoomClient
from zoom_v1.stub import StubServer

EXAMPLES = Path(__file__).parents[2] / "spec" / "examples"


def create(talk, **options):
    return talk.sent("user/create", email="a@example.com", type=1, **options)


def test_a_status_of_http(talk):
    rule = talk.control("POST faults", {"operation": "user.create", "status": 503, "times": 2})

    statuses = [create(talk)[0] for _ in range(3)]

    assert statuses == [503, 503, 200]
    assert users(talk) == 1
    assert talk.control("GET faults")["faults"][0]["done"] == 2
    assert rule["id"] == talk.control("GET faults")["faults"][0]["id"]


def test_an_error_of_the_api(talk):
    talk.control("POST faults", {"operation": "user.*", "error": 1001})

    answered = talk.api("user/create", email="a@example.com", type=1)

    assert answered["error"]["code"] == 1001
    assert answered["error"]["message"]
    assert talk.api("meeting/live")["meetings"] == []


def test_some_pass_before(talk):
    talk.control("POST faults", {"operation": "user.list", "status": 500, "after": 2, "times": 1})

    assert [talk.sent("user/list")[0] for _ in range(4)] == [200, 200, 500, 200]


def test_the_first_that_matches_counts(talk):
    talk.control("POST faults", {"operation": "user.list", "status": 500, "times": 1})
    talk.control("POST faults", {"operation": "user.*", "status": 502})

    assert [talk.sent("user/list")[0] for _ in range(3)] == [500, 502, 502]


def test_how_long_to_wait(talk):
    talk.control("POST faults", {"operation": "*", "status": 429, "retry_after": 7})

    status, headers, _ = talk.sent("user/list")

    assert (status, headers["retry-after"]) == (429, "7")


@pytest.mark.zoom_stub(random_seed=7)
def test_probability_is_a_part(zoom_stub):
    talk = Talk(zoom_stub)
    talk.control("POST faults", {"operation": "user.list", "status": 500, "probability": 0.5})
    failed = [talk.sent("user/list")[0] for _ in range(60)].count(500)

    assert 10 < failed < 50


@pytest.mark.parametrize("connection", ["reset", "truncate", "garbage"])
def test_connections_that_break(talk, connection, caplog):
    rule = {"operation": "user.create", "connection": connection, "times": 1}
    talk.control("POST faults", rule)

    with pytest.raises((ConnectionError, http.client.HTTPException)):
        create(talk)

    assert users(talk) == 0
    assert create(talk)[0] == 200
    assert [each.message for each in caplog.records if each.name.startswith("uvicorn")] == []


def test_a_response_that_never_ends(talk):
    talk.control("POST faults", {"operation": "user.create", "connection": "stall", "times": 1})
    connection = http.client.HTTPConnection("127.0.0.1", talk.stub.port, timeout=0.5)
    form = f"api_key={KEY}&api_secret=s&email=a%40example.com&type=1"
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/v1/user/create", form, headers)
    response = connection.getresponse()

    with pytest.raises(TimeoutError):
        response.read()

    connection.close()
    assert users(talk) == 0


def test_slow_and_late_responses_are_whole(talk):
    talk.control("POST faults", {"operation": "user.*", "connection": "slow", "delay": 0.2})
    began = time.monotonic()
    status, _, body = create(talk)

    assert time.monotonic() - began >= 0.15
    assert status == 200
    assert b"a@example.com" in body


@pytest.mark.parametrize(
    "delay",
    [
        0.2,
        {"type": "uniform", "lower": 0.2, "upper": 0.3},
        {"type": "lognormal", "median": 0.3, "sigma": 0.01},
    ],
)
def test_delays(talk, delay):
    talk.control("POST faults", {"operation": "user.create", "delay": delay})
    began = time.monotonic()
    status, _, _ = create(talk)

    assert time.monotonic() - began >= 0.15
    assert status == 200


def test_rules_of_a_namespace_and_of_a_tenant(talk):
    mine = {"X-Stub-Namespace": "mine"}
    talk.control("POST faults", {"operation": "user.list", "status": 500}, headers=mine)
    talk.control("POST faults", {"operation": "user.list", "status": 502, "tenant": "other"})

    assert talk.sent("user/list")[0] == 200
    assert talk.sent("user/list", headers=mine)[0] == 500
    assert talk.sent("user/list", key="other")[0] == 502


def test_rules_are_taken_away(talk):
    first = talk.control("POST faults", {"operation": "user.list", "status": 500})
    talk.control("POST faults", {"operation": "user.list", "status": 502})
    talk.control(f"DELETE faults/{first['id']}")
    talk.control(f"DELETE faults/{first['id']}", status=404)

    assert talk.sent("user/list")[0] == 502
    assert talk.control("DELETE faults") == {"removed": 1}
    assert talk.sent("user/list")[0] == 200


@pytest.mark.parametrize(
    ("rule", "wrong"),
    [
        ({"operation": "usr.create", "status": 500}, {"operation"}),
        ({"operation": "", "status": 500}, {"operation"}),
        ({"error": 9999, "times": 0}, {"times", "error"}),
        ({"error": 9999}, {"error"}),
        ({}, {"body"}),
        ({"delay": {"type": "uniform", "lower": 2, "upper": 1}}, {"delay"}),
        ({"delay": -1, "connection": "cut", "status": 99}, {"delay", "connection", "status"}),
        ({"connection": "reset", "status": 500}, {"connection"}),
        ({"delay": 1, "retry_after": 1}, {"retry_after"}),
    ],
)
def test_rules_that_cannot_be(talk, rule, wrong):
    answered = talk.control("POST faults", rule, status=422)

    assert {each["at"] for each in answered["problems"]} == wrong
    assert talk.control("GET faults")["faults"] == []


def test_faults_from_python(zoom_stub):
    zoom_stub.fails("user.*", times=1, status=503)
    client = ZoomClient(api_key="k", api_secret="s", base_url=zoom_stub.base_url)
    client.user.list()  # a read is sent again
    statuses = [each.status for each in zoom_stub.requests]
    with pytest.raises(ValueError, match=r"matches no operation.*did you mean"):
        zoom_stub.fails("user.creat", status=500)

    assert statuses == [503, 200]


@pytest.mark.zoom_stub(mode="examples")
def test_examples_fail_too(zoom_stub):
    zoom_stub.fails("user.get", error=1001)
    answered = Talk(zoom_stub).api("user/get", id="x")

    assert answered["error"]["code"] == 1001


@pytest.mark.parametrize("options", [{"mode": "examples"}, {"limits": 1000.0}, {"seed_random": 1}])
def test_what_one_request_prefers_in_every_mode(options):
    with StubServer(**options) as stub:
        talk = Talk(stub)
        status, _, body = talk.sent("user/list", headers={"Prefer": "code=3001"})
        example = talk.api("user/list", headers={"Prefer": "example"})
        usual = talk.api("user/list")

    assert (status, json.loads(body)["error"]["code"]) == (200, 3001)
    assert example == json.loads((EXAMPLES / "user" / "list.response.json").read_text())
    assert (usual == example) == ("mode" in options)


def test_what_one_request_prefers(talk):
    status, _, body = talk.sent("user/list", headers={"Prefer": "code=3001"})
    example = talk.api("user/list", headers={"Prefer": "example"})

    assert status == 200
    assert b"3001" in body
    assert example["users"]
    assert users(talk) == 0
    assert talk.sent("user/list", headers={"Prefer": "code=4711"})[0] == 400
    assert talk.sent("user/list", headers={"Prefer": "respond-async"})[0] == 200


def test_choices_are_listed_once(talk):
    def told(kind):
        answered = talk.control("POST faults", {"connection": kind}, status=422)
        return answered["problems"][0]["problem"]

    assert told("boom") == "is not one of reset, truncate, stall, garbage, slow"
    assert told("rest").endswith("; did you mean reset?")
