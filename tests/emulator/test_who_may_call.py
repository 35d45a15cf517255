"""Pages of others, names of others, and callers without a token: with raw HTTP."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.emulator.talking import KEY, Talk
from zoom_v1.stub import StubServer

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
CREATE = f"api_key={KEY}&api_secret=s&email=a%40example.com&type=1"
CALLS = {
    "the API": ("POST", "/v1/user/create", CREATE, FORM),
    "a read of the API": ("POST", "/v1/user/list", CREATE, FORM),
    "a control call": ("POST", "/_stub/reset", "{}", {}),
    "a control call as a form": ("POST", "/_stub/faults", '{"status": 500}', FORM),
    "a read of the control API": ("GET", "/_stub/requests", None, {}),
    "its removal": ("DELETE", "/_stub/requests", None, {}),
    "the document": ("GET", "/openapi.json", None, {}),
    "the page": ("GET", "/", None, {}),
}
TOKEN = {"Authorization": "Bearer a-token"}


@pytest.fixture(scope="module", params=["loopback", "every address", "with a token"])
def stub(request):
    more: dict[str, Any] = {
        "loopback": {},
        "every address": {"host": "0.0.0.0"},
        "with a token": {"host": "0.0.0.0", "control_token": "a-token"},
    }
    with StubServer(**more[request.param]) as stub:
        yield stub


def is_touched(stub):
    """Whether anything was kept, changed or forgotten."""
    talk = Talk(stub)
    users = talk.control("GET state", headers=TOKEN)["counts"]["user"]
    faults = talk.control("GET faults", headers=TOKEN)["faults"]
    return bool(users or faults or stub.requests)


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
class TestPagesOfOthers:
    @pytest.mark.parametrize("name", ["evil.example", "evil.example:{port}", "stub.evil.example"])
    def test_by_another_name(self, stub, call, name):
        """DNS rebinding: the page's name has come to mean this machine."""
        method, path, body, headers = call
        host = name.format(port=stub.port)
        named = {"Host": host, "Origin": f"http://{host}", **headers, **TOKEN}

        assert Talk(stub).raw(method, path, body, named)[0] == 421
        assert not is_touched(stub)

    @pytest.mark.parametrize(
        "says",
        [
            {"Origin": "https://evil.example"},
            {"Origin": "null"},
            {"Origin": "http://localhost:1"},
            {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
            {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"},
            {
                "Sec-Fetch-Site": "cross-site",
                "Sec-Fetch-Mode": "navigate",
                "Sec-Fetch-Dest": "iframe",
            },
        ],
        ids=str,
    )
    def test_from_another_page(self, stub, call, says):
        method, path, body, headers = call

        status, answered, _ = Talk(stub).raw(method, path, body, {**headers, **TOKEN, **says})

        assert status == 403
        assert not [name for name in answered if name.startswith("access-control")]
        assert not is_touched(stub)


def test_only_to_the_page_leads_a_link(stub):
    link = {
        "Sec-Fetch-Site": "cross-site",
        "Sec-Fetch-Mode": "navigate",
        "Sec-Fetch-Dest": "document",
    }
    found = {path: Talk(stub).raw("GET", path, None, link)[0] for path in ("/", "/_stub/requests")}

    assert found == {"/": 200, "/_stub/requests": 403}


def test_the_own_page_works(zoom_stub):
    for name in ("127.0.0.1", "localhost"):
        mine = {
            "Host": f"{name}:{zoom_stub.port}",
            "Origin": f"http://{name}:{zoom_stub.port}",
            "Sec-Fetch-Site": "same-origin",
            "Sec-Fetch-Mode": "cors",
        }
        assert Talk(zoom_stub).raw("POST", "/v1/user/list", CREATE, {**FORM, **mine})[0] == 200
        assert Talk(zoom_stub).raw("POST", "/_stub/reset", "{}", mine)[0] == 200
    assert len(zoom_stub.requests) == 2


@pytest.mark.parametrize("path", ["/", "/openapi.json", "/_stub/health", "/_stub/nothing"])
def test_no_page_shows_it_in_a_frame_or_script(stub, path):
    headers = Talk(stub).raw("GET", path, None, TOKEN)[1]

    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_names_where_others_reach_it():
    with StubServer(host="0.0.0.0", allowed_hosts=["stub.example"]) as stub:

        def status(host):
            return Talk(stub).raw("GET", "/_stub/health", None, {"Host": host})[0]

        found = {
            name: status(name)
            for name in ("stub:8000", "10.0.0.7", "stub.example:80", "stub.example.", "a.example")
        }

    assert found == {
        "stub:8000": 200,
        "10.0.0.7": 200,
        "stub.example:80": 200,
        "stub.example.": 200,
        "a.example": 421,
    }


@pytest.mark.parametrize("token", ["", " ", "two words", "line\n", "pä", "\x00"])
def test_a_token_that_is_none(token):
    with pytest.raises(ValueError, match="control_token= is no token"):
        StubServer(control_token=token)


@pytest.mark.parametrize("token", ["", "two words"])
def test_a_token_that_is_none_on_the_command_line(token):
    command = [sys.executable, "-m", "zoom_v1.stub", "--port", "0", "--control-token", token]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert ended.returncode == 2
    assert "--control-token: it is empty, or has spaces" in ended.stderr
    assert "Serving" not in ended.stdout


def test_a_token_counts_in_its_header_alone(caplog):
    caplog.set_level("DEBUG")
    with StubServer(control_token="s3cr3t-token") as stub:
        talk = Talk(stub)
        right = {"Authorization": "bearer s3cr3t-token"}
        assert talk.raw("GET", "/_stub/requests?token=s3cr3t-token")[0] == 401
        assert talk.raw("POST", "/_stub/reset", json.dumps({"token": "s3cr3t-token"}))[0] == 401
        assert talk.raw("GET", "/_stub/health", None, {"Cookie": "token=s3cr3t-token"})[0] == 401
        assert talk.raw("GET", "/_stub/health", None, {"Authorization": "s3cr3t-token"})[0] == 401
        for wrong in ("s3cr3t-toke", "s3cr3t-token2", "S3CR3T-TOKEN", ""):
            named = {"Authorization": f"Bearer {wrong}"}
            assert talk.raw("GET", "/_stub/health", None, named)[0] == 401
        talk.api("user/list", headers=right)
        found = [
            talk.raw("GET", f"/_stub/{each}", None, right)[2] for each in ("requests", "state")
        ]

    assert b"user.list" in found[0]
    assert not [each for each in found if b"s3cr3t-token" in each]
    assert "s3cr3t-token" not in caplog.text
