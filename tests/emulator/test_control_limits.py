"""Rate limits of the service, by the emulator's clock; and the control API's own description."""

import json
import os
import re
import signal
import subprocess
import sys
from typing import Any

import pytest
from openapi_spec_validator import validate

from tests.emulator.talking import Talk
from zoom_v1.stub import StubServer


def codes(talk, path, count, **options):
    found = [talk.api(path, **options) for _ in range(count)]
    return [each.get("error", {}).get("code") for each in found]


def stopped(stub):
    talk = Talk(stub)
    talk.control("POST clock", {"set": "2031-01-01T00:00:00Z", "running": False})
    return talk


@pytest.mark.zoom_stub(limits="on")
def test_one_request_in_a_second(zoom_stub):
    talk = stopped(zoom_stub)
    at_once = codes(talk, "user/list", 2)
    talk.control("POST clock", {"advance": 1})
    later = codes(talk, "user/list", 2)

    assert at_once == [None, 403]
    assert later == [None, 403]


@pytest.mark.zoom_stub(limits="on")
def test_a_reset_of_a_tenant_leaves_them(zoom_stub):
    talk = stopped(zoom_stub)
    talk.api("user/list")
    talk.control("POST reset", {"tenant": "theirs"})
    left = codes(talk, "user/list", 1)
    talk.control("POST reset")

    assert (left, codes(talk, "user/list", 1)) == ([403], [None])


@pytest.mark.zoom_stub(limits="on")
def test_ten_in_a_second_by_default(zoom_stub):
    talk = stopped(zoom_stub)
    found = codes(talk, "user/create", 11, email="a@example.com", type=1)

    assert found == [None, *[1005] * 9, 403]


@pytest.mark.zoom_stub(limits="on")
def test_the_words_are_those_of_the_service(zoom_stub):
    talk = stopped(zoom_stub)
    talk.api("user/list")
    message = talk.api("user/list")["error"]["message"]

    assert message == (
        "Sorry, the maximum number of api requests are already reached. Please try later."
    )


@pytest.mark.zoom_stub(limits="on")
def test_each_tenant_and_namespace_has_its_own(zoom_stub):
    talk = stopped(zoom_stub)
    mine = {"X-Stub-Namespace": "mine"}
    assert codes(talk, "user/list", 1) == [None]
    assert codes(talk, "user/list", 1, key="other") == [None]
    assert codes(talk, "user/list", 1, headers=mine) == [None]
    assert codes(talk, "user/list", 1) == [403]


@pytest.mark.zoom_stub(limits="on")
def test_a_reset_counts_anew_for_whom_it_is_of(zoom_stub):
    talk = stopped(zoom_stub)
    mine = {"X-Stub-Namespace": "mine"}
    every: list[dict[str, Any]] = [{"key": "a"}, {"key": "b"}, {"key": "a", "headers": mine}]

    def counted():
        return [codes(talk, "user/list", 1, **each) for each in every]

    assert counted() == [[None], [None], [None]]
    talk.control("POST reset", {"tenant": "a"})
    assert counted() == [[None], [403], [403]]
    talk.control("POST reset", {}, headers=mine)
    assert counted() == [[403], [403], [None]]
    talk.control("POST reset")
    assert counted() == [[None], [None], [None]]


def test_a_factor_and_none():
    with StubServer(limits=3.0) as three, StubServer() as none:
        assert codes(stopped(three), "user/list", 4) == [None, None, None, 403]
        assert codes(stopped(none), "user/list", 20) == [None] * 20


@pytest.mark.parametrize("limits", ["loud", -1, float("nan"), float("inf")])
def test_limits_that_are_none(limits):
    with pytest.raises(ValueError, match="limits="):
        StubServer(limits=limits)


def test_the_control_api_describes_itself():
    with StubServer() as stub:
        document = Talk(stub).control("GET openapi.json")
    with StubServer(mode="examples") as stub:
        fewer = Talk(stub).control("GET openapi.json")

    validate(document)
    validate(fewer)
    paths = {path.removeprefix("/_stub/") for path in document["paths"]}
    assert paths == {
        "health",
        "operations",
        "operations/{id}",
        "operations/{id}/request",
        "reset",
        "clock",
        "state",
        "state/{entity}",
        "state/{entity}/{id}/{transition}",
        "faults",
        "faults/{id}",
        "requests",
        "requests/count",
        "coverage",
        "snapshots",
        "snapshots/{name}/restore",
        "snapshots/{name}",
        "webhooks",
        "webhooks/{id}",
        "deliveries",
        "deliveries/{id}/redeliver",
        "openapi.json",
    }
    faults = document["paths"]["/_stub/faults"]["post"]["requestBody"]
    assert set(faults["content"]["application/json"]["schema"]["properties"]) >= {
        "operation",
        "times",
        "connection",
    }
    assert document["paths"]["/_stub/clock"]["post"]["requestBody"]["required"]
    asked = document["paths"]["/_stub/operations/{id}/request"]["post"]["requestBody"]
    [headers, _] = asked["content"]["application/json"]["schema"]["properties"]["headers"]["anyOf"]
    assert headers["additionalProperties"] == {"type": "string"}
    assert "/_stub/state" not in fewer["paths"]


def test_as_a_program(tmp_path):
    options = [
        *("--port", "0", "--db", str(tmp_path / "state.db"), "--random-seed", "7"),
        *("--clock", "2031-01-01T00:00:00Z", "--limits", "off", "--mode", "emulate"),
        *("--control-token", "t", "--strict"),
    ]
    command = [sys.executable, "-m", "zoom_v1.stub", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r":(\d+)", process.stdout.readline())
        assert found
        talk = Talk(type("Stub", (), {"port": int(found[1])})())
        token = {"Authorization": "Bearer t"}
        clock = talk.control("GET clock", headers=token)
        talk.control("GET clock", status=401)
        first = talk.user()
        os.kill(process.pid, signal.SIGTERM)
        assert process.wait(20) == 0

    assert clock["now"].startswith("2031-01-01T00:00")
    assert clock["running"] is True
    assert json.dumps(first)
    assert (tmp_path / "state.db").exists()


@pytest.mark.parametrize(
    "option", [("--clock", "noon"), ("--limits", "loud"), ("--limits", "-1"), ("--mode", "x")]
)
def test_options_that_cannot_be(option):
    command = [sys.executable, "-m", "zoom_v1.stub", *option]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert ended.returncode == 2
    assert option[0] in ended.stderr
    assert "Traceback" not in ended.stderr
