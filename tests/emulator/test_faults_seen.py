"""Each kind of fault, as both clients and curl see it."""

import asyncio
import http.client
import subprocess
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.emulator.talking import KEY, Talk
from zoom_v1 import (
    APIError,
    AsyncZoomClient,
    RateLimited,
    ResponseError,
    TransportError,
    TransportTimeout,
    ZoomClient,
)
from zoom_v1.stub import StubServer

OPTIONS: Any = {"api_key": KEY, "api_secret": "s", "retries": 0, "rate_limit": None}
FORM = urlencode({"api_key": KEY, "api_secret": "s", "email": "a@example.com", "type": 1})
WHOLE = "whole"
"""Nothing is wrong with the response."""
STATUSES = {
    200: ResponseError,
    204: ResponseError,
    205: ResponseError,
    304: ResponseError,
    404: ResponseError,
    429: RateLimited,
    503: ResponseError,
    599: ResponseError,
}
FAULTS = {
    **{f"status {s}": ({"status": s}, (error, 0, s)) for s, error in STATUSES.items()},
    "an error": ({"error": 1001}, (APIError, 0, 200)),
    "an error at a status": ({"error": 1001, "status": 500}, (APIError, 0, 500)),
    "an error that is empty": ({"error": 1001, "status": 204}, (ResponseError, 0, 204)),
    "late": ({"delay": 0.05}, (WHOLE, 0, 200)),
    "late and empty": ({"delay": 0.05, "status": 204}, (ResponseError, 0, 204)),
    "slow": ({"connection": "slow", "delay": 0.1}, (WHOLE, 0, 200)),
    "slow and empty": (
        {"connection": "slow", "delay": 0.1, "status": 204},
        (ResponseError, 0, 204),
    ),
    "reset": ({"connection": "reset"}, (TransportError, 56, 0)),
    "truncate": ({"connection": "truncate"}, (ResponseError, 18, 200)),
    "garbage": ({"connection": "garbage"}, (TransportError, 1, 0)),
    "stall": ({"connection": "stall"}, (TransportTimeout, 28, 200)),
}
"""What is asked for; what clients raise, how curl exits, and the status that it sees."""


@pytest.fixture(scope="module")
def stub():
    with StubServer() as stub:
        yield stub


@pytest.fixture
def fail(stub):
    """Has the next creation fail; afterwards, everything has to go well on the same client."""
    Talk(stub).control("POST reset", {})
    yield lambda rule: Talk(stub).control("POST faults", {"operation": "user.create", **rule})
    Talk(stub).control("DELETE faults")


def users(stub):
    return Talk(stub).control("GET state")["counts"]["user"]


@pytest.mark.parametrize(("rule", "seen"), FAULTS.values(), ids=FAULTS)
class TestFaults:
    def test_by_the_client(self, stub, fail, rule, seen):
        fail({**rule, "times": 1})
        with ZoomClient(base_url=stub.base_url, timeout=0.5, **OPTIONS) as client:
            if seen[0] is WHOLE:
                assert client.user.create(email="a@example.com", type=1).id
            else:
                with pytest.raises(seen[0]):
                    client.user.create(email="a@example.com", type=1)
            assert users(stub) == (seen[0] is WHOLE)
            assert client.user.create(email="b@example.com", type=1).id

    def test_by_the_async_client(self, stub, fail, rule, seen):
        async def call():
            async with AsyncZoomClient(base_url=stub.base_url, timeout=0.5, **OPTIONS) as client:
                if seen[0] is WHOLE:
                    assert (await client.user.create(email="a@example.com", type=1)).id
                else:
                    with pytest.raises(seen[0]):
                        await client.user.create(email="a@example.com", type=1)
                assert users(stub) == (seen[0] is WHOLE)
                assert (await client.user.create(email="b@example.com", type=1)).id

        fail({**rule, "times": 1})
        asyncio.run(call())

    def test_by_curl(self, stub, fail, rule, seen):
        fail(rule)
        command = ["curl", "-sS", "-m", "0.5", "-o", "-", "-w", "\n%{http_code}", "-d", FORM]
        ended = subprocess.run(
            [*command, f"{stub.base_url}/v1/user/create"], capture_output=True, check=False
        )
        body, _, status = ended.stdout.rpartition(b"\n")

        assert (ended.returncode, int(status)) == seen[1:], ended
        assert b"weird" not in ended.stderr
        if int(status) in (204, 205, 304):
            assert body == b""


@pytest.mark.parametrize(
    "how", [{}, {"error": 1001}, {"connection": "slow", "delay": 0.01}], ids=str
)
@pytest.mark.parametrize("status", [204, 205, 304])
def test_a_connection_goes_on_after_an_empty_response(stub, fail, status, how):
    fail({"status": status, **how})
    connection = http.client.HTTPConnection("127.0.0.1", stub.port, timeout=10)
    try:
        for path, expected in (("create", status), ("list", 200), ("create", status)):
            headers = {"Content-Type": "application/x-www-form-urlencoded"}
            connection.request("POST", f"/v1/user/{path}", FORM, headers)
            response = connection.getresponse()
            body = response.read()
            assert (response.status, response.will_close) == (expected, False)
            assert (body == b"") == (expected != 200)
    finally:
        connection.close()


@pytest.mark.parametrize("status", [100, 101, 103, 199, 600, 0, -1])
def test_a_status_that_ends_nothing_is_refused(stub, fail, status):
    Talk(stub).control("POST faults", {"status": status}, status=422)


@pytest.mark.parametrize(
    ("given", "said"), [(7, "7"), (0, "0"), (0.5, "0.5"), (12345678, "12345678"), (1e15, None)]
)
def test_retry_after_is_written_out(stub, fail, given, said):
    rule = {"operation": "user.create", "status": 503, "retry_after": given}
    if said is None:
        Talk(stub).control("POST faults", rule, status=422)
        return
    fail(rule)

    assert Talk(stub).sent("user/create", email="a@b.c", type=1)[1]["retry-after"] == said
